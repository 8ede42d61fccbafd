//! Messages between desks, opened by the desk they are for; format in [`seal::message`].

use domain::message::Message;
use domain::{Day, Desk, InstallationId, OfficerId, ReportId, SealedFrame, Standing, Week};
use notes::PublicKey;
use seal::Kind;
use seal::message::SignedMessage;

use crate::Identity;
use crate::file::OpenError;
use crate::frame::open_frame;

/// With which key an officer of a desk could sign on a day, and whether they still can.
pub type KeyAt<'a> = &'a dyn Fn(Desk, OfficerId, Day) -> Option<(PublicKey, Standing)>;

/// What an opened message must say of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExpectedMessage {
    /// The installation.
    pub inst: InstallationId,
    /// The message.
    pub id: ReportId,
    /// The desk that received it.
    pub desk: Desk,
    /// The week whose key it is sealed to, in which it must be dated.
    pub week: Week,
}

/// Opens a message: an officer rostered at the desk it says to come from must have signed it.
pub fn open_message(
    desk: &Identity,
    frame: &SealedFrame,
    expected: &ExpectedMessage,
    key_at: KeyAt<'_>,
) -> Result<(Message, Standing), OpenError> {
    let opened = open_frame(&[desk], frame, Kind::Message, expected.inst)?;
    let (signed, message) = SignedMessage::from_bytes(&opened.body)?;
    let author = key_at(message.from, message.author, message.created);
    let (key, standing) = author.ok_or(OpenError::Unsigned)?;
    signed.verify(key).map_err(|_| OpenError::Unsigned)?;
    let named = (message.inst, message.id, message.to, message.created.week());
    if named == (expected.inst, expected.id, expected.desk, expected.week) {
        Ok((message, standing))
    } else {
        Err(OpenError::Misplaced)
    }
}
