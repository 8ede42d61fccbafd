//! Two authorities, their directory, and somebody who is neither.

use domain::{Day, Desk, District, InstallationId, OfficerId, Role, Week, Year};
use notes::{
    AuditorKey, Authorities, DeskKey, Former, Head, Member, PublicDirectory, RecipientText,
    ReplyKey, Roster, RosterSerial, Signer, SigningKey, StaffDirectory, Validity, VaultKey,
};

pub const INST: InstallationId = InstallationId::from_bytes([1; 16]);

pub fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(&[seed; 32])
}

pub fn signer(name: &str, seed: u8) -> Signer {
    Signer::new(name, key(seed)).unwrap()
}

pub fn police() -> Signer {
    signer("police.example/ginnel", 1)
}

pub fn councils() -> Signer {
    signer("councils.example/ginnel", 2)
}

pub fn both() -> Authorities {
    let pinned = [police(), councils()].map(|signer| signer.authority().clone());
    Authorities::new(pinned.to_vec()).unwrap()
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn week(text: &str) -> Week {
    text.parse().unwrap()
}

/// A recipient in shape; nothing here parses it fully.
pub fn recipient(letter: char) -> RecipientText {
    let data = letter.to_string().repeat(1_952);
    RecipientText::parse(&format!("age1pq1{data}")).unwrap()
}

pub fn head() -> Head {
    Head {
        inst: INST,
        serial: 12,
        validity: Validity::new(day("2026-11-16"), day("2026-11-30"), 14).unwrap(),
    }
}

pub fn desk_key(desk: Desk, week_text: &str, letter: char) -> DeskKey {
    DeskKey {
        desk,
        week: week(week_text),
        recipient: recipient(letter),
    }
}

pub fn public() -> PublicDirectory {
    PublicDirectory {
        head: head(),
        desks: vec![
            desk_key(Desk::Triage, "2026-W47", 'q'),
            desk_key(Desk::Triage, "2026-W48", 'p'),
        ],
        replies: vec![ReplyKey {
            desk: Desk::Triage,
            key: key(9).public(),
        }],
    }
}

pub fn staff() -> StaffDirectory {
    let vault = |desk, quarter: &str, letter| VaultKey {
        desk,
        quarter: quarter.parse().unwrap(),
        recipient: recipient(letter),
    };
    StaffDirectory {
        head: head(),
        desks: vec![
            desk_key(Desk::Bronze(District::Leeds), "2026-W47", 'z'),
            desk_key(Desk::Silver, "2026-W47", 'r'),
        ],
        vaults: vec![
            vault(Desk::Triage, "2026-Q4", 'y'),
            vault(Desk::Triage, "2027-Q1", '9'),
            vault(Desk::Silver, "2026-Q4", 'x'),
        ],
        rosters: vec![
            RosterSerial {
                desk: Desk::Triage,
                serial: 7,
            },
            RosterSerial {
                desk: Desk::Bronze(District::Leeds),
                serial: 4,
            },
        ],
        auditors: [(2026, 'w'), (2027, '0')]
            .map(|(year, letter)| AuditorKey {
                year: Year(year),
                recipient: recipient(letter),
            })
            .into(),
        canary: Some(key(8).public()),
    }
}

pub fn roster() -> Roster {
    let member = |id, role, letter, seed| Member {
        officer: OfficerId::from_bytes([id; 16]),
        role,
        recipient: recipient(letter),
        key: key(seed).public(),
    };
    Roster {
        head: head(),
        desk: Desk::Triage,
        members: vec![
            member(1, Role::Officer, 'q', 21),
            member(2, Role::Supervisor, 'p', 22),
        ],
        former: vec![Former {
            officer: OfficerId::from_bytes([3; 16]),
            role: Role::Officer,
            key: key(23).public(),
            last: day("2026-11-10"),
        }],
    }
}
