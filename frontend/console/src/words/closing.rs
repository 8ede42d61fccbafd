//! Why a tip was closed, and what was done with it, in words.

use domain::work::{Act, CloseReason};
use domain::{Desk, OfficerId};

use super::{day, signposts};

/// The head of a closed tip.
pub(crate) const fn closed(reason: CloseReason) -> &'static str {
    match reason {
        CloseReason::Spam => "Closed: spam",
        CloseReason::NoValue => "Closed: no intelligence value",
        CloseReason::Known => "Closed: known already",
        CloseReason::Malicious => "Closed: malicious",
        CloseReason::Duplicate => "Closed: duplicate",
        CloseReason::Outside => "Closed: outside the county",
        CloseReason::Canary => "Closed: a test of the service",
    }
}

/// A reason as it is offered, and what it means.
pub(crate) const fn choice(reason: CloseReason) -> (&'static str, &'static str) {
    match reason {
        CloseReason::Spam => ("Spam", "No tip at all"),
        CloseReason::NoValue => ("No intelligence value", "Nothing the police can use"),
        CloseReason::Known => ("Known already", "The police have it from elsewhere"),
        CloseReason::Malicious => (
            "Malicious",
            "Sent to harm somebody, knowing it to be false. A supervisor checks every one",
        ),
        CloseReason::Duplicate => ("Duplicate", "The same as another tip; say which"),
        CloseReason::Outside => ("Outside the county", "Another force's; say whose"),
        CloseReason::Canary => ("A test of the service", "Closed by itself as it came"),
    }
}

/// The name of a reason in addresses of elements.
pub(crate) const fn id(reason: CloseReason) -> &'static str {
    match reason {
        CloseReason::Spam => "close-spam",
        CloseReason::NoValue => "close-no-value",
        CloseReason::Known => "close-known",
        CloseReason::Malicious => "close-malicious",
        CloseReason::Duplicate => "close-duplicate",
        CloseReason::Outside => "close-outside",
        CloseReason::Canary => "close-canary",
    }
}

/// Something that was done, as history tells it.
pub(crate) fn act(act: &Act, name: impl Fn(OfficerId) -> String) -> String {
    let with = |head: &str, more: Option<&str>| match more {
        Some(more) => format!("{head}: {more}"),
        None => head.to_owned(),
    };
    match act {
        Act::Accepted => "Accepted".into(),
        Act::Edited => "Written on".into(),
        Act::Routed { reference, desks } => format!("Sent as {reference} to {}", named(desks)),
        Act::HandedIn { reference, desks } => {
            format!("Signed as {reference} for {}, to be released", named(desks))
        }
        Act::Released {
            reference,
            desks,
            by: None,
        } => format!("Released {reference} to {}", named(desks)),
        Act::Released {
            reference,
            desks,
            by: Some(by),
        } => format!(
            "Found that {reference} had been released to {} by {}",
            named(desks),
            name(*by)
        ),
        Act::Returned { reason } => format!("Not released, given back: {reason}"),
        Act::Recalled {
            reference,
            desks,
            reason,
        } => format!("Took {reference} back from {}: {reason}", named(desks)),
        Act::Restored {
            reference,
            desks,
            reason,
        } => format!("Put {reference} back at {}: {reason}", named(desks)),
        Act::FoundRecalled { reference, desks } => format!(
            "Found that {reference} was taken back before from {}, not by this officer, as the server says: \
             no reason was sent",
            named(desks)
        ),
        Act::CorrectionBegun => "Began a correction of what was sent".into(),
        Act::CorrectionLeft => "Left it as it was sent".into(),
        Act::Exported { reference, errand } => format!(
            "Gave {reference} to {}. For: {}",
            errand.recipient, errand.purpose
        ),
        Act::Postponed { until, reason } => {
            format!("Review put off to {}: {reason}", day::long(*until))
        }
        Act::GivenAway {
            desk, day, errand, ..
        } => format!(
            "Heard that {} gave it to {} on {}. For: {}",
            desk.label(),
            errand.recipient,
            day::long(*day),
            errand.purpose
        ),
        Act::Signposted { signpost, decision } => format!(
            "{}: {}",
            signposts::name(*signpost),
            signposts::decision(decision)
        ),
        Act::Withdrawn => "Taken back before it was released".into(),
        Act::Replied { seq, .. } => format!("Sent reply {seq}"),
        Act::Closed { reason, note } => match note {
            Some(note) => format!("{} ({note})", closed(*reason)),
            None => closed(*reason).to_owned(),
        },
        Act::Reopened { reason: None } => "Closing undone at once".into(),
        Act::Reopened { reason } => with("Reopened", reason.as_deref()),
        Act::Linked { .. } => "Linked to another accepted tip".into(),
        Act::Merged { .. } => "Took another tip in, as a duplicate".into(),
        Act::Parted { .. } => "Gave a tip back that had been taken in".into(),
        Act::Agreed => "Closing checked, and agreed with".into(),
        Act::HandedOver { to, reason } => format!("Handed to {}: {reason}", name(*to)),
        Act::TakenBack { from, reason } => match from {
            Some(from) => format!("Taken back from {}: {reason}", name(*from)),
            None => format!("Taken over: {reason}"),
        },
    }
}

/// That earlier entries had to go.
pub(crate) fn forgotten(entries: u32) -> Option<String> {
    match entries {
        0 => None,
        1 => Some("One earlier entry is no longer kept.".into()),
        more => Some(format!("{more} earlier entries are no longer kept.")),
    }
}

fn named(desks: &[Desk]) -> String {
    let names: Vec<String> = desks.iter().map(|desk| desk.label()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_told_apart_and_history_names_people_and_reasons() {
        let mut heads: Vec<_> = CloseReason::ALL.iter().map(|one| closed(*one)).collect();
        heads.sort_unstable();
        heads.dedup();
        assert_eq!(heads.len(), CloseReason::ALL.len());
        let name = |_| "bea".to_owned();
        let to = OfficerId::from_bytes([2; 16]);
        let reason = "my shift ends".to_owned();
        let handed = act(&Act::HandedOver { to, reason }, name);
        assert_eq!(handed, "Handed to bea: my shift ends");
        let note = Some("North Yorkshire".to_owned());
        let reason = CloseReason::Outside;
        let outside = act(&Act::Closed { reason, note }, name);
        assert_eq!(outside, "Closed: outside the county (North Yorkshire)");
    }
}
