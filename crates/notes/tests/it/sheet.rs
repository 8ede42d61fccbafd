use domain::case::Outcome;
use domain::sheet::Cell;
use domain::{Category, Desk, District, InstallationId};
use notes::{BadSignature, Malformed, ReplyKey, Sheet, SigningKey, UnverifiedSheet};

fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(&[seed; 32])
}

fn listed(desk: Desk, seed: u8) -> ReplyKey {
    let key = key(seed).public();
    ReplyKey { desk, key }
}

fn sheet() -> Sheet {
    let cell = |category, outcome, cases| Cell {
        category,
        outcome,
        cases,
    };
    Sheet {
        inst: InstallationId::from_bytes([7; 16]),
        district: District::Leeds,
        month: "2026-10".parse().unwrap(),
        cells: vec![
            cell(Category::DrugsSupply, Outcome::Arrest, 12),
            cell(Category::DrugsSupply, Outcome::Seizure, 5),
            cell(Category::Fraud, Outcome::Disrupted, 6),
        ],
    }
}

const LEEDS: Desk = Desk::Bronze(District::Leeds);

#[test]
fn a_sheet_reads_back_and_its_desk_is_believed() {
    let text = sheet().sign(&key(1)).unwrap();
    are_the_published_lines(&text);
    let read = UnverifiedSheet::parse(&text).unwrap();
    assert_eq!(read.unverified(), &sheet());
    assert_eq!(read.verify(&[listed(LEEDS, 1)]), Ok(sheet()));
}

/// The lines are what other programs read.
fn are_the_published_lines(text: &str) {
    let (body, _) = text.rsplit_once("sig ").unwrap();
    let lines = "ginnel/sheet/v1\ninst 07070707070707070707070707070707\ndistrict leeds\n\
        month 2026-10\ncell drugs_supply arrest 12\ncell drugs_supply seizure 5\n\
        cell fraud disrupted 6\n";
    assert_eq!(body, lines);
}

#[test]
fn neither_another_desks_key_nor_a_changed_number_is_believed() {
    let text = sheet().sign(&key(1)).unwrap();
    let wakefield = Desk::Bronze(District::Wakefield);
    for keys in [
        vec![],
        vec![listed(LEEDS, 2)],
        vec![listed(wakefield, 1), listed(Desk::Triage, 1)],
    ] {
        let read = UnverifiedSheet::parse(&text).unwrap();
        assert_eq!(read.verify(&keys), Err(BadSignature));
    }
    for (from, to) in [
        ("arrest 12", "arrest 13"),
        ("leeds", "wakefield"),
        ("2026-10", "2026-09"),
        ("inst 07", "inst 08"),
    ] {
        let changed = text.replace(from, to);
        let read = UnverifiedSheet::parse(&changed).unwrap();
        let keys = [listed(LEEDS, 1), listed(wakefield, 1)];
        assert_eq!(read.verify(&keys), Err(BadSignature), "{to}");
    }
}

#[test]
fn a_sheet_that_would_tell_a_small_number_is_none() {
    let mut small = sheet();
    small.cells[1].cases = 4;
    assert_eq!(small.sign(&key(1)), Err(Malformed));
    let mut twice = sheet();
    twice.cells[1] = twice.cells[0];
    assert_eq!(twice.sign(&key(1)), Err(Malformed));
    let text = sheet().sign(&key(1)).unwrap();
    for (from, to) in [
        ("seizure 5", "seizure 4"),
        ("seizure 5", "seizure 05"),
        ("seizure 5", "seizure 5 "),
        ("cell fraud", "total fraud"),
        ("drugs_supply seizure", "drugs_supply arrest"),
        ("\nsig ", "\n\nsig "),
        ("ginnel/sheet/v1", "ginnel/sheet/v2"),
    ] {
        let changed = text.replace(from, to);
        assert_eq!(UnverifiedSheet::parse(&changed), Err(Malformed), "{to}");
    }
    assert_eq!(
        UnverifiedSheet::parse(&text[..text.len() - 1]),
        Err(Malformed)
    );
    assert_eq!(UnverifiedSheet::parse(""), Err(Malformed));
}
