//! The words of the trade: what a tip, a desk, a grade and a frame are.
//!
//! No I/O, no clock, no crypto. Everything else in the house speaks in these types.

pub mod answers;
pub mod bundle;
mod calendar;
pub mod case;
mod category;
mod clocks;
pub mod console;
mod desk;
pub mod draft;
mod erasure;
pub mod export;
mod frame;
pub mod grade;
mod id;
pub mod log;
pub mod mailbox;
pub mod message;
mod page_hashes;
mod period;
mod priority;
pub mod question;
pub mod report;
mod retention;
pub mod sheet;
pub mod tip;
pub mod wire;
pub mod work;

pub use calendar::{
    Clock, Day, Hour, Minute, Month, NotACalendarText, Quarter, UnixSeconds, Week, Year,
};
pub use category::{Category, UnknownCategory};
pub use clocks::Clocks;
pub use desk::{Desk, District, Role, Standing, Team, UnknownDesk, UnknownRole};
pub use erasure::EraseReason;
pub use frame::{FRAME_LEN, SealedFrame, WrongFrameLength};
pub use id::{
    BlobId, DraftId, InstallationId, IntakeId, NotAnId, OfficerId, RecordId, ReportId, ThreadId,
    TipId, UploadId,
};
pub use page_hashes::{NotPageHashes, PageHashes};
pub use period::Period;
pub use priority::{Priority, UnknownPriority};
pub use retention::{Due, POSTPONE_MONTHS, Retention, WARNING_DAYS};
