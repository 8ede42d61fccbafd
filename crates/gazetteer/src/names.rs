//! The table of place names.

use domain::answers::Area;

use crate::code::Outcode;
use crate::found::Place;
use crate::postcodes::area;
use crate::read::Packed;
use crate::words::key;

/// Places that share a name: `Scholes`, and `Scholes (Holmfirth)`.
pub(crate) struct Name {
    /// What typed words are compared with.
    pub(crate) key: String,
    pub(crate) rows: Vec<Row>,
}

/// One place, or the part of it in one outcode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) name: String,
    /// What stands in brackets behind the name.
    pub(crate) near: Option<String>,
    pub(crate) area: Area,
    pub(crate) outcode: u32,
    /// Whether whoever compiled it was quite sure.
    pub(crate) is_sure: bool,
    /// Whether the data warn of other places of that name.
    pub(crate) is_ambiguous: bool,
}

pub(crate) struct Names {
    /// In the order of their keys.
    all: Vec<Name>,
}

impl Names {
    pub(crate) fn unpack(packed: &[u8]) -> Option<Self> {
        let mut before = Vec::new();
        let named = Packed(packed).counted(|packed| {
            before.truncate(usize::try_from(packed.number()?).ok()?);
            let rest = packed.number()?;
            before.extend_from_slice(packed.bytes(rest)?);
            let name = std::str::from_utf8(&before).ok()?;
            packed.counted(|packed| row(packed, name))
        })?;
        let mut all: Vec<Name> = Vec::new();
        let mut rows: Vec<_> = named
            .into_iter()
            .flatten()
            .map(|row| (key(&row.name), row))
            .collect();
        rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (key, row) in rows {
            match all.last_mut() {
                Some(name) if name.key == key => name.rows.push(row),
                _ => all.push(Name {
                    key,
                    rows: vec![row],
                }),
            }
        }
        Some(Self { all })
    }

    pub(crate) fn named(&self, key: &str) -> Option<&Name> {
        let place = self.all.binary_search_by(|name| name.key.as_str().cmp(key));
        self.all.get(place.ok()?)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Name> {
        self.all.iter()
    }
}

impl Row {
    /// How a page names it.
    pub(crate) fn place(&self) -> Place {
        Place {
            name: self.name.clone(),
            near: self.near.clone(),
            outcode: Outcode::from_key(self.outcode).map(|outcode| outcode.to_string()),
        }
    }

    /// Whether this says where the other is: what it is near, its outcode, or its area.
    pub(crate) fn agrees(&self, other: &Self) -> Agreement {
        if self.near.as_deref() == Some(&other.name) {
            return Agreement::Near;
        }
        match (self.outcode == other.outcode, self.area == other.area) {
            (true, true) => Agreement::Outcode,
            (_, true) => Agreement::Area,
            _ => Agreement::None,
        }
    }
}

/// How well two places go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Agreement {
    None,
    Area,
    Outcode,
    Near,
}

fn row(packed: &mut Packed<'_>, written: &str) -> Option<Row> {
    let flags = packed.byte()?;
    let (name, near) = match written
        .strip_suffix(')')
        .and_then(|text| text.split_once(" ("))
    {
        Some((name, near)) => (name, Some(near.to_owned())),
        None => (written, None),
    };
    Some(Row {
        name: name.to_owned(),
        near,
        area: area(flags & 7),
        outcode: packed.number()?,
        is_sure: matches!(flags >> 3 & 3, 0),
        is_ambiguous: flags >> 5 == 1,
    })
}
