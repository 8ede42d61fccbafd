//! The lines of each kind of note: one way to write them.

use domain::{Desk, District, OfficerId, Role, Standing, Year};
use notes::{
    Former, Malformed, NoteBody, PublicDirectory, RecipientText, Roster, StaffDirectory, Validity,
};

use crate::actors::{day, desk_key, key, public, recipient, roster, staff, week};

/// Changes the text and expects it to be refused.
fn refuses<T: NoteBody>(sound: &str, changes: &[(&str, &str)]) {
    assert!(T::parse(sound).is_ok());
    for (from, to) in changes {
        let text = sound.replacen(from, to, 1);
        assert_ne!(text, sound, "{from:?} is there to be replaced");
        assert!(T::parse(&text).is_err(), "{from:?} → {to:?}");
    }
}

/// Changes that no kind of note bears.
const ANYWHERE: &[(&str, &str)] = &[
    ("/v1\n", "/v2\n"),
    ("inst 01", "inst 0A"),
    ("inst ", "inst  "),
    ("serial 12", "serial 012"),
    ("serial 12", "serial +12"),
    ("serial 12", "serial -1"),
    ("serial 12", "serial 18446744073709551616"),
    ("serial 12\n", ""),
    ("from 2026-11-16", "from 2026-11-31"),
    ("from 2026-11-16", "from 2026-11-30"),
    ("until", "Until"),
    ("\n", "\r\n"),
    ("\n", "\n\n"),
    ("serial 12\n", "serial 12 \n"),
    ("serial 12\n", "serial 12\nserial 12\n"),
    ("age1pq1", "age1"),
    ("age1pq1", "AGE1PQ1"),
    ("age1pq1q", "age1pq1b"),
    ("age1pq1q", "age1pq1"),
];

#[test]
fn a_public_directory_reads_back_and_finds_its_keys() {
    let text = public().write();
    assert_eq!(PublicDirectory::parse(&text), Ok(public()));
    let directory = public();
    let found = directory.recipient(Desk::Triage, week("2026-W48"));
    assert_eq!(found, Some(&recipient('p')));
    assert_eq!(directory.recipient(Desk::Triage, week("2026-W49")), None);
    assert_eq!(directory.recipient(Desk::Silver, week("2026-W48")), None);
    let weeks: Vec<_> = directory.weeks(Desk::Triage).collect();
    assert_eq!(weeks, [week("2026-W47"), week("2026-W48")]);
    assert_eq!(directory.reply_key(Desk::Triage), Some(key(9).public()));
    assert_eq!(directory.reply_key(Desk::Silver), None);
    assert!(text.starts_with("ginnel/directory/v1\ninst 0101"));
}

#[test]
fn a_staff_directory_reads_back_and_finds_its_keys() {
    assert_eq!(StaffDirectory::parse(&staff().write()), Ok(staff()));
    let directory = staff();
    let leeds = Desk::Bronze(District::Leeds);
    let found = directory.recipient(leeds, week("2026-W47"));
    assert_eq!(found, Some(&recipient('z')));
    let vault = directory.vault(Desk::Triage, "2027-Q1".parse().unwrap());
    assert_eq!(vault, Some(&recipient('9')));
    assert_eq!(directory.vault(leeds, "2026-Q4".parse().unwrap()), None);
    let desks: Vec<_> = directory.desks_in(week("2026-W47")).collect();
    assert_eq!(desks, [leeds, Desk::Silver]);
    assert_eq!(directory.roster_serial(leeds), Some(4));
    assert_eq!(directory.roster_serial(Desk::Silver), None);
}

#[test]
fn a_roster_reads_back_and_finds_its_members() {
    assert_eq!(Roster::parse(&roster().write()), Ok(roster()));
    let second = roster().members[1].clone();
    assert_eq!(roster().member(second.officer), Some(&second));
    let nobody = "ffffffffffffffffffffffffffffffff".parse().unwrap();
    assert_eq!(roster().member(nobody), None);
}

#[test]
fn a_changed_line_is_refused_in_every_kind() {
    refuses::<PublicDirectory>(&public().write(), ANYWHERE);
    refuses::<Roster>(&roster().write(), ANYWHERE);
    let without_q = &ANYWHERE[..ANYWHERE.len() - 2];
    refuses::<StaffDirectory>(&staff().write(), without_q);
    let mut text = public().write();
    text.truncate(text.len() - 1);
    assert_eq!(PublicDirectory::parse(&text), Err(Malformed));
}

