//! Reports: for one desk, signed by their author and, once released, by somebody else.

use domain::export::Errand;
use domain::grade::Grade;
use domain::report::{Marking, REPORT_CONTEXT, REPORT_TEXT_MAX, Report, ReportItem};
use domain::{Category, Day, Desk, District, OfficerId, Priority, ReportId, SealedFrame, Standing};
use notes::{PublicKey, SigningKey};
use seal::report::{SignedReport, seal_report};
use seal::{Kind, SealError, cbor, seal_frame};
use unseal::OpenError;
use unseal::export::{Export, Sending};
use unseal::report::{ExpectedReport, OpenedReport, open_report};

use crate::actors::{INST, OTHER_INST, identity, week};

const AUTHOR: OfficerId = OfficerId::from_bytes([6; 16]);
const RELEASER: OfficerId = OfficerId::from_bytes([7; 16]);
const STRANGER: OfficerId = OfficerId::from_bytes([8; 16]);
const REPORT: ReportId = ReportId::from_bytes([5; 16]);
const LEEDS: Desk = Desk::Bronze(District::Leeds);

fn expected() -> ExpectedReport {
    ExpectedReport {
        inst: INST,
        report: REPORT,
        desk: LEEDS,
        week: week("2026-W47"),
    }
}

fn key(officer: OfficerId) -> SigningKey {
    SigningKey::from_seed(&[officer.as_bytes()[0]; 32])
}

fn roster(officer: OfficerId, _: Day) -> Option<(PublicKey, Standing)> {
    let standing = match officer {
        AUTHOR => Standing::Former,
        RELEASER => Standing::Serving,
        _ => return None,
    };
    Some((key(officer).public(), standing))
}

pub fn report() -> Report {
    Report {
        ctx: REPORT_CONTEXT.into(),
        inst: INST,
        report: REPORT,
        desk: LEEDS,
        reference: "GN-0001".into(),
        marking: Marking::OfficialSensitive,
        priority: Priority::P2,
        category: Category::DrugsSupply,
        created: "2026-11-22".parse().unwrap(),
        intelligence_day: None,
        title: "Supply near the mill".into(),
        items: vec![ReportItem {
            text: "A grey van calls each evening.".into(),
            grade: Grade::anonymous(),
        }],
        provenance: "A member of the public.".into(),
        grade: Grade::anonymous(),
        pii_considered: true,
        purpose: "disruption".into(),
        review: "2027-11-22".parse().unwrap(),
        author: AUTHOR,
        acting: None,
        correction: None,
    }
}

pub fn signed() -> SignedReport {
    SignedReport::sign(&report(), &key(AUTHOR)).unwrap()
}

/// A released report as another force is given it.
pub fn exported() -> String {
    let signed = signed().release(RELEASER, &key(RELEASER)).unwrap();
    let sending = Sending {
        errand: Errand {
            recipient: "Another force".into(),
            purpose: "A joint investigation".into(),
        },
        desk: LEEDS,
        exporter: STRANGER,
        day: "2026-11-23".parse().unwrap(),
    };
    Export::sign(&signed, report(), sending, &key(STRANGER)).unwrap()
}

fn delivered(signed: &SignedReport) -> SealedFrame {
    seal_report(identity(1).recipient(), INST, signed).unwrap()
}

fn opened(frame: &SealedFrame) -> Result<OpenedReport, OpenError> {
    open_report(&[&identity(1)], frame, &expected(), &roster)
}

#[test]
fn a_report_comes_back_with_who_released_it() {
    let alone = opened(&delivered(&signed())).unwrap();
    assert_eq!((alone.report, alone.released_by), (report(), None));
    assert_eq!(alone.standing, Standing::Former);
    let released = signed().release(RELEASER, &key(RELEASER)).unwrap();
    let opened = opened(&delivered(&released)).unwrap();
    assert_eq!(opened.released_by, Some(RELEASER));
}

#[test]
fn what_was_signed_can_be_kept_beside_the_report_and_proves_that_one_alone() {
    let released = signed().release(RELEASER, &key(RELEASER)).unwrap();
    let kept = opened(&delivered(&released)).unwrap().signed;
    let signatures = kept.signatures().unwrap();
    assert!(signatures.len() < 250, "{}", signatures.len());
    let key_of = |officer, day| roster(officer, day).map(|(key, _)| key);
    let joined = SignedReport::rejoin(&report(), &signatures).unwrap();
    let (_, by) = joined.verify(&key_of).unwrap();
    assert_eq!(by, Some(RELEASER));
    let mut changed = report();
    changed.items[0].text = "A white van calls each evening.".into();
    let forged = SignedReport::rejoin(&changed, &signatures).unwrap();
    assert!(forged.verify(&key_of).is_err());
    for cut in 0..signatures.len() {
        assert!(SignedReport::rejoin(&report(), &signatures[..cut]).is_err());
    }
}

