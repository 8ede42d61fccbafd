//! `POST /api/replies`: triage answers a reporter.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::{Data, Json};
use domain::log::{Object, Operation};
use domain::mailbox::Address;
use domain::wire::{PutReply, SlotFrame};
use storage::{NewReply, PutReplyError};

use super::Staff;
use super::may::May;
use super::recorded::Doing;
use super::who::OnTriage;
use crate::fault::{Fault, Kind};
use crate::limits::Caller;

/// Puts a reply into the lowest free slot of a mailbox, or tells that there is none. Which slot it was
/// is not told, and who put it there is not kept; only for an hour, in memory, how many an officer tried.
pub(super) async fn reply(
    staff: Data<Staff>,
    May(who, put): May<OnTriage, Json<PutReply>>,
) -> Result<HttpResponse, Fault> {
    let slots = put.into_inner().slots.into_iter();
    let slots = slots.map(|SlotFrame { address, frame }| {
        let address = <[u8; 32]>::try_from(address.0).map_err(|_| Kind::Unprocessable)?;
        Ok((Address::from_bytes(address), frame))
    });
    let slots = slots.collect::<Result<Vec<_>, Kind>>()?;
    let reply = NewReply::try_from(slots).map_err(|_| Kind::Unprocessable)?;
    // One address eight times would tell whether the reporter has emptied that slot.
    let distinct: BTreeSet<&[u8; 32]> = reply
        .iter()
        .map(|(address, _)| address.as_bytes())
        .collect();
    if distinct.len() < reply.len() {
        return Err(Kind::Unprocessable.into());
    }
    let officer = Caller::account(&who.officer.to_string());
    staff.replies.admit(&officer)?;
    let sent = Doing::new(Operation::Disclosure, Object::REPLY, "reply");
    staff.record(&who, [sent]).await?;
    staff.store.put_reply(reply).await?;
    Ok(HttpResponse::NoContent().finish())
}

impl From<PutReplyError> for Fault {
    fn from(error: PutReplyError) -> Self {
        match error {
            PutReplyError::Full => Kind::MailboxFull.into(),
            PutReplyError::Store(error) => error.into(),
        }
    }
}
