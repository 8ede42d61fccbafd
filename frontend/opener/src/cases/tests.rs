use domain::grade::Grade;
use domain::report::{Marking, REPORT_CONTEXT, Report, ReportItem};
use domain::{Category, Day, District, OfficerId, Priority};
use notes::SigningKey;

use super::*;

const INST: InstallationId = InstallationId::from_bytes([2; 16]);
const LEEDS: Desk = Desk::Bronze(District::Leeds);
const TODAY: Day = Day(20_780);

fn received() -> Received {
    let report = Report {
        ctx: REPORT_CONTEXT.into(),
        inst: INST,
        report: ReportId::from_bytes([3; 16]),
        desk: LEEDS,
        reference: "GIN-26-7K3M-9QXT".into(),
        marking: Marking::OfficialSensitive,
        priority: Priority::P2,
        category: Category::DrugsSupply,
        created: TODAY,
        intelligence_day: None,
        title: "Drugs are sold from a vehicle".into(),
        items: vec![ReportItem {
            text: "In the evenings.".into(),
            grade: Grade::anonymous(),
        }],
        provenance: "In confidence.".into(),
        grade: Grade::anonymous(),
        pii_considered: true,
        purpose: "Prevention of crime".into(),
        review: TODAY.plus(10),
        author: OfficerId::from_bytes([4; 16]),
        acting: None,
        correction: None,
    };
    Received {
        report,
        delivered: TODAY,
        taken_on: Hand {
            officer: OfficerId::from_bytes([5; 16]),
            name: "cal".into(),
            day: TODAY,
        },
        signatures: None,
    }
}

#[test]
fn a_report_kept_before_signatures_were_is_unproven_and_nonsense_is_bad() {
    let mut received = received();
    let trust = Trust::default();
    let bytes = minicbor::to_vec(&received).unwrap();
    let read: Received = minicbor::decode(&bytes).unwrap();
    assert_eq!(proof(&read, INST, LEEDS, &trust), Proof::Missing);
    let by_nobody = SignedReport::sign(&received.report, &SigningKey::from_seed(&[9; 32]));
    let by_nobody = by_nobody.unwrap().signatures().unwrap().to_vec();
    for signatures in [vec![], vec![0xa0], by_nobody] {
        received.signatures = Some(signatures.into());
        assert_eq!(proof(&received, INST, LEEDS, &trust), Proof::Bad);
    }
}
