//! What a desk asks others about a case: triage, and of a Bronze group Silver.

use domain::Desk;
use domain::case::{Deed, DeedProblem};
use domain::console::{Ask, Failure};
use domain::message::{MESSAGE_MAX, MessageKind};
use leptos::prelude::*;

use super::with;
use crate::console::{Console, use_console};
use crate::parts::{Area, Select};

/// The form that writes to another desk.
#[component]
pub(super) fn Asks(desk: Desk) -> impl IntoView {
    let console = use_console();
    let text = RwSignal::new(String::new());
    let whom = RwSignal::new(Desk::Triage.to_string());
    let others = [
        (Desk::Triage, "triage", "Triage: a question"),
        (Desk::Silver, "silver", "Silver: to take this up"),
    ];
    let others = others
        .into_iter()
        .filter_map(|(to, code, words)| MessageKind::between(desk, to).map(|_| (code, words)));
    let send = move |_| {
        let to = whom.with_untracked(|code| code.parse());
        let (Ok(to), text_now) = (to, text.get_untracked()) else {
            return;
        };
        console.act(async move {
            if write(console, (desk, to), text_now).await? {
                text.set(String::new());
            }
            Ok(())
        });
    };
    view! {
        <section class="form-part no-print" aria-labelledby="asks-title">
            <h2 id="asks-title">"Ask another desk"</h2>
            <form class="case-form" on:submit=|event| event.prevent_default()>
                <Select id="ask-whom" label="Whom" options=others.collect() value=whom />
                <Area
                    id="ask-text"
                    label="What you ask"
                    hint="They see the reference and what you write. The answer comes to your reports."
                    rows=3
                    value=text
                    on_write=Callback::new(move |value| text.set(value))
                />
                <button type="submit" class="btn" on:click=send>
                    "Seal and send"
                </button>
            </form>
        </section>
    }
}

/// Sends it, and writes into the case's notes that it was sent. Answers whether it was.
async fn write(console: Console, (from, to): (Desk, Desk), text: String) -> Result<bool, Failure> {
    let problem = match text.len() {
        _ if text.trim().is_empty() => Some(DeedProblem::Missing),
        long if long > MESSAGE_MAX => Some(DeedProblem::TooLong),
        _ => None,
    };
    if let Some(problem) = problem {
        console.say_problem(problem);
        return Ok(false);
    }
    let (reference, report) = untrack(|| {
        with(console, |case| {
            let report = &case.received.report;
            (report.reference.clone(), Some(report.report))
        })
    });
    let ask = Ask::WriteMessage {
        from,
        to,
        reference,
        report,
        text: text.clone(),
        answers: None,
    };
    console.send_message(ask, to).await?;
    let text = format!("Asked {}: {text}", to.label());
    console.on_case(Deed::Note { text }, || ());
    Ok(true)
}
