//! Who is mailed: settings, never in a database.

use std::collections::{BTreeMap, BTreeSet};

use domain::Desk;
use storage::Audience;

use crate::Address;

/// The addresses of every desk, and of those who are told when a desk does not answer.
#[derive(Debug, Clone, Default)]
pub struct AddressBook {
    desks: BTreeMap<Desk, BTreeSet<Address>>,
    supervisors: BTreeSet<Address>,
}

impl AddressBook {
    /// Writes addresses down; whoever is named twice is mailed once.
    pub fn new(
        desks: impl IntoIterator<Item = (Desk, Vec<Address>)>,
        supervisors: impl IntoIterator<Item = Address>,
    ) -> Self {
        let desks = desks.into_iter().filter(|(_, all)| !all.is_empty());
        Self {
            desks: desks
                .map(|(desk, all)| (desk, all.into_iter().collect()))
                .collect(),
            supervisors: supervisors.into_iter().collect(),
        }
    }

    /// Every desk that has an address.
    pub fn desks(&self) -> impl Iterator<Item = Desk> {
        self.desks.keys().copied()
    }

    /// Who reads what is for this desk's audience.
    pub fn of(&self, desk: Desk, audience: Audience) -> impl Iterator<Item = &Address> {
        let all = match audience {
            Audience::Desk => self.desks.get(&desk),
            Audience::Supervisors => Some(&self.supervisors),
        };
        all.into_iter().flatten()
    }

    /// Whether anybody reads it.
    pub fn has(&self, desk: Desk, audience: Audience) -> bool {
        self.of(desk, audience).next().is_some()
    }
}
