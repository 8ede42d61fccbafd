//! Which peers may name the caller.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// The text is neither an address nor `address/bits`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("neither an address nor address/bits")]
pub struct NotANetwork;

/// An address, or all that share its first bits: `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl Network {
    /// Whether this address lies in it.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, plain(address)) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                mask4(own, self.bits) == mask4(other, self.bits)
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                mask6(own, self.bits) == mask6(other, self.bits)
            }
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

impl FromStr for Network {
    type Err = NotANetwork;
    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| NotANetwork)?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), |bits| bits.parse().map_err(|_| NotANetwork))?;
        if bits > most {
            return Err(NotANetwork);
        }
        Ok(Self { address, bits })
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.bits)
    }
}

/// The proxies whose `X-Forwarded-For` is believed.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(Vec<Network>);

impl TrustedProxies {
    /// Believes these.
    pub const fn new(networks: Vec<Network>) -> Self {
        Self(networks)
    }

    /// Who calls: the peer, or, if that is a trusted proxy, the rightmost untrusted address of the
    /// forwarded list. What stands further left was written by the caller and proves nothing.
    /// `None` if a trusted proxy does not say.
    pub fn caller<'a>(
        &self,
        peer: IpAddr,
        forwarded: impl DoubleEndedIterator<Item = &'a str>,
    ) -> Option<IpAddr> {
        if !self.trusts(peer) {
            return Some(plain(peer));
        }
        for entry in forwarded.rev() {
            let address = plain(entry.trim().parse().ok()?);
            if !self.trusts(address) {
                return Some(address);
            }
        }
        None
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(address))
    }
}

/// An IPv4 address that came in IPv6 clothes is the IPv4 address.
fn plain(address: IpAddr) -> IpAddr {
    address.to_canonical()
}

pub(super) fn mask4(address: Ipv4Addr, bits: u8) -> u32 {
    let unused = 32_u32.saturating_sub(bits.into());
    u32::from(address).checked_shr(unused).unwrap_or(0)
}

pub(super) fn mask6(address: Ipv6Addr, bits: u8) -> u128 {
    let unused = 128_u32.saturating_sub(bits.into());
    u128::from(address).checked_shr(unused).unwrap_or(0)
}
