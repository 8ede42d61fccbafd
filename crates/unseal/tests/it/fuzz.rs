//! Every fuzz body over its committed corpus (`fuzz/<body>/`) and a bounded run of mutations.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use domain::case::Outcome;
use domain::sheet::Cell;
use domain::{Category, Desk, District, OfficerId, Role};
use notes::card::Card;
use notes::{
    DeskKey, Former, Head, Member, NoteBody, PublicDirectory, RecipientText, ReplyKey, Roster,
    RosterSerial, Sheet, Signer, StaffDirectory, Validity, VaultKey,
};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use seal::kept::{KeptHead, Slot, seal_card, seal_kept};
use seal::{Kind, TipRoute, age_file, seal_file, seal_frame, seal_tip, unpack};
use unseal::epoch::EpochSecret;
use unseal::fuzz::{Body, SEED, bodies, run};
use unseal::{Identity, open_file, open_frame};
use zeroize::Zeroizing;

use crate::actors::{INST, identity, week};
use crate::{bundle, draft, kept, reply, report, tip};

const MUTATIONS: usize = 2_000;

#[test]
fn every_body_accepts_its_corpus_and_bears_what_mutations_make_of_it() {
    for (name, body) in all_bodies() {
        let corpus = corpus(name);
        assert!(!corpus.is_empty(), "{name} has a corpus");
        let sound = corpus.iter().all(|bytes| body(bytes));
        assert!(sound, "{name} accepts its corpus");
        assert!(!body(&[]), "{name} accepts nothing");
        run(body, &corpus, MUTATIONS, &mut ChaCha20Rng::seed_from_u64(1));
    }
}

#[test]
fn every_corpus_has_its_body() {
    let names: Vec<_> = all_bodies().map(|(name, _)| name).collect();
    for entry in fs::read_dir(folder()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        let is_body = entry.file_type().unwrap().is_dir();
        assert!(
            !is_body || names.contains(&name.to_str().unwrap()),
            "{name:?}"
        );
    }
}

#[test]
#[ignore = "writes the corpus anew, after a format has changed"]
fn write_the_corpus() {
    for (name, sample) in samples() {
        let folder = folder().join(name);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("sound"), sample).unwrap();
    }
}

fn all_bodies() -> impl Iterator<Item = (&'static str, Body)> {
    let given = [
        gazetteer::fuzz::BODIES,
        giveaway::fuzz::BODIES,
        phrase::fuzz::BODIES,
        pictures::fuzz::BODIES,
        pole::fuzz::BODIES,
    ];
    bodies().chain(given.into_iter().flatten().copied())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

fn corpus(name: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder().join(name)).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// One sound input for each body.
fn samples() -> BTreeMap<&'static str, Vec<u8>> {
    let mut samples = BTreeMap::new();
    samples.extend(notes());
    samples.extend(plaintexts());
    samples.insert("bundle", bundle::plaintext());
    samples.insert("export", report::exported().into_bytes());
    let typed = "behind the Lidl, Armley LS12 3AB";
    samples.insert("place", typed.as_bytes().to_vec());
    samples.insert("place-begun", b"heck".to_vec());
    let story = "My cousin, \"my dad\", at 21:43, +44 (0)7700 900123, a@example.org, reg AB12 CDE, LS12 3AB";
    samples.insert("story-hints", story.as_bytes().to_vec());
    samples.insert("tip-entities", story.as_bytes().to_vec());
    let words = "startup defense oxygen viselike undercoat parish divisible hydrogen";
    samples.insert("phrase", words.as_bytes().to_vec());
    samples.insert("reply", reply::body());
    let desk = Identity::from_seed(Zeroizing::new(SEED));
    let recipient = desk.recipient();
    samples.insert("identity", desk.to_text().as_bytes().to_vec());
    samples.insert("recipient", recipient.encode().into_bytes());
    samples.insert("recipient-bytes", recipient.to_bytes());
    samples.insert("age-file", seal_file(recipient, b"plaintext").unwrap());
    let frame = seal_frame(recipient, Kind::Cover, INST, b"body").unwrap();
    samples.insert("outer", outer(&desk, frame.as_bytes()));
    samples.insert("packed", frame.into_bytes());
    samples
}

