//! Who the tests of both apps and of the server speak of. It ships with nobody: only tests depend on
//! it, and it fails by panicking, as a test does.
#![expect(
    clippy::missing_panics_doc,
    reason = "actors say by panicking that a test is wrong"
)]

use altcha::{Challenge, Payload, SolveChallengeOptions, solve_challenge};
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use domain::{Day, Desk, InstallationId, OfficerId, Role, UnixSeconds, Year};
use notes::{
    AuditorKey, Head, NoteBody, RecipientText, Signer, SigningKey, StaffDirectory, Validity,
};
use storage::{
    CodeHash, Enrolment, Invitation, NoteKind, OfficerCard, OfficerStore, OpaqueRecord, StoredNote,
};

/// The two authorities that sign everything.
pub fn signers() -> [Signer; 2] {
    [("police", 1), ("council", 2)].map(|(name, seed)| {
        let key = SigningKey::from_seed(&[seed; 32]);
        Signer::new(name, key).expect("the names above have no space")
    })
}

/// Marks the test tips of houses.
pub fn canary() -> Signer {
    Signer::new("canary", SigningKey::from_seed(&[3; 32])).expect("the name has no space")
}

/// A staff directory that names these auditors, the canary and nobody else. It is over long since.
pub fn auditors_named(inst: InstallationId, years: &[u16], auditors: &RecipientText) -> StoredNote {
    let from = Day(20_000);
    let validity = Validity::new(from, from.plus(14), 14).expect("two weeks");
    let key = |year: &u16| AuditorKey {
        year: Year(*year),
        recipient: auditors.clone(),
    };
    let directory = StaffDirectory {
        head: Head {
            inst,
            serial: 1,
            validity,
        },
        desks: Vec::new(),
        vaults: Vec::new(),
        rosters: Vec::new(),
        auditors: years.iter().map(key).collect(),
        canary: Some(canary().authority().key()),
    };
    let [police, council] = &signers();
    StoredNote {
        kind: NoteKind::StaffDirectory,
        serial: 1,
        text: directory.sign(&[police, council]).expect("a sound note"),
    }
}

/// What `/api/puzzle` gave, solved: for the header `ginnel-puzzle`, with up to four frames.
pub fn solved(challenge: &[u8]) -> String {
    let challenge: Challenge = serde_json::from_slice(challenge).expect("a challenge");
    let solution = solve_challenge(SolveChallengeOptions::new(&challenge));
    let solution = solution.expect("a sound challenge").expect("an easy one");
    let payload = Payload {
        challenge,
        solution,
    };
    BASE64.encode(serde_json::to_vec(&payload).expect("it is JSON"))
}

/// A recipient in the right shape that nobody can open: another for each seed below 32.
pub fn recipient(seed: u8) -> RecipientText {
    let letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let letter = letters.chars().nth(seed.into()).expect("a small seed");
    let text = format!("age1pq1{}", letter.to_string().repeat(1_952));
    RecipientText::parse(&text).expect("the right shape")
}

/// Somebody who comes to a store past OPAQUE: nobody can sign in as they do.
pub struct Newcomer<'a> {
    /// The sign-in name.
    pub name: &'a str,
    /// The role they are invited to.
    pub role: Role,
    /// The desks they are invited to.
    pub desks: &'a [Desk],
    /// The hash of their invitation's code.
    pub code: [u8; 32],
    /// The id their card gives them.
    pub id: OfficerId,
    /// Their card's text.
    pub card: &'a str,
}

impl Newcomer<'_> {
    /// Is invited and enrols, and is not approved.
    pub async fn enrol(self, store: &(impl OfficerStore + ?Sized), now: UnixSeconds) {
        let invitation = Invitation {
            code: CodeHash(self.code),
            name: self.name.parse().expect("a name as officers have it"),
            role: self.role,
            desks: self.desks.to_vec(),
            expires: now.plus(60),
        };
        store.invite(invitation).await.expect("a name nobody has");
        let enrolment = Enrolment {
            code: CodeHash(self.code),
            id: self.id,
            opaque_record: OpaqueRecord::try_from(vec![1]).expect("short enough"),
            card: OfficerCard::try_from(self.card.to_owned()).expect("short enough"),
        };
        let enrolled = store.enrol(enrolment, now).await;
        enrolled.expect("just invited");
    }
}
