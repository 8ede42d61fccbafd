//! What the server's refusals mean, route by route.

use domain::console::Failure;
use domain::wire::Fault;

use crate::transport::Reply;

/// Seconds to wait when the server does not say how long.
const A_WHILE: u32 = 30;

/// The reply if it is good, otherwise what its refusal means.
pub(super) fn good_or(
    reply: &Reply,
    meaning: impl Fn(&Reply) -> Failure,
) -> Result<&Reply, Failure> {
    match reply.status {
        200..=299 => Ok(reply),
        _ => Err(meaning(reply)),
    }
}

/// What a refusal means on most routes.
pub(super) fn ordinary(reply: &Reply) -> Failure {
    match reply.status {
        401 => Failure::SignedOut,
        403 => Failure::NotAllowed,
        404 => Failure::NotFound,
        429 | 503 => Failure::TooMany {
            retry_after: fault(reply)
                .and_then(|fault| fault.retry_after)
                .unwrap_or(A_WHILE),
        },
        _ => Failure::Unexpected,
    }
}

pub(super) fn conflict(reply: &Reply, failure: Failure) -> Failure {
    if reply.status == 409 {
        failure
    } else {
        ordinary(reply)
    }
}

/// Under a claim, 409 says in its code whether the claim is lost or something else has changed.
pub(super) fn held(reply: &Reply) -> Failure {
    let failure = match code(reply).as_deref() {
        Some("version-moved") => Failure::VersionMoved,
        Some("cannot-put-back") => Failure::NotFound,
        _ => Failure::ClaimLost,
    };
    conflict(reply, failure)
}

pub(super) fn acknowledging(reply: &Reply) -> Failure {
    let failure = match code(reply).as_deref() {
        Some("not-opened") => Failure::NotOpened,
        Some("recalled") => Failure::Recalled,
        _ => Failure::AlreadyAcknowledged,
    };
    conflict(reply, failure)
}

/// Of a report that is opened, taken back or put back.
pub(super) fn recalled(reply: &Reply) -> Failure {
    match code(reply).as_deref() {
        Some("recalled") => Failure::Recalled,
        Some("own-recall") => Failure::OwnRecall,
        Some("not-recalled") => Failure::NotRecalled,
        Some("corrected") => Failure::NotAllowed,
        Some("too-many-recalls") => Failure::TooManyRecalls,
        _ => conflict(reply, Failure::Unexpected),
    }
}

pub(super) fn releasing(reply: &Reply) -> Failure {
    let failure = match code(reply).as_deref() {
        Some("own-draft") => Failure::OwnDraft,
        Some("too-many-recalls") => return Failure::TooManyRecalls,
        _ => Failure::Unexpected,
    };
    conflict(reply, failure)
}

pub(super) fn sign_in(reply: &Reply) -> Failure {
    match reply.status {
        400 | 401 | 403 | 404 | 409 | 422 => Failure::WrongNameOrPassphrase,
        _ => ordinary(reply),
    }
}

pub(super) fn invitation(reply: &Reply) -> Failure {
    match reply.status {
        400 | 401 | 403 | 404 | 409 | 410 | 422 => Failure::BadInvitation,
        _ => ordinary(reply),
    }
}

fn code(reply: &Reply) -> Option<String> {
    fault(reply).map(|fault| fault.code)
}

fn fault(reply: &Reply) -> Option<Fault> {
    serde_json::from_slice(&reply.body).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_means_what_its_route_says() {
        let reply = |status, body: &str| Reply {
            status,
            remaining: None,
            body: body.into(),
        };
        assert_eq!(ordinary(&reply(401, "")), Failure::SignedOut);
        assert_eq!(sign_in(&reply(401, "")), Failure::WrongNameOrPassphrase);
        assert_eq!(held(&reply(409, "{}")), Failure::ClaimLost);
        let moved = r#"{"status":409,"title":"x","code":"version-moved"}"#;
        assert_eq!(held(&reply(409, moved)), Failure::VersionMoved);
        let wait = r#"{"status":429,"title":"x","code":"too-many","retry_after":7}"#;
        assert_eq!(
            ordinary(&reply(429, wait)),
            Failure::TooMany { retry_after: 7 }
        );
    }
}
