//! How long something stays: its review put off with a reason, or erased at once by a supervisor.

use domain::{Desk, EraseReason, POSTPONE_MONTHS, RecordId, Retention};
use leptos::prelude::*;

use super::{AskFirst, SayWhy, Select};
use crate::browser;
use crate::console::use_console;
use crate::words::day;

/// The months by which a review is put off, for choosing.
const MONTHS: &[(u16, &str, &str)] = &[
    (3, "3", "3 months"),
    (6, "6", "6 months"),
    (POSTPONE_MONTHS, "12", "12 months"),
];

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

/// Puts the review of something finished off, to a later day than it has.
#[component]
pub(crate) fn Postpone(desk: Desk, record: RecordId) -> impl IntoView {
    let console = use_console();
    let goes = Memo::new(move |_| console.goes(desk, record));
    move || {
        let goes = goes.get();
        let later = |months: u16| {
            let until = Retention::postponed(browser::today(), months);
            goes.is_none_or(|goes| until > goes)
        };
        let offered: Vec<_> = MONTHS
            .iter()
            .filter(|(months, ..)| later(*months))
            .collect();
        let day = goes.map(|goes| view! { <p>{format!("It goes after {}.", day::long(goes))}</p> });
        let Some((_, first, _)) = offered.first() else {
            return view! {
                {day}
                <p class="hint">"That is later than a review can be put off."</p>
            }
            .into_any();
        };
        let months = RwSignal::new((*first).to_owned());
        let options = StoredValue::new(
            offered
                .iter()
                .map(|(_, code, words)| (*code, *words))
                .collect::<Vec<_>>(),
        );
        let postpone = Callback::new(move |why| {
            if let Some(months) = months.with_untracked(|months| months.parse().ok()) {
                console.act(console.postpone((desk, record), months, why));
            }
        });
        view! {
            {day}
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
                    options=options.get_value()
                    value=months
                />
            </SayWhy>
        }
        .into_any()
    }
}

/// Erases something at once; only supervisors are offered it, and no reason is chosen for them.
#[component]
pub(crate) fn Erase(desk: Desk, record: RecordId) -> impl IntoView {
    let console = use_console();
    let reason = RwSignal::new(String::new());
    let reasons = EraseReason::ALL.iter().map(|one| (one.code(), one.label()));
    let reasons: Vec<_> = std::iter::once(("", "Choose a reason"))
        .chain(reasons)
        .collect();
    let is_chosen = move || reason.with(|code| EraseReason::from_code(code).is_some());
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
                <p class="hint">
                    "Not while a colleague holds it, nor while reports of it are with desks: take those back first."
                </p>
                <Show when=is_chosen>
                    <AskFirst
                        label="Erase now"
                        question="It cannot be brought back. What it came in, sealed, goes on its own day, 28 days after it came."
                        yes="Erase it for good"
                        no="Keep it"
                        grave=true
                        on_yes=erase
                    />
                </Show>
            </div>
        }
    };
    view! { <Show when=move || console.supervises()>{offered.clone()}</Show> }
}
