//! A reply to a reporter: signed for the desk, sealed to the phrase, handed in for the lowest free place.

use domain::console::{Answer, Failure};
use domain::mailbox::{REPLY_CONTEXT, Reply};
use domain::tip::{Language, ReplySlot};
use domain::wire::{Blob, PutReply, SlotFrame};
use domain::work::{Act, Original, Signpost, SignpostDecision};
use domain::{Desk, RecordId};
use minicbor::bytes::ByteArray;
use notes::SigningKey;
use rand::RngCore;
use seal::hybrid::Recipient;
use seal::kept::WriteId;
use seal::reply::seal_reply;

use crate::opener::Room;
use crate::pack::Contents;
use crate::transport::Transport;
use crate::vault::unsealed;

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Replies, and keeps what was said in the record. That it can be kept is found out before it is sent.
    pub(crate) async fn reply(
        self,
        desk: Desk,
        record: RecordId,
        text: String,
        lang: Language,
    ) -> Result<Answer, Failure> {
        self.reply_of_help(desk, record, (text, lang), None).await
    }

    /// The same, and notes that it told of a signpost.
    pub(crate) async fn reply_of_help(
        mut self,
        desk: Desk,
        record: RecordId,
        (text, lang): (String, Language),
        signpost: Option<Signpost>,
    ) -> Result<Answer, Failure> {
        let mut contents = self.held.vault.opened(desk, record)?.contents.clone();
        let slot = contents.original.reply.clone().ok_or(Failure::NotAllowed)?;
        let seq = self.note_reply(&mut contents, &text, &lang);
        if let Some(signpost) = signpost {
            self.note_signpost(&mut contents, signpost, SignpostDecision::Told { seq });
        }
        self.held.vault.lease(record)?;
        let pen = self.pen(desk, record, WriteId::from_bytes([0; 16]))?;
        self.held.vault.seal_next(&pen, &mut contents)?;
        let key = self.held.ring.reply_key(desk, &self.held.trust)?;
        let reply = self.reply_of(&contents.original, seq, text, lang);
        let body = sealed(&slot, &reply, &key)?;
        self.api.put_reply(&body).await?;
        // In this order nobody waits for a reply that a record says was sent.
        let kept = self.write(desk, record, contents).await;
        kept.map_err(|_| Failure::ReplyNotKept)?;
        self.view(desk, record)
    }

    fn note_reply(&self, contents: &mut Contents, text: &str, lang: &Language) -> u32 {
        let seq = contents.history.next_reply();
        contents.history.add(self.entry(Act::Replied {
            seq,
            text: text.to_owned(),
            lang: lang.clone(),
        }));
        seq
    }

    /// The reply, for a slot still to be named.
    fn reply_of(&self, original: &Original, seq: u32, text: String, lang: Language) -> Reply {
        Reply {
            ctx: REPLY_CONTEXT.into(),
            inst: self.pins.inst,
            address: [0; 32].into(),
            thread: original.thread,
            seq,
            day: self.now.day(),
            text,
            lang,
        }
    }
}

/// One frame for each slot: which of them will hold it only the server finds out.
fn sealed(slot: &ReplySlot, reply: &Reply, key: &SigningKey) -> Result<PutReply, Failure> {
    // Whoever sent the tip chose the recipient.
    let to = Recipient::from_bytes(&slot.recipient).map_err(|_| Failure::NotAllowed)?;
    let frame = |address: &ByteArray<32>| {
        let reply = Reply {
            address: *address,
            ..reply.clone()
        };
        Ok(SlotFrame {
            address: Blob(address.to_vec()),
            frame: seal_reply(&to, &reply, key).map_err(unsealed)?,
        })
    };
    let slots = slot.addresses.iter().map(frame).collect::<Result<_, _>>()?;
    Ok(PutReply { slots })
}
