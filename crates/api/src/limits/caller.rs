//! Who a limit counts for, without saying who.

use std::net::IpAddr;

use actix_web::HttpRequest;

use crate::mac::short_mac;

use super::network::{TrustedProxies, mask4, mask6};

/// What a limit is counted on; lives as long as the request and never prints.
#[derive(Clone, PartialEq, Eq)]
pub struct Caller(Subject);

#[derive(Clone, PartialEq, Eq)]
enum Subject {
    /// All who share one limit: this machine, the onion service's daemon, a proxy that does not say.
    Shared,
    /// Everybody in one IPv4/24 or IPv6/48.
    Neighbourhood(Vec<u8>),
    /// Whoever uses one sign-in name, anywhere or from one neighbourhood.
    Account { name: String, at: Vec<u8> },
}

impl Caller {
    /// Who sent this request.
    pub fn of(request: &HttpRequest, proxies: &TrustedProxies) -> Self {
        let headers = request.headers().get_all("x-forwarded-for");
        let lists: Vec<&str> = headers.filter_map(|value| value.to_str().ok()).collect();
        let entries = lists.iter().flat_map(|list| list.split(','));
        let peer = request.peer_addr().map(|peer| peer.ip());
        let address = peer.and_then(|peer| proxies.caller(peer, entries));
        address.map_or(Self(Subject::Shared), Self::at)
    }

    /// Everybody at this address's neighbourhood.
    pub fn at(address: IpAddr) -> Self {
        if address.is_loopback() || address.is_unspecified() {
            return Self(Subject::Shared);
        }
        Self(Subject::Neighbourhood(match address {
            IpAddr::V4(v4) => [&[4][..], &mask4(v4, 24).to_be_bytes()].concat(),
            IpAddr::V6(v6) => [&[6][..], &mask6(v6, 48).to_be_bytes()].concat(),
        }))
    }

    /// Everybody together.
    pub const fn everybody() -> Self {
        Self(Subject::Shared)
    }

    /// Whoever uses this sign-in name, known or not, from wherever.
    pub fn account(folded_name: &str) -> Self {
        let (name, at) = (folded_name.into(), Vec::new());
        Self(Subject::Account { name, at })
    }

    /// Whoever uses this sign-in name, known or not, from where this caller is.
    #[must_use]
    pub fn as_account(&self, folded_name: &str) -> Self {
        let at = match &self.0 {
            Subject::Neighbourhood(bytes) => bytes.clone(),
            Subject::Shared | Subject::Account { .. } => vec![0],
        };
        let name = folded_name.into();
        Self(Subject::Account { name, at })
    }

    pub(crate) const fn is_shared(&self) -> bool {
        matches!(self.0, Subject::Shared)
    }

    /// HMAC-SHA256(key, neighbourhood or name), shortened to 16 bytes.
    pub(crate) fn key(&self, key: &[u8; 32]) -> [u8; 16] {
        match &self.0 {
            Subject::Shared => short_mac(key, &[b"shared"]),
            Subject::Neighbourhood(bytes) => short_mac(key, &[b"at", bytes]),
            Subject::Account { name, at } => {
                short_mac(key, &[b"account", at, b"\0", name.as_bytes()])
            }
        }
    }
}
