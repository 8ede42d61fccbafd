//! A question from a desk that triage puts to a reporter: in triage's own words, and in nobody's name.

use domain::message::Message;
use domain::work::{Clue, clues};

use super::sanitise::quote;
use crate::search::fold;

/// What of a question stands in a reply as it came: a run of its words, or who asks.
pub(crate) fn echoes(reply: &str, question: &Message) -> Vec<String> {
    let found = clues(reply, &question.text).into_iter();
    let runs = found.filter(|one| one.clue == Clue::Phrasing);
    let runs = runs.map(|one| quote(&one.words));
    let reply = words(reply);
    let from = words(&format!("{} {}", question.from.label(), question.name));
    let names = from.into_iter().filter(|name| reply.contains(name));
    let mut all: Vec<String> = runs.chain(names.map(|name| quote(&name))).collect();
    all.dedup();
    all
}

/// The words of a text that are long enough to name somebody.
fn words(text: &str) -> Vec<String> {
    let text = fold(text);
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| word.chars().count() > 2)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::message::{MESSAGE_CONTEXT, MessageKind};
    use domain::{Day, Desk, District, InstallationId, OfficerId, ReportId};

    use super::*;

    fn question(text: &str) -> Message {
        Message {
            ctx: MESSAGE_CONTEXT.into(),
            inst: InstallationId::from_bytes([1; 16]),
            id: ReportId::from_bytes([2; 16]),
            from: Desk::Bronze(District::Kirklees),
            to: Desk::Triage,
            kind: MessageKind::Question,
            created: Day(20_000),
            author: OfficerId::from_bytes([3; 16]),
            name: "number.seven".into(),
            reference: "GIN-26-AAAA-AAAA".into(),
            text: text.into(),
            report: None,
            undoes: None,
        }
    }

    #[test]
    fn a_run_of_the_question_and_whoever_asks_are_pointed_out() {
        let asked = question("On which evenings does the grey van come to the yard?");
        assert_eq!(echoes("Which days is it?", &asked), [""; 0]);
        let run = echoes("Please say: which evenings does the grey van come?", &asked);
        assert_eq!(run.len(), 1);
        assert!(run[0].contains("evenings does the grey van"));
        let named = echoes("Seven of KIRKLEES would like to know more.", &asked);
        assert_eq!(named, ["“kirklees”", "“seven”"]);
    }
}
