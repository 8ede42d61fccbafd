//! Signed in, but not approved: what has to happen, and the six words again.

use leptos::prelude::*;

use crate::console::use_console;
use crate::words::keys;

/// The room of an officer without desks.
#[component]
pub(crate) fn WaitingRoom() -> impl IntoView {
    let console = use_console();
    let fingerprint = move || {
        console
            .me
            .with(|me| me.as_ref().map(|me| me.fingerprint.clone()))
    };
    let waits = move || console.me.with(|me| me.as_ref().is_some_and(keys::waits));
    let check = move |_| console.act(console.refresh());
    view! {
        <section class="room room-narrow">
            <Show
                when=waits
                fallback=|| {
                    view! {
                        <h1 id="room-title" tabindex="-1">"Nothing here yet"</h1>
                        <p>
                            "This console has no room for your role yet. You can sign out; nothing waits for you."
                        </p>
                    }
                }
            >
                <h1 id="room-title" tabindex="-1">"Waiting for approval"</h1>
                <p>"Read these six words to whoever approves you:"</p>
                <p class="fingerprint">{fingerprint}</p>
                <ol class="steps">
                    <li>"You enrolled and handed in your card."</li>
                    <li>"Your six words are compared, and you are put into your desk's roster."</li>
                    <li>"The desk's keys are wrapped to you and imported. Then your rooms open."</li>
                </ol>
                <button type="button" class="btn btn-main" on:click=check>
                    "Check again"
                </button>
            </Show>
        </section>
    }
}
