//! A tip in another language: its translation is sealed with it, and read like the original.

use domain::Desk;
use domain::console::{Answer, Ask, Failure, Subject};
use domain::work::{TRANSLATION_MAX, Translated, Translation};

use crate::world::{LEEDS, World, failure, finished};

const URDU: &str = "ہر جمعہ کی رات ایک سفید گاڑی دکان کے پیچھے آتی ہے۔";
const ENGLISH: &str = "Every Friday night a white van comes behind the shop, plate YD99 KFX.";

fn english(is: Translated) -> Translation {
    let text = ENGLISH.to_owned();
    Translation { text, is }
}

#[test]
fn a_translation_is_kept_sealed_with_who_wrote_it_and_when() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip(URDU);
    let record = ann.take(tip);
    let work = ann.open(record).unwrap().work;
    let saved = ann.save_with(record, work.clone(), Some(english(Translated::Unchecked)));
    assert!(matches!(saved, Answer::Saved { .. }), "{saved:?}");
    let view = bea.open(record).unwrap();
    assert_eq!(view.original.story, URDU);
    assert_eq!(
        view.history.translated(),
        Some(english(Translated::Unchecked))
    );
    let note = view.history.translation_note.unwrap();
    assert_eq!((note.by, note.day), (view.author, world.today));
    let server = world.server.borrow();
    let heard = String::from_utf8_lossy(&server.heard);
    assert!(!heard.contains("white van"));
    drop(server);
    let long = Translation {
        text: "x".repeat(TRANSLATION_MAX + 1),
        is: Translated::ByOfficer,
    };
    let refused = ann.save_with(record, work.clone(), Some(long));
    assert_eq!(failure(refused), Failure::TooLarge);
    let most = Translation {
        text: "x".repeat(TRANSLATION_MAX),
        is: Translated::ByOfficer,
    };
    let saved = ann.save_with(record, work, Some(most));
    assert!(matches!(saved, Answer::Saved { .. }), "{saved:?}");
}

#[test]
fn a_run_of_the_translations_words_does_not_leave_undecided() {
    let (mut world, mut ann, ..) = World::staffed();
    let tip = world.send_tip(URDU);
    let record = ann.take(tip);
    let view = ann.open(record).unwrap();
    let mut work = finished(view.work, &[LEEDS]);
    ann.save_with(record, work.clone(), Some(english(Translated::Checked)));
    work.items[0].text = "It is said that a white van comes behind the shop.".into();
    let answer = ann.ask(Ask::Route {
        desk: Desk::Triage,
        record,
        work: Box::new(work.clone()),
    });
    let Answer::NotReady(problems) = answer else {
        panic!("{answer:?}")
    };
    assert!(!problems.is_empty());
    ann.save(record, work.clone());
    let answer = ann.ask(Ask::Route {
        desk: Desk::Triage,
        record,
        work: Box::new(work),
    });
    assert!(
        matches!(answer, Answer::Record(_)),
        "without it: {answer:?}"
    );
}

#[test]
fn whom_and_what_a_translation_names_is_recognised_and_marked() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let tip = world.send_tip(URDU);
    let record = ann.take(tip);
    let work = ann.open(record).unwrap().work;
    ann.save_with(record, work, Some(english(Translated::ByOfficer)));
    let desk = Desk::Triage;
    let of = Subject::Kept { desk, record };
    let Answer::Related(own) = ann.ask(Ask::Related { of }) else {
        panic!()
    };
    assert!(own.entities.iter().any(|one| one.value == "YD99 KFX"));
    let waiting = world.send_tip("The black Golf is yd99kfx.");
    bea.fetch(false);
    bea.ask(Ask::ListCards { desk });
    let of = Subject::Waiting { tip: waiting };
    let Answer::Related(found) = bea.ask(Ask::Related { of }) else {
        panic!()
    };
    assert_eq!(found.also[0].records, [record]);
}
