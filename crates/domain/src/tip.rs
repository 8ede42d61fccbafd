//! A tip, whole and in parts, with every slot of version 1.

use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};

use crate::answers::{Answers, Details, FilledForm, Knows};
use crate::calendar::{Hour, Week};
use crate::id::{BlobId, InstallationId, ThreadId, TipId};

/// The context string at the head of every tip part.
pub const TIP_CONTEXT: &str = "ginnel/tip/v1";
/// Most bytes of free text in one part.
pub const PART_TEXT_MAX: usize = 12_000;
/// Most parts of one tip.
pub const PARTS_MAX: u8 = 4;

/// Which desks a tip is sealed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Lane {
    /// The triage desk.
    #[n(0)]
    Triage,
    /// The two corruption desks, one behind the other.
    #[n(1)]
    Corruption,
}

/// Where a tip was sealed.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Encode, Decode, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum SealPath {
    /// In the reporter's browser.
    #[n(0)]
    Browser,
    /// In the server's memory, scripts being off.
    #[n(1)]
    Server,
}

/// A language tag (BCP 47): 2 to 35 letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(String);

/// The text is no language tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a language tag")]
pub struct NotALanguage;

impl Language {
    /// The tag, such as `en` or `pa-Arab`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Language {
    type Error = NotALanguage;
    fn try_from(tag: String) -> Result<Self, NotALanguage> {
        let shape = tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if shape && (2..=35).contains(&tag.len()) {
            Ok(Self(tag))
        } else {
            Err(NotALanguage)
        }
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0
    }
}

impl<C> Encode<C> for Language {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.str(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Language {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Self::try_from(d.str()?.to_owned())
            .map_err(|_| minicbor::decode::Error::message("not a language tag"))
    }
}

/// How a reply can reach the reporter's mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ReplySlot {
    /// The hybrid recipient, 1,216 raw bytes.
    #[n(0)]
    pub recipient: ByteVec,
    /// The eight mailbox addresses.
    #[n(1)]
    pub addresses: [ByteArray<32>; 8],
    /// The key that signs follow-ups.
    #[n(2)]
    pub sign: ByteArray<32>,
    /// Whether the reporter says that replying is safe.
    #[n(3)]
    pub safe: bool,
}

/// Where the attachment bundle lies and how it opens.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct BundleSlot {
    /// The stored blob.
    #[n(0)]
    pub blob: BlobId,
    /// The seed of the one-time identity.
    #[n(1)]
    pub seed: ByteArray<32>,
    /// Size bucket: 0 to 3 for 1, 4, 16, 64 MiB.
    #[n(2)]
    pub bucket: u8,
    /// SHA-256 of the stored blob.
    #[n(3)]
    pub sha256: ByteArray<32>,
}

/// A champion's token.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ChampionSlot {
    /// The period the token was drawn in.
    #[n(0)]
    pub period: u32,
    /// The token's input.
    #[n(1)]
    pub t: ByteArray<32>,
    /// The evaluated output.
    #[n(2)]
    pub y: ByteArray<64>,
}

/// Shows that who sends a part holds the phrase of its conversation.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct FollowUp {
    /// The key of the phrase.
    #[n(0)]
    pub key: ByteArray<32>,
    /// Its signature over the part without this.
    #[n(1)]
    pub signature: ByteArray<64>,
}

/// One part of a tip, as it is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct TipPart {
    /// Always [`TIP_CONTEXT`].
    #[n(0)]
    pub ctx: String,
    /// The installation it is meant for.
    #[n(1)]
    pub inst: InstallationId,
    /// The desks it is meant for.
    #[n(2)]
    pub lane: Lane,
    /// The week of the key used.
    #[n(3)]
    pub week: Week,
    /// The reporter's own clock, hours since 1970.
    #[n(4)]
    pub hour: i64,
    /// The tip all parts belong to.
    #[n(5)]
    pub tip: TipId,
    /// This part's number, from 1.
    #[n(6)]
    pub part: u8,
    /// How many parts there are, at most [`PARTS_MAX`].
    #[n(7)]
    pub parts: u8,
    /// The conversation the tip belongs to.
    #[n(8)]
    pub thread: ThreadId,
    /// The structured answers; in part 1.
    #[n(9)]
    pub answers: Option<Answers>,
    /// This part's share of the free text, at most [`PART_TEXT_MAX`] bytes.
    #[n(10)]
    pub text: String,
    /// The language of the form.
    #[n(11)]
    pub lang: Language,
    /// How the reporter knows.
    #[n(12)]
    pub knows: Knows,
    /// Where it was sealed.
    #[n(13)]
    pub path: SealPath,
    /// In part 1 only.
    #[n(14)]
    pub reply: Option<ReplySlot>,
    /// In part 1 only.
    #[n(15)]
    pub bundle: Option<BundleSlot>,
    /// In part 1 only.
    #[n(16)]
    pub champion: Option<ChampionSlot>,
    /// Answers about people, vehicles and accounts that part 1 had no room for; in the other parts.
    #[n(17)]
    pub more: Details,
    /// In every part of a follow-up.
    #[n(20)]
    pub follow_up: Option<FollowUp>,
    /// In a test tip, which has one part: the canary's mark.
    #[n(21)]
    pub canary: Option<ByteArray<64>>,
}

impl TipPart {
    /// What this part answers beyond the first answers.
    pub fn details(&self) -> &Details {
        let answers = self.answers.as_ref();
        answers.map_or(&self.more, |answers| &answers.details)
    }
}

/// A whole tip: what a reporter sends and a triage officer reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tip {
    /// The desks it is meant for.
    pub lane: Lane,
    /// The reporter's own clock, to the hour.
    pub hour: Hour,
    /// Its id, drawn on the reporter's side.
    pub tip: TipId,
    /// The conversation it belongs to.
    pub thread: ThreadId,
    /// The structured answers.
    pub answers: Answers,
    /// The free text, whole.
    pub text: String,
    /// The language of the form.
    pub lang: Language,
    /// How the reporter knows.
    pub knows: Knows,
    /// Where it was sealed.
    pub path: SealPath,
    /// How to reply, if the reporter wants that.
    pub reply: Option<ReplySlot>,
    /// The attachments, if any.
    pub bundle: Option<BundleSlot>,
    /// The champion's token, if any.
    pub champion: Option<ChampionSlot>,
}

impl Tip {
    /// Makes a tip to triage of a filled-in form, without reply, bundle or champion.
    pub fn from_form(
        form: FilledForm,
        tip: TipId,
        thread: ThreadId,
        hour: Hour,
        lang: Language,
        path: SealPath,
    ) -> Self {
        Self {
            lane: Lane::Triage,
            hour,
            tip,
            thread,
            answers: form.answers,
            text: form.story,
            lang,
            knows: form.knows,
            path,
            reply: None,
            bundle: None,
            champion: None,
        }
    }
}
