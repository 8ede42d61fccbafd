//! What is planted, and how it is looked for.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use domain::InstallationId;
use tests::{Finding, Needles};

use crate::returning::Returning;

/// In every tip's text.
pub const PHRASE: &str = "umbrella-canary-thousand-6620-dotterel";
/// Every visitor's browser.
pub const BROWSER: &str = "Umbrella-Canary-Browser/4471.93 (like Bittern)";
/// Half of the visitors come from here,
pub const V4: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 77);
/// the others from here.
pub const V6: Ipv6Addr = Ipv6Addr::new(0x2001, 0xdb8, 0x4471, 0x93, 0, 0, 0, 0x77);

/// Where a visitor of this number comes from.
pub fn address(number: usize) -> IpAddr {
    if number.is_multiple_of(2) {
        V4.into()
    } else {
        V6.into()
    }
}

/// Everything planted, ready to be searched for.
pub struct Planted {
    needles: Vec<(&'static str, Needles)>,
}

impl Planted {
    /// The phrase, the browser, both addresses, and what whoever comes back there has.
    pub fn at(inst: InstallationId) -> Self {
        let mut needles = vec![
            ("the phrase", Needles::of(PHRASE)),
            ("the browser", Needles::of(BROWSER)),
            ("the IPv4 address", Needles::of_address(V4.into())),
            ("the IPv6 address", Needles::of_address(V6.into())),
        ];
        needles.extend(Returning::at(inst).needles());
        Self { needles }
    }

    /// What of it is in these bytes, as `what, in which dress, where`.
    pub fn within(&self, bytes: &[u8], place: &str) -> Vec<String> {
        let found = self.needles.iter().flat_map(|(what, needles)| {
            let dresses = needles.within(bytes).into_iter();
            dresses.map(move |encoding| {
                let place = place.to_owned();
                format!("{what}, {}", Finding { encoding, place })
            })
        });
        found.collect()
    }
}