#[test]
fn nobody_releases_their_own_report() {
    let own = signed().release(AUTHOR, &key(AUTHOR));
    assert_eq!(own.err(), Some(SealError::NotAllowed));
    let with_own_key = signed().release(RELEASER, &key(AUTHOR)).unwrap();
    let outcome = opened(&delivered(&with_own_key));
    assert_eq!(outcome, Err(OpenError::Unsigned));
}

#[test]
fn a_signature_by_anybody_not_on_the_roster_is_refused() {
    let forged = SignedReport::sign(&report(), &key(STRANGER)).unwrap();
    assert_eq!(opened(&delivered(&forged)), Err(OpenError::Unsigned));
    let unknown_author = Report {
        author: STRANGER,
        ..report()
    };
    let forged = SignedReport::sign(&unknown_author, &key(STRANGER)).unwrap();
    assert_eq!(opened(&delivered(&forged)), Err(OpenError::Unsigned));
    let released = signed().release(STRANGER, &key(STRANGER)).unwrap();
    assert_eq!(opened(&delivered(&released)), Err(OpenError::Unsigned));
}

#[test]
fn a_report_counts_if_its_author_could_sign_on_its_day() {
    let frame = delivered(&signed());
    let until = |last: Day| {
        let key_of =
            move |officer, day| (day <= last).then(|| (key(officer).public(), Standing::Former));
        open_report(&[&identity(1)], &frame, &expected(), &key_of).map(|opened| opened.report)
    };
    let created = report().created;
    assert_eq!(until(created), Ok(report()));
    assert_eq!(until(created.plus(-1)), Err(OpenError::Unsigned));
}

#[test]
fn a_report_for_another_desk_or_week_or_under_another_id_is_refused() {
    let changes: [fn(&mut Report); 4] = [
        |report| report.created = report.created.plus(1),
        |report| report.desk = Desk::Silver,
        |report| report.report = ReportId::from_bytes([66; 16]),
        |report| report.inst = OTHER_INST,
    ];
    for change in changes {
        let mut other = report();
        change(&mut other);
        let signed = SignedReport::sign(&other, &key(AUTHOR)).unwrap();
        assert_eq!(opened(&delivered(&signed)), Err(OpenError::Misplaced));
    }
}

#[test]
fn a_report_that_breaks_a_rule_is_not_signed() {
    let changes: [fn(&mut Report); 4] = [
        |report| report.ctx = "ginnel/tip/v1".into(),
        |report| report.items.clear(),
        |report| report.title = "x".repeat(201),
        |report| report.provenance = "x".repeat(REPORT_TEXT_MAX + 1),
    ];
    for change in changes {
        let mut broken = report();
        change(&mut broken);
        let signed = SignedReport::sign(&broken, &key(AUTHOR));
        assert_eq!(signed.err(), Some(SealError::NotAllowed));
    }
}

#[test]
fn the_longest_report_fits_into_a_frame() {
    let mut longest = report();
    longest.items[0].text = "x".repeat(REPORT_TEXT_MAX - longest.provenance.len());
    longest.title = "x".repeat(200);
    let signed = SignedReport::sign(&longest, &key(AUTHOR)).unwrap();
    let released = signed.release(RELEASER, &key(RELEASER)).unwrap();
    assert_eq!(opened(&delivered(&released)).unwrap().report, longest);
}

#[test]
fn every_changed_byte_of_a_signed_report_is_refused() {
    let released = signed().release(RELEASER, &key(RELEASER)).unwrap();
    let bytes = released.to_bytes().unwrap();
    assert!(SignedReport::from_bytes(&bytes).is_ok());
    for position in 0..bytes.len() {
        let mut changed = bytes.to_vec();
        changed[position] ^= 1 << (position % 8);
        let key_of = |officer, day| roster(officer, day).map(|(key, _)| key);
        let verified = SignedReport::from_bytes(&changed).map(|read| read.verify(&key_of));
        assert!(!matches!(verified, Ok(Ok(_))), "byte {position}");
    }
}

#[test]
fn what_is_no_report_is_refused() {
    for body in [
        b"".as_slice(),
        b"\xa0",
        &cbor::to_deterministic(&7u8).unwrap(),
    ] {
        let frame = seal_frame(identity(1).recipient(), Kind::Report, INST, body).unwrap();
        assert_eq!(opened(&frame), Err(OpenError::Malformed));
    }
}
