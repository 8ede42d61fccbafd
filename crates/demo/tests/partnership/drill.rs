//! The drill: the host is lost, and a backup and the ceremony bring everything back.

use std::fs;
use std::time::Duration;

use domain::answers::FilledForm;
use domain::console::{Answer, Ask, Passphrase};
use domain::tip::{Language, SealPath, Tip};
use domain::wire::PUZZLE_HEADER;
use domain::{Clock, SealedFrame, ThreadId, TipId};
use ginnel_keys::backups;
use notes::{PublicDirectory, Unverified};
use rand::rngs::OsRng;

use crate::stage::{RealClock, Serving, Stage};

/// A tip to triage, sealed as a browser would.
fn sealed(serving: &Serving<'_>, directory: &str, number: u8) -> Vec<SealedFrame> {
    let story = format!("story number {number}");
    let pairs = [
        ("danger", "no"),
        ("about", "drugs_supply"),
        ("district", "leeds"),
        ("knows", "saw"),
        ("story", &story),
    ];
    let now = RealClock.now();
    let tip = Tip::from_form(
        FilledForm::from_pairs(pairs).unwrap(),
        TipId::from_bytes([number; 16]),
        ThreadId::from_bytes([number; 16]),
        now.hour(),
        Language::try_from("en".to_owned()).unwrap(),
        SealPath::Browser,
    );
    let note = Unverified::<PublicDirectory>::parse(directory).unwrap();
    let (inst, authorities) = (serving.made.inst, &serving.made.authorities);
    let directory = note.verify(authorities, inst, now.day(), None).unwrap();
    seal::to_triage(&tip, &directory, now.day()).unwrap()
}

fn send(serving: &Serving<'_>, number: u8) {
    let directory = ureq::get(serving.public("/api/directory")).call().unwrap();
    let directory = directory.into_body().read_to_string().unwrap();
    let puzzle = ureq::get(serving.public("/api/puzzle")).call().unwrap();
    let solved = actors::solved(&puzzle.into_body().read_to_vec().unwrap());
    for frame in sealed(serving, &directory, number) {
        let answer = ureq::post(serving.public("/api/tips"))
            .content_type("application/octet-stream")
            .header(PUZZLE_HEADER, &solved)
            .send(frame.as_bytes());
        assert_eq!(answer.unwrap().status().as_u16(), 202);
    }
}

/// The stories a triage officer's browser opens now.
fn opened(serving: &Serving<'_>) -> Vec<String> {
    let mut officers = serving.made.officers.iter();
    let officer = officers.find(|one| one.name == "triage-1").unwrap();
    let mut opener = serving.opener();
    let sign_in = Ask::SignIn {
        name: officer.name.clone(),
        passphrase: Passphrase::new(officer.passphrase.clone()),
    };
    let me = demo::now(opener.handle(sign_in, &mut |_| {}));
    assert!(matches!(me, Answer::Me(_)), "{me:?}");
    let fetch = Ask::FetchIntake {
        afresh: true,
        attended: true,
    };
    let Answer::Intake(intake) = demo::now(opener.handle(fetch, &mut |_| {})) else {
        panic!("no intake");
    };
    assert_eq!(intake.unopened, 0);
    let mut stories: Vec<_> = intake.tips.into_iter().map(|tip| tip.story).collect();
    stories.sort();
    stories
}

fn wait_for(serving: &Serving<'_>, stories: &[&str]) {
    for _ in 0..60 {
        if opened(serving) == stories {
            return;
        }
        std::thread::sleep(Duration::from_millis(500));
    }
    assert_eq!(opened(serving), stories);
}

#[test]
fn after_a_lost_host_officers_open_every_tip_with_the_keys_of_the_next_import() {
    let stage = Stage::build();
    let made = stage.make(0);
    let key = stage.beside("recovery.key");
    let recipient = backups::make(&key, &mut OsRng).unwrap();
    stage.change_settings(|text| {
        let text = text.replace("window_seconds = 10", "window_seconds = 1");
        format!("{text}\n[backup]\nrecipients = [\"{recipient}\"]\n")
    });
    let authorities: Vec<_> = made.authorities.iter().map(ToString::to_string).collect();
    let serving = stage.serve(made);
    send(&serving, 1);
    wait_for(&serving, &["story number 1"]);
    drop(serving);

    // The second tip is acknowledged, and in no store yet.
    stage.change_settings(|text| text.replace("window_seconds = 1", "window_seconds = 600"));
    let serving = stage.serve(stage.make(0));
    send(&serving, 2);
    let file = stage.beside("of-today.backup");
    stage.run(&["backup", "--out", &file.display().to_string()]);
    drop(serving);

    let folder = stage.beside("opened");
    backups::open(&file, &key, &folder).unwrap();
    let lost = stage.beside("lost");
    fs::rename(stage.data(), &lost).unwrap();
    let folder = folder.display().to_string();
    let mut restore = vec!["restore", &folder];
    for authority in &authorities {
        restore.extend(["--authority", authority]);
    }
    stage.run(&restore);
    // Ceremony and officers were never on the host; a demonstration has them beside its data.
    fs::rename(lost.join("demo"), stage.data().join("demo")).unwrap();
    let serving = stage.serve(stage.make(0));
    assert_eq!(holds_keys(&serving), 0, "no backup has them");
    drop(serving);

    fs::remove_file(stage.data().join("demo/imported.txt")).unwrap();
    let serving = stage.serve(stage.make(0));
    assert!(holds_keys(&serving) > 0);
    assert_eq!(opened(&serving), ["story number 1", "story number 2"]);
}

/// How many keys a triage officer's browser opens.
fn holds_keys(serving: &Serving<'_>) -> usize {
    let me = crate::me(serving, "triage-1");
    me.desks.iter().map(|desk| desk.periods.len()).sum()
}
