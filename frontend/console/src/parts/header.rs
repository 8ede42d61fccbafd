//! The bar at the top: whose console this is, how long the session lasts, the way out.

use leptos::prelude::*;

use super::AskFirst;
use crate::browser;
use crate::console::{Why, use_console};
use crate::words::age;

/// The bar.
#[component]
pub(crate) fn Header(on_help: Callback<()>) -> impl IntoView {
    let console = use_console();
    let until = move || console.me.with(|me| me.as_ref().map(|me| me.until));
    let left = move || {
        if console.dozes() {
            return Some("locks in a minute, touch a key".to_owned());
        }
        until().map(|until| age::left(until, console.now.get()))
    };
    let short = move || console.dozes() || console.ends_soon();
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
            <Overdue />
            <Who />
            <button
                type="button"
                class="bar-btn"
                aria-label="Keyboard shortcuts"
                on:click=move |_| on_help.run(())
            >
                "?"
            </button>
            <button
                type="button"
                class="bar-btn"
                id="lock"
                on:click=move |_| console.lock(Why::ByHand)
            >
                "Lock"
            </button>
            <button type="button" class="bar-btn" id="sign-out" on:click=move |_| console.sign_out()>
                "Sign out"
            </button>
        </header>
    }
}

/// How many tips are overdue, and whether a bell rings for them.
#[component]
fn Overdue() -> impl IntoView {
    let console = use_console();
    let count = move || console.overdue.get();
    let words = move || {
        if console.sound.get() {
            "Sound on"
        } else {
            "Sound off"
        }
    };
    view! {
        <Show when=move || console.at_triage()>
            <p class="overdue" id="overdue" class:overdue-some=move || { count() > 0 }>
                {move || format!("{} overdue", count())}
            </p>
            <button
                type="button"
                class="bar-btn"
                id="sound"
                aria-pressed=move || console.sound.get().to_string()
                title="Rings when a tip becomes overdue, and every minute while one of P1 is"
                on:click=move |_| console.switch_sound()
            >
                {words}
            </button>
        </Show>
    }
}

/// Whose console it is; behind it, what concerns all their consoles.
#[component]
fn Who() -> impl IntoView {
    let console = use_console();
    let who = Memo::new(move |_| {
        console.me.with(|me| {
            let me = me.as_ref();
            me.map(|me| (me.name.clone(), me.role.label()))
        })
    });
    let everywhere = Callback::new(move |()| console.act(console.sign_out_everywhere()));
    view! {
        <details class="more who">
            <summary class="bar-btn" id="who">
                <b>{move || who.get().map(|(name, _)| name)}</b>
                <span>{move || who.get().map(|(_, role)| role)}</span>
            </summary>
            <div class="more-body">
                <AskFirst
                    label="Sign out everywhere"
                    question="Ends this session and every other of yours, on all computers. What is written here is saved first."
                    yes="Sign out everywhere"
                    no="Stay"
                    on_yes=everywhere
                />
            </div>
        </details>
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
