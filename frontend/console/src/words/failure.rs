//! What went wrong, kindly, and what to do about it.

use domain::console::{Failure, NoteFault, Quarantine, WhichNote};

/// A message: what happened, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Advice {
    pub(crate) title: String,
    pub(crate) todo: String,
}

/// How something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// It went well.
    Good,
    /// Nobody did anything wrong.
    Plain,
    /// Something is to be mended.
    Bad,
}

/// A colleague who was faster is no error.
pub(crate) const fn tone(failure: &Failure) -> Tone {
    if matches!(
        failure,
        Failure::AlreadyAccepted | Failure::AlreadyAcknowledged
    ) {
        Tone::Plain
    } else {
        Tone::Bad
    }
}

fn advice(title: impl Into<String>, todo: impl Into<String>) -> Advice {
    Advice {
        title: title.into(),
        todo: todo.into(),
    }
}

/// What to tell an officer about a failure.
pub(crate) fn of(failure: &Failure) -> Advice {
    match failure {
        Failure::SignedOut => advice(
            "Your session has ended",
            "Sign in again. What you were writing is kept in this page until you close it.",
        ),
        Failure::WrongNameOrPassphrase => advice(
            "The name or the passphrase is not right",
            "Check both and try again. Words are separated by one space; capitals do not matter.",
        ),
        Failure::BadInvitation => advice(
            "This invitation cannot be used",
            "The code is mistyped, used already, or too old. Ask your coordinator for a new one.",
        ),
        Failure::Unreachable => advice(
            "The server cannot be reached",
            "Nothing you typed is lost. Check the connection; this page will try again.",
        ),
        Failure::TooMany { retry_after } => advice(
            "Too many attempts for now",
            format!("Wait {} and try again.", wait(*retry_after)),
        ),
        Failure::NotAllowed => advice(
            "You may not do this",
            "Your role or your desks do not allow it. A coordinator can change that.",
        ),
        Failure::NotFound => advice(
            "It is no longer there",
            "Somebody may have moved it. The list has been read again.",
        ),
        Failure::AlreadyAccepted => advice(
            "Another officer took this tip first",
            "It is in good hands: you will find it among the accepted tips.",
        ),
        Failure::OwnDraft => advice(
            "You wrote this report",
            "Another officer of triage has to release it. Ask a colleague.",
        ),
        Failure::NotAwaited => advice(
            "This no longer waits for a second officer",
            "It was released, given back or taken back meanwhile. Nothing was sent by you. The list has been read again.",
        ),
        Failure::WeekOver => advice(
            "It was signed in a week that is over",
            "Nothing was sent. Give it back: once it is signed again it can be released.",
        ),
        Failure::MailboxFull => advice(
            "Eight replies wait unread",
            "There is no room for another until the reporter comes back and deletes one.",
        ),
        Failure::Recalled => advice(
            "Triage has taken this report back",
            "It can no longer be opened or taken on. The notice among your reports says why.",
        ),
        Failure::OwnRecall => advice(
            "You took this report back",
            "Another officer of triage has to put it back. Ask a colleague.",
        ),
        Failure::NotRecalled => advice(
            "This report is not taken back",
            "A colleague may have put it back before you. Nothing was sent. Open the tip again to see.",
        ),
        Failure::TooManyRecalls => advice(
            "You have taken many reports back in this hour",
            "What is left is still at its desks. Ask another officer to take it back, or go on in the next hour.",
        ),
        other => of_work(other),
    }
}

fn of_work(failure: &Failure) -> Advice {
    match failure {
        Failure::ClaimedByAnother => advice(
            "Another officer is working on this",
            "You can read it. You can write once they give it up or their time runs out.",
        ),
        Failure::ClaimLost => advice(
            "You no longer hold this tip",
            "Your ten minutes ran out or a colleague took over. Your text is still here: \
             take the tip again to save it.",
        ),
        Failure::VersionMoved => advice(
            "A colleague saved a newer version",
            "Copy what you need from your text, then open the tip again.",
        ),
        Failure::NotOpened => advice("It has to be opened first", "Open it again, then retry."),
        Failure::Note { note, fault } => advice(note_title(*note), note_todo(*fault)),
        Failure::NoKey { desk, period } => advice(
            format!("There is no key for {} in {period}", desk.label()),
            "It has not been wrapped to you yet. Tell your coordinator.",
        ),
        Failure::Quarantined(why) => {
            advice(quarantine(*why), "It is not shown. Tell a supervisor.")
        }
        Failure::Incomplete => advice(
            "The first part of this tip has not arrived",
            "It cannot be accepted yet. It may come with a later window.",
        ),
        Failure::AlreadyAcknowledged => advice(
            "A colleague acknowledged it before you",
            "Your desk has taken it on. The list has been read again.",
        ),
        Failure::ReplyNotKept => advice(
            "The reply went out, but this record does not say so",
            "Do not send it again: they would read it twice. Write into the note that you replied.",
        ),
        Failure::AlreadyPublished => advice(
            "A sheet of this month is published already",
            "A month is published once. There is nothing more to do.",
        ),
        Failure::CountedOtherwise => advice(
            "Another count of this month was signed in this browser",
            "Two that differ would tell what is left out of them. If none is published, tell whoever runs the \
             server: it showed this desk fewer or more cases than before.",
        ),
        Failure::UnsoundRetention => advice(
            "This server would not keep things as it must",
            "How long it says they are kept cannot be right, so nothing is opened or signed by it. What you typed \
             is not lost. Tell your administrator now.",
        ),
        Failure::TooLarge => advice(
            "The text is too long to be kept",
            "Shorten the items, the provenance or the reasons.",
        ),
        Failure::SignedOut
        | Failure::WrongNameOrPassphrase
        | Failure::BadInvitation
        | Failure::Unreachable
        | Failure::TooMany { .. }
        | Failure::NotAllowed
        | Failure::NotFound
        | Failure::AlreadyAccepted
        | Failure::OwnDraft
        | Failure::NotAwaited
        | Failure::WeekOver
        | Failure::MailboxFull
        | Failure::Recalled
        | Failure::OwnRecall
        | Failure::NotRecalled
        | Failure::TooManyRecalls
        | Failure::Unexpected => advice(
            "Something unexpected happened",
            "Nothing you typed is lost. Try again; if it happens again, tell your administrator.",
        ),
    }
}

