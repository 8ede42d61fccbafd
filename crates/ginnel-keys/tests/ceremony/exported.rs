//! What another force was given, and what it refuses.

use domain::case::Condition;
use domain::export::Errand;
use domain::grade::{ActionCode, Grade, Handling, Reason, SanitisationCode};
use domain::report::{Marking, REPORT_CONTEXT, Report, ReportItem};
use domain::{Category, Desk, District, InstallationId, OfficerId, Priority, ReportId, Role};
use ginnel_keys::NoteName;
use ginnel_keys::exported::{ExportedError, on_one_line, verify};
use notes::NoteError;
use seal::report::SignedReport;
use unseal::export::{Export, ExportError, Sending};

use crate::party::{LEEDS, Party};

const TODAY: &str = "2026-11-23";

/// Officer 1 at triage, 2 and 3 there too; 4 at Leeds.
fn staffed() -> Party {
    let mut party = Party::begin(TODAY);
    party.write_directories();
    party.both_sign_directories();
    for (number, desk) in [(1, Desk::Triage), (2, Desk::Triage), (4, LEEDS)] {
        let card = party.enrols(number);
        party.approves(desk, &card, Role::Officer);
    }
    for desk in [Desk::Triage, LEEDS] {
        party.write_roster(desk);
        party.both_sign(NoteName::Roster(desk));
    }
    party.enrols(5);
    party
}

fn rosters(party: &Party, desks: &[Desk]) -> Vec<String> {
    let text = |desk: &Desk| {
        let path = NoteName::Roster(*desk).path(&party.ceremony);
        std::fs::read_to_string(path).unwrap()
    };
    desks.iter().map(text).collect()
}

fn report(party: &Party, action: Option<ActionCode>) -> Report {
    let handling = action.map_or(Handling::Permitted, |action| Handling::Conditional {
        action,
        sanitisation: SanitisationCode::S2,
        conditions: Reason::try_from("Ask first.".to_owned()).unwrap(),
    });
    let grade = Grade {
        handling,
        ..Grade::anonymous()
    };
    Report {
        ctx: REPORT_CONTEXT.into(),
        inst: party.ceremony.inst(),
        report: ReportId::from_bytes([3; 16]),
        desk: LEEDS,
        reference: "GIN-26-7K3M-9QXT".into(),
        marking: Marking::OfficialSensitive,
        priority: Priority::P2,
        category: Category::DrugsSupply,
        created: party.today,
        intelligence_day: None,
        title: "Drugs are sold from a vehicle".into(),
        items: vec![ReportItem {
            text: "In the evenings.".into(),
            grade: grade.clone(),
        }],
        provenance: "In confidence.".into(),
        grade,
        pii_considered: true,
        purpose: "Prevention of crime".into(),
        review: party.today.plus(10),
        author: OfficerId::from_bytes([1; 16]),
        acting: None,
        correction: None,
    }
}

/// What officer `exporter` of `desk` sends.
fn sending(party: &Party, desk: Desk, exporter: u8) -> Sending {
    Sending {
        errand: Errand {
            recipient: "Another force".into(),
            purpose: "Joint investigation".into(),
        },
        desk,
        exporter: OfficerId::from_bytes([exporter; 16]),
        day: party.today,
    }
}

/// What officer 1 wrote and 2 released.
fn released(party: &Party, report: &Report) -> SignedReport {
    let signed = SignedReport::sign(report, party.keys(1).signing()).unwrap();
    let second = OfficerId::from_bytes([2; 16]);
    signed.release(second, party.keys(2).signing()).unwrap()
}

/// A file that officer 4 exported of a report that 1 wrote and 2 released.
fn exported(party: &Party) -> String {
    let report = report(party, None);
    let signed = released(party, &report);
    let key = party.keys(4).signing();
    Export::sign(&signed, report, sending(party, LEEDS, 4), key).unwrap()
}

fn checked(party: &Party, file: &str) -> Result<OfficerId, ExportedError> {
    let rosters = rosters(party, &[Desk::Triage, LEEDS]);
    let authorities = party.ceremony.authorities();
    let believed = verify(file, authorities, &rosters, party.today)?;
    assert_eq!(believed.export.recipient, "Another force");
    Ok(believed.released_by)
}

#[test]
fn a_file_says_who_wrote_released_and_exported_it() {
    let party = staffed();
    let file = exported(&party);
    assert!(file.contains("ginnel-keys verify-export"));
    let second = OfficerId::from_bytes([2; 16]);
    assert_eq!(checked(&party, &file), Ok(second));
}

#[test]
fn no_byte_can_be_changed() {
    let party = staffed();
    let file = exported(&party);
    for at in (0..file.len()).step_by(13) {
        let mut bytes = file.clone().into_bytes();
        bytes[at] ^= 1;
        let Ok(changed) = String::from_utf8(bytes) else {
            continue;
        };
        assert!(checked(&party, &changed).is_err(), "byte {at}");
    }
    for changed in [format!("{file}\n"), file.replace("  ", " "), String::new()] {
        let refused = ExportedError::Export(ExportError::Malformed);
        assert_eq!(checked(&party, &changed), Err(refused));
    }
    let other = file.replace("Another force", "Anybody");
    let refused = ExportedError::Export(ExportError::NotExported);
    assert_eq!(checked(&party, &other).unwrap_err(), refused);
}

