//! How long something stays: its review put off with a reason, or erased at once by a supervisor.

use domain::{Desk, EraseReason, POSTPONE_MONTHS, RecordId};
use leptos::prelude::*;

use super::{AskFirst, SayWhy, Select};
use crate::console::use_console;

/// The months by which a review is put off, for choosing.
const MONTHS: &[(&str, &str)] = &[("3", "3 months"), ("6", "6 months"), ("12", "12 months")];

/// How long something stays, behind one more click: whoever reads it can keep it longer once it is finished, a
/// supervisor erase it.
#[component]
pub(crate) fn HowLong(
    desk: Desk,
    record: RecordId,
    #[prop(into)] over: Signal<bool>,
) -> impl IntoView {
    view! {
        <details class="how-long no-print">
            <summary>"How long it is kept"</summary>
            <p class="hint">
                "What is finished goes by itself on its day. Two weeks before, it stands under Due for review."
            </p>
            <div class="deeds deeds-under">
                <Show when=move || over.get()>
                    <Postpone desk=desk record=record />
                </Show>
                <Erase desk=desk record=record />
            </div>
        </details>
    }
}

/// Puts the review of something finished off.
#[component]
pub(crate) fn Postpone(desk: Desk, record: RecordId) -> impl IntoView {
    let console = use_console();
    let months = RwSignal::new("3".to_owned());
    let postpone = Callback::new(move |why| {
        let months = months.with_untracked(|months| months.parse().ok());
        let months = months.unwrap_or(POSTPONE_MONTHS).min(POSTPONE_MONTHS);
        console.act(console.postpone((desk, record), months, why));
    });
    view! {
        <SayWhy
            id="postpone-why"
            label="Keep it longer"
            question="Why is it still needed?"
            yes="Put the review off"
            on_yes=postpone
        >
            <Select
                id="postpone-months"
                label="From now, to the end of the month"
                options=MONTHS.to_vec()
                value=months
            />
        </SayWhy>
    }
}

/// Erases something at once; only supervisors are offered it.
#[component]
pub(crate) fn Erase(desk: Desk, record: RecordId) -> impl IntoView {
    let console = use_console();
    let reason = RwSignal::new(EraseReason::NotNeeded.code().to_owned());
    let reasons = EraseReason::ALL.iter().map(|one| (one.code(), one.label()));
    let reasons: Vec<_> = reasons.collect();
    let erase = Callback::new(move |()| {
        if let Some(reason) = reason.with_untracked(|code| EraseReason::from_code(code)) {
            console.act(console.erase((desk, record), reason));
        }
    });
    let offered = move || {
        view! {
            <div class="ask">
                <Select
                    id="erase-reason"
                    label="Erase it now, because"
                    options=reasons.clone()
                    value=reason
                />
                <AskFirst
                    label="Erase now"
                    question="It cannot be brought back. What it came in, sealed, goes on its own day, 28 days after it came."
                    yes="Erase it for good"
                    no="Keep it"
                    grave=true
                    on_yes=erase
                />
            </div>
        }
    };
    view! { <Show when=move || console.supervises()>{offered.clone()}</Show> }
}
