//! What crosses the wire between a browser and the two listeners, as JSON unless said otherwise.
//!
//! Public listener: `POST /api/tips` (exactly [`crate::FRAME_LEN`] bytes in, 202 out),
//! `GET /api/directory` (a signed note, text), `GET /health`, `GET /api/puzzle` ([`PUZZLE_HEADER`]),
//! `GET /api/sheets` ([`Sheets`]). A
//! tip's files: `POST /api/blobs`
//! ([`BeginUpload`] in, [`BegunUpload`] out), `PUT /api/blobs/{upload}/{part}` (exactly
//! [`crate::bundle::Bucket::part_len`] bytes in, 204 out), `GET /api/blobs/{upload}` ([`HeldParts`]),
//! `POST /api/blobs/{upload}/finish` ([`FinishedUpload`]). A reporter's mailbox: `POST /api/mailbox` (eight
//! tokens of 32 bytes in, eight frames out), `POST /api/mailbox/delete` (eight too, 204 out).
//!
//! Staff listener, each route with its request and response type:
//!
//! | route | takes | gives |
//! |---|---|---|
//! | `POST /api/enrol/start` | [`EnrolStart`] | [`EnrolChallenge`] |
//! | `POST /api/enrol/finish` | [`EnrolFinish`] | 204 |
//! | `POST /api/sign-in/start` | [`SignInStart`] | [`SignInChallenge`] |
//! | `POST /api/sign-in/finish` | [`SignInFinish`] | [`Me`] |
//! | `POST /api/sign-out` | | 204 |
//! | `GET /api/me` | | [`Me`] |
//! | `GET /api/notes` | | [`Notes`] |
//! | `GET /api/wrappers` | | [`Wrappers`] |
//! | `POST /api/intake/fetch` | [`FetchIntake`] | [`IntakeBatch`], binary |
//! | `POST /api/intake/accept` | [`Accept`] | 204, or 409 if somebody was first |
//! | `POST /api/canary` | [`CanaryArrived`] | 204 |
//! | `GET /api/vault/{desk}` | | [`Cards`] |
//! | `POST /api/vault/{desk}/{record}/open` | [`Purpose`] | [`OpenedRecord`] |
//! | `POST /api/vault/{desk}/{record}/claim` | | [`Claim`], or 409 |
//! | `POST /api/vault/{desk}/{record}/disclose` | nothing | 204 |
//! | `POST /api/vault/{desk}/{record}/refer` | nothing | 204 |
//! | `POST /api/vault/{desk}/{record}/release` | [`LeaseOnly`] | 204 |
//! | `PUT /api/vault/{desk}/{record}` | [`WriteRecord`] | 204, or 409 |
//! | `POST /api/vault/{desk}/{record}/put-back` | [`PutBack`] | 204, or 409 |
//! | `POST /api/vault/{desk}/{record}/postpone` | [`Postpone`] | 204, or 409 |
//! | `POST /api/vault/{desk}/{record}/erase` | [`Erase`] | 204, or 409 |
//! | `POST /api/drafts/hand-in` | [`PutDraft`] | 204 |
//! | `GET /api/drafts` | | [`Drafts`] |
//! | `POST /api/drafts/{draft}/open` | [`Purpose`] | [`OpenedDraft`] |
//! | `POST /api/drafts/{draft}/release` | [`Deliver`] | 204, or 409 for its author |
//! | `POST /api/drafts/{draft}/remove` | | 204 |
//! | `POST /api/replies` | [`PutReply`] | 204, or 409 if all eight slots are taken |
//! | `GET /api/deliveries` | | [`Deliveries`] of three months |
//! | `GET /api/deliveries/all` | | [`Deliveries`] |
//! | `POST /api/traces/keep` | [`Trace`] | 204, or 409 if it is kept |
//! | `GET /api/traces?after=` | [`TracesAsked`] | [`Traces`] |
//! | `POST /api/deliveries/{desk}/{report}/recall` | [`NewReport`], the notice | 204, or 409 if it was before |
//! | `GET /api/inbox/{desk}` | | [`Deliveries`] |
//! | `POST /api/inbox/{desk}/{report}/open` | [`Purpose`] | [`OpenedReport`], or 409 if it was taken back |
//! | `POST /api/inbox/{desk}/{report}/acknowledge` | | 204, or 409 |
//! | `GET /api/log?year=&from=` | [`LogAsked`] | [`LogPage`] |
//! | `POST /api/desks/{desk}/sheets` | [`NewSheet`] | 204, or 409 if another is published |
//! | `GET /api/officers` | | [`Officers`] |
//! | `GET /api/blobs/{blob}` | | a sealed blob, binary |
//!
//! `{desk}` is percent-encoded (`bronze%2Fleeds`). The session token goes in
//! `Authorization: Bearer`. Every failure is a [`Fault`] as `application/problem+json`.

mod blob;
mod drafts;
mod fault;
mod intake;
mod keys;
mod log;
mod officers;
mod puzzle;
mod replies;
mod reports;
mod sheets;
mod sign_in;
mod traces;
mod uploads;
mod vault;

pub use blob::Blob;
pub use drafts::{DraftRow, Drafts, OpenedDraft, PutDraft};
pub use fault::Fault;
pub use intake::{
    ACCEPT_MAX, Accept, CanaryArrived, FetchIntake, INTAKE_FETCH_MAX, INTAKE_REMAINING_HEADER,
    IntakeBatch, IntakeRow, PARTS_NONCE_LEN, Waited,
};
pub use keys::{Notes, Wrapper, Wrappers};
pub use log::{LOG_FRAME_LEN, LOG_PAGE_MAX, LogAsked, LogPage};
pub use officers::{Colleague, Colleagues, OfficerRow, OfficerState, Officers};
pub use puzzle::PUZZLE_HEADER;
pub use replies::{PutReply, SlotFrame};
pub use reports::{
    Deliver, Deliveries, DeliveryRow, DeliveryState, NewReport, OpenedReport, Recalled, TakenBack,
};
pub use sheets::{NewSheet, Sheets};
pub use sign_in::{
    EnrolChallenge, EnrolFinish, EnrolStart, Me, SignInChallenge, SignInFinish, SignInStart,
};
pub use traces::{TRACES_PAGE_MAX, Trace, Traces, TracesAsked};
pub use uploads::{BeginUpload, BegunUpload, FinishedUpload, HeldParts};
pub use vault::{
    CARD_LEN, CardRow, Cards, Claim, ClaimRow, Erase, LeaseOnly, NewRecord, OpenedRecord, Postpone,
    Purpose, PutBack, WriteRecord,
};
