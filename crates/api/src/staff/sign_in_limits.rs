//! How often anybody may try to sign in or enrol.
//!
//! A neighbourhood's own limit comes first and the common ones count only what it let through, so that
//! nobody keeps officers out from one address. Where an officer has signed in before, only guesses under
//! that name from there count: whatever floods the rest, it does not keep them out.
//!
//! Two things this gives away. Whoever shares a neighbourhood with officers (a whole VPN may be one) can use
//! up its limit with invented names and then ask under a name: only one that has signed in from there is
//! let through. And places are kept in memory: after a restart, until each has signed in once, a flood from
//! several neighbourhoods keeps everybody out while it lasts. Devices' certificates, asked for by the proxy,
//! bound both to those who have one.

use std::sync::Arc;

use actix_web::HttpRequest;

use crate::fault::Fault;
use crate::limits::{Caller, Lane, TrustedProxies};

/// The limits, narrow to wide.
pub struct SignInLimits {
    /// Whose `X-Forwarded-For` is believed.
    pub proxies: Arc<TrustedProxies>,
    /// Sign-ins of one neighbourhood.
    pub each: Lane,
    /// Sign-ins under one name from one neighbourhood.
    pub name_here: Lane,
    /// Sign-ins under one name.
    pub name: Lane,
    /// Sign-ins of everybody.
    pub all: Lane,
    /// Enrolments of one neighbourhood; those of this machine and so on share the wide one.
    pub enrolments: Lane,
}

impl SignInLimits {
    /// Who wants to sign in.
    pub(super) fn caller(&self, request: &HttpRequest) -> Caller {
        Caller::of(request, &self.proxies)
    }

    /// Lets a sign-in under this name begin where it has gone well before.
    pub(super) fn admit_known(&self, caller: &Caller, name: &str) -> Result<(), Fault> {
        self.name_here.admit(&caller.as_account(name))
    }

    /// Lets a sign-in under this name begin.
    pub(super) fn admit_sign_in(&self, caller: &Caller, name: &str) -> Result<(), Fault> {
        self.each.admit(caller)?;
        self.name_here.admit(&caller.as_account(name))?;
        self.name.admit(&Caller::account(name))?;
        self.all.admit(&Caller::everybody())
    }

    /// Lets a step of an enrolment begin. A code is 130 bits: this is against load, not guessing.
    pub(super) fn admit_enrolment(&self, request: &HttpRequest) -> Result<(), Fault> {
        self.enrolments.admit(&Caller::of(request, &self.proxies))
    }
}
