//! Who and what a tip names: people, objects and places that other tips may name too.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::cut;
use crate::desk::{as_text, coded};

/// Most bytes of one entity's text.
pub const ENTITY_MAX: usize = 120;
/// Most entities of one tip.
pub const ENTITIES_MAX: usize = 48;
/// Letters and digits a registration has if it is more than a part of one.
const WHOLE_PLATE: usize = 5;

/// The text names no kind of entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no kind of entity has this name")]
pub struct UnknownEntityKind;

coded! {
    /// What an entity is.
    EntityKind {
        /// A name or what somebody is called.
        Person = "person", "Person";
        /// A telephone number, `+44…` or another country's.
        Phone = "phone", "Phone";
        /// An email address.
        Email = "email", "Email";
        /// A name or page on a platform, `snapchat: name`.
        Account = "account", "Online account";
        /// A registration or a part of one.
        Vehicle = "vehicle", "Vehicle";
        /// A bank account or a wallet.
        Money = "money", "Bank account";
        /// A house or a street.
        Address = "address", "Address";
        /// A postcode or its first half.
        Postcode = "postcode", "Postcode";
        /// A town or a part of one.
        Place = "place", "Place";
    }
}

impl fmt::Display for EntityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for EntityKind {
    type Err = UnknownEntityKind;
    fn from_str(text: &str) -> Result<Self, UnknownEntityKind> {
        Self::from_code(text).ok_or(UnknownEntityKind)
    }
}
as_text!(EntityKind);

/// Somebody or something that a tip names, in one writing.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Encode, Decode,
)]
#[cbor(map)]
pub struct Entity {
    /// What it is.
    #[n(0)]
    pub kind: EntityKind,
    /// How it is shown, at most [`ENTITY_MAX`] bytes.
    #[n(1)]
    pub value: String,
}

impl Entity {
    /// An entity, its text cut to what there is room for; none if nothing is left.
    pub fn new(kind: EntityKind, value: &str) -> Option<Self> {
        let value = cut(value.trim(), ENTITY_MAX);
        (!value.is_empty()).then_some(Self { kind, value })
    }

    /// What is the same in every tip that names it; none if too many tips would share it: a town, a
    /// street, a first name.
    pub fn telling(&self) -> Option<String> {
        let bare = || -> String {
            let bare = self.value.chars().filter(|c| c.is_alphanumeric());
            bare.flat_map(char::to_lowercase).collect()
        };
        let key = match self.kind {
            EntityKind::Person if self.value.trim().contains(' ') => bare(),
            EntityKind::Vehicle if bare().chars().count() >= WHOLE_PLATE => bare(),
            EntityKind::Address if self.value.starts_with(|c: char| c.is_ascii_digit()) => bare(),
            EntityKind::Postcode if self.value.contains(' ') => bare(),
            EntityKind::Account => {
                // One name on two platforms is a lead.
                let name = self.value.rsplit_once(": ");
                name.map_or(&*self.value, |(_, name)| name).to_lowercase()
            }
            EntityKind::Phone | EntityKind::Email | EntityKind::Money => bare(),
            EntityKind::Person
            | EntityKind::Vehicle
            | EntityKind::Address
            | EntityKind::Postcode
            | EntityKind::Place => return None,
        };
        (!key.is_empty()).then(|| format!("{}/{key}", self.kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn telling(kind: EntityKind, value: &str) -> Option<String> {
        Entity::new(kind, value).unwrap().telling()
    }

    #[test]
    fn what_few_share_is_compared_in_one_writing_and_what_many_share_is_not() {
        use EntityKind::{Account, Address, Person, Phone, Place, Postcode, Vehicle};
        for (kind, one, other) in [
            (Person, "Tariq Example", "tariq example"),
            (Phone, "+447700900123", "+44 7700 900123"),
            (Vehicle, "AB12 CDE", "ab12cde"),
            (Account, "snapchat: Zed_99", "instagram: zed_99"),
            (Address, "14 Larch Road", "14 larch road"),
        ] {
            assert_eq!(telling(kind, one), telling(kind, other), "{one}");
            assert!(telling(kind, one).is_some());
        }
        for (kind, value) in [
            (Person, "Tariq"),
            (Vehicle, "AB1"),
            (Address, "Larch Road"),
            (Postcode, "BD19"),
            (Place, "Scholes"),
        ] {
            assert_eq!(telling(kind, value), None, "{value}");
        }
        assert_ne!(telling(Phone, "123"), telling(EntityKind::Money, "123"));
    }

    #[test]
    fn a_text_without_letters_is_no_entity_and_a_long_one_is_cut_at_a_character() {
        assert_eq!(Entity::new(EntityKind::Person, "  "), None);
        let long = Entity::new(EntityKind::Person, &"é".repeat(100)).unwrap();
        assert_eq!(long.value.len(), ENTITY_MAX);
    }
}
