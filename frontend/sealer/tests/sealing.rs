//! The sealer, from outside: what triage opens is what was typed, and nothing is sealed in doubt.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot make its world should stop"
)]

use domain::answers::{Area, Danger, Knows};
use domain::bundle::Bucket;
use domain::question::{Field, Kind, STORY_MAX};
use domain::tip::{SealPath, Tip, TipPart};
use domain::{BlobId, Category, Day, Desk, District, InstallationId, SealedFrame, UnixSeconds};
use mailbox::reply_slot;
use notes::{
    DeskKey, Head, NoteBody, Offered, PublicDirectory, RecipientText, Signer, SigningKey, Validity,
};
use phrase::{Phrase, PhraseKeys};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use seal::bundle::BundleKey;
use seal::cbor::to_deterministic;
use seal::follow_up::{self, signed_by};
use sealer::{Back, Bundling, Parcel, Request, SealRefusal, check, prepare};
use unseal::Identity;
use unseal::bundle::open_bundle;
use unseal::tip::{Joined, join_parts, open_tip};

const INST: InstallationId = InstallationId::from_bytes([7; 16]);

/// One installation with two authorities and a triage desk.
struct House {
    today: Day,
    triage: Identity,
    authorities: String,
    directory: String,
    unfinished: String,
    phrase: Option<PhraseKeys>,
    files: Option<(BundleKey, BlobId)>,
}

impl House {
    fn new() -> Self {
        let today: Day = "2026-11-22".parse().unwrap();
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let triage = Identity::generate(&mut rng);
        let signers = [1, 2].map(|n| {
            Signer::new(&format!("authority-{n}"), SigningKey::from_seed(&[n; 32])).unwrap()
        });
        let recipient = RecipientText::parse(&triage.recipient().encode()).unwrap();
        let key = DeskKey {
            desk: Desk::Triage,
            week: today.week(),
            recipient,
        };
        let validity = Validity::new(today.plus(-3), today.plus(4), 14).unwrap();
        let head = Head {
            inst: INST,
            serial: 1,
            validity,
        };
        let body = PublicDirectory {
            head,
            desks: vec![key],
            replies: Vec::new(),
        };
        let [one, two] = &signers;
        Self {
            today,
            triage,
            authorities: format!("{}\n{}\n", one.authority(), two.authority()),
            directory: body.sign(&[one, two]).unwrap(),
            unfinished: body.sign(&[one]).unwrap(),
            phrase: None,
            files: None,
        }
    }

    fn seal_at(&self, day: Day, directory: &str, pairs: &[String]) -> Sealed {
        self.seal_after(None, day, directory, pairs)
    }

    fn seal_after(
        &self,
        newest_serial_seen: Option<u64>,
        day: Day,
        directory: &str,
        pairs: &[String],
    ) -> Sealed {
        let back = self.phrase.as_ref().map(said);
        let request = Request {
            pairs,
            lang: "en",
            notes: Offered {
                directory,
                authorities: &self.authorities,
                inst: &INST.to_string(),
                now: UnixSeconds(day.start().0 + 3_600 * 14 + 59),
                newest_serial_seen,
            },
            back: back.as_ref(),
            files: self
                .files
                .as_ref()
                .map(|(key, blob)| Parcel { key, blob: *blob }),
        };
        let prepared = prepare(&request, &mut ChaCha20Rng::seed_from_u64(2))?;
        let sign = |message| match &self.phrase {
            Some(keys) => follow_up::sign(message, &keys.signing_key()),
            None => panic!("nobody signs"),
        };
        let messages = prepared.messages().iter();
        let signed: Vec<_> = messages.flat_map(|message| sign(message)).collect();
        prepared.seal(&signed).map(|sealed| sealed.frames)
    }

    fn seal(&self, pairs: &[String]) -> Sealed {
        self.seal_at(self.today, &self.directory, pairs)
    }

    fn parts(&self, frames: &[SealedFrame]) -> Vec<TipPart> {
        let keys = [(self.today.week(), &self.triage)];
        let opened = |frame| open_tip(&keys, frame, INST).unwrap();
        frames.iter().map(opened).collect()
    }

    fn open(&self, frames: &[SealedFrame]) -> Tip {
        match join_parts(self.parts(frames)).unwrap() {
            Joined::Whole(tip) => *tip,
            Joined::Missing(parts) => panic!("parts {parts:?} are missing"),
        }
    }
}

fn phrase(seed: u64) -> PhraseKeys {
    let phrase = Phrase::make(&mut ChaCha20Rng::seed_from_u64(seed));
    PhraseKeys::derive(&phrase, INST)
}

/// What the phrase's module says of it.
fn said(keys: &PhraseKeys) -> Back {
    let said = to_deterministic(&(keys.thread(), reply_slot(keys, false)));
    Back::read(&said.unwrap()).unwrap()
}

type Sealed = Result<Vec<SealedFrame>, SealRefusal>;

