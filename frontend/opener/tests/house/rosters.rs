//! Notes taken back, and officers who left.

use domain::Standing;
use domain::console::{Answer, Ask, Failure, Me, NoteFault, Quarantine, WhichNote};
use opener::Serials;

use crate::world::{LEEDS, Officer, World, failure};

fn me(officer: &mut Officer) -> Me {
    match officer.ask(Ask::Me) {
        Answer::Me(me) => me,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_roster_older_than_the_directory_asks_is_refused_by_who_never_saw_a_newer() {
    let (mut world, mut ann, bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = ann.take(tip);
    let old = world.server.borrow().notes.rosters.clone();
    world.hold_ceremony();
    world.server.borrow_mut().notes.rosters = old;
    let mut bea = world.anew(&bea);
    let seen = me(&mut bea);
    assert_eq!(seen.notes.len(), 3);
    let older = (WhichNote::Roster, NoteFault::Older);
    assert!(seen.notes.iter().all(|note| *note == older));
    assert!(!seen.desks[0].rostered);
    let refused = bea.open(record).unwrap_err();
    assert_eq!(refused, Failure::Quarantined(Quarantine::UnknownAuthor));
}

#[test]
fn notes_taken_back_are_refused_in_the_next_session_by_what_the_page_kept() {
    let (mut world, mut ann, ..) = World::staffed();
    let old = world.server.borrow().notes.clone();
    world.hold_ceremony();
    ann.ask(Ask::Refresh);
    let kept = ann.opener.seen().to_string();
    world.server.borrow_mut().notes = old;
    let forgetful = me(&mut world.anew(&ann));
    assert!(forgetful.notes.is_empty(), "nothing tells without memory");
    let mut again = world.anew_having_seen(&ann, Serials::from_text(&kept));
    let faults: Vec<_> = me(&mut again)
        .notes
        .into_iter()
        .map(|(_, fault)| fault)
        .collect();
    assert_eq!(faults, [NoteFault::Older; 5]);
}

#[test]
fn what_a_leaver_wrote_stays_readable_and_nothing_later_is_believed() {
    let (mut world, mut ann, mut bea, mut cal, _) = World::staffed();
    let (tip, other) = (world.send_tip("seen at night"), world.send_tip("another"));
    let record = bea.take(tip);
    let sent = bea.route(&mut ann, record, &[LEEDS]);
    let other = bea.accept(other);
    world.leaves("bea", world.today);
    ann.ask(Ask::Refresh);
    let view = ann.open(other).unwrap();
    assert_eq!(view.author, me(&mut bea).officer);
    assert_eq!(view.standing, Standing::Former);
    cal.ask(Ask::Refresh);
    cal.ask(Ask::Inbox { desk: LEEDS });
    let open = |cal: &mut Officer| {
        cal.ask(Ask::OpenReport {
            desk: LEEDS,
            report: sent.routings[0].routing.report,
            purpose: "action".into(),
        })
    };
    let Answer::Report(report) = open(&mut cal) else {
        panic!("a report that counts");
    };
    assert_eq!(report.standing, Standing::Former);

    world.former[0].last = world.today.plus(-1);
    world.hold_ceremony();
    for officer in [&mut ann, &mut cal] {
        officer.ask(Ask::Refresh);
    }
    let unknown = Failure::Quarantined(Quarantine::UnknownAuthor);
    assert_eq!(ann.open(other).unwrap_err(), unknown);
    assert_eq!(failure(open(&mut cal)), unknown);
}

#[test]
fn a_leaver_gets_no_keys_and_writes_nothing() {
    let (mut world, _, mut bea, ..) = World::staffed();
    let tip = world.send_tip("seen at night");
    let record = bea.take(tip);
    let work = bea.open(record).unwrap().work;
    world.leaves("bea", world.today.plus(-1));
    bea.ask(Ask::Refresh);
    assert_eq!(failure(bea.save(record, work)), Failure::NotAllowed);
    let wrapped = world.wrappers();
    let left = world.former[0].officer;
    assert!(wrapped.iter().all(|(officer, _)| *officer != left));
}
