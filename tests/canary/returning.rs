//! Somebody who comes back with a phrase, with scripts and without, and what of theirs is looked for.

use domain::mailbox::{Address, REPLY_CONTEXT, Reply, SLOTS};
use domain::tip::Language;
use domain::{Day, InstallationId};
use mailbox::{Mailbox, reply_slot};
use notes::SigningKey;
use phrase::{Phrase, PhraseKeys};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use seal::hybrid::Recipient;
use seal::reply::seal_reply;
use storage::NewReply;
use tests::Needles;

use crate::visitor::Visitor;

const REPLY: &str = "umbrella-canary-reply-1183-whimbrel";
const BYTES: &str = "application/octet-stream";
const FORM: &str = "application/x-www-form-urlencoded";

/// A phrase and everything derived of it.
pub struct Returning {
    words: String,
    digits: String,
    keys: PhraseKeys,
}

impl Returning {
    /// Always the same at one installation.
    pub fn at(inst: InstallationId) -> Self {
        let phrase = Phrase::make(&mut ChaCha20Rng::seed_from_u64(93));
        Self {
            words: phrase.words().to_string(),
            digits: phrase.digits().to_string(),
            keys: PhraseKeys::derive(&phrase, inst),
        }
    }

    /// The phrase both ways, as it is and as a form posts it; every secret of it; the reply.
    pub fn needles(&self) -> Vec<(&'static str, Needles)> {
        let typed = [&self.words, &self.digits].into_iter();
        let typed = typed.flat_map(|typed| [typed.clone(), typed.replace(' ', "+")]);
        let typed = typed.map(|typed| ("a reporter's phrase", Needles::of(&typed)));
        let seed = self.keys.expose_reply_seed();
        let key = self.keys.signing_key();
        let tokens = self.keys.tokens();
        let tokens = tokens.iter().map(phrase::Token::expose);
        let secrets = tokens.chain([&*seed, key.expose_seed()]);
        let secrets = secrets.map(|secret| ("a secret of it", Needles::of_bytes(secret)));
        let reply = ("the reply", Needles::of(REPLY));
        typed.chain(secrets).chain([reply]).collect()
    }

    /// Something of everything that is looked for.
    pub fn planted(&self) -> String {
        let secret = hex::encode(self.keys.expose_reply_seed().as_slice());
        format!("{} {secret} {REPLY}", self.words)
    }

    /// Where its replies lie.
    pub fn addresses(&self) -> [Address; SLOTS] {
        self.keys.addresses()
    }

    /// Sends a tip with the phrase, over the check page.
    pub fn sends(&self, visitor: &Visitor) {
        let phrase = self.words.replace(' ', "+");
        let form = format!(
            "tip={:032x}&danger=no&about=fraud&story=more&reply=phrase&safe=yes&phrase={phrase}",
            93
        );
        assert_eq!(visitor.post("/en/check", FORM, form.as_bytes()), 200);
        assert_eq!(visitor.post("/en/send", FORM, form.as_bytes()), 303);
    }

    /// A reply as a desk seals it, but that no listed desk signed it.
    pub fn reply(&self, inst: InstallationId, day: Day) -> NewReply {
        let slot = reply_slot(&self.keys, true);
        let to = Recipient::from_bytes(&slot.recipient).expect("it was derived");
        let mut addresses = self.keys.addresses().into_iter().zip(slot.addresses);
        [(); SLOTS].map(|()| {
            let (address, named) = addresses.next().expect("as many as slots");
            let reply = Reply {
                ctx: REPLY_CONTEXT.into(),
                inst,
                address: named,
                thread: self.keys.thread(),
                seq: 1,
                day,
                text: REPLY.into(),
                lang: Language::try_from("en".to_owned()).expect("English"),
            };
            let desk = SigningKey::from_seed(&[7; 32]);
            (
                address,
                seal_reply(&to, &reply, &desk).expect("it is sound"),
            )
        })
    }

    /// Looks for a reply, which the server opens for those without scripts; then deletes it.
    pub fn comes_back(&self, visitor: &Visitor) {
        for typed in [&self.words, &self.digits] {
            let form = format!("phrase={}", typed.replace(' ', "+"));
            assert_eq!(visitor.post("/en/mailbox", FORM, form.as_bytes()), 200);
        }
        let tokens = Mailbox::of(&self.keys).request();
        assert_eq!(visitor.post("/api/mailbox", BYTES, &tokens), 200);
        let deleted = visitor.post("/api/mailbox/delete", BYTES, &tokens);
        assert_eq!(deleted, 204);
    }
}
