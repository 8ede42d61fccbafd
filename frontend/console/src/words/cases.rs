//! What is said of cases: conditions, days, problems, and in which order.

use domain::Day;
use domain::case::{CaseAct, CaseCard, CaseState, DeedProblem};
use domain::console::{CaseRow, Proof};
use domain::grade::ActionCode;
use domain::report::Report;
use domain::work::{HandlingCode, Work};

use super::day;
use super::failure::Advice;

/// A condition in a few words, for a column.
pub(crate) const fn condition(code: Option<ActionCode>, agreed: bool) -> &'static str {
    match (code, agreed) {
        (Some(ActionCode::A1), false) => "A1: ask triage first",
        (Some(ActionCode::A1), true) => "A1: recorded as agreed",
        (Some(ActionCode::A2), _) => "A2: covert use only",
        (Some(ActionCode::A3), _) => "A3: overt use, as specified",
        (None, _) => "P: no conditions",
    }
}

/// A condition in a sentence, beside whatever is about to be done.
pub(crate) const fn reminder(code: Option<ActionCode>, agreed: bool) -> Option<&'static str> {
    match (code, agreed) {
        (Some(ActionCode::A1), false) => Some(
            "A1, covert development. Nothing may be done about this report before triage, who knows the \
             originator, has agreed. Ask triage, then record the agreement here.",
        ),
        (Some(ActionCode::A1), true) => {
            Some("A1, covert development. Do only what triage is recorded to have agreed to.")
        }
        (Some(ActionCode::A2), _) => {
            Some("A2, covert use. Nobody may learn from what you do that somebody told us.")
        }
        (Some(ActionCode::A3), _) => {
            Some("A3, overt use. Act openly, but only as the report's conditions say.")
        }
        (None, _) => None,
    }
}

/// What is said before a report is given to another force, of its handling code.
pub(crate) const fn before_export(code: Option<ActionCode>) -> &'static str {
    match code {
        None => {
            "P, lawful sharing permitted: only to those who may have it for policing or for keeping people \
             safe."
        }
        Some(_) => {
            "C, lawful sharing permitted with conditions: this desk cannot give it away. Ask triage, who can \
             export it themselves."
        }
    }
}

/// The same where its originator gives it away.
pub(crate) fn before_originators_export(work: &Work) -> &'static str {
    let grades = work.items.iter().map(|item| &item.grade);
    let mut grades = std::iter::once(&work.grade).chain(grades);
    if grades.any(|grade| grade.handling == Some(HandlingCode::C)) {
        "C, lawful sharing permitted with conditions. Triage is its originator: by giving it away you agree \
         to that. The conditions stand in the file."
    } else {
        before_export(None)
    }
}

/// For whom a report is made out, and what they are to do with it.
pub(crate) fn made_out_to(report: &Report) -> String {
    let desk = report.desk.label();
    match &report.acting {
        None => desk,
        Some(_) if report.is_for_information() => format!("{desk}, for information"),
        Some(_) => format!("{desk}, to act on"),
    }
}

/// Who acts on a report its desk is only to know of.
pub(crate) fn for_information(report: &Report) -> Option<String> {
    let acting = report.acting.as_ref();
    let acting = acting.filter(|_| report.is_for_information())?;
    let names: Vec<String> = acting.iter().map(|desk| desk.label()).collect();
    let (who, act) = (
        names.join(" and "),
        if names.len() == 1 { "acts" } else { "act" },
    );
    Some(format!(
        "For your information: {who} {act} on it. Ask them before you do anything about it."
    ))
}

/// When something is due: a class and words.
pub(crate) fn due(due: Option<Day>, today: Day) -> (&'static str, String) {
    let Some(due) = due else {
        return ("state", "No day set".into());
    };
    match due.0.saturating_sub(today.0) {
        -1 => ("state state-lost", "Overdue since yesterday".into()),
        late if late < 0 => {
            let days = late.unsigned_abs();
            ("state state-lost", format!("Overdue by {days} days"))
        }
        0 => ("state state-open", "Due today".into()),
        1 => ("state state-open", "Due tomorrow".into()),
        2..=7 => ("state state-open", format!("Due {}", day::long(due))),
        _ => ("state", format!("Due {}", day::long(due))),
    }
}

/// What to do about a report that is not proven to be what triage sent.
pub(crate) const fn unproven(proof: Proof) -> Option<&'static str> {
    match proof {
        Proof::Signed => None,
        Proof::Missing => Some(
            "Nobody can tell that this report is what triage sent: it was kept without triage's signature. \
             Compare it with triage before you act on it.",
        ),
        Proof::Bad => Some(
            "This is not what triage signed for this desk: whoever took it on may have changed it. Do not \
             act on it. Ask triage, and tell your supervisor.",
        ),
    }
}

