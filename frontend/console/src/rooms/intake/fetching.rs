//! The intake's clock: when it was fetched, how far a fetch is, how often it happens.

use leptos::prelude::*;

use crate::console::use_console;
use crate::words::age;

/// The choices of how often the intake is fetched: seconds, words.
const EVERY: &[(Option<u32>, &str)] = &[
    (Some(30), "every 30 seconds"),
    (Some(60), "every minute"),
    (Some(300), "every 5 minutes"),
    (None, "only when I ask"),
];

/// When it was fetched or how far the fetch is, how often, and the button.
#[component]
pub(crate) fn FetchBar() -> impl IntoView {
    let console = use_console();
    let under = move || console.intake.progress.get().is_some();
    view! {
        <div class="tools">
            <Progress />
            <HowOften />
            <button
                type="button"
                class="btn"
                id="fetch"
                aria-disabled=move || under().to_string()
                on:click=move |_| console.fetch(false)
            >
                "Fetch now"
            </button>
        </div>
    }
}

#[component]
fn Progress() -> impl IntoView {
    let console = use_console();
    let intake = console.intake;
    let last = move || match intake.fetched.get() {
        Some(at) => format!("Fetched {}", age::ago(at, console.now.get())),
        None => "Not fetched yet".into(),
    };
    let bar = |(opened, total): (u32, u32)| {
        view! {
            <label class="fetch-progress">
                {format!("Opening {opened} of {total}")}
                <progress max=total.max(1).to_string() prop:value=f64::from(opened)></progress>
            </label>
        }
    };
    // Read out once when a fetch begins and once when it ends, not with every frame.
    let under = Memo::new(move |_| intake.progress.with(Option::is_some));
    let heard = move || if under.get() { "Fetching" } else { "Fetched" };
    view! {
        <div class="fetching">
            {move || match intake.progress.get() {
                Some(progress @ (_, 1..)) => bar(progress).into_any(),
                Some((_, 0)) | None => view! { <span class="muted">{last}</span> }.into_any(),
            }}
            <span class="unseen" role="status">
                {heard}
            </span>
        </div>
    }
}

#[component]
fn HowOften() -> impl IntoView {
    let every = use_console().intake.every;
    let options = EVERY.iter().map(|(seconds, label)| {
        let value = seconds.map_or("off".to_owned(), |seconds| seconds.to_string());
        let seconds = *seconds;
        view! {
            <option value=value prop:selected=move || every.get() == seconds>
                {*label}
            </option>
        }
    });
    view! {
        <label class="inline">
            "Fetch "
            <select on:change=move |event| every.set(event_target_value(&event).parse().ok())>
                {options.collect_view()}
            </select>
        </label>
    }
}

/// Frames that did not open: a number, and a warning if it jumps.
#[component]
pub(crate) fn Unopened() -> impl IntoView {
    let intake = use_console().intake;
    let words = move || match intake.unopened.get() {
        1 => "1 frame did not open and is left where it is.".to_owned(),
        count => format!("{count} frames did not open and are left where they are."),
    };
    view! {
        <Show when=move || { intake.unopened.get() > 0 && !intake.jumped.get() }>
            <p class="strip">{words}</p>
        </Show>
        <Show when=move || intake.jumped.get()>
            <div class="strip strip-bad" role="alert">
                <p>
                    <b>"Many frames did not open. "</b>
                    {words}
                    " Somebody may be sending rubbish, or a key may be wrong. Tell a supervisor."
                </p>
                <button type="button" class="btn" on:click=move |_| intake.jumped.set(false)>
                    "Noted"
                </button>
            </div>
        </Show>
    }
}
