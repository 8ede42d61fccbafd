//! What somebody at the desk has in hand, should they leave.

use domain::OfficerId;
use domain::console::{CardView, DraftView};
use domain::work::WorkState;

/// What an officer has in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InHand {
    pub(crate) officer: OfficerId,
    /// What they work on.
    pub(crate) claimed: usize,
    /// What was handed to them and not begun.
    pub(crate) handed: usize,
    /// What they signed and nobody has released: any colleague can.
    pub(crate) signed: usize,
}

impl InHand {
    /// How much of it is taken back.
    pub(crate) const fn to_take(&self) -> usize {
        self.claimed.saturating_add(self.handed)
    }
}

/// What everybody but oneself has in hand, as the lists were read last.
pub(crate) fn in_hand(cards: &[CardView], drafts: &[DraftView], me: OfficerId) -> Vec<InHand> {
    let mut all: Vec<InHand> = Vec::new();
    let mut count = |officer: OfficerId, of: fn(&mut InHand) -> &mut usize| {
        if officer == me {
            return;
        }
        let at = all.iter().position(|one| one.officer == officer);
        let at = at.unwrap_or_else(|| {
            all.push(InHand {
                officer,
                claimed: 0,
                handed: 0,
                signed: 0,
            });
            all.len().saturating_sub(1)
        });
        if let Some(one) = all.get_mut(at) {
            let number = of(one);
            *number = number.saturating_add(1);
        }
    };
    for card in cards {
        let face = card.card.as_ref().ok();
        let open = face.filter(|face| !face.state.is_over() && face.state != WorkState::Waiting);
        match (&card.claim, open.and_then(|face| face.handed)) {
            (Some(claim), _) => count(claim.officer, |one| &mut one.claimed),
            (None, Some(handed)) => count(handed.to, |one| &mut one.handed),
            (None, None) => {}
        }
    }
    for draft in drafts {
        if let Ok(face) = &draft.face {
            count(face.author, |one| &mut one.signed);
        }
    }
    all
}

/// What they have in hand, in words.
pub(crate) fn words(one: &InHand) -> String {
    let some = [
        (one.claimed, "worked on"),
        (one.handed, "handed to them"),
        (one.signed, "signed, to be released"),
    ];
    let some = some.into_iter().filter(|(count, _)| *count > 0);
    let some: Vec<String> = some
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    some.join(", ")
}

/// What became of it.
pub(crate) fn outcome(taken: usize, left: usize) -> String {
    let taken = match taken {
        0 => "Nothing was taken back.".to_owned(),
        1 => "One tip was taken back.".to_owned(),
        more => format!("{more} tips were taken back."),
    };
    match left {
        0 => taken,
        1 => format!("{taken} One was not:"),
        more => format!("{taken} {more} were not:"),
    }
}

#[cfg(test)]
mod tests {
    use domain::answers::Danger;
    use domain::console::CardFace;
    use domain::wire::ClaimRow;
    use domain::work::{HandedOver, Since};
    use domain::{Category, Day, Minute, RecordId, UnixSeconds};

    use super::*;

    fn officer(number: u8) -> OfficerId {
        OfficerId::from_bytes([number; 16])
    }

    fn card(claim: Option<u8>, handed: Option<u8>, state: WorkState) -> CardView {
        let face = CardFace {
            priority: None,
            category: Category::Other,
            areas: Vec::new(),
            danger: Danger::No,
            since: Since {
                minute: Minute(0),
                is_least: false,
            },
            state,
            title: String::new(),
            note: String::new(),
            thread: None,
            threat: None,
            handed: handed.map(|to| HandedOver {
                by: officer(1),
                to: officer(to),
            }),
            agreed: None,
            to_check: false,
            routed: 0,
            acknowledged: 0,
            recalled: 0,
        };
        CardView {
            record: RecordId::from_bytes([1; 16]),
            day: Day(1),
            version: 1,
            closed: state.is_over(),
            review: None,
            due: None,
            claim: claim.map(|number| ClaimRow {
                officer: officer(number),
                name: "a".into(),
                until: UnixSeconds(0),
            }),
            mine: false,
            card: Ok(face),
        }
    }

    #[test]
    fn what_each_has_in_hand_is_counted_once_and_ones_own_is_not() {
        let cards = [
            card(Some(2), Some(3), WorkState::InProgress),
            card(None, Some(3), WorkState::New),
            card(None, Some(3), WorkState::Routed),
            card(Some(1), None, WorkState::New),
            card(None, None, WorkState::New),
        ];
        let all = in_hand(&cards, &[], officer(1));
        let counted: Vec<_> = all
            .iter()
            .map(|one| (one.officer, one.claimed, one.handed))
            .collect();
        assert_eq!(counted, [(officer(2), 1, 0), (officer(3), 0, 1)]);
        assert_eq!(words(&all[0]), "1 worked on");
        assert_eq!(all[1].to_take(), 1);
    }

    #[test]
    fn what_was_not_taken_is_said() {
        assert_eq!(outcome(2, 0), "2 tips were taken back.");
        assert_eq!(outcome(0, 1), "Nothing was taken back. One was not:");
    }
}
