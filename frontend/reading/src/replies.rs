//! The replies to a phrase, opened and believed in the reporter's browser.

use comeback::PhraseKept;
use mailbox::{Mailbox, OpenedReply};
use notes::{NotBelieved, Offered};

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
    notes: &Offered<'_>,
) -> Result<ReplyRead, NotBelieved> {
    let directory = notes.believe()?;
    let fetched = Mailbox::of(phrase.keys()).open(answer, &directory.replies);
    let fetched = fetched.unwrap_or_default();
    Ok(ReplyRead {
        replies: fetched.replies,
        doubtful: fetched.doubtful,
        serial: directory.head.serial,
    })
}
