//! Every route of the staff listener by everybody: who gets in is this table, and nothing else.

mod people;

use api::staff::ROUTES;

use crate::house::House;
use people::everybody;

/// Who a route is for.
#[derive(Debug, Clone, Copy, PartialEq)]
enum For {
    Anyone,
    SignedIn,
    Approved,
    TriageDesk,
    LeedsDesk,
    TriageSupervisor,
    LeedsSupervisor,
    Triage,
    Intake,
    Coordinator,
    Auditor,
}
use For::*;

/// Every route, with the desk in its path filled in.
const TABLE: &[(&str, &str, &str, For)] = &[
    ("POST", "/api/enrol/start", "/api/enrol/start", Anyone),
    ("POST", "/api/enrol/finish", "/api/enrol/finish", Anyone),
    ("POST", "/api/sign-in/start", "/api/sign-in/start", Anyone),
    ("POST", "/api/sign-in/finish", "/api/sign-in/finish", Anyone),
    ("GET", "/api/me", "/api/me", SignedIn),
    ("GET", "/api/notes", "/api/notes", Approved),
    ("GET", "/api/wrappers", "/api/wrappers", Approved),
    ("POST", "/api/intake/fetch", "/api/intake/fetch", Intake),
    ("POST", "/api/intake/accept", "/api/intake/accept", Triage),
    ("POST", "/api/canary", "/api/canary", Triage),
    ("GET", "/api/vault/{desk}", "/api/vault/triage", TriageDesk),
    (
        "GET",
        "/api/vault/{desk}",
        "/api/vault/bronze%2Fleeds",
        LeedsDesk,
    ),
    ("POST", "/api/cases/{desk}", "/api/cases/triage", TriageDesk),
    (
        "POST",
        "/api/cases/{desk}",
        "/api/cases/bronze%2Fleeds",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/open",
        "/api/vault/triage/ID/open",
        TriageDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/open",
        "/api/vault/bronze%2Fleeds/ID/open",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/claim",
        "/api/vault/triage/ID/claim",
        TriageDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/claim",
        "/api/vault/bronze%2Fleeds/ID/claim",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/disclose",
        "/api/vault/triage/ID/disclose",
        TriageDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/disclose",
        "/api/vault/bronze%2Fleeds/ID/disclose",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/refer",
        "/api/vault/triage/ID/refer",
        TriageDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/refer",
        "/api/vault/bronze%2Fleeds/ID/refer",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/take-back",
        "/api/vault/triage/ID/take-back",
        TriageSupervisor,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/take-back",
        "/api/vault/bronze%2Fleeds/ID/take-back",
        LeedsSupervisor,
    ),
    (
        "GET",
        "/api/colleagues/{desk}",
        "/api/colleagues/triage",
        TriageDesk,
    ),
    (
        "GET",
        "/api/colleagues/{desk}",
        "/api/colleagues/bronze%2Fleeds",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/release",
        "/api/vault/triage/ID/release",
        TriageDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/release",
        "/api/vault/bronze%2Fleeds/ID/release",
        LeedsDesk,
    ),
    (
        "PUT",
        "/api/vault/{desk}/{record}",
        "/api/vault/triage/ID",
        TriageDesk,
    ),
    (
        "PUT",
        "/api/vault/{desk}/{record}",
        "/api/vault/bronze%2Fleeds/ID",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/put-back",
        "/api/vault/triage/ID/put-back",
        TriageDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/put-back",
        "/api/vault/bronze%2Fleeds/ID/put-back",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/postpone",
        "/api/vault/triage/ID/postpone",
        TriageDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/postpone",
        "/api/vault/bronze%2Fleeds/ID/postpone",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/erase",
        "/api/vault/triage/ID/erase",
        TriageSupervisor,
    ),
    (
        "POST",
        "/api/vault/{desk}/{record}/erase",
        "/api/vault/bronze%2Fleeds/ID/erase",
        LeedsSupervisor,
    ),
    ("POST", "/api/drafts/hand-in", "/api/drafts/hand-in", Triage),
    ("GET", "/api/drafts", "/api/drafts", Triage),
    (
        "POST",
        "/api/drafts/{draft}/open",
        "/api/drafts/ID/open",
        Triage,
    ),
    (
        "POST",
        "/api/drafts/{draft}/release",
        "/api/drafts/ID/release",
        Triage,
    ),
    (
        "POST",
        "/api/drafts/{draft}/remove",
        "/api/drafts/ID/remove",
        Triage,
    ),
    ("POST", "/api/replies", "/api/replies", Triage),
    ("GET", "/api/blobs/{blob}", "/api/blobs/ID", Triage),
    (
        "POST",
        "/api/messages/{desk}",
        "/api/messages/triage",
        TriageDesk,
    ),
    (
        "POST",
        "/api/messages/{desk}",
        "/api/messages/bronze%2Fleeds",
        LeedsDesk,
    ),
    ("GET", "/api/deliveries", "/api/deliveries", Triage),
    ("GET", "/api/deliveries/all", "/api/deliveries/all", Triage),
    ("POST", "/api/traces/keep", "/api/traces/keep", Triage),
    ("GET", "/api/traces", "/api/traces", Triage),
    (
        "POST",
        "/api/deliveries/{desk}/{report}/recall",
        "/api/deliveries/bronze%2Fleeds/ID/recall",
        Triage,
    ),
    (
        "POST",
        "/api/deliveries/{desk}/{report}/restore",
        "/api/deliveries/bronze%2Fleeds/ID/restore",
        Triage,
    ),
    ("GET", "/api/inbox/{desk}", "/api/inbox/triage", TriageDesk),
    (
        "GET",
        "/api/inbox/{desk}",
        "/api/inbox/bronze%2Fleeds",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/inbox/{desk}/{report}/open",
        "/api/inbox/triage/ID/open",
        TriageDesk,
    ),
    (
        "POST",
        "/api/inbox/{desk}/{report}/open",
        "/api/inbox/bronze%2Fleeds/ID/open",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/inbox/{desk}/{report}/acknowledge",
        "/api/inbox/triage/ID/acknowledge",
        TriageDesk,
    ),
    (
        "POST",
        "/api/inbox/{desk}/{report}/acknowledge",
        "/api/inbox/bronze%2Fleeds/ID/acknowledge",
        LeedsDesk,
    ),
    (
        "POST",
        "/api/desks/{desk}/sheets",
        "/api/desks/triage/sheets",
        TriageSupervisor,
    ),
    (
        "POST",
        "/api/desks/{desk}/sheets",
        "/api/desks/bronze%2Fleeds/sheets",
        LeedsSupervisor,
    ),
    ("GET", "/api/log", "/api/log?year=2026&from=0", Auditor),
    ("GET", "/api/officers", "/api/officers", Coordinator),
    (
        "POST",
        "/api/sign-out-everywhere",
        "/api/sign-out-everywhere",
        SignedIn,
    ),
    ("POST", "/api/sign-out", "/api/sign-out", SignedIn),
];

