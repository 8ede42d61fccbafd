//! The tables of outcodes and sectors.

use domain::District;
use domain::answers::Area;

use crate::force::Force;
use crate::found::Candidate;
use crate::read::Packed;
use crate::tables::{outcode_key, sector_key};

/// Postcodes of one area.
pub(crate) struct Share {
    pub(crate) area: Area,
    pub(crate) postcodes: u32,
}

/// What the data say of an outcode.
pub(crate) struct Outcode {
    key: u32,
    /// The largest first.
    pub(crate) shares: Vec<Share>,
    pub(crate) force: Option<Force>,
}

/// What the data say of a sector.
pub(crate) struct Sector {
    key: u32,
    /// The largest first.
    pub(crate) shares: Vec<Share>,
    pub(crate) force: Option<Force>,
    /// Which postcodes lie where, for every share but the first.
    exceptions: Vec<(u32, Area)>,
}

pub(crate) struct Postcodes {
    outcodes: Vec<Outcode>,
    sectors: Vec<Sector>,
}

impl Postcodes {
    pub(crate) fn unpack(outcodes: &[u8], sectors: &[u8]) -> Option<Self> {
        let sectors = Packed(sectors).keyed(sector)?;
        let mut outcodes = Packed(outcodes).keyed(outcode)?;
        for outcode in &mut outcodes {
            outcode.force = force_of(outcode, &sectors);
        }
        Some(Self { outcodes, sectors })
    }

    pub(crate) fn outcode(&self, key: u32) -> Option<&Outcode> {
        let place = self.outcodes.binary_search_by_key(&key, |one| one.key);
        self.outcodes.get(place.ok()?)
    }

    pub(crate) fn sector(&self, outcode: u32, digit: u8) -> Option<&Sector> {
        let key = sector_key(outcode, digit);
        let place = self.sectors.binary_search_by_key(&key, |one| one.key);
        self.sectors.get(place.ok()?)
    }

    /// Where most of each outcode lies that begins with these letters.
    pub(crate) fn under(&self, letters: usize) -> impl Iterator<Item = Area> {
        let keys = outcode_key(letters, 0)..outcode_key(letters, 100);
        let under = self
            .outcodes
            .iter()
            .filter(move |one| keys.contains(&one.key));
        under.filter_map(|one| one.shares.first().map(|share| share.area))
    }

    #[cfg(test)]
    pub(crate) fn lens(&self) -> (usize, usize, usize) {
        let exceptions = self.sectors.iter().map(|sector| sector.exceptions.len());
        (self.outcodes.len(), self.sectors.len(), exceptions.sum())
    }
}

impl Sector {
    /// Where a postcode of it lies, if elsewhere than most.
    pub(crate) fn exception(&self, unit: u32) -> Option<Area> {
        let mut listed = self.exceptions.iter().filter(|(known, _)| *known == unit);
        listed.next().map(|(_, area)| *area)
    }
}

/// The candidates of a shared outcode or sector.
pub(crate) fn candidates(shares: &[Share], force: Option<Force>) -> Vec<Candidate> {
    let all = total(shares);
    let one = |share: &Share| Candidate {
        share: Some(thousandths(share.postcodes, all)).filter(|_| shares.len() > 1),
        ..alone(share.area, force)
    };
    shares.iter().map(one).collect()
}

/// An area that shares with none; the force counts only outside.
pub(crate) fn alone(area: Area, force: Option<Force>) -> Candidate {
    Candidate {
        area,
        place: None,
        share: None,
        force: force.filter(|_| area == Area::Outside),
    }
}

/// The area with this number in the tables.
pub(crate) fn area(number: u8) -> Area {
    let district = District::ALL.get(usize::from(number));
    district.map_or(Area::Outside, |district| Area::In(*district))
}

pub(crate) fn total(shares: &[Share]) -> u32 {
    shares.iter().map(|share| share.postcodes).sum()
}

fn thousandths(part: u32, all: u32) -> u16 {
    let share = part.saturating_mul(1_000).checked_div(all);
    u16::try_from(share.unwrap_or_default()).unwrap_or(1_000)
}

fn outcode(packed: &mut Packed<'_>, key: u32) -> Option<Outcode> {
    Some(Outcode {
        key,
        shares: packed.counted(share)?,
        force: None,
    })
}

fn sector(packed: &mut Packed<'_>, key: u32) -> Option<Sector> {
    let force = packed.byte()?.checked_sub(1);
    let force = force.and_then(|number| Force::ALL.get(usize::from(number)).copied());
    let shares = packed.counted(share)?;
    let mut exceptions = Vec::new();
    for share in shares.iter().skip(1) {
        let mut unit = 0_u32;
        for _ in 0..share.postcodes {
            unit = unit.checked_add(packed.number()?)?;
            exceptions.push((unit, share.area));
        }
    }
    Some(Sector {
        key,
        shares,
        force,
        exceptions,
    })
}

fn share(packed: &mut Packed<'_>) -> Option<Share> {
    Some(Share {
        area: area(packed.byte()?),
        postcodes: packed.number()?,
    })
}

/// The force of most of what lies outside, if the sectors listed are at least half of that.
fn force_of(outcode: &Outcode, sectors: &[Sector]) -> Option<Force> {
    let outside = |shares: &[Share]| -> u32 {
        let outside = shares.iter().filter(|share| share.area == Area::Outside);
        outside.map(|share| share.postcodes).sum()
    };
    let mut counts = Force::ALL.map(|force| (0_u32, force));
    for sector in sectors
        .iter()
        .filter(|sector| sector.key / 10 == outcode.key)
    {
        let own = counts.iter_mut().find(|own| Some(own.1) == sector.force);
        if let Some((count, _)) = own {
            *count = count.saturating_add(outside(&sector.shares));
        }
    }
    let (most, force) = counts.into_iter().max()?;
    let half = outside(&outcode.shares).div_ceil(2);
    (half > 0 && most >= half).then_some(force)
}
