//! Who may work where, as the rosters say.

use std::collections::BTreeSet;

use domain::{Desk, OfficerId};
use notes::card::Card;
use notes::{Member, NoteBody, Roster, Verified};
use storage::{Officer, OfficerState};

use super::import::ImportError;

/// The desks an officer may work on from now on, if they are others than before.
pub(super) struct Approval {
    pub officer: OfficerId,
    pub desks: Vec<Desk>,
    /// Whether a desk they had is not among them.
    pub loses_a_desk: bool,
}

/// What changes for whom. Desks that have no roster among these stay as they are.
pub(super) fn approvals(
    officers: &[Officer],
    rosters: &[Verified<Roster>],
) -> Result<Vec<Approval>, ImportError> {
    let mut changed = Vec::new();
    for officer in officers {
        if officer.state == OfficerState::Removed {
            continue;
        }
        let before: BTreeSet<Desk> = approved_desks(officer).collect();
        let mut desks = before.clone();
        for roster in rosters {
            match roster.member(officer.id) {
                Some(member) => {
                    check_same(officer, member, roster)?;
                    desks.insert(roster.desk);
                }
                None => {
                    desks.remove(&roster.desk);
                }
            }
        }
        if desks != before {
            changed.push(Approval {
                officer: officer.id,
                loses_a_desk: !desks.is_superset(&before),
                desks: desks.into_iter().collect(),
            });
        }
    }
    Ok(changed)
}

fn approved_desks(officer: &Officer) -> impl Iterator<Item = Desk> {
    let approved = officer.state == OfficerState::Approved;
    officer.desks.iter().copied().filter(move |_| approved)
}

/// The roster was signed by people who saw a card; ours must be that card.
fn check_same(officer: &Officer, member: &Member, roster: &Roster) -> Result<(), ImportError> {
    let card = Card::parse(officer.card.as_str(), roster.head().inst).ok();
    let same =
        card.is_some_and(|card| *card.recipient() == member.recipient && card.key() == member.key);
    if same && officer.role == member.role {
        Ok(())
    } else {
        let (desk, officer) = (roster.desk, officer.id);
        Err(ImportError::OtherOfficer { desk, officer })
    }
}
