//! The bar at the top: whose console this is, how long the session lasts, the way out.

use leptos::prelude::*;

use crate::browser;
use crate::console::use_console;
use crate::words::age;

/// How little of a session must be left for the clock to stand out, in seconds.
const SESSION_SHORT: i64 = 10 * 60;

/// The bar.
#[component]
pub(crate) fn Header(on_help: Callback<()>) -> impl IntoView {
    let console = use_console();
    let until = move || console.me.with(|me| me.as_ref().map(|me| me.until));
    let left = move || {
        if console.dozes() {
            return Some("ends in a minute, touch a key".to_owned());
        }
        until().map(|until| age::left(until, console.now.get()))
    };
    let short = move || {
        console.dozes()
            || until()
                .is_some_and(|until| until.0.saturating_sub(console.now.get().0) < SESSION_SHORT)
    };
    let who = move || {
        console.me.with(|me| {
            let me = me.as_ref();
            me.map(|me| (me.name.clone(), me.role.label()))
        })
    };
    view! {
        <header class="bar">
            <button type="button" class="skip" on:click=move |_| browser::focus("main")>
                "Skip to the room"
            </button>
            <Brand />
            <p class="busy" role="status">
                {move || (console.busy.get() > 0).then_some("Working…")}
            </p>
            <p class="session" class:session-short=short>
                "Session: "
                {left}
            </p>
            {move || {
                who()
                    .map(|(name, role)| {
                        view! {
                            <p class="who">
                                <b>{name}</b>
                                <span>{role}</span>
                            </p>
                        }
                    })
            }}
            <button
                type="button"
                class="bar-btn"
                aria-label="Keyboard shortcuts"
                on:click=move |_| on_help.run(())
            >
                "?"
            </button>
            <button type="button" class="bar-btn" id="sign-out" on:click=move |_| console.sign_out()>
                "Sign out"
            </button>
        </header>
    }
}

/// The mark and the name.
#[component]
pub(crate) fn Brand() -> impl IntoView {
    view! {
        <p class="brand">
            {browser::mark().map(|mark| view! { <img src=mark alt="" /> })}
            "Ginnel"
            <span class="brand-room">"staff console"</span>
        </p>
    }
}
