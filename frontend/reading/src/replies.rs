//! The replies to a phrase, opened and believed in the reporter's browser.

use mailbox::OpenedReply;
use sealer::{NotBelieved, Notes, PhraseKept};

/// What eight frames came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyRead {
    /// The replies, first written first.
    pub replies: Vec<OpenedReply>,
    /// Frames that are for this phrase, but that no listed desk is known to have written.
    pub doubtful: usize,
    /// The serial of the directory they were checked by.
    pub serial: u64,
}

/// Opens the server's answer: eight frames one after the other. One of another shape holds no reply.
pub fn read_replies(
    phrase: &PhraseKept,
    answer: &[u8],
    notes: &Notes<'_>,
) -> Result<ReplyRead, NotBelieved> {
    let directory = notes.believe()?;
    let fetched = phrase.mailbox().open(answer, &directory.replies);
    let fetched = fetched.unwrap_or_default();
    Ok(ReplyRead {
        replies: fetched.replies,
        doubtful: fetched.doubtful,
        serial: directory.head.serial,
    })
}
