//! The whole way.

use domain::Desk;
use domain::console::{Answer, Ask, TipView};
use domain::wire::DeliveryState;
use domain::work::{Act, WorkState};

use crate::world::{LEEDS, PLANTED, World};

#[test]
fn a_tip_goes_from_the_intake_to_an_acknowledged_report() {
    let (mut world, mut ann, mut bea, mut cal, _dee) = World::staffed();
    let tip = world.send_tip(PLANTED);

    let intake = ann.fetch(false);
    let [TipView { story, missing, .. }] = intake.tips.as_slice() else {
        panic!("{intake:?}")
    };
    assert_eq!((story.as_str(), missing.len()), (PLANTED, 0));
    assert_eq!((intake.unopened, intake.remaining), (0, 0));

    let record = ann.accept(tip);
    let view = ann.open(record).unwrap();
    assert_eq!(view.original.story, PLANTED);
    assert_eq!(view.work.state, WorkState::New);

    let waiting = ann.hand_in(record, &[LEEDS]);
    assert_eq!(waiting.work.state, WorkState::Waiting);
    assert!(world.server.borrow().reports.is_empty());
    bea.release_all();
    let routed = ann.open(record).unwrap();
    assert_eq!(routed.version, 3);
    assert_eq!(routed.work.state, WorkState::Routed);
    let acts: Vec<&Act> = routed
        .history
        .entries
        .iter()
        .map(|entry| &entry.act)
        .collect();
    assert!(matches!(
        acts.as_slice(),
        [
            Act::Accepted,
            Act::HandedIn { .. },
            Act::Released { by: None, .. }
        ]
    ));
    let bea_id = world.officer("bea");
    assert_eq!(routed.history.entries[2].officer, bea_id);
    let routing = routed.routings[0].routing.clone();
    assert_eq!(routing.desk, LEEDS);

    let Answer::Inbox { rows, .. } = cal.ask(Ask::Inbox { desk: LEEDS }) else {
        panic!()
    };
    assert_eq!(rows[0].heading, None, "nothing is opened by listing it");
    let report = routing.report;
    let Answer::Report(opened) = cal.ask(Ask::OpenReport {
        desk: LEEDS,
        report,
        purpose: "action".into(),
    }) else {
        panic!()
    };
    assert_eq!(opened.report.reference, routing.reference);
    assert_eq!(opened.released_by, bea_id);
    assert_eq!(opened.report.title, "Drug dealing from a vehicle");
    let acknowledged = cal.ask(Ask::Acknowledge {
        desk: LEEDS,
        report,
    });
    let reference = routing.reference;
    let Answer::Acknowledged {
        reference: quoted, ..
    } = acknowledged
    else {
        panic!("{acknowledged:?}")
    };
    assert_eq!(quoted, reference);
    let Answer::Inbox { rows, .. } = cal.ask(Ask::Inbox { desk: LEEDS }) else {
        panic!()
    };
    assert_eq!(rows[0].heading.as_ref().unwrap().grade, "2DP");

    let view = ann.open(record).unwrap();
    let delivery = view.routings[0].delivery.clone().unwrap();
    assert_eq!(delivery.state, DeliveryState::Acknowledged);
    assert_eq!(delivery.acknowledged_by.as_deref(), Some("cal"));
    let desk = Desk::Triage;
    let Answer::Cards { cards, .. } = ann.ask(Ask::ListCards { desk }) else {
        panic!()
    };
    let face = cards[0].card.as_ref().unwrap();
    assert_eq!((face.routed, face.acknowledged), (1, 1));
    assert!(cards[0].closed && !cards[0].mine);
}

#[test]
fn nothing_that_was_typed_or_opened_ever_reaches_the_server_readable() {
    let (mut world, mut ann, mut bea, mut cal, _dee) = World::staffed();
    let tip = world.send_tip(PLANTED);
    let record = ann.take(tip);
    let routed = ann.route(&mut bea, record, &[LEEDS]);
    cal.ask(Ask::OpenReport {
        desk: LEEDS,
        report: routed.routings[0].routing.report,
        purpose: "action".into(),
    });
    let server = world.server.borrow();
    let heard = String::from_utf8_lossy(&server.heard);
    assert!(heard.contains("/api/intake/accept"));
    let tip = tip.to_string();
    let reference = &routed.routings[0].routing.reference;
    for secret in [
        PLANTED,
        "Drug dealing",
        "in the evenings",
        ann.passphrase.expose(),
        &tip,
        reference,
    ] {
        assert!(!heard.contains(secret), "{secret}");
    }
}
