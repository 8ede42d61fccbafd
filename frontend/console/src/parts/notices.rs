//! What the console says above the room: what happened, and what keeps an officer from working.

use leptos::prelude::*;

use crate::browser;
use crate::console::{Notice, use_console};
use crate::words::failure::Tone;
use crate::words::keys;

/// The newest message, read out when it changes.
#[component]
pub(crate) fn Notices() -> impl IntoView {
    let console = use_console();
    let shown = move |notice: Notice| {
        let class = match notice.tone {
            Tone::Good => "notice notice-good",
            Tone::Plain => "notice",
            Tone::Bad => "notice notice-bad",
        };
        let onward = notice.onward.map(|(place, words)| {
            view! {
                <a class="notice-onward" href=place.to_string() on:click=console.follow(place)>
                    {words}
                </a>
            }
        });
        view! {
            <div class=class>
                <div>
                    <p class="notice-title">{notice.advice.title}</p>
                    <p>{notice.advice.todo} " " {onward}</p>
                </div>
                <button
                    type="button"
                    class="btn-x"
                    aria-label="Dismiss this message"
                    on:click=move |_| console.notice.set(None)
                >
                    "×"
                </button>
            </div>
        }
    };
    view! {
        <div role="status" aria-live="polite">
            {move || console.notice.get().map(shown)}
            <Show when=move || console.ends_soon()>
                <p class="strip strip-bad">
                    "This session ends in less than ten minutes. What you write is saved, the console locks, and you go on with your passphrase."
                </p>
            </Show>
            <Show when=move || console.offline.get()>
                <p class="strip strip-bad">
                    "No connection to the server. What you write stays here and is saved when it is back."
                </p>
            </Show>
        </div>
    }
}

/// What the keys and notes of the service do not allow just now.
#[component]
pub(crate) fn Standing() -> impl IntoView {
    let console = use_console();
    let all = move || {
        let me = console.me.get();
        me.map(|me| keys::standing(&me, browser::today()))
            .unwrap_or_default()
    };
    let check = move |_| console.act(console.refresh());
    view! {
        <Show when=move || !all().is_empty()>
            <div class="standing" role="region" aria-label="State of the service">
                <ul>
                    {move || {
                        all()
                            .into_iter()
                            .map(|advice| view! { <li><b>{advice.title}</b>" " {advice.todo}</li> })
                            .collect_view()
                    }}
                </ul>
                <button type="button" class="btn" on:click=check>
                    "Check again"
                </button>
            </div>
        </Show>
    }
}
