//! The module, from outside: what a listed desk wrote is read, once its directory is believed.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot make its world should stop"
)]

use comeback::PhraseKept;
use domain::mailbox::{REPLY_CONTEXT, Reply};
use domain::tip::{Language, ReplySlot};
use domain::{Day, Desk, FRAME_LEN, InstallationId, UnixSeconds};
use mailbox::reply_slot;
use notes::{
    Head, NotBelieved, NoteBody, Offered, PublicDirectory, ReplyKey, Signer, SigningKey, Validity,
};
use phrase::{Phrase, PhraseKeys};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use reading::read_replies;
use seal::hybrid::Recipient;
use seal::reply::seal_reply;

const INST: InstallationId = InstallationId::from_bytes([7; 16]);
const SERIAL: u64 = 5;

fn today() -> Day {
    "2026-11-22".parse().unwrap()
}

/// The directory with this desk's key, and the authority that signed it.
fn directory(desk: &SigningKey) -> (String, String) {
    let one = Signer::new("authority-1", SigningKey::from_seed(&[1; 32])).unwrap();
    let validity = Validity::new(today().plus(-3), today().plus(4), 14).unwrap();
    let body = PublicDirectory {
        head: Head {
            inst: INST,
            serial: SERIAL,
            validity,
        },
        desks: Vec::new(),
        replies: vec![ReplyKey {
            desk: Desk::Triage,
            key: desk.public(),
        }],
    };
    (body.sign(&[&one]).unwrap(), one.authority().to_string())
}

/// Seven fillers and one reply, which this key signed.
fn answer(keys: &PhraseKeys, slot: &ReplySlot, desk: &SigningKey) -> Vec<u8> {
    let reply = Reply {
        ctx: REPLY_CONTEXT.into(),
        inst: INST,
        address: slot.addresses[2],
        thread: keys.thread(),
        seq: 1,
        day: today(),
        text: "thank you".into(),
        lang: Language::try_from("en".to_owned()).unwrap(),
    };
    let to = Recipient::from_bytes(&slot.recipient).unwrap();
    let sealed = seal_reply(&to, &reply, desk).unwrap();
    let mut answer = vec![9; 7 * FRAME_LEN];
    answer.extend_from_slice(sealed.as_bytes());
    answer
}

#[test]
fn replies_of_a_listed_desk_open_and_others_are_counted() {
    let [desk, other] = [3, 4].map(|seed| SigningKey::from_seed(&[seed; 32]));
    let phrase = Phrase::make(&mut ChaCha20Rng::seed_from_u64(4));
    let keys = PhraseKeys::derive(&phrase, INST);
    let inst = INST.to_string();
    let kept = PhraseKept::of(&phrase.words(), &inst).ok().unwrap();
    let slot = reply_slot(&keys, true);
    let (directory, authorities) = directory(&desk);
    let notes = Offered {
        directory: &directory,
        authorities: &authorities,
        inst: &inst,
        now: UnixSeconds(today().start().0),
        newest_serial_seen: None,
    };
    let read = read_replies(&kept, &answer(&keys, &slot, &desk), &notes).unwrap();
    assert_eq!((read.replies.len(), read.doubtful), (1, 0));
    assert_eq!(read.serial, SERIAL);
    assert_eq!(*read.replies[0].text, "thank you");
    let address = read.replies[0].token.address();
    assert_eq!(address.as_bytes(), &*slot.addresses[2]);

    let read = read_replies(&kept, &answer(&keys, &slot, &other), &notes).unwrap();
    assert_eq!((read.replies.len(), read.doubtful), (0, 1));
    assert_eq!(read_replies(&kept, &[], &notes).unwrap().replies, []);
    let newer = Offered {
        newest_serial_seen: Some(SERIAL + 1),
        ..notes
    };
    assert_eq!(
        read_replies(&kept, &[], &newer),
        Err(NotBelieved::Directory)
    );
}