#[test]
fn lines_out_of_order_or_twice_are_refused() {
    let mut directory = public();
    directory.desks.reverse();
    assert!(PublicDirectory::parse(&directory.write()).is_err());
    directory.desks[1] = directory.desks[0].clone();
    assert!(PublicDirectory::parse(&directory.write()).is_err());
    let mut directory = public();
    directory.replies.push(directory.replies[0].clone());
    assert!(PublicDirectory::parse(&directory.write()).is_err());
    let mut directory = staff();
    directory.vaults.reverse();
    assert!(StaffDirectory::parse(&directory.write()).is_err());
    let text = staff().write();
    let vault = text.lines().find(|line| line.starts_with("vault")).unwrap();
    let moved = text.replacen(&format!("{vault}\n"), "", 1);
    let moved = moved.replacen("desk ", &format!("{vault}\ndesk "), 1);
    assert!(StaffDirectory::parse(&moved).is_err());
}

#[test]
fn only_public_desks_stand_in_the_public_directory_and_the_others_in_the_staff_directory() {
    let mut directory = public();
    directory
        .desks
        .push(desk_key(Desk::Silver, "2026-W47", 'x'));
    assert!(PublicDirectory::parse(&directory.write()).is_err());
    let mut directory = staff();
    directory
        .desks
        .insert(0, desk_key(Desk::Triage, "2026-W47", 'x'));
    assert!(StaffDirectory::parse(&directory.write()).is_err());
    refuses::<PublicDirectory>(&public().write(), &[("desk triage", "desk bronze/york")]);
}

#[test]
fn a_desk_has_at_most_four_weeks_and_two_quarters() {
    let mut directory = public();
    for (week, letter) in [("2026-W49", 'z'), ("2026-W50", 'r')] {
        directory.desks.push(desk_key(Desk::Triage, week, letter));
    }
    assert!(PublicDirectory::parse(&directory.write()).is_ok());
    directory
        .desks
        .push(desk_key(Desk::Triage, "2026-W51", 'y'));
    assert!(PublicDirectory::parse(&directory.write()).is_err());
    let mut directory = staff();
    let mut third = directory.vaults[1].clone();
    third.quarter = third.quarter.next();
    directory.vaults.insert(2, third);
    assert!(StaffDirectory::parse(&directory.write()).is_err());
}

#[test]
fn a_note_holds_no_longer_than_its_kind_may() {
    let directory = public().write();
    refuses::<PublicDirectory>(&directory, &[("until 2026-11-30", "until 2026-12-01")]);
    refuses::<Roster>(
        &roster().write(),
        &[("until 2026-11-30", "until 2027-02-17")],
    );
    let validity = Validity::new(day("2026-11-16"), day("2026-11-30"), 14).unwrap();
    assert_eq!(validity.days_left(day("2026-11-15")), 0);
    assert_eq!(validity.days_left(day("2026-11-16")), 14);
    assert_eq!(validity.days_left(day("2026-11-29")), 1);
    assert_eq!(validity.days_left(day("2026-11-30")), 0);
}

#[test]
fn a_leavers_signature_counts_until_their_last_day_and_an_officers_on_any() {
    let (roster, left) = (roster(), roster().former.remove(0));
    let signer = |officer, text| {
        let found = roster.signatory(officer, day(text));
        found.map(|one| (one.role, one.key, one.standing))
    };
    let then = Some((Role::Officer, left.key, Standing::Former));
    assert_eq!(signer(left.officer, "2026-11-10"), then);
    assert_eq!(signer(left.officer, "2026-11-11"), None);
    assert_eq!(roster.member(left.officer), None);
    let officer = &roster.members[1];
    let now = Some((Role::Supervisor, officer.key, Standing::Serving));
    assert_eq!(signer(officer.officer, "2030-01-01"), now);
    let nobody = "ffffffffffffffffffffffffffffffff".parse().unwrap();
    assert_eq!(signer(nobody, "2026-11-10"), None);
}

