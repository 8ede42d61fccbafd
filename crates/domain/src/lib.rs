//! The words of the trade: what a tip, a desk, a grade and a frame are.
//!
//! No I/O, no clock, no crypto. Everything else in the house speaks in these types.

mod calendar;
mod desk;
mod frame;
mod id;

pub use calendar::{Clock, Day, Hour, NotACalendarText, Quarter, UnixSeconds, Week};
pub use desk::{Desk, District, Role, Team, UnknownDesk, UnknownRole};
pub use frame::{FRAME_LEN, SealedFrame, WrongFrameLength};
pub use id::{
    BlobId, InstallationId, IntakeId, NotAnId, OfficerId, RecordId, ReportId, ThreadId, TipId,
};
