//! What tips have in common: entities, marks on cards, similar texts, bursts.

use domain::Desk;
use domain::console::{Answer, Ask, Failure, Related, Subject, Together};
use domain::work::{Entity, EntityKind};

use crate::world::{Officer, World, failure};

const TRIAGE: Desk = Desk::Triage;
const STORY: &str =
    "A white van comes every Friday night and they sell from the back door of the shop.";

fn related(officer: &mut Officer, of: Subject) -> Related {
    let answer = officer.ask(Ask::Related { of });
    let Answer::Related(related) = answer else {
        panic!("{answer:?}")
    };
    *related
}

fn values(entities: &[Entity]) -> Vec<&str> {
    entities
        .iter()
        .map(|entity| entity.value.as_str())
        .collect()
}

#[test]
fn a_waiting_tip_is_compared_with_those_that_wait_and_those_that_are_kept() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let kept = world.send_tip("Ring 07700 900 123 and ask for Smudge.");
    let record = ann.take(kept);
    let waiting = world.send_tip(&format!("{STORY} The number is +447700900123."));
    let alike = world.send_tip(&format!("{STORY} I do not know who it is."));
    bea.fetch(false);
    assert!(matches!(
        bea.ask(Ask::ListCards { desk: TRIAGE }),
        Answer::Cards { .. }
    ));
    let of = Subject::Waiting { tip: waiting };
    let found = related(&mut bea, of);
    assert_eq!((found.of, found.unread), (of, 0));
    assert!(values(&found.entities).contains(&"+447700900123"));
    let [also] = found.also.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((also.entity.value.as_str(), also.all), ("+447700900123", 1));
    assert_eq!(
        (also.tips.as_slice(), also.records.as_slice()),
        (&[][..], &[record][..])
    );
    assert_eq!(found.similar.len(), 1);
    assert_eq!(found.similar[0].tip, alike);
    assert!(found.similar[0].share > 60);
    assert_eq!(found.bursts, []);
}

#[test]
fn what_an_officer_corrected_is_what_is_compared() {
    let (mut world, mut ann, mut bea, ..) = World::staffed();
    let kept = world.send_tip("It is the one they call Smudge.");
    let record = ann.take(kept);
    let mut work = ann.open(record).unwrap().work;
    assert_eq!(work.entities, None);
    work.entities = Entity::new(EntityKind::Vehicle, "YD99 KFX").map(|entity| vec![entity]);
    assert!(matches!(ann.save(record, work), Answer::Saved { .. }));
    let waiting = world.send_tip("A black Golf, yd99kfx, again.");
    bea.fetch(false);
    bea.ask(Ask::ListCards { desk: TRIAGE });
    let found = related(&mut bea, Subject::Waiting { tip: waiting });
    assert_eq!(found.also[0].records, [record]);
    let desk = TRIAGE;
    let own = related(&mut ann, Subject::Kept { desk, record });
    assert_eq!(values(&own.entities), ["YD99 KFX"]);
    assert_eq!(own.also, [], "a record is no other of itself");
    let to = ann.take(waiting);
    for _ in 0..2 {
        let answer = ann.ask(Ask::OnAnother {
            desk,
            of: (record, to),
            deed: Together::Link,
        });
        let Answer::Record(view) = answer else {
            panic!("{answer:?}")
        };
        assert_eq!(
            view.history.linked(),
            [to],
            "once, however often it is said"
        );
    }
    let unknown = Ask::Related {
        of: Subject::Kept { desk, record },
    };
    assert_eq!(failure(bea.ask(unknown)), Failure::NotOpened);
}

#[test]
fn three_tips_that_name_one_target_within_a_day_are_a_burst() {
    let (mut world, mut ann, ..) = World::staffed();
    let tips: Vec<_> = ["YD99 KFX", "yd99kfx", "yd99 kfx"]
        .into_iter()
        .map(|plate| world.send_tip(&format!("I saw {plate} there.")))
        .collect();
    ann.fetch(false);
    let found = related(&mut ann, Subject::Waiting { tip: tips[0] });
    assert_eq!(found.also[0].all, 2);
    assert_eq!(found.bursts.len(), 1);
    assert_eq!(
        (found.bursts[0].entity.value.as_str(), found.bursts[0].tips),
        ("YD99 KFX", 3)
    );
}