/// What to do about something that was not done.
pub(crate) fn problem(problem: DeedProblem) -> Advice {
    let (title, todo) = match problem {
        DeedProblem::Missing => (
            "Nothing is written yet",
            "Write what it is, then save again.",
        ),
        DeedProblem::TooLong => (
            "The text is too long",
            "Shorten it. An action is one line; details belong into a note.",
        ),
        DeedProblem::TooMany => (
            "This case can hold no more of these",
            "Close it, or write what is left into a note.",
        ),
        DeedProblem::Full => (
            "This case has no room for so much text",
            "Shorten it. Actions can still be settled, an outcome logged, and the case closed.",
        ),
        DeedProblem::NotAgreed => (
            "The originator has not agreed yet",
            "This report has condition A1. Ask triage, and record the agreement first.",
        ),
        DeedProblem::NotThere => (
            "This action was settled meanwhile",
            "A colleague may have been faster. The case has been read again.",
        ),
        DeedProblem::IsClosed => ("The case is closed", "Open it again first."),
        DeedProblem::ActionsOpen => (
            "Actions are still to be done",
            "Mark each as done or dropped, then close the case.",
        ),
        DeedProblem::NoOutcome => (
            "No outcome is logged",
            "Log what came of it. “No further action” is an outcome too.",
        ),
        DeedProblem::Recalled => (
            "Triage has taken this report back",
            "Nothing new is begun. Settle what is open, note what your desk did with it, and close the case.",
        ),
        DeedProblem::Replaced => (
            "A correction took the place of this report",
            "Work goes on in its case: follow the link at the head of this one.",
        ),
        DeedProblem::OnlyOriginator => (
            "Only triage may give this report away",
            "It has conditions. Ask triage, who can export it themselves.",
        ),
        DeedProblem::Unproven => (
            "This report cannot be given away",
            "It is not proven to be what triage signed and released. Ask triage for it.",
        ),
        DeedProblem::FutureDay => (
            "This day is still to come",
            "An outcome is logged once it has happened.",
        ),
    };
    Advice {
        title: title.into(),
        todo: todo.into(),
    }
}

/// What was done, in a few words.
pub(crate) const fn act(act: CaseAct) -> &'static str {
    match act {
        CaseAct::TakenOn => "took the report on",
        CaseAct::Planned => "planned an action",
        CaseAct::Followed => "followed up an action",
        CaseAct::Noted => "wrote a note",
        CaseAct::Logged => "logged an outcome",
        CaseAct::Placed => "said where it is",
        CaseAct::Agreed => "recorded triage's agreement",
        CaseAct::Closed => "closed the case",
        CaseAct::Reopened => "opened the case again",
        CaseAct::Recalled => "opened the notice that triage took the report back",
        CaseAct::Corrected => "took the correction on",
        CaseAct::Replaced => "went on in the case of the correction",
        CaseAct::Exported => "gave the report to another force",
        CaseAct::PutOff => "put its review off",
        CaseAct::Restored => "opened the notice that triage put the report back",
    }
}

/// Sorts cases: unreadable ones first, then open ones by what is due soonest, then by priority.
pub(crate) fn sort(rows: &mut [CaseRow]) {
    rows.sort_by_key(|row| match &row.card {
        Err(_) => (0, i32::MAX, None, row.record),
        Ok(card) => {
            let closed = card.state == CaseState::Closed;
            let rank = if closed { 2 } else { 1 };
            let due = next_due(card).map_or(i32::MAX, |due| due.0);
            (rank, due, Some(card.priority), row.record)
        }
    });
}

/// The soonest day anything of a case is due.
pub(crate) fn next_due(card: &CaseCard) -> Option<Day> {
    card.open_actions().filter_map(|action| action.due).min()
}

/// The cards that could be opened.
pub(crate) fn cards(rows: &[CaseRow]) -> impl Iterator<Item = (domain::RecordId, &CaseCard)> {
    let rows = rows.iter();
    rows.filter_map(|row| Some((row.record, row.card.as_ref().ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_overdue_says_by_how_much() {
        let today = Day(20_000);
        let said = |days| due(Some(today.plus(days)), today).1;
        assert_eq!(said(-3), "Overdue by 3 days");
        assert_eq!(said(-1), "Overdue since yesterday");
        assert_eq!(said(0), "Due today");
        assert!(said(30).starts_with("Due "));
        assert_eq!(due(None, today).1, "No day set");
    }

    #[test]
    fn every_condition_is_said_in_words_and_only_p_says_nothing() {
        for code in [ActionCode::A1, ActionCode::A2, ActionCode::A3] {
            for agreed in [false, true] {
                assert!(reminder(Some(code), agreed).is_some());
                assert!(condition(Some(code), agreed).starts_with('A'));
            }
        }
        assert_eq!(reminder(None, false), None);
    }
}
