#![doc = include_str!("../README.md")]

pub mod bundle;
mod canary;
pub mod cbor;
pub mod draft;
mod file;
pub mod follow_up;
mod frame;
#[doc(hidden)]
pub mod fuzz;
pub mod hybrid;
pub mod kept;
pub mod message;
mod outer;
mod packed;
pub mod reply;
pub mod report;
mod stream;
mod tip;
mod triage;

pub use canary::{is_canary, seal_canary};
pub use file::{SealError, seal_file, seal_with_passphrase};
pub use frame::{age_file, seal_frame};
pub use notes::Malformed;
pub use outer::{Kind, OUTER_BODY_MAX, OUTER_LEN, Outer, read_outer};
pub use packed::{pad, seal_packed, unpack, unpad};
pub use stream::{SealedWriter, seal_stream};
pub use tip::{TIP_BODY_LEN, TipRoute, read_tip_body, seal_signed_tip, seal_tip};
pub use triage::{ForTriage, for_triage, signed_to_triage, to_triage};
