//! Every way a request fails, as problem details ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).
//!
//! Titles and codes are fixed; nothing of the request and no cause is ever in them.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use domain::wire;
use storage::StoreError;

/// The media type of every failure.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// Seconds after which to try again when the cause is on our side.
const SOON: u32 = 30;

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident = $status:ident, $code:literal, $title:literal;)+) => {
        /// A way to fail that needs no further words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Kind { $($(#[$doc])* $name,)+ }

        impl Kind {
            /// Every way to fail.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The HTTP status.
            pub const fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status,)+ }
            }

            /// The word for programs.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The sentence for people.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }
        }
    };
}

faults! {
    /// The request is not HTTP as we speak it.
    BadRequest = BAD_REQUEST, "bad-request", "The request could not be understood.";
    /// No session, or one that has ended.
    NotSignedIn = UNAUTHORIZED, "not-signed-in", "Sign in first.";
    /// Signing in did not succeed.
    SignInRefused = UNAUTHORIZED, "sign-in-refused", "The name or the passphrase is not right.";
    /// The session is not for this.
    Forbidden = FORBIDDEN, "forbidden", "Your role or your desks do not allow this.";
    /// Another site's page sent this.
    CrossSite = FORBIDDEN, "cross-site", "This can only be sent from this site's own pages.";
    /// Nothing is there.
    NotFound = NOT_FOUND, "not-found", "There is nothing here.";
    /// The one-time code opens nothing.
    NoInvitation = NOT_FOUND, "no-invitation", "This invitation is not valid or has been used.";
    /// The address exists, the method does not.
    WrongMethod = METHOD_NOT_ALLOWED, "wrong-method", "This cannot be done here.";
    /// Somebody was first with a tip.
    AlreadyAccepted = CONFLICT, "already-accepted", "Another officer was first.";
    /// Somebody works on a record.
    Claimed = CONFLICT, "claimed", "Another officer is working on this.";
    /// The lease is no longer held.
    ClaimLost = CONFLICT, "claim-lost", "You no longer hold the claim.";
    /// The record has moved on.
    VersionMoved = CONFLICT, "version-moved", "This has been changed since you opened it.";
    /// What was to be put back is not accepted, or its frames have gone.
    CannotPutBack = CONFLICT, "cannot-put-back", "This can no longer be put back.";
    /// An id is in use.
    IdTaken = CONFLICT, "id-taken", "This was stored before under the same number.";
    /// Whoever wrote a report cannot release it.
    OwnDraft = CONFLICT, "own-draft", "Another officer has to release this.";
    /// A name is in use.
    NameTaken = CONFLICT, "name-taken", "Somebody has this name already.";
    /// A report nobody has opened cannot be acknowledged.
    NotOpened = CONFLICT, "not-opened", "Open the report first.";
    /// A report is acknowledged once.
    AlreadyAcknowledged = CONFLICT, "already-acknowledged", "This has been acknowledged already.";
    /// Triage has taken a report back.
    Recalled = CONFLICT, "recalled", "This report has been taken back.";
    /// A report that is not taken back cannot be put back.
    NotRecalled = CONFLICT, "not-recalled", "This report is not taken back.";
    /// Whoever took a report back cannot put it back.
    OwnRecall = CONFLICT, "own-recall", "Another officer has to put this back.";
    /// A correction lies in the place of a report.
    Corrected = CONFLICT, "corrected", "A correction took the place of this report.";
    /// Eight replies wait that were not deleted yet.
    MailboxFull = CONFLICT, "mailbox-full", "Every place for a reply is taken.";
    /// A month is published once.
    AlreadyPublished = CONFLICT, "already-published", "A sheet of this month is published already.";
    /// An upload cannot be finished yet.
    PartsMissing = CONFLICT, "parts-missing", "Parts of this have not arrived.";
    /// The length was not announced.
    LengthRequired = LENGTH_REQUIRED, "length-required", "The length must be announced.";
    /// Too many bytes.
    TooLarge = PAYLOAD_TOO_LARGE, "too-large", "This is too large.";
    /// Another content type.
    WrongType = UNSUPPORTED_MEDIA_TYPE, "wrong-type", "This content type is not taken here.";
    /// Readable, but not what belongs here.
    Unprocessable = UNPROCESSABLE_ENTITY, "unprocessable", "This is not in the expected form.";
    /// The body broke off or came too slowly.
    Incomplete = UNPROCESSABLE_ENTITY, "incomplete", "This did not arrive whole.";
    /// No puzzle was solved for this, or another server's, or it has expired.
    Puzzle = PRECONDITION_REQUIRED, "puzzle", "A puzzle has to be fetched and solved first.";
    /// Too many requests.
    TooMany = TOO_MANY_REQUESTS, "too-many", "There is too much to do just now. Please try again in a moment.";
    /// One officer takes so many reports back in an hour, and no more.
    TooManyRecalls = TOO_MANY_REQUESTS, "too-many-recalls", "You have taken many reports back in this hour. Ask another officer to take back what is left.";
    /// Our own store or disk does not answer.
    Unavailable = SERVICE_UNAVAILABLE, "unavailable", "The service is not available just now. Please try again later.";
    /// What officers do must be recorded, and it cannot be.
    NotRecorded = SERVICE_UNAVAILABLE, "not-recorded", "This cannot be recorded in the log of operations, so it was not done. Tell whoever runs the service.";
    /// No more can be taken in just now.
    Full = SERVICE_UNAVAILABLE, "full", "No more can be taken in just now. Please try again in a moment.";
    /// No more files can be stored.
    NoRoom = SERVICE_UNAVAILABLE, "no-room", "There is no room for files just now. The text can be sent without them.";
    /// There is no directory that is valid today.
    Closed = SERVICE_UNAVAILABLE, "closed", "Reports cannot be taken just now. Please use another way to report.";
}

