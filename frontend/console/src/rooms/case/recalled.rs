//! That triage took the report of a case back.

use domain::case::Recalled;
use domain::console::CaseView;
use leptos::prelude::*;

use crate::console::Console;
use crate::words::day;

/// Says so at the head of the case: by the signed notice, or that only the server says it.
pub(super) fn said(console: Console) -> Option<AnyView> {
    console.case.with(|case| {
        let CaseView {
            case,
            said_recalled,
            ..
        } = case.as_ref()?;
        match (&case.recalled, said_recalled) {
            (Some(recalled), _) => Some(by_notice(recalled.clone()).into_any()),
            (None, Some(day)) => Some(by_server(&day::long(*day)).into_any()),
            (None, None) => None,
        }
    })
}

fn by_notice(recalled: Recalled) -> impl IntoView {
    let Recalled { reason, by, read } = recalled;
    view! {
        <div class="strip strip-bad" id="recalled" role="note">
            <p>
                <b>{format!("Taken back by {} of triage, {}: ", by.name, day::long(by.day))}</b>
                <bdi>{reason}</bdi>
            </p>
            <p>
                "Nothing new is begun with it. Destroy printed and saved copies, settle what is open, and write \
                 into the notes what your desk did with it. "
                <span class="muted">
                    {format!("Read here first by {}, {}.", read.name, day::long(read.day))}
                </span>
            </p>
        </div>
    }
}

fn by_server(day: &str) -> impl IntoView + use<> {
    let words = format!(
        "The server says that triage took this report back on {day}. No notice signed by an officer of triage \
         was found that says so. Ask triage before you do anything more about it."
    );
    view! {
        <p class="strip strip-bad" id="said-recalled" role="note">
            {words}
        </p>
    }
}
