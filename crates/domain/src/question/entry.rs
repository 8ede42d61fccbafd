//! What the form asks several times over: people, vehicles and online accounts.

use super::Field;

/// Somebody or something the form asks about as often as there is room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thing {
    /// Somebody who is involved.
    Person,
    /// A car, a van, a bike.
    Vehicle,
    /// An account or a page online.
    Account,
}

/// What is asked of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Detail {
    /// A person's name.
    Name,
    /// What else they are called.
    Nickname,
    /// Where they live or can be found.
    Address,
    /// What they do in it.
    Role,
    /// About how old they are.
    Age,
    /// Tall, short, heavy.
    Build,
    /// Their hair and beard.
    Hair,
    /// Scars, tattoos, glasses.
    Marks,
    /// What they wear.
    Clothing,
    /// Their phone number.
    Phone,
    /// Where they work, or say they do.
    Work,
    /// Whom they are with.
    Associates,
    /// A vehicle's registration, or part of it.
    Registration,
    /// Who made it.
    Make,
    /// Which model it is.
    Model,
    /// Its colour.
    Colour,
    /// What it is used for.
    Use,
    /// Where it is kept.
    Kept,
    /// The website or app of an account.
    Platform,
    /// The name it goes by.
    Username,
    /// Its address.
    Link,
}

/// One detail of the first, second, third.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Entry {
    /// What is asked.
    pub detail: Detail,
    /// Of which of them, counted from 1.
    pub nth: u8,
}

impl Thing {
    /// All of them, in the order asked.
    pub const ALL: [Self; 3] = [Self::Person, Self::Vehicle, Self::Account];

    /// The word in string keys and names.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Vehicle => "vehicle",
            Self::Account => "account",
        }
    }

    /// For how many there is room; others go into the story.
    pub const fn most(self) -> u8 {
        match self {
            Self::Person => 4,
            Self::Vehicle | Self::Account => 3,
        }
    }

    /// What is asked of each, in the order asked.
    pub const fn details(self) -> &'static [Detail] {
        match self {
            Self::Person => &[
                Detail::Name,
                Detail::Nickname,
                Detail::Address,
                Detail::Role,
                Detail::Age,
                Detail::Build,
                Detail::Hair,
                Detail::Marks,
                Detail::Clothing,
                Detail::Phone,
                Detail::Work,
                Detail::Associates,
            ],
            Self::Vehicle => &[
                Detail::Registration,
                Detail::Make,
                Detail::Model,
                Detail::Colour,
                Detail::Use,
                Detail::Kept,
            ],
            Self::Account => &[Detail::Platform, Detail::Username, Detail::Link],
        }
    }

    /// How many of the details are asked at once; the others are there for whoever knows more.
    pub const fn at_once(self) -> usize {
        match self {
            Self::Person | Self::Vehicle => 4,
            Self::Account => 3,
        }
    }

    const fn base(self) -> u16 {
        match self {
            Self::Person => Entry::FIRST_NUMBER,
            Self::Vehicle => 512,
            Self::Account => 768,
        }
    }
}

struct Row {
    thing: Thing,
    /// In string keys, then in the document: of the first, the second, …
    names: &'static [&'static str],
    /// Never given to another detail of the thing; under 32.
    number: u16,
    max_bytes: usize,
}

macro_rules! row {
    ($thing:ident, $code:literal, $detail:literal, $number:literal, $max_bytes:literal) => {
        Row {
            thing: Thing::$thing,
            names: &[
                concat!($code, "_", $detail),
                concat!($code, "1_", $detail),
                concat!($code, "2_", $detail),
                concat!($code, "3_", $detail),
                concat!($code, "4_", $detail),
            ],
            number: $number,
            max_bytes: $max_bytes,
        }
    };
}

impl Detail {
    const fn row(self) -> Row {
        match self {
            Self::Name => row!(Person, "person", "name", 0, 150),
            Self::Nickname => row!(Person, "person", "nickname", 1, 120),
            Self::Address => row!(Person, "person", "address", 2, 240),
            Self::Role => row!(Person, "person", "role", 3, 180),
            Self::Age => row!(Person, "person", "age", 4, 60),
            Self::Build => row!(Person, "person", "build", 5, 120),
            Self::Hair => row!(Person, "person", "hair", 6, 120),
            Self::Marks => row!(Person, "person", "marks", 7, 180),
            Self::Clothing => row!(Person, "person", "clothing", 8, 180),
            Self::Phone => row!(Person, "person", "phone", 9, 90),
            Self::Work => row!(Person, "person", "work", 10, 180),
            Self::Associates => row!(Person, "person", "associates", 11, 240),
            Self::Registration => row!(Vehicle, "vehicle", "registration", 0, 60),
            Self::Make => row!(Vehicle, "vehicle", "make", 1, 90),
            Self::Model => row!(Vehicle, "vehicle", "model", 2, 90),
            Self::Colour => row!(Vehicle, "vehicle", "colour", 3, 90),
            Self::Use => row!(Vehicle, "vehicle", "use", 4, 180),
            Self::Kept => row!(Vehicle, "vehicle", "kept", 5, 240),
            Self::Platform => row!(Account, "account", "platform", 0, 90),
            Self::Username => row!(Account, "account", "username", 1, 150),
            Self::Link => row!(Account, "account", "link", 2, 300),
        }
    }

    /// Of what it is a detail.
    pub const fn thing(self) -> Thing {
        self.row().thing
    }

    /// The word in string keys, such as `person_name`.
    pub fn code(self) -> &'static str {
        self.name(0)
    }

    /// Most bytes taken.
    pub const fn max_bytes(self) -> usize {
        self.row().max_bytes
    }

    fn name(self, nth: u8) -> &'static str {
        let names = self.row().names.get(usize::from(nth));
        names.copied().unwrap_or_default()
    }
}

impl Entry {
    /// No answer to a field that is asked once is sealed under this number or a higher one.
    pub const FIRST_NUMBER: u16 = 256;

    /// The name in the document and in a posted form, such as `person2_name`.
    pub fn name(self) -> &'static str {
        self.detail.name(self.nth)
    }

    /// The number its answer is sealed under.
    pub const fn number(self) -> u16 {
        let row = self.detail.row();
        row.thing.base() | (self.nth as u16) << 5 | row.number
    }
}

/// Every detail of as many as there is room for, one after the other.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "run by the compiler, which refuses what is out of bounds"
)]
pub(super) const fn entries<const N: usize>(thing: Thing) -> [Field; N] {
    let details = thing.details();
    let (mut at, mut nth) = (0, 1);
    let mut all = [Field::Danger; N];
    while nth <= thing.most() {
        let mut of = 0;
        while of < details.len() {
            let detail = details[of];
            all[at] = Field::Entry(Entry { detail, nth });
            at += 1;
            of += 1;
        }
        nth += 1;
    }
    assert!(at == N, "as many fields as are asked");
    all
}