#[test]
fn nobody_is_both_an_officer_and_a_former_one() {
    let changes: [fn(&mut Former); 3] = [
        |former| former.officer = roster().members[0].officer,
        |former| former.key = roster().members[0].key,
        |former| former.key = key(9).public(),
    ];
    let sound = changes.map(|change| {
        let mut other = roster();
        change(&mut other.former[0]);
        Roster::parse(&other.write()).is_ok()
    });
    assert_eq!(sound, [false, false, true]);
    let mut twice = roster();
    twice.former.push(twice.former[0].clone());
    assert!(Roster::parse(&twice.write()).is_err());
    twice.former[1].officer = OfficerId::from_bytes([4; 16]);
    assert!(Roster::parse(&twice.write()).is_err(), "one key for two");
}

#[test]
fn a_desk_has_one_roster_serial_in_its_place() {
    let text = staff().write();
    refuses::<StaffDirectory>(
        &text,
        &[
            ("roster triage 7", "roster triage 07"),
            ("roster triage 7", "roster triage"),
            ("roster triage 7\n", "roster triage 7\nroster triage 8\n"),
        ],
    );
    let moved = text.replacen("roster triage 7\n", "", 1);
    assert!(StaffDirectory::parse(&format!("{moved}roster triage 7\n")).is_err());
}

#[test]
fn the_log_is_sealed_to_the_auditors_of_its_year_or_of_the_newest_before() {
    let found = |year| staff().auditor(Year(year)).map(|key| key.year.0);
    assert_eq!(
        [2025, 2026, 2027, 2030].map(found),
        [None, Some(2026), Some(2027), Some(2027)]
    );
    let mut directory = staff();
    directory.auditors.clear();
    assert_eq!(StaffDirectory::parse(&directory.write()), Ok(directory));
    let mut directory = staff();
    directory.auditors.reverse();
    assert!(StaffDirectory::parse(&directory.write()).is_err());
    let mut directory = staff();
    let mut third = directory.auditors[1].clone();
    third.year = Year(2028);
    directory.auditors.push(third);
    assert!(StaffDirectory::parse(&directory.write()).is_err());
    refuses::<StaffDirectory>(
        &staff().write(),
        &[
            ("auditor 2026", "auditor 02026"),
            ("auditor 2026", "auditor 2026 "),
            ("roster triage", "auditor triage"),
        ],
    );
}

#[test]
fn one_key_marks_test_tips_or_none() {
    let mut directory = staff();
    directory.canary = None;
    assert_eq!(StaffDirectory::parse(&directory.write()), Ok(directory));
    let text = staff().write();
    let line = text.lines().last().unwrap();
    assert!(line.starts_with("canary "));
    let (twice, short) = (format!("{line}\n{line}"), &line[..line.len() - 4]);
    refuses::<StaffDirectory>(&text, &[(line, &twice), (line, short), (line, "canary")]);
}

#[test]
fn two_officers_never_share_a_key() {
    let mut shared = roster();
    shared.members[1].key = shared.members[0].key;
    assert!(Roster::parse(&shared.write()).is_err());
    let mut shared = roster();
    shared.members[1].recipient = shared.members[0].recipient.clone();
    assert!(Roster::parse(&shared.write()).is_err());
    let mut twice = roster();
    twice.members[1].officer = twice.members[0].officer;
    assert!(Roster::parse(&twice.write()).is_err());
}

#[test]
fn a_weak_or_second_writing_of_a_signing_key_is_refused() {
    use notes::PublicKey;
    let mut identity = [0; 32];
    identity[0] = 1;
    let mut not_reduced = [0xff; 32];
    not_reduced[0] = 0xee;
    not_reduced[31] = 0x7f;
    for weak in [[0; 32], identity, not_reduced, [0xff; 32]] {
        assert!(PublicKey::from_bytes(&weak).is_err(), "{weak:02x?}");
    }
    let sound = key(1).public();
    assert_eq!(PublicKey::parse(&sound.to_string()), Ok(sound));
    for text in ["", "AAAA", &sound.to_string()[1..], &format!("{sound}=")] {
        assert!(PublicKey::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_recipient_has_one_length_and_alphabet() {
    let text = recipient('q').to_string();
    assert!(RecipientText::parse(&text).is_ok());
    for wrong in [&text[1..], &format!("{text}q"), &text.to_uppercase(), ""] {
        assert!(RecipientText::parse(wrong).is_err());
    }
}
