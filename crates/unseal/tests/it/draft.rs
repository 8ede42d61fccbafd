//! Drafts: what an author hands in, made out to every desk.

use domain::draft::{COPIES_MAX, DRAFT_CONTEXT, Draft, DraftCopy};
use domain::report::{REPORT_TEXT_MAX, Report};
use domain::{Day, Desk, DraftId, Minute, OfficerId, RecordId, ReportId, SealedFrame, Standing};
use notes::{PublicKey, SigningKey};
use seal::draft::seal_draft;
use seal::report::SignedReport;
use seal::{Kind, SealError, seal_frame};
use unseal::draft::{ExpectedDraft, OpenedDraft, open_draft};
use unseal::{OpenError, open_frame};

use crate::actors::{INST, OTHER_INST, identity, week};
use crate::report::report;

const DRAFT: DraftId = DraftId::from_bytes([9; 16]);

fn key(officer: OfficerId) -> SigningKey {
    SigningKey::from_seed(&[officer.as_bytes()[0]; 32])
}

fn roster(officer: OfficerId, _: Day) -> Option<(PublicKey, Standing)> {
    let key = (officer == report().author).then(|| key(officer).public());
    key.map(|key| (key, Standing::Serving))
}

/// The desks that take reports, so many of them.
fn desks(count: usize) -> Vec<Desk> {
    let mut desks: Vec<Desk> = Desk::all()
        .into_iter()
        .filter(|desk| desk.receives_reports())
        .collect();
    let first = desks.iter().position(|desk| *desk == report().desk);
    desks.swap(0, first.unwrap());
    desks.truncate(count);
    desks
}

fn copy(report: &Report, key: &SigningKey) -> DraftCopy {
    DraftCopy {
        report: report.report,
        desk: report.desk,
        signature: SignedReport::sign(report, key).unwrap().signature().into(),
        replaces: report.replaces(),
    }
}

fn draft_of(first: Report, count: usize) -> Draft {
    let signing = key(first.author);
    let made_out = desks(count).into_iter().zip(first.report.as_bytes()[0]..);
    let copies = made_out.map(|(desk, number)| {
        let report = ReportId::from_bytes([number; 16]);
        let report = Report {
            report,
            desk,
            ..first.clone()
        };
        copy(&report, &signing)
    });
    Draft {
        ctx: DRAFT_CONTEXT.into(),
        draft: DRAFT,
        record: RecordId::from_bytes([8; 16]),
        since: Minute(7),
        kept: 1,
        copies: copies.collect(),
        dropped: None,
        report: first,
    }
}

pub fn draft() -> Draft {
    draft_of(report(), 2)
}

pub fn sealed(draft: &Draft) -> SealedFrame {
    let author = key(draft.report.author);
    seal_draft(identity(1).recipient(), INST, draft, &author).unwrap()
}

fn opened(frame: &SealedFrame) -> Result<OpenedDraft, OpenError> {
    let expected = ExpectedDraft {
        inst: INST,
        draft: DRAFT,
        week: week("2026-W47"),
    };
    open_draft(&identity(1), frame, &expected, &roster)
}

#[test]
fn a_draft_gives_back_each_desks_report_as_its_author_signed_it() {
    let two = opened(&sealed(&draft())).unwrap();
    assert_eq!((&two.draft, two.standing), (&draft(), Standing::Serving));
    let author = key(report().author).public();
    let read = two
        .reports
        .iter()
        .map(|one| one.verify(&|_, _| Some(author)));
    let read: Vec<_> = read.map(|one| one.unwrap()).collect();
    let desks_of: Vec<Desk> = read.iter().map(|(report, _)| report.desk).collect();
    assert_eq!(desks_of, desks(2));
    for (made_out, released_by) in read {
        let differs = Report {
            report: made_out.report,
            desk: made_out.desk,
            ..report()
        };
        assert_eq!((made_out, released_by), (differs, None));
    }
}

#[test]
fn the_longest_draft_for_the_most_desks_fits_into_a_frame() {
    let mut longest = report();
    longest.title = "x".repeat(200);
    longest.purpose = "x".repeat(500);
    longest.items = vec![longest.items[0].clone(); 20];
    let rest = longest.provenance.len() + 19 * longest.items[1].text.len();
    longest.items[0].text = "x".repeat(REPORT_TEXT_MAX - rest);
    let longest = draft_of(longest, COPIES_MAX);
    assert_eq!(
        opened(&sealed(&longest)).unwrap().reports.len(),
        desks(COPIES_MAX).len()
    );
}

#[test]
fn a_report_its_author_did_not_sign_is_in_no_draft() {
    let mut changed = draft();
    changed.report.title = "Something else".into();
    let changed = opened(&sealed(&changed));
    assert_eq!(changed.err(), Some(OpenError::Unsigned));
    let mut exchanged = draft();
    exchanged.copies[1].desk = Desk::Silver;
    let exchanged = opened(&sealed(&exchanged));
    assert_eq!(exchanged.err(), Some(OpenError::Unsigned));
    let stranger = key(OfficerId::from_bytes([77; 16]));
    let frame = seal_draft(identity(1).recipient(), INST, &draft(), &stranger).unwrap();
    assert_eq!(opened(&frame).err(), Some(OpenError::Unsigned));
}

#[test]
fn a_draft_under_another_id_or_of_another_week_is_refused() {
    let mut renamed = draft();
    renamed.draft = DraftId::from_bytes([1; 16]);
    let mut later = report();
    later.created = later.created.plus(1);
    let mut elsewhere = report();
    elsewhere.inst = OTHER_INST;
    for other in [renamed, draft_of(later, 2), draft_of(elsewhere, 2)] {
        assert_eq!(opened(&sealed(&other)).err(), Some(OpenError::Misplaced));
    }
}

#[test]
fn a_draft_that_breaks_a_rule_is_neither_sealed_nor_read() {
    let changes: [fn(&mut Draft); 5] = [
        |draft| draft.ctx = "ginnel/report/v1".into(),
        |draft| draft.copies.clear(),
        |draft| draft.copies.swap(0, 1),
        |draft| draft.copies[1].report = draft.copies[0].report,
        |draft| draft.copies[1].desk = Desk::Triage,
    ];
    for change in changes {
        let mut broken = draft();
        change(&mut broken);
        let author = key(broken.report.author);
        let refused = seal_draft(identity(1).recipient(), INST, &broken, &author);
        assert_eq!(refused.err(), Some(SealError::NotAllowed));
    }
}

#[test]
fn every_changed_byte_of_a_draft_is_refused() {
    let triage = identity(1);
    let body = open_frame(&[&triage], &sealed(&draft()), Kind::Draft, INST);
    let body = body.unwrap().body;
    for position in (0..body.len()).step_by(7) {
        let mut changed = body.to_vec();
        changed[position] ^= 1 << (position % 8);
        let frame = seal_frame(triage.recipient(), Kind::Draft, INST, &changed).unwrap();
        assert!(opened(&frame).is_err(), "byte {position}");
    }
}
