//! Who a request comes from, as types: each can only be made of a request that proves it.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{self, Data};
use actix_web::{FromRequest, HttpRequest};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use domain::{Desk, OfficerId, RecordId, Role, UnixSeconds};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use storage::{HeldClaim, IntakeView, LeaseNumber, Officer, OfficerState, TokenHash};

use super::Staff;
use crate::fault::{Fault, Kind};

type Proving<T> = Pin<Box<dyn Future<Output = Result<T, Fault>>>>;

/// Anybody, signed in or not.
pub(super) struct Anyone;

/// Somebody with a session, approved or not.
pub(super) struct SignedIn {
    pub token: TokenHash,
    pub officer: Officer,
    pub expires: UnixSeconds,
}

/// Somebody in the roster of at least one desk.
pub(super) struct Approved {
    pub officer: OfficerId,
    pub desks: Vec<Desk>,
}

/// An officer of the desk the address names, whose role opens things.
pub(super) struct OnDesk {
    pub officer: OfficerId,
    pub desk: Desk,
    role: Role,
}

/// A supervisor of the desk the address names.
pub(super) struct Supervises {
    pub officer: OfficerId,
    pub desk: Desk,
}

/// An officer of triage, whose role opens things.
pub(super) struct OnTriage {
    pub officer: OfficerId,
}

/// An officer of a desk that sees the intake, whose role opens things.
pub(super) struct OnIntake {
    pub officer: OfficerId,
    pub token: TokenHash,
    pub expires: UnixSeconds,
    pub desk: Desk,
    pub view: IntakeView,
}

/// A coordinator. Needs no approval: that is about keys, and a coordinator holds none.
pub(super) struct Coordinator;

/// An auditor. Needs no approval either: what they are handed is sealed.
pub(super) struct Auditor;

#[derive(Deserialize)]
struct DeskInPath {
    desk: Desk,
}

/// SHA-256 of a token as it is shown: base64url of 32 bytes, and nothing else.
pub(super) fn token_hash(shown: &str) -> Option<TokenHash> {
    let bytes: [u8; 32] = BASE64.decode(shown).ok()?.try_into().ok()?;
    Some(TokenHash(Sha256::digest(bytes).into()))
}

async fn signed_in(request: &HttpRequest) -> Result<SignedIn, Fault> {
    let staff = request.app_data::<Data<Staff>>();
    let staff = staff.ok_or(Kind::Unavailable)?;
    let header = request.headers().get(AUTHORIZATION);
    let shown = header.and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    let token = shown.and_then(token_hash).ok_or(Kind::NotSignedIn)?;
    let session = staff.store.session(token, staff.clock.now()).await?;
    let session = session.ok_or(Kind::NotSignedIn)?;
    Ok(SignedIn {
        token,
        officer: session.officer,
        expires: session.expires,
    })
}

impl SignedIn {
    fn approved(self) -> Result<Self, Fault> {
        match self.officer.state {
            OfficerState::Approved => Ok(self),
            OfficerState::Enrolled | OfficerState::Removed => Err(Kind::Forbidden.into()),
        }
    }

    /// Approved, and with a role that opens things.
    fn opening(self) -> Result<Self, Fault> {
        match self.officer.role {
            Role::Officer | Role::Supervisor => self.approved(),
            Role::Coordinator | Role::Auditor => Err(Kind::Forbidden.into()),
        }
    }

    fn at(self, desk: Desk) -> Result<OfficerId, Fault> {
        let own = self.officer.desks.contains(&desk);
        own.then_some(self.officer.id).ok_or(Kind::Forbidden.into())
    }
}

impl Supervises {
    /// A claim on one of the desk's records, as this supervisor shows it.
    pub(super) fn holds(&self, record: RecordId, lease: u32) -> HeldClaim {
        HeldClaim {
            desk: self.desk,
            record,
            officer: self.officer,
            number: LeaseNumber(lease),
        }
    }
}

impl OnDesk {
    /// Whether they supervise the desk.
    pub(super) const fn supervises(&self) -> bool {
        matches!(self.role, Role::Supervisor)
    }

    /// A claim on one of the desk's records, as this officer shows it.
    pub(super) fn holds(&self, record: RecordId, lease: u32) -> HeldClaim {
        HeldClaim {
            desk: self.desk,
            record,
            officer: self.officer,
            number: LeaseNumber(lease),
        }
    }
}

impl FromRequest for Anyone {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;
    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self))
    }
}

macro_rules! proven {
    ($who:ident, $request:ident => $prove:expr) => {
        impl FromRequest for $who {
            type Error = Fault;
            type Future = Proving<Self>;
            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                let $request = request.clone();
                Box::pin(async move { $prove })
            }
        }
    };
}

proven!(SignedIn, request => signed_in(&request).await);

proven!(Approved, request => {
    let session = signed_in(&request).await?.approved()?;
    Ok(Self { officer: session.officer.id, desks: session.officer.desks })
});

proven!(OnDesk, request => {
    let session = signed_in(&request).await?.opening()?;
    let path = web::Path::<DeskInPath>::extract(&request).await;
    let desk = path.map_err(|_| Kind::NotFound)?.desk;
    let role = session.officer.role;
    Ok(Self { officer: session.at(desk)?, desk, role })
});

proven!(Supervises, request => {
    let at = OnDesk::from_request(&request, &mut Payload::None).await?;
    match at.role {
        Role::Supervisor => Ok(Self { officer: at.officer, desk: at.desk }),
        Role::Officer | Role::Coordinator | Role::Auditor => Err(Kind::Forbidden.into()),
    }
});

proven!(OnTriage, request => {
    let session = signed_in(&request).await?.opening()?;
    Ok(Self { officer: session.at(Desk::Triage)? })
});

proven!(OnIntake, request => {
    let session = signed_in(&request).await?.opening()?;
    let desks = session.officer.desks.iter();
    let mut views = desks.filter_map(|&desk| Some((desk, IntakeView::of(desk)?)));
    let (desk, view) = views.next().ok_or(Kind::Forbidden)?;
    let officer = session.officer.id;
    Ok(Self { officer, token: session.token, expires: session.expires, desk, view })
});

proven!(Coordinator, request => {
    match signed_in(&request).await?.officer.role {
        Role::Coordinator => Ok(Self),
        Role::Officer | Role::Supervisor | Role::Auditor => Err(Kind::Forbidden.into()),
    }
});

proven!(Auditor, request => {
    match signed_in(&request).await?.officer.role {
        Role::Auditor => Ok(Self),
        Role::Officer | Role::Supervisor | Role::Coordinator => Err(Kind::Forbidden.into()),
    }
});
