//! The locked console: nothing of anybody's work is on the page.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::gate::{Attempt, Begin, trouble};
use super::sign_in::Words;
use crate::browser;
use crate::console::{Locked, Why, use_console};
use crate::parts::AskFirst;
use crate::words::failure;

/// The gate's card while somebody's session waits behind it.
#[component]
pub(crate) fn LockedCard() -> impl IntoView {
    let attempt = Attempt::new();
    let console = attempt.console;
    let passphrase = RwSignal::new(String::new());
    let locked = move || console.locked.get();
    let submit = move |event: SubmitEvent| {
        attempt.submit(&event, || console.unlock(passphrase.get_untracked()));
    };
    browser::focus_soon("passphrase");
    view! {
        <h1>"Locked"</h1>
        {move || attempt.wrong.get().map(|wrong| trouble(failure::of(&wrong)))}
        <div role="status">{move || locked().map(said)}</div>
        <form on:submit=submit autocomplete="off">
            <Words value=passphrase />
            <Begin
                attempt=attempt
                id="unlock"
                label="Unlock"
                under="Unlocking…"
                why="Working out your keys in this browser. This takes a moment on purpose."
            />
        </form>
        <SomebodyElse />
    }
}

fn said(locked: Locked) -> impl IntoView {
    let why = match locked.why {
        Why::Left => "Nobody touched this console for a while. ",
        Why::ByHand => "",
        Why::LifeOver => "The session had lasted as long as one may. ",
        Why::Ended => "This session was ended from elsewhere. ",
    };
    let kept = locked.unsaved.then_some(
        "What you were writing could not be saved. It is kept sealed in this page: reload it, and it is gone.",
    );
    view! {
        <p>{why} "Unlock it as " <b>{locked.name}</b> " to go on where you left off."</p>
        {kept.map(|kept| view! { <p class="strip">{kept}</p> })}
    }
}

/// Another officer's way past the lock: a page without anything in it.
#[component]
fn SomebodyElse() -> impl IntoView {
    let console = use_console();
    let unsaved = Memo::new(move |_| {
        let locked = console.locked.get();
        locked.is_some_and(|locked| locked.unsaved)
    });
    let leave = move || spawn_local(console.leave_for_good());
    let asks = move || {
        view! {
            <AskFirst
                label="Sign in as somebody else"
                question="What was being written here and is not saved will be lost."
                yes="Lose it"
                no="Keep it"
                grave=true
                on_yes=Callback::new(move |()| leave())
            />
        }
    };
    view! {
        <div class="gate-other">
            <Show when=move || !unsaved.get() fallback=asks>
                <button type="button" class="btn" id="somebody-else" on:click=move |_| leave()>
                    "Sign in as somebody else"
                </button>
            </Show>
        </div>
    }
}