/// A failure on its way to the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    kind: Kind,
    retry_after: Option<u32>,
}

impl Fault {
    /// Which failure it is.
    pub const fn kind(self) -> Kind {
        self.kind
    }

    /// Too many requests; try again after so many seconds, at least one.
    pub const fn too_many(retry_after: u32) -> Self {
        let retry_after = if retry_after == 0 { 1 } else { retry_after };
        Self {
            kind: Kind::TooMany,
            retry_after: Some(retry_after),
        }
    }

    /// The failure that stands for a status somebody else set.
    pub fn of_status(status: StatusCode) -> Self {
        let mut kinds = Kind::ALL.iter().copied();
        let kind = match status {
            StatusCode::UNPROCESSABLE_ENTITY => Some(Kind::Unprocessable),
            StatusCode::CONFLICT => Some(Kind::IdTaken),
            StatusCode::INTERNAL_SERVER_ERROR => Some(Kind::Unavailable),
            other => kinds.find(|kind| kind.status() == other),
        };
        kind.unwrap_or(Kind::BadRequest).into()
    }

    /// What crosses the wire.
    pub fn to_wire(self) -> wire::Fault {
        wire::Fault {
            status: self.kind.status().as_u16(),
            title: self.kind.title().into(),
            code: self.kind.code().into(),
            retry_after: self.retry_after,
        }
    }
}

impl From<Kind> for Fault {
    fn from(kind: Kind) -> Self {
        let ours = matches!(kind.status(), StatusCode::SERVICE_UNAVAILABLE);
        Self {
            kind,
            retry_after: ours.then_some(SOON),
        }
    }
}

/// A backend's failure is logged here, where every one of them passes, and nowhere else.
impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        Kind::Unavailable.into()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.title())
    }
}

impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        self.kind.status()
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        if let Some(seconds) = self.retry_after {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        if self.kind.status() == StatusCode::UNAUTHORIZED {
            let bearer = HeaderValue::from_static("Bearer");
            response.insert_header((header::WWW_AUTHENTICATE, bearer));
        }
        let body = serde_json::to_vec(&self.to_wire()).unwrap_or_default();
        response.content_type(PROBLEM_JSON).body(body)
    }
}
