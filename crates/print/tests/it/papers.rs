//! Papers as whoever gets one sees them.

use domain::export::{Errand, ExportSheet};
use domain::grade::{ActionCode, Grade, Handling, Reason, SanitisationCode};
use domain::report::{Marking, REPORT_CONTEXT, Report, ReportItem};
use domain::{Category, Desk, District, InstallationId, OfficerId, Priority, ReportId};
use print::{ExportPaper, Profile, ProfileRow, ProfileTable, Unprintable};

const LEEDS: Desk = Desk::Bronze(District::Leeds);

fn sheet(items: usize) -> ExportSheet {
    let bound = Grade {
        handling: Handling::Conditional {
            action: ActionCode::A1,
            sanitisation: SanitisationCode::S2,
            conditions: Reason::try_from("Ask triage before any visit.".to_owned()).unwrap(),
        },
        ..Grade::anonymous()
    };
    let text = "Goods are sold from a grey van near the school each evening, and carried to the flat \
                above the shop. The driver is known as “Łukasz”.";
    ExportSheet {
        report: Report {
            ctx: REPORT_CONTEXT.into(),
            inst: InstallationId::from_bytes([1; 16]),
            report: ReportId::from_bytes([2; 16]),
            desk: LEEDS,
            reference: "GIN-26-7K3M-9QXT".into(),
            marking: Marking::OfficialSensitive,
            priority: Priority::P2,
            category: Category::DrugsSupply,
            created: "2026-11-20".parse().unwrap(),
            intelligence_day: None,
            title: "Goods sold from a vehicle near a school".into(),
            items: vec![
                ReportItem {
                    text: text.into(),
                    grade: bound.clone(),
                };
                items
            ],
            provenance: "Somebody who has seen it.".into(),
            grade: bound,
            pii_considered: true,
            purpose: "Prevention and detection of crime".into(),
            review: "2032-11-20".parse().unwrap(),
            author: OfficerId::from_bytes([3; 16]),
            acting: None,
            correction: None,
        },
        errand: Errand {
            recipient: "A neighbouring force, its intelligence bureau".into(),
            purpose: "A joint investigation".into(),
        },
        desk: LEEDS,
        exporter: OfficerId::from_bytes([4; 16]),
        exporter_name: "bronze-leeds".into(),
        released_by: OfficerId::from_bytes([5; 16]),
        day: "2026-11-23".parse().unwrap(),
    }
}

fn printed(sheet: &ExportSheet) -> Result<Vec<u8>, Unprintable> {
    let paper = ExportPaper {
        sheet,
        file: "{}\n",
        name: "GIN-26-7K3M-9QXT.json",
    };
    paper.print()
}

fn profile(small: &str) -> Profile {
    let row = |name: &str, shown: &str, bar| ProfileRow {
        name: name.into(),
        shown: shown.into(),
        bar,
    };
    Profile {
        desk: "Bronze Leeds".into(),
        days: ("1 December 2025".into(), "23 November 2026".into()),
        rule: "Numbers from 1 to 4 are hidden.".into(),
        tables: vec![
            ProfileTable {
                title: "Cases by threat".into(),
                rows: vec![
                    row("Drugs supply", "42", 42),
                    row("Fraud", "17", 17),
                    row("Weapons", small, 0),
                    row("Modern slavery and human trafficking", "not shown", 0),
                ],
            },
            ProfileTable {
                title: "Outcomes".into(),
                rows: vec![],
            },
        ],
        attribution: vec!["Contains OS data © Crown copyright.".into()],
        made: "2026-11-23".parse().unwrap(),
    }
}

/// How many pages a file says it has.
fn pages(paper: &[u8]) -> usize {
    let text = String::from_utf8_lossy(paper).into_owned();
    text.matches("/Type /Page\n").count()
}

#[test]
fn the_same_sheet_gives_the_same_bytes_and_another_gives_others() {
    let one = printed(&sheet(3)).unwrap();
    assert!(one.starts_with(b"%PDF-1.7"));
    assert_eq!(one, printed(&sheet(3)).unwrap());
    let mut other = sheet(3);
    other.errand.purpose.push('.');
    assert_ne!(one, printed(&other).unwrap());
    assert_eq!(profile("under 5").print(), profile("under 5").print());
}

#[test]
fn what_does_not_fit_on_a_page_goes_on_over_it() {
    assert!(pages(&printed(&sheet(1)).unwrap()) < pages(&printed(&sheet(20)).unwrap()));
    let mut long = sheet(1);
    long.report.provenance = "word ".repeat(2_800);
    assert!(pages(&printed(&long).unwrap()) >= 5);
    let mut unbroken = sheet(1);
    unbroken.report.title = "x".repeat(200);
    assert!(printed(&unbroken).is_ok());
}

#[test]
fn a_character_without_a_letter_is_named_and_nothing_is_printed() {
    let mut foreign = sheet(1);
    foreign.report.items[0].text = "A shop called ਪੰਜਾਬ".into();
    assert_eq!(printed(&foreign), Err(Unprintable('ਪ')));
    let mut hidden = sheet(1);
    hidden.errand.recipient = "Another\u{202e}force".into();
    assert_eq!(printed(&hidden), Err(Unprintable('\u{202e}')));
}

#[test]
#[ignore = "writes papers to be looked at"]
fn write_papers() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join("export.pdf"), printed(&sheet(9)).unwrap()).unwrap();
    std::fs::write(
        folder.join("profile.pdf"),
        profile("under 5").print().unwrap(),
    )
    .unwrap();
}
