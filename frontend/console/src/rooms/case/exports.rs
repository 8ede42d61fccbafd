//! A report for another force or agency: to whom it went, and the form for one more.

use domain::case::Condition;
use leptos::prelude::*;

use super::with;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::ExportForm;
use crate::words::{cases, day};

/// To whom it went, and the form that gives it to one more.
#[component]
pub(super) fn Exports(open: Memo<bool>) -> impl IntoView {
    let console = use_console();
    let export = Callback::new(move |(errand, done)| {
        let open = console.case.with_untracked(|case| {
            let case = case.as_ref();
            case.map(|case| (case.desk, case.record))
        });
        if let Some(place) = open {
            console.act(console.export(place, errand, done));
        }
    });
    let record = console
        .case
        .with_untracked(|case| case.as_ref().map(|case| case.record));
    let allowed = Signal::derive(move || {
        let code = with(console, |case| Condition::of(&case.received.report));
        cases::before_export(code.map(Condition::code))
    });
    view! {
        <section class="form-part no-print" aria-labelledby="export-title">
            <h2 id="export-title">"Another force or agency"</h2>
            {move || given(console)}
            <Show when=move || open.get()>
                {record
                    .map(|record| {
                        view! { <ExportForm allowed=allowed record=record on_export=export /> }
                    })}
            </Show>
        </section>
    }
}

/// To whom it went, newest first.
fn given(console: Console) -> impl IntoView {
    let given = with(console, |case| case.case.given.clone().unwrap_or_default());
    let given = given.into_iter().rev().map(|given| {
        view! {
            <li class="case-note">
                <p class="muted">
                    {format!(
                        "Given by {}, {}",
                        given.by.name,
                        day::near(given.by.day, browser::today()),
                    )}
                </p>
                <p class="story" dir="auto">
                    <b>{given.errand.recipient}</b>
                    ": "
                    {given.errand.purpose}
                </p>
            </li>
        }
    });
    view! { <ul class="case-notes">{given.collect_view()}</ul> }
}