fn pairs(story: &str) -> Vec<String> {
    [
        ["danger", "no"],
        ["about", "county_lines"],
        ["story", story],
        ["place", "near the mill"],
        ["district", "kirklees"],
        ["knows", "saw"],
    ]
    .iter()
    .flatten()
    .map(ToString::to_string)
    .collect()
}

#[test]
fn triage_opens_exactly_what_was_typed() {
    let house = House::new();
    let frames = house.seal(&pairs("a quiet word")).unwrap();
    assert_eq!(frames.len(), 1);
    let tip = house.open(&frames);
    assert_eq!(tip.text, "a quiet word");
    assert_eq!(tip.answers.danger, Danger::No);
    assert_eq!(tip.answers.about, [Category::CountyLines]);
    assert_eq!(tip.answers.place, "near the mill");
    assert_eq!(tip.answers.areas, [Area::In(District::Kirklees)]);
    assert_eq!((tip.knows, tip.path), (Knows::Saw, SealPath::Browser));
    assert_eq!(tip.hour.0, house.today.start().0 / 3_600 + 14);
}

/// Everything ticked that can be, and every text as long as it may be.
fn fullest(letter: &str) -> Vec<String> {
    let mut pairs = Vec::new();
    for field in Field::ALL {
        let values = match field.kind() {
            Kind::OneOf(values) => values.into_iter().take(1).map(str::to_owned).collect(),
            Kind::SeveralOf(values) => {
                let ours = values.into_iter().filter(|value| *value != "corruption");
                ours.map(str::to_owned).collect()
            }
            Kind::LongText { max_bytes } | Kind::ShortText { max_bytes } => {
                let mut text = letter.repeat(max_bytes / letter.len());
                while text.len() < max_bytes {
                    text.push('x');
                }
                vec![text]
            }
        };
        for value in values {
            pairs.extend([field.name().to_owned(), value]);
        }
    }
    pairs
}

#[test]
fn the_fullest_form_in_any_script_fits_four_frames() {
    let mut house = House::new();
    house.phrase = Some(phrase(5));
    for letter in ["a", "é", "ਗ", "🦆", "aéਗ🦆"] {
        let frames = house.seal(&fullest(letter)).unwrap();
        assert_eq!(frames.len(), 4, "{letter}");
        let tip = house.open(&frames);
        assert_eq!(tip.text.len(), STORY_MAX);
        for field in Field::ALL.iter().filter(|field| field.number().is_some()) {
            assert!(tip.answers.details.of(*field).next().is_some(), "{field:?}");
        }
    }
}

#[test]
fn a_directory_signed_by_one_authority_of_two_seals_nothing() {
    let house = House::new();
    let refused = house.seal_at(house.today, &house.unfinished, &pairs("x"));
    assert_eq!(refused.unwrap_err(), SealRefusal::Directory);
}

#[test]
fn a_changed_directory_seals_nothing() {
    let house = House::new();
    let directory = house.directory.replacen("serial 1", "serial 2", 1);
    assert_ne!(directory, house.directory);
    let refused = house.seal_at(house.today, &directory, &pairs("x"));
    assert_eq!(refused.unwrap_err(), SealRefusal::Directory);
}

#[test]
fn a_directory_older_than_one_already_believed_seals_nothing() {
    let house = House::new();
    let after = |serial| house.seal_after(serial, house.today, &house.directory, &pairs("x"));
    assert!(after(Some(1)).is_ok());
    assert_eq!(after(Some(2)).unwrap_err(), SealRefusal::Directory);
}

#[test]
fn a_clock_outside_the_directory_is_asked_about() {
    let house = House::new();
    for days in [-4, 4, 4_000] {
        let refused = house.seal_at(house.today.plus(days), &house.directory, &pairs("x"));
        assert_eq!(refused.unwrap_err(), SealRefusal::Clock, "{days}");
    }
}

#[test]
fn a_form_with_problems_is_named_and_not_sealed() {
    let house = House::new();
    assert_eq!(house.seal(&pairs("  ")).unwrap_err(), SealRefusal::Problems);
    let problems = check(&pairs("  "));
    let words: Vec<_> = problems.iter().map(|p| (p.field, p.rule.key())).collect();
    assert_eq!(words, [("story", "missing")]);
    assert_eq!(check(&pairs("x")), []);
}

#[test]
fn files_are_sealed_piece_by_piece_and_what_opens_them_lies_in_the_tip() {
    let mut house = House::new();
    let mut rng = ChaCha20Rng::seed_from_u64(5);
    let (picture, other) = (b"\xff\xd8\xff picture".repeat(90_000), vec![7; 100_000]);
    let lengths = [picture.len(), other.len()].map(|len| u32::try_from(len).unwrap());
    let mut bundling = Bundling::begin(&[0, 3], &lengths, &mut rng).unwrap();
    assert_eq!(bundling.bucket(), Bucket::Four);
    let mut blob = Vec::new();
    for piece in [picture.as_slice(), &other].concat().chunks(65_537) {
        blob.extend(bundling.push(piece).unwrap());
    }
    let (rest, key) = bundling.finish().unwrap();
    blob.extend(rest);
    let id = BlobId::from_bytes([8; 16]);
    house.files = Some((key, id));
    let slot = house
        .open(&house.seal(&pairs("x")).unwrap())
        .bundle
        .unwrap();
    assert_eq!(slot.blob, id);
    let opened = open_bundle(&slot, &blob).unwrap();
    let files: Vec<_> = opened
        .files()
        .iter()
        .map(|file| file.bytes.to_vec())
        .collect();
    assert_eq!(files, [picture, other]);
}