/// What a note that is not believed means.
pub(crate) fn note_title(note: WhichNote) -> &'static str {
    match note {
        WhichNote::Public => "The public directory cannot be trusted",
        WhichNote::Staff => "The staff directory cannot be trusted",
        WhichNote::Roster => "A desk's roster cannot be trusted",
    }
}

/// Why, and what to do.
pub(crate) fn note_todo(fault: NoteFault) -> &'static str {
    match fault {
        NoteFault::Missing => "There is none yet. It is made at the key ceremony.",
        NoteFault::Malformed => "It is damaged. Nothing is sealed by it. Tell your administrator.",
        NoteFault::Unsigned => {
            "A signature is missing or wrong. Nothing is sealed by it. Tell your administrator now."
        }
        NoteFault::WrongInstallation => {
            "It belongs to another installation. Tell your administrator now."
        }
        NoteFault::NotYetValid => "It begins later. Check this computer's date.",
        NoteFault::Expired => {
            "It has expired. Check this computer's date, then ask for the key ceremony."
        }
        NoteFault::Older => {
            "The server showed an older one than before. Tell your administrator now."
        }
    }
}

const fn quarantine(why: Quarantine) -> &'static str {
    match why {
        Quarantine::Unreadable => "It does not open with its key",
        Quarantine::UnknownAuthor => "Its author is in no roster",
        Quarantine::BadSignature => "Its signature is wrong",
        Quarantine::Another => "It claims to be something else",
        Quarantine::Older => "It is older than what you have seen",
        Quarantine::Mixed => "Its parts are of different versions, or its original was exchanged",
        Quarantine::NotReleased => "No second officer of triage released it",
        Quarantine::WrongKey => "Its key is not the directory's",
    }
}

fn wait(seconds: u32) -> String {
    match seconds {
        0..=1 => "a second".into(),
        2..=90 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_says_what_to_do() {
        for failure in [
            Failure::SignedOut,
            Failure::WrongNameOrPassphrase,
            Failure::BadInvitation,
            Failure::Unreachable,
            Failure::NotAllowed,
            Failure::NotFound,
            Failure::AlreadyAccepted,
            Failure::ClaimedByAnother,
            Failure::ClaimLost,
            Failure::VersionMoved,
            Failure::NotOpened,
            Failure::TooLarge,
            Failure::MailboxFull,
            Failure::AlreadyPublished,
            Failure::CountedOtherwise,
            Failure::ReplyNotKept,
            Failure::Recalled,
            Failure::OwnRecall,
            Failure::NotRecalled,
            Failure::TooManyRecalls,
            Failure::Quarantined(Quarantine::BadSignature),
            Failure::Note {
                note: WhichNote::Public,
                fault: NoteFault::Expired,
            },
        ] {
            let advice = of(&failure);
            assert!(!advice.todo.is_empty(), "{failure}");
            assert!(!advice.title.starts_with("Something"), "{failure}");
        }
    }

    #[test]
    fn a_colleague_who_was_faster_is_no_error() {
        assert_eq!(tone(&Failure::AlreadyAccepted), Tone::Plain);
        assert_eq!(tone(&Failure::ClaimLost), Tone::Bad);
    }

    #[test]
    fn a_wait_is_said_in_seconds_or_minutes() {
        let todo = |retry_after| of(&Failure::TooMany { retry_after }).todo;
        assert_eq!(todo(30), "Wait 30 seconds and try again.");
        assert_eq!(todo(91), "Wait 2 minutes and try again.");
    }
}
