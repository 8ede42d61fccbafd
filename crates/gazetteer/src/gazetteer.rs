//! The look-up itself: postcode before name, in the order the data deserve belief.

use domain::answers::Area;

use crate::code::{Code, Rest};
use crate::found::{Found, How, Sure};
use crate::mentions::{MENTIONS_MAX, Mention, exact, forgiven};
use crate::names::Names;
use crate::postcodes::{Postcodes, Share, alone, candidates, total};
use crate::spot;
use crate::weigh::{self, Weight};
use crate::words;

/// An outcode is likely in its largest district from so many of a thousand postcodes on.
const LIKELY: u32 = 900;

/// Every postcode and place name, unpacked once and asked often.
pub struct Gazetteer {
    pub(crate) postcodes: Postcodes,
    pub(crate) names: Names,
}

impl Default for Gazetteer {
    fn default() -> Self {
        Self::open()
    }
}

impl Gazetteer {
    /// Unpacks the tables.
    ///
    /// # Panics
    /// Never: a test reads every row of what the build script packed.
    pub fn open() -> Self {
        let postcodes = Postcodes::unpack(crate::OUTCODES, crate::SECTORS);
        let names = Names::unpack(crate::NAMES);
        Self {
            postcodes: postcodes.expect("the build script packed them"),
            names: names.expect("the build script packed them"),
        }
    }

    /// Where a typed place is: a postcode in any writing or part of one, a name with slips, or a text
    /// with these in it. Reads the first [`PLACE_MAX`](domain::question::PLACE_MAX) bytes.
    pub fn look_up(&self, text: &str) -> Found {
        let words = words::split(text);
        let mentions = exact(&words, &self.names, MENTIONS_MAX);
        if let Some(code) = spot::code(&words, &self.postcodes) {
            return self.coded(code, &mentions);
        }
        let named = weigh::mentions(mentions, &self.postcodes);
        let nearly = || {
            let slip = forgiven(&words, &self.names)?;
            let weight = Weight {
                how: How::NearName,
                is_settled: false,
            };
            let found = weigh::answer(&slip.rows, weight, &self.postcodes);
            let sure = if slip.is_whole {
                found.sure
            } else {
                Sure::NeedsCheck
            };
            Some(Found { sure, ..found })
        };
        named.or_else(nearly).unwrap_or_else(Found::nothing)
    }

    fn coded(&self, code: Code, mentions: &[Mention]) -> Found {
        let key = code.outcode.key();
        let of_sector = key.and_then(|key| self.sectored(code, key));
        let found = of_sector.or_else(|| self.outcoded(code, key?));
        let Some(found) = found else {
            return self.elsewhere(code);
        };
        // A name beside it says more than a shared outcode does, if that name lies in it.
        let is_open = found.how == How::Outcode && found.sure < Sure::Certain;
        let named = key.filter(|_| is_open);
        let named = named.and_then(|key| weigh::within(mentions, key, &self.postcodes));
        named.unwrap_or(found)
    }

    /// By the exceptions, then by the sector.
    fn sectored(&self, code: Code, key: u32) -> Option<Found> {
        let sector = self.postcodes.sector(key, code.sector()?)?;
        let exception = code
            .rest
            .unit()
            .and_then(|(_, unit)| sector.exception(unit));
        let most = sector.shares.first()?.area;
        let one = |area: Area| vec![alone(area, sector.force)];
        let (sure, how, all) = match (code.rest, exception) {
            (_, Some(area)) => (Sure::Certain, How::Exception, one(area)),
            (Rest::Unit(..), None) => (Sure::Certain, How::Postcode, one(most)),
            (Rest::Sector(_) | Rest::Nothing, None) => {
                let is_shared = sector.shares.len() > 1;
                let sure = if is_shared {
                    Sure::NeedsCheck
                } else {
                    Sure::Certain
                };
                (sure, How::Sector, candidates(&sector.shares, sector.force))
            }
        };
        Some(Found::new(sure, how, code.to_string(), all))
    }

    fn outcoded(&self, code: Code, key: u32) -> Option<Found> {
        let outcode = self.postcodes.outcode(key)?;
        let sure = match sure_of(&outcode.shares) {
            // Its sector is newer than the data.
            Sure::Certain if code.rest != Rest::Nothing => Sure::Likely,
            sure => sure,
        };
        let all = candidates(&outcode.shares, outcode.force);
        Some(Found::new(sure, How::Outcode, code.to_string(), all))
    }

    /// The data list every outcode in or beside the county. Others lie elsewhere, but for letters that
    /// are mostly the county's: such an outcode is a slip, or newer than the data.
    fn elsewhere(&self, code: Code) -> Found {
        let near = self.postcodes.under(code.outcode.letters);
        let (outside, inside): (Vec<_>, Vec<_>) = near.partition(|area| *area == Area::Outside);
        if inside.len() > outside.len() {
            return Found::nothing();
        }
        let is_far = outside.is_empty();
        let sure = if is_far { Sure::Certain } else { Sure::Likely };
        let outside = vec![alone(Area::Outside, None)];
        Found::new(sure, How::Elsewhere, code.to_string(), outside)
    }
}

/// How sure an outcode alone makes.
fn sure_of(shares: &[Share]) -> Sure {
    let most = shares.first().map_or(0, |share| share.postcodes);
    match shares {
        [_] => Sure::Certain,
        _ if most.saturating_mul(1_000) >= total(shares).saturating_mul(LIKELY) => Sure::Likely,
        _ => Sure::NeedsCheck,
    }
}
