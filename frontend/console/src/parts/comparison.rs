//! The tip beside what is to leave triage: what is gone, what is new, what survives.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::words::difference::{Difference, Fate, Part};

/// Milliseconds without a keystroke after which the texts are compared again.
const SETTLED_AFTER: u32 = 300;

/// Both texts side by side, compared while they are looked at.
#[component]
pub(crate) fn Comparison(
    /// What was reported.
    original: Signal<String>,
    /// What is to leave.
    text: Signal<String>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let toggle = move |event: leptos::ev::Event| {
        let details: web_sys::Element = event_target(&event);
        open.set(details.has_attribute("open"));
    };
    view! {
        <details class="compare" on:toggle=toggle>
            <summary>"Compare with the tip, word by word"</summary>
            <Show when=move || open.get()>
                <Compared original=original text=text />
            </Show>
        </details>
    }
}

/// Two versions of a report side by side.
#[component]
pub(crate) fn Versions(
    /// As the desk had it.
    before: String,
    /// As it is now.
    after: String,
) -> impl IntoView {
    let mut both = Difference::of(&before, &after);
    for part in both.before.iter_mut().chain(&mut both.after) {
        // Here what stays is no fault.
        if part.fate == Fate::Survives {
            part.fate = Fate::Same;
        }
    }
    view! {
        <details class="compare" id="versions" open>
            <summary>"What is different, word by word"</summary>
            <div class="compare-both">
                <section>
                    <h3>"As it was"</h3>
                    <p class="sheet-text" dir="auto">
                        {drawn(&both.before, Side::Before)}
                    </p>
                </section>
                <section>
                    <h3>"As it is now"</h3>
                    <p class="sheet-text" dir="auto">
                        {drawn(&both.after, Side::After)}
                    </p>
                </section>
            </div>
        </details>
    }
}

#[component]
fn Compared(original: Signal<String>, text: Signal<String>) -> impl IntoView {
    let settled = settled(text);
    let difference =
        Memo::new(move |_| original.with(|original| Difference::of(original, &settled.get())));
    let survives = move || {
        let after = difference.with(|both| both.after.clone());
        after
            .iter()
            .filter(|part| part.fate == Fate::Survives)
            .count()
    };
    view! {
        <p class="hint" role="status">{move || said(survives())}</p>
        <div class="compare-both">
            <section>
                <h4>"As it came"</h4>
                <p class="sheet-text" dir="auto">
                    {move || difference.with(|both| drawn(&both.before, Side::Before))}
                </p>
            </section>
            <section>
                <h4>"As it would leave"</h4>
                <p class="sheet-text" dir="auto">
                    {move || difference.with(|both| drawn(&both.after, Side::After))}
                </p>
            </section>
        </div>
    }
}

/// The text as it was when nobody had typed for a moment.
fn settled(text: Signal<String>) -> RwSignal<String> {
    let settled = RwSignal::new(text.get_untracked());
    Effect::new(move |_: Option<Timeout>| {
        text.track();
        // The one before is dropped, and with it what it would have done.
        Timeout::new(SETTLED_AFTER, move || {
            if let Some(text) = text.try_get_untracked() {
                let _ = settled.try_set(text);
            }
        })
    });
    settled
}

fn said(survives: usize) -> String {
    match survives {
        0 => "No stretch of the tip's own words survives.".into(),
        1 => "One stretch of the tip's own words survives.".into(),
        many => format!("{many} stretches of the tip's own words survive."),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

fn drawn(parts: &[Part], side: Side) -> impl IntoView + use<> {
    let parts = parts.iter().cloned().map(|part| match (part.fate, side) {
        (Fate::Same, _) => part.text.into_any(),
        (Fate::Survives, _) => view! {
            <mark>{part.text} <span class="mark-sign">" [survives]"</span></mark>
        }
        .into_any(),
        (Fate::Other, Side::Before) => view! { <del>{part.text}</del> }.into_any(),
        (Fate::Other, Side::After) => view! { <ins>{part.text}</ins> }.into_any(),
    });
    parts.collect_view()
}