#[actix_web::test]
async fn every_route_lets_in_exactly_those_it_is_for() {
    let house = House::open().await;
    for person in everybody(&house).await {
        for (method, route, path, is_for) in TABLE {
            let path = path.replace("ID", &"ab".repeat(16));
            let body = serde_json::json!({});
            let request = person.browser.request(method, &path).set_json(body);
            let answer = house.staff(request).await;
            let may = *is_for == Anyone || person.may.contains(is_for);
            let expected = match (may, person.may.contains(&SignedIn)) {
                (true, _) => None,
                (false, true) => Some("forbidden"),
                (false, false) => Some("not-signed-in"),
            };
            let refused = matches!(answer.status.as_u16(), 401 | 403).then(|| answer.fault());
            assert_eq!(
                refused.as_deref(),
                expected,
                "{} {method} {route}",
                person.who
            );
            assert!(
                answer.status.as_u16() < 500,
                "{} {method} {route}",
                person.who
            );
            if route.starts_with("/api/sign-out") && may {
                person.browser.begin_session(&house, 0).await;
            }
        }
    }
}

#[test]
fn every_route_is_in_the_table() {
    let mut tested: Vec<_> = TABLE
        .iter()
        .map(|(method, route, ..)| (*method, *route))
        .collect();
    let mut routes = ROUTES.to_vec();
    tested.sort_unstable();
    tested.dedup();
    routes.sort_unstable();
    assert_eq!(tested, routes);
}
