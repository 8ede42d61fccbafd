//! Reads a tip: every entity in it, where it stands, and in which field.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use domain::question::Field;
use domain::work::{ENTITIES_MAX, Entity, EntityKind};
use gazetteer::{Found, Gazetteer};
use giveaway::{Kind, Word, shapes, split};

use crate::own::Own;
use crate::person::Names;
use crate::phrases::Phrases;
use crate::place::Elsewhere;
use crate::told::Told;
use crate::{account, address, code, money, phone, place, plate, slots};

/// Most mentions of one kind that are kept of a tip's running texts: a flood of one hides no other, and
/// none hides what stands in a field of its own.
const OF_A_KIND_MAX: usize = 60;

/// One place where a tip names somebody or something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Whom or what.
    pub entity: Entity,
    /// In which answer.
    pub field: Field,
    /// Where in it, in bytes.
    pub at: Range<usize>,
    /// Where a place may lie.
    pub lies: Option<Found>,
}

/// What a finder has found in one text.
pub(crate) struct Spot {
    pub(crate) at: Range<usize>,
    pub(crate) kind: EntityKind,
    pub(crate) value: String,
    pub(crate) lies: Option<Found>,
}

/// Reads tips: the tables, unpacked once.
pub struct Reader {
    pub(crate) gazetteer: Gazetteer,
    pub(crate) names: Names,
    pub(crate) own: Own,
    pub(crate) elsewhere: Elsewhere,
    pub(crate) phrases: Phrases,
}

impl Default for Reader {
    fn default() -> Self {
        Self::open()
    }
}

impl Reader {
    /// Unpacks the tables.
    pub fn open() -> Self {
        Self {
            gazetteer: Gazetteer::open(),
            names: Names::open(),
            own: Own::open(),
            elsewhere: Elsewhere::open(),
            phrases: Phrases::open(),
        }
    }

    /// Whom and what a tip names, field by field, in the order of each text; what is said of its
    /// reporter is left out. Work grows with the tip's length.
    pub fn mentions(&self, told: &Told<'_>) -> Vec<Mention> {
        let (mut all, mut kept) = (Vec::new(), BTreeMap::new());
        for (field, text) in told.texts() {
            let text = text.get(..text.floor_char_boundary(domain::question::STORY_MAX));
            let text = text.unwrap_or_default();
            let spots = match slots::whole(field, text) {
                Some(spots) => spots,
                None => self.spots(text, &mut kept),
            };
            all.extend(spots.into_iter().filter_map(|spot| mention(field, spot)));
        }
        all.extend(
            slots::accounts(told)
                .into_iter()
                .filter_map(|(field, spot)| mention(field, spot)),
        );
        all
    }

    /// The entities of one running text, none over another.
    fn spots(&self, text: &str, kept: &mut BTreeMap<EntityKind, usize>) -> Vec<Spot> {
        let words = split(text);
        let own = self.own.stretches(&words);
        let mut found: Vec<Spot> = account::links(text);
        found.extend(
            shapes(text)
                .into_iter()
                .filter_map(|shape| shaped(text, shape)),
        );
        found.extend(phone::spoken(&words));
        found.extend(plate::endings(&words));
        found.extend(money::accounts(text, &words));
        found.extend(address::addresses(text, &words));
        found.extend(account::handles(text, &words));
        found.extend(code::outcodes(&words));
        found.extend(self.names.people(text, &words));
        found.extend(place::places(
            &self.gazetteer,
            &self.elsewhere,
            text,
            &words,
        ));
        let mut apart = apart(found);
        let mut own = own.iter().peekable();
        apart.retain(|spot| {
            while own.next_if(|own| own.end <= spot.at.start).is_some() {}
            !own.peek().is_some_and(|own| own.contains(&spot.at.start))
        });
        apart.retain(|spot| {
            let so_far = kept.entry(spot.kind).or_default();
            *so_far = so_far.saturating_add(1);
            *so_far <= OF_A_KIND_MAX
        });
        apart
    }
}

/// Each entity once: what few share first, then in the order it was told.
pub fn distinct(mentions: &[Mention]) -> Vec<Entity> {
    let (mut known, mut all) = (HashSet::new(), Vec::new());
    for mention in mentions {
        let entity = &mention.entity;
        let key = entity.telling().unwrap_or_else(|| weak_key(entity));
        if known.insert(key) {
            all.push(entity.clone());
        }
    }
    all.sort_by_key(|entity| entity.telling().is_none());
    all.truncate(ENTITIES_MAX);
    all
}

fn weak_key(entity: &Entity) -> String {
    format!("{}:{}", entity.kind, entity.value.to_lowercase())
}

fn mention(field: Field, spot: Spot) -> Option<Mention> {
    Some(Mention {
        entity: Entity::new(spot.kind, &spot.value)?,
        field,
        at: spot.at,
        lies: spot.lies,
    })
}

fn shaped(text: &str, (at, kind): (Range<usize>, Kind)) -> Option<Spot> {
    let written = text.get(at.clone())?;
    let (kind, value) = match kind {
        Kind::Phone => (EntityKind::Phone, phone::one_writing(written)?),
        Kind::Email => (EntityKind::Email, account::email(written)),
        Kind::Plate => (EntityKind::Vehicle, plate::one_writing(written)?),
        Kind::Postcode => (EntityKind::Postcode, code::one_writing(written)?),
        Kind::Name
        | Kind::Address
        | Kind::Secret
        | Kind::Work
        | Kind::Ties
        | Kind::Vantage
        | Kind::Time => return None,
    };
    Some(Spot::new(at, kind, value))
}

/// Of what overlaps the first found stays: finders stand in the order they are to be believed.
fn apart(found: Vec<Spot>) -> Vec<Spot> {
    let mut taken: BTreeMap<usize, Spot> = BTreeMap::new();
    for spot in found {
        let before = taken.range(..spot.at.end).next_back();
        let is_free = before.is_none_or(|(_, other)| other.at.end <= spot.at.start);
        if is_free && spot.at.start < spot.at.end {
            taken.insert(spot.at.start, spot);
        }
    }
    taken.into_values().collect()
}

impl Spot {
    pub(crate) fn new(at: Range<usize>, kind: EntityKind, value: String) -> Self {
        Self {
            at,
            kind,
            value,
            lies: None,
        }
    }
}

/// Whether only a space or a hyphen stands between two words.
pub(crate) fn are_joined(text: &str, one: &Word<'_>, other: &Word<'_>) -> bool {
    let between = text.get(one.at.end..other.at.start);
    matches!(between, Some(" " | "-" | "\u{a0}"))
}
