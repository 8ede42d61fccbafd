//! Notes signed and keys wrapped, as at a key ceremony.

use domain::wire::{Blob, Wrapper};
use domain::{Day, Desk, Period};
use notes::card::Card;
use notes::{
    DeskKey, Former, Head, Member, NoteBody, PublicDirectory, RecipientText, ReplyKey, Roster,
    RosterSerial, Signer, SigningKey, StaffDirectory, Validity, VaultKey,
};
use unseal::epoch::EpochSecret;

use super::{BRADFORD, LEEDS, REPLY_SEED, World};

impl World {
    /// Signs directories and the rosters of every card, wraps every epoch to its desk's officers.
    pub fn hold_ceremony(&mut self) {
        self.serial += 1;
        let signers = [&self.signers[0], &self.signers[1]];
        let public = self.public().sign(&signers).unwrap();
        let staff = self.staff().sign(&signers).unwrap();
        let desks = [Desk::Triage, LEEDS, BRADFORD];
        let rosters = desks.map(|desk| self.roster(desk).sign(&signers).unwrap());
        let wrappers = self.wrappers();
        let mut server = self.server.borrow_mut();
        server.notes.public = Some(public);
        server.notes.staff = Some(staff);
        server.notes.rosters = rosters.to_vec();
        server.wrappers = wrappers;
    }

    pub fn head(&self) -> Head {
        Head {
            inst: self.inst,
            serial: self.serial,
            validity: Validity::new(self.today.plus(-1), self.today.plus(7), 14).unwrap(),
        }
    }

    pub fn public(&self) -> PublicDirectory {
        PublicDirectory {
            head: self.head(),
            desks: self.desk_keys(|desk| desk == Desk::Triage),
            replies: [Desk::Triage, LEEDS]
                .map(|desk| ReplyKey {
                    desk,
                    key: SigningKey::from_seed(&REPLY_SEED).public(),
                })
                .into(),
        }
    }

    pub fn staff(&self) -> StaffDirectory {
        let vaults = self.epochs.iter().filter_map(|secret| {
            let Period::Quarter(quarter) = secret.period() else {
                return None;
            };
            Some(VaultKey {
                desk: secret.desk(),
                quarter,
                recipient: recipient(secret),
            })
        });
        let serial = self.serial;
        let rosters = [Desk::Triage, LEEDS, BRADFORD].map(|desk| RosterSerial { desk, serial });
        StaffDirectory {
            head: self.head(),
            desks: self.desk_keys(Desk::receives_reports),
            vaults: sorted(vaults.collect(), |key| (key.desk, key.quarter)),
            rosters: sorted(rosters.into(), |one| one.desk),
            auditors: Vec::new(),
            canary: self.canary.then(|| canary().authority().key()),
        }
    }

    fn desk_keys(&self, wanted: impl Fn(Desk) -> bool) -> Vec<DeskKey> {
        let wanted = self.epochs.iter().filter(|secret| wanted(secret.desk()));
        let keys = wanted.filter_map(|secret| match secret.period() {
            Period::Week(week) => Some(DeskKey {
                desk: secret.desk(),
                week,
                recipient: recipient(secret),
            }),
            Period::Quarter(_) => None,
        });
        sorted(keys.collect(), |key| (key.desk, key.week))
    }

    pub fn roster(&self, desk: Desk) -> Roster {
        let server = self.server.borrow();
        let members = server
            .people
            .iter()
            .filter(|person| person.desks.contains(&desk));
        let members = members.map(|person| {
            let card = Card::parse(&person.card, self.inst).unwrap();
            Member {
                officer: person.officer,
                role: person.role,
                recipient: card.recipient().clone(),
                key: card.key(),
            }
        });
        Roster {
            head: self.head(),
            desk,
            members: sorted(members.collect(), |member| member.officer),
            former: if desk == Desk::Triage {
                self.former.clone()
            } else {
                vec![]
            },
        }
    }

    /// An officer leaves triage after that day, and the next ceremony is held.
    pub fn leaves(&mut self, name: &str, last: Day) {
        let left = self.roster(Desk::Triage);
        let mut server = self.server.borrow_mut();
        let person = server
            .people
            .iter_mut()
            .find(|one| one.name == name)
            .unwrap();
        person.desks.clear();
        let member = left.member(person.officer).unwrap();
        self.former.push(Former {
            officer: member.officer,
            role: member.role,
            key: member.key,
            last,
        });
        drop(server);
        self.hold_ceremony();
    }

    pub fn wrappers(&self) -> Vec<(domain::OfficerId, Wrapper)> {
        let mut wrappers = Vec::new();
        for secret in &self.epochs {
            for member in self.roster(secret.desk()).members {
                wrappers.push((member.officer, wrapped(secret, &member.recipient)));
            }
        }
        wrappers
    }
}

/// Marks test tips.
pub fn canary() -> Signer {
    Signer::new("canary", SigningKey::from_seed(&[9; 32])).unwrap()
}

pub fn wrapped(secret: &EpochSecret, to: &RecipientText) -> Wrapper {
    let to = seal::hybrid::Recipient::parse(to.as_str()).unwrap();
    Wrapper {
        desk: secret.desk(),
        period: secret.period().to_string(),
        blob: Blob(secret.seal(&to).unwrap()),
    }
}

fn recipient(secret: &EpochSecret) -> RecipientText {
    RecipientText::parse(&secret.recipient().encode()).unwrap()
}

fn sorted<T, K: Ord>(mut values: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    values.sort_by_key(key);
    values
}