#[test]
fn files_that_no_bundle_holds_or_that_are_not_as_announced_are_refused() {
    let mut rng = ChaCha20Rng::seed_from_u64(6);
    for (kinds, lengths) in [
        (&[][..], &[][..]),
        (&[3; 11], &[1; 11]),
        (&[3], &[0]),
        (&[9], &[1]),
        (&[3], &[64 << 20]),
    ] {
        assert!(Bundling::begin(kinds, lengths, &mut rng).is_err());
    }
    let mut bundling = Bundling::begin(&[3], &[2], &mut rng).unwrap();
    bundling.push(&[1]).unwrap();
    assert!(bundling.finish().is_err());
    let mut bundling = Bundling::begin(&[3], &[2], &mut rng).unwrap();
    assert!(bundling.push(&[1, 2, 3]).is_err());
}

/// Somebody who comes back with a phrase.
fn coming_back() -> Vec<String> {
    let more = ["reply", "phrase", "safe", "yes"].map(str::to_owned);
    pairs("x").into_iter().chain(more).collect()
}

#[test]
fn whoever_comes_back_is_sealed_with_their_phrase_or_not_at_all() {
    let mut house = House::new();
    let refused = house.seal(&coming_back()).unwrap_err();
    assert_eq!(refused, SealRefusal::Phrase);
    house.phrase = Some(phrase(3));
    let frames = house.seal(&coming_back()).unwrap();
    let tip = house.open(&frames);
    let reply = tip.reply.unwrap();
    assert!(reply.safe);
    let signer = signed_by(&house.parts(&frames)).unwrap();
    assert_eq!(signer.as_bytes(), &*reply.sign);
    // A second tip with it is of the same conversation.
    let second = house.open(&house.seal(&coming_back()).unwrap());
    assert_eq!((second.thread, second.reply), (tip.thread, Some(reply)));
    // A phrase that the form does not ask for stays out of the tip.
    let frames = house.seal(&pairs("x")).unwrap();
    assert_eq!(signed_by(&house.parts(&frames)), None);
    let other = house.open(&frames);
    assert_eq!(other.reply, None);
    assert_ne!(other.thread, tip.thread);
}

#[test]
fn what_the_phrase_did_not_sign_or_say_is_not_sealed() {
    let house = House::new();
    let keys = phrase(3);
    let back = said(&keys);
    let pairs = coming_back();
    let sealed = |signed: &dyn Fn(&[u8]) -> Vec<u8>| {
        let request = Request {
            pairs: &pairs,
            lang: "en",
            notes: Offered {
                directory: &house.directory,
                authorities: &house.authorities,
                inst: &INST.to_string(),
                now: house.today.start(),
                newest_serial_seen: None,
            },
            back: Some(&back),
            files: None,
        };
        let prepared = prepare(&request, &mut ChaCha20Rng::seed_from_u64(2)).unwrap();
        let [message] = prepared.messages() else {
            panic!("one part")
        };
        let signed = signed(message);
        prepared.seal(&signed).map(|sealed| sealed.frames.len())
    };
    let sign =
        |message: &[u8], keys: &PhraseKeys| follow_up::sign(message, &keys.signing_key()).to_vec();
    assert_eq!(sealed(&|message| sign(message, &keys)), Ok(1));
    let refused = Err(SealRefusal::Phrase);
    assert_eq!(sealed(&|message| sign(message, &phrase(4))), refused);
    assert_eq!(sealed(&|_| sign(b"other words", &keys)), refused);
    assert_eq!(sealed(&|_| Vec::new()), refused);
    assert_eq!(sealed(&|message| sign(message, &keys).repeat(2)), refused);
    assert_eq!(sealed(&|_| vec![0; 63]), refused);
}

#[test]
fn of_a_phrase_only_what_a_tip_can_carry_is_taken() {
    let keys = phrase(3);
    let (thread, slot) = (keys.thread(), reply_slot(&keys, false));
    let read = |slot| Back::read(&to_deterministic(&(thread, slot)).unwrap());
    assert!(read(slot.clone()).is_ok());
    let mut short = slot.clone();
    short.recipient.pop();
    assert!(read(short).is_err());
    let mut weak = slot;
    *weak.sign = [0; 32];
    assert!(read(weak).is_err());
    assert!(Back::read(&[]).is_err());
}
