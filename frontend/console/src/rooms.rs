//! The rooms, one concern each.

mod case;
mod cases;
mod desk;
mod enrol;
mod gate;
mod inbox;
mod intake;
mod kept;
mod locked;
mod meeting;
mod message;
mod officers;
mod picture;
mod record;
mod release;
mod sent;
mod sign_in;
mod steps;
mod waiting;

pub(crate) use case::CaseRoom;
pub(crate) use cases::CasesRoom;
pub(crate) use desk::DeskRoom;
pub(crate) use enrol::Enrol;
pub(crate) use inbox::InboxRoom;
pub(crate) use intake::IntakeRoom;
pub(crate) use kept::KeptRoom;
pub(crate) use locked::LockedCard;
pub(crate) use meeting::MeetingRoom;
pub(crate) use officers::OfficersRoom;
pub(crate) use picture::PictureRoom;
pub(crate) use record::RecordRoom;
pub(crate) use release::ReleaseRoom;
pub(crate) use sent::SentRoom;
pub(crate) use sign_in::SignIn;
pub(crate) use waiting::WaitingRoom;