#[test]
fn triage_sends_its_own_reports_too() {
    let party = staffed();
    let report = report(&party, None);
    let signed = released(&party, &report);
    let key = party.keys(2).signing();
    let file = Export::sign(&signed, report, sending(&party, Desk::Triage, 2), key).unwrap();
    let only = rosters(&party, &[Desk::Triage]);
    let believed = verify(&file, party.ceremony.authorities(), &only, party.today);
    assert_eq!(believed.unwrap().export.desk, Desk::Triage);
}

#[test]
fn an_officer_of_another_desk_or_of_none_has_exported_nothing() {
    let party = staffed();
    let report = report(&party, None);
    let signed = released(&party, &report);
    for (named, signs) in [(1, 1), (5, 5), (4, 5)] {
        let sending = sending(&party, LEEDS, named);
        let key = party.keys(signs).signing();
        let file = Export::sign(&signed, report.clone(), sending, key).unwrap();
        let refused = ExportedError::Export(ExportError::NotExported);
        assert_eq!(checked(&party, &file), Err(refused));
    }
}

#[test]
fn a_report_that_triage_did_not_sign_is_none_of_triages() {
    let party = staffed();
    let report = report(&party, None);
    let key = party.keys(4).signing();
    let sign = |signed: &SignedReport, report: &Report| {
        Export::sign(signed, report.clone(), sending(&party, LEEDS, 4), key).unwrap()
    };
    let forged = SignedReport::sign(&report, key).unwrap();
    let alone = SignedReport::sign(&report, party.keys(1).signing()).unwrap();
    let mut softer = report.clone();
    softer.marking = Marking::Official;
    for (file, refused) in [
        (sign(&forged, &report), ExportError::NotTriages),
        (sign(&alone, &report), ExportError::NotReleased),
        (
            sign(&released(&party, &report), &softer),
            ExportError::Misplaced,
        ),
    ] {
        let refused = ExportedError::Export(refused);
        assert_eq!(checked(&party, &file), Err(refused));
    }
}

#[test]
fn a_file_cannot_say_that_it_comes_from_elsewhere_or_before_its_report() {
    let party = staffed();
    let report = report(&party, None);
    let signed = released(&party, &report);
    let bradford = Desk::Bronze(District::Bradford);
    let elsewhere = sending(&party, bradford, 4);
    let key = party.keys(4).signing();
    let file = Export::sign(&signed, report.clone(), elsewhere, key).unwrap();
    let refused = Err(ExportedError::NoRoster(bradford));
    assert_eq!(checked(&party, &file), refused);
    let mut early = sending(&party, LEEDS, 4);
    early.day = party.today.plus(-1);
    let file = Export::sign(&signed, report, early, key).unwrap();
    assert!(checked(&party, &file).is_err());
}

#[test]
fn a_report_with_conditions_comes_from_its_originator_or_from_nobody() {
    let party = staffed();
    let report = report(&party, Some(ActionCode::A2));
    assert_eq!(Condition::of(&report), Some(Condition::Covert));
    let signed = released(&party, &report);
    let sign = |desk, exporter| {
        let key = party.keys(exporter).signing();
        Export::sign(
            &signed,
            report.clone(),
            sending(&party, desk, exporter),
            key,
        )
    };
    assert_eq!(sign(LEEDS, 4), Err(ExportError::NotOriginators));
    let file = sign(Desk::Triage, 2).unwrap();
    assert!(file.contains("A2 Covert use"), "in words");
    assert!(checked(&party, &file).is_ok());
}

#[test]
fn a_roster_that_is_missing_or_has_expired_vouches_for_nobody() {
    let party = staffed();
    let file = exported(&party);
    let authorities = party.ceremony.authorities();
    let only = rosters(&party, &[Desk::Triage]);
    let refused = verify(&file, authorities, &only, party.today);
    assert_eq!(refused, Err(ExportedError::NoRoster(LEEDS)));
    let both = rosters(&party, &[Desk::Triage, LEEDS]);
    let late = verify(&file, authorities, &both, party.today.plus(200));
    assert_eq!(late, Err(ExportedError::Roster(NoteError::Expired)));
    let mut other = report(&party, None);
    other.inst = InstallationId::from_bytes([8; 16]);
    let signed = released(&party, &other);
    let key = party.keys(4).signing();
    let file = Export::sign(&signed, other, sending(&party, LEEDS, 4), key).unwrap();
    let refused = ExportedError::Roster(NoteError::WrongInstallation);
    assert_eq!(checked(&party, &file), Err(refused));
}

#[test]
fn what_is_printed_forges_no_line_and_turns_nothing() {
    let forged = "GIN-1\nReleased by  x\u{1b}[2K\u{202e}\u{2028}";
    let printed = on_one_line(forged);
    assert_eq!(
        printed,
        "GIN-1<U+000A>Released by  x<U+001B>[2K<U+202E><U+2028>"
    );
    assert_eq!(on_one_line("Ask first: \u{627}"), "Ask first: \u{627}");
}
