//! Where reports went, kept for when their tip is gone.

use domain::log::{Object, Operation};
use domain::wire::{Blob, CARD_LEN, Deliveries, NewReport, Trace, Traces};
use domain::{Desk, District, RecordId, ReportId, Role};
use storage::TraceStore;

use crate::actors::{Browser, sealed};
use crate::drafts::{hand_in, release};
use crate::house::House;
use crate::log::entries;
use crate::way::triage_house;

fn trace(house: &House, number: u8) -> Trace {
    Trace {
        id: RecordId::from_bytes([number; 16]),
        quarter: house.today().quarter(),
        wrapper: Blob(vec![1; 300]),
        card: Blob(vec![number; CARD_LEN]),
    }
}

#[actix_web::test]
async fn a_trace_is_kept_as_long_as_a_report_and_handed_out_to_triage() {
    let (house, officer) = triage_house(0).await;
    let (one, two) = (trace(&house, 1), trace(&house, 2));
    for new in [&two, &one] {
        let kept = officer.post(&house, "/api/traces/keep", new.clone()).await;
        assert_eq!(kept.status, 204);
    }
    let again = officer.post(&house, "/api/traces/keep", one.clone()).await;
    assert_eq!(again.status, 409);
    let all: Traces = officer.get(&house, "/api/traces").await.json();
    assert_eq!(all.traces, [one.clone(), two.clone()]);
    let path = format!("/api/traces?after={}", one.id);
    let rest: Traces = officer.get(&house, &path).await.json();
    assert_eq!(rest.traces, [two]);
    let goes = house.today().month().plus(72).last_day();
    assert_eq!(house.store.purge_traces(goes).await.unwrap(), 0);
    assert_eq!(house.store.purge_traces(goes.plus(1)).await.unwrap(), 2);
}

#[actix_web::test]
async fn a_trace_of_another_shape_is_refused() {
    let (house, officer) = triage_house(0).await;
    let short = Trace {
        card: Blob(vec![0; CARD_LEN - 1]),
        ..trace(&house, 1)
    };
    assert_eq!(
        officer.post(&house, "/api/traces/keep", short).await.status,
        422
    );
    let all: Traces = officer.get(&house, "/api/traces").await.json();
    assert_eq!(all.traces, []);
}

/// It is recorded, as of the trace: of which record or report it is, the log does not say either.
#[actix_web::test]
async fn keeping_a_trace_is_recorded() {
    let (house, officer) = triage_house(0).await;
    officer
        .post(&house, "/api/traces/keep", trace(&house, 1))
        .await;
    let entry = entries(&house).await.pop().unwrap();
    let kept = (entry.operation, entry.object, entry.purpose.as_str());
    let object = Object::from(RecordId::from_bytes([1; 16]));
    assert_eq!(kept, (Operation::Alteration, object, "trace"));
}

/// As long as it lies at its desk, months after triage stopped looking at it as it works.
#[actix_web::test]
async fn an_old_delivery_is_still_listed_among_all() {
    let (house, triage) = triage_house(0).await;
    let author = Browser::of(&house, "author", Role::Officer, &[Desk::Triage]).await;
    assert_eq!(hand_in(&house, &author, 3).await, 204);
    let report = NewReport {
        report: ReportId::from_bytes([1; 16]),
        desk: Desk::Bronze(District::Leeds),
        week: house.today().week(),
        frame: sealed(9),
    };
    let sent = release(&house, &triage, 3, vec![report]).await;
    assert_eq!(sent.status, 204);
    house.clock.forward(100 * 86_400);
    let triage = triage.begin_session(&house, 2).await;
    let listed = |found: Deliveries| found.deliveries.len();
    assert_eq!(
        listed(triage.get(&house, "/api/deliveries").await.json()),
        0
    );
    assert_eq!(
        listed(triage.get(&house, "/api/deliveries/all").await.json()),
        1
    );
}