fn notes() -> [(&'static str, Vec<u8>); 9] {
    let recipient = |seed| RecipientText::parse(&identity(seed).recipient().encode()).unwrap();
    let signer = Signer::new("one.example", kept::key(1)).unwrap();
    let card = Card::sign(
        INST,
        OfficerId::from_bytes([6; 16]),
        recipient(1),
        &kept::key(1),
    );
    let (public, staff, roster) = (public(recipient(1)), staff(recipient(2)), roster(&card));
    [
        ("authority", signer.to_secret_text().into_bytes()),
        ("card", card.to_text().into_bytes()),
        ("public-directory", public.write().into_bytes()),
        ("public-key", card.key().to_string().into_bytes()),
        ("recipient-text", recipient(1).to_string().into_bytes()),
        ("roster", roster.write().into_bytes()),
        ("sheet", sheet().into_bytes()),
        ("signed-note", public.sign(&[&signer]).unwrap().into_bytes()),
        ("staff-directory", staff.write().into_bytes()),
    ]
}

fn sheet() -> String {
    let cell = Cell {
        category: Category::Fraud,
        outcome: Outcome::Arrest,
        cases: 5,
    };
    let sheet = Sheet {
        inst: INST,
        district: District::Leeds,
        month: "2026-10".parse().unwrap(),
        cells: vec![cell],
    };
    sheet.sign(&kept::key(1)).unwrap()
}

fn note_head() -> Head {
    let day = |text: &str| text.parse().unwrap();
    Head {
        inst: INST,
        serial: 1,
        validity: Validity::new(day("2026-11-16"), day("2026-11-30"), 14).unwrap(),
    }
}

fn public(recipient: RecipientText) -> PublicDirectory {
    PublicDirectory {
        head: note_head(),
        desks: vec![DeskKey {
            desk: Desk::Triage,
            week: week("2026-W47"),
            recipient,
        }],
        replies: vec![ReplyKey {
            desk: Desk::Triage,
            key: kept::key(1).public(),
        }],
    }
}

fn staff(recipient: RecipientText) -> StaffDirectory {
    StaffDirectory {
        head: note_head(),
        desks: Vec::new(),
        vaults: vec![VaultKey {
            desk: Desk::Silver,
            quarter: "2026-Q4".parse().unwrap(),
            recipient,
        }],
        rosters: vec![RosterSerial {
            desk: Desk::Triage,
            serial: 1,
        }],
        auditors: Vec::new(),
        canary: None,
    }
}

fn roster(card: &Card) -> Roster {
    Roster {
        head: note_head(),
        desk: Desk::Triage,
        members: vec![Member {
            officer: card.officer(),
            role: Role::Officer,
            recipient: card.recipient().clone(),
            key: card.key(),
        }],
        former: vec![Former {
            officer: OfficerId::from_bytes([7; 16]),
            role: Role::Officer,
            key: kept::key(2).public(),
            last: "2026-11-15".parse().unwrap(),
        }],
    }
}

fn plaintexts() -> [(&'static str, Vec<u8>); 8] {
    let desk = identity(1);
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let opened = |file: &[u8]| open_file(&[&desk], file).unwrap().plaintext.to_vec();

    let route = TipRoute::Triage(desk.recipient());
    let frames = seal_tip(&tip::with_every_slot("x"), route, week("2026-W47"), INST).unwrap();
    let body = |frame| open_frame(&[&desk], frame, Kind::Tip, INST).unwrap().body;
    let tip_body = body(&frames[0]);
    let of_people = seal_tip(
        &tip::of_people(12_000, 6_000),
        route,
        week("2026-W47"),
        INST,
    )
    .unwrap();
    let tip_parts: Vec<u8> = of_people
        .iter()
        .flat_map(|frame| body(frame).to_vec())
        .collect();
    let (frame, _) = seal_kept(desk.recipient(), &kept::head(), b"work", &kept::key(1)).unwrap();
    let kept_body = open_frame(&[&desk], &frame, Kind::Record, INST)
        .unwrap()
        .body;
    let card_head = KeptHead {
        slot: Slot::Card,
        ..kept::head()
    };
    let (card, _) = seal_card(desk.recipient(), &card_head, b"card", &kept::key(1)).unwrap();
    let draft_frame = draft::sealed(&draft::draft());
    let draft_body = open_frame(&[&desk], &draft_frame, Kind::Draft, INST)
        .unwrap()
        .body;
    let period = "2026-W47".parse().unwrap();
    let epoch = EpochSecret::make(&mut rng, INST, Desk::Triage, period);
    let keeping = kept::keeping().make(&mut rng, desk.recipient()).unwrap().1;
    [
        ("draft", draft_body.to_vec()),
        ("epoch", opened(&epoch.seal(desk.recipient()).unwrap())),
        ("keeping", opened(&keeping)),
        ("kept", kept_body.to_vec()),
        ("kept-card", opened(unpack(&card).unwrap())),
        ("report", report::signed().to_bytes().unwrap().to_vec()),
        ("tip-body", tip_body.to_vec()),
        ("tip-parts", tip_parts),
    ]
}

/// The outer plaintext of a frame.
fn outer(desk: &Identity, frame: &[u8]) -> Vec<u8> {
    let frame = frame.try_into().unwrap();
    let opened = open_file(&[desk], age_file(&frame).unwrap());
    opened.unwrap().plaintext.to_vec()
}
