//! Eight slots, and the one identity that opens what lies in them.

use std::fmt;

use domain::mailbox::{Address, Reply};
use domain::tip::Language;
use domain::{Day, Desk, FRAME_LEN, InstallationId, SealedFrame, ThreadId};
use identity::{Identity, OpenError, open_frame};
use notes::ReplyKey;
use phrase::{PhraseKeys, SLOTS, TOKEN_LEN, Token};
use seal::Kind;
use seal::reply::read_reply;
use zeroize::Zeroizing;

/// A reply, opened, its desk's signature verified. It does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenedReply {
    /// The desk that wrote it.
    pub desk: Desk,
    /// Its number, from 1, among the replies to one tip.
    pub seq: u32,
    /// The day it was written.
    pub day: Day,
    /// What it says.
    pub text: Zeroizing<String>,
    /// The language it is written in.
    pub lang: Language,
    /// What deletes it.
    pub token: Token,
}

/// What eight frames came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fetched {
    /// The replies, first written first.
    pub replies: Vec<OpenedReply>,
    /// Frames that are for this phrase, but not a reply a listed desk signed for this conversation.
    pub doubtful: usize,
}

/// Everything one phrase can ask for and open. It does not print.
pub struct Mailbox {
    inst: InstallationId,
    thread: ThreadId,
    identity: Identity,
    slots: [(Token, Address); SLOTS],
}

impl Mailbox {
    /// The mailbox of a phrase.
    pub fn of(keys: &PhraseKeys) -> Self {
        Self {
            inst: keys.inst(),
            thread: keys.thread(),
            identity: Identity::from_seed(keys.expose_reply_seed()),
            slots: keys.tokens().map(|token| {
                let address = token.address();
                (token, address)
            }),
        }
    }

    /// What to send to fetch: the eight tokens, one after the other.
    pub fn request(&self) -> Zeroizing<Vec<u8>> {
        let mut body = Zeroizing::new(Vec::with_capacity(SLOTS * TOKEN_LEN));
        for (token, _) in &self.slots {
            // EXPOSE: the tokens are what is sent.
            body.extend_from_slice(token.expose());
        }
        body
    }

    /// Opens what came: eight frames one after the other, most or all of them random bytes.
    ///
    /// # Errors
    /// Another number of bytes. What does not open is passed over, since that is what a filler is.
    pub fn open(&self, answer: &[u8], keys: &[ReplyKey]) -> Result<Fetched, OpenError> {
        if answer.len() != SLOTS * FRAME_LEN {
            return Err(OpenError::Malformed);
        }
        let mut fetched = Fetched::default();
        for bytes in answer.chunks_exact(FRAME_LEN) {
            let frame = SealedFrame::try_from(bytes).map_err(|_| OpenError::Malformed)?;
            match self.open_one(&frame, keys) {
                Ok(reply) if !fetched.replies.contains(&reply) => fetched.replies.push(reply),
                Ok(_) | Err(Passed::Filler) => {}
                Err(Passed::Doubtful) => fetched.doubtful = fetched.doubtful.saturating_add(1),
            }
        }
        fetched.replies.sort_by_key(|reply| (reply.day, reply.seq));
        Ok(fetched)
    }

    fn open_one(&self, frame: &SealedFrame, keys: &[ReplyKey]) -> Result<OpenedReply, Passed> {
        let opened = open_frame(&[&self.identity], frame, Kind::Reply, self.inst);
        let opened = opened.map_err(|error| match error {
            OpenError::NotForUs | OpenError::Malformed => Passed::Filler,
            OpenError::Misplaced | OpenError::Unsigned | OpenError::Older | OpenError::Mixed => {
                Passed::Doubtful
            }
        })?;
        let reply = read_reply(&opened.body).map_err(|_| Passed::Doubtful)?;
        let (reply, desk) = reply.verify(keys).map_err(|_| Passed::Doubtful)?;
        let token = self.token_of(&reply).ok_or(Passed::Doubtful)?;
        Ok(OpenedReply {
            desk,
            seq: reply.seq,
            day: reply.day,
            text: Zeroizing::new(reply.text),
            lang: reply.lang,
            token,
        })
    }

    /// The token of the slot a reply names, if that is ours and so is its conversation.
    fn token_of(&self, reply: &Reply) -> Option<Token> {
        let address = Address::from_bytes(*reply.address);
        let ours = reply.inst == self.inst && reply.thread == self.thread;
        let mut slots = self.slots.iter().filter(|_| ours);
        let (token, _) = slots.find(|(_, slot)| *slot == address)?;
        Some(token.clone())
    }
}

/// Why a frame gave no reply.
enum Passed {
    /// Random bytes, as most frames are.
    Filler,
    /// For this phrase, but not to be believed.
    Doubtful,
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mailbox(..)")
    }
}

impl fmt::Debug for OpenedReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpenedReply(..)")
    }
}
