//! The signed notes this browser believes, against the authorities its page pinned.

use std::collections::BTreeMap;

use domain::console::{Failure, NoteFault, Setup, WhichNote};
use domain::{Day, Desk, InstallationId, OfficerId, Quarter, Role, Standing, Week, wire};
use notes::{
    Authorities, Member, NoteBody, NoteError, PublicDirectory, PublicKey, RecipientText, Roster,
    StaffDirectory, Unverified, Verified,
};

use crate::serials::{Note, Serials};

/// What the page pinned: the installation and who vouches for its notes.
#[derive(Debug, Clone)]
pub struct Pins {
    pub(crate) inst: InstallationId,
    authorities: Authorities,
}

/// The page pinned no authorities, or not in the expected form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the page names no authorities to trust")]
pub struct BadSetup;

impl TryFrom<Setup> for Pins {
    type Error = BadSetup;
    fn try_from(setup: Setup) -> Result<Self, BadSetup> {
        let authorities = setup.authorities.iter().map(|key| key.parse());
        let authorities = authorities
            .collect::<Result<_, _>>()
            .map_err(|_| BadSetup)?;
        Ok(Self {
            inst: setup.inst,
            authorities: Authorities::new(authorities).map_err(|_| BadSetup)?,
        })
    }
}

/// The notes believed at the last refresh, and what was wrong with the others.
#[derive(Debug, Default)]
pub(crate) struct Trust {
    public: Option<Verified<PublicDirectory>>,
    staff: Option<Verified<StaffDirectory>>,
    rosters: BTreeMap<Desk, Verified<Roster>>,
    pub(crate) faults: Vec<(WhichNote, NoteFault)>,
}

impl Trust {
    /// Verifies everything the server offers; what fails is left out and listed.
    pub(crate) fn of(
        offered: &wire::Notes,
        pins: &Pins,
        today: Day,
        serials: &mut Serials,
    ) -> Self {
        let mut check = Check {
            pins,
            today,
            serials,
            faults: Vec::new(),
        };
        let public = check.offered(offered.public.as_deref(), WhichNote::Public, |_| {
            (Note::Public, None)
        });
        let staff: Option<Verified<StaffDirectory>> =
            check.offered(offered.staff.as_deref(), WhichNote::Staff, |_| {
                (Note::Staff, None)
            });
        let rosters = offered.rosters.iter().filter_map(|text| {
            let least = |desk| staff.as_deref()?.roster_serial(desk);
            let of = |roster: &Roster| (Note::Roster(roster.desk), least(roster.desk));
            let roster = check.offered(Some(text), WhichNote::Roster, of)?;
            Some((roster.desk, roster))
        });
        let rosters = rosters.collect();
        Self {
            public,
            staff,
            rosters,
            faults: check.faults,
        }
    }

    /// Whom to seal to for what arrives at a desk in a week.
    pub(crate) fn desk_recipient(&self, desk: Desk, week: Week) -> Result<&RecipientText, Failure> {
        let found = if desk.receives_reports() {
            self.staff()?.recipient(desk, week)
        } else {
            self.public()?.recipient(desk, week)
        };
        found.ok_or_else(|| no_key(desk, &week))
    }

    /// Whom to seal to for what a desk keeps, and the quarter that is: this one's.
    pub(crate) fn vault_recipient(
        &self,
        desk: Desk,
        quarter: Quarter,
    ) -> Result<&RecipientText, Failure> {
        let found = self.staff()?.vault(desk, quarter);
        found.ok_or_else(|| no_key(desk, &quarter))
    }

    /// What marks test tips, if any are sent.
    pub(crate) fn canary(&self) -> Option<PublicKey> {
        self.staff.as_deref()?.canary
    }

    /// The keys that sign a desk's replies.
    pub(crate) fn reply_keys(&self, desk: Desk) -> Result<Vec<PublicKey>, Failure> {
        let listed = self.public()?.replies.iter();
        let of_desk = listed.filter(|reply| reply.desk == desk);
        Ok(of_desk.map(|reply| reply.key).collect())
    }

    /// The officer with this id in a desk's roster, if the roster is believed and names them.
    pub(crate) fn member(&self, desk: Desk, officer: OfficerId) -> Option<&Member> {
        self.rosters.get(&desk)?.member(officer)
    }

    /// Whether the desk's roster names this officer as a supervisor.
    pub(crate) fn supervises(&self, desk: Desk, officer: OfficerId) -> bool {
        let member = self.member(desk, officer);
        member.is_some_and(|member| member.role == Role::Supervisor)
    }

    /// Whether anybody in the desk's roster can open what comes there.
    pub(crate) fn is_staffed(&self, desk: Desk) -> bool {
        let members = self.rosters.get(&desk).map(|roster| &roster.members);
        let opens = |member: &Member| matches!(member.role, Role::Officer | Role::Supervisor);
        members.is_some_and(|members| members.iter().any(opens))
    }

    /// The key of whoever could write at a desk on that day, those who have left since included:
    /// coordinators and auditors never could.
    pub(crate) fn writer(
        &self,
        desk: Desk,
        officer: OfficerId,
        day: Day,
    ) -> Option<(PublicKey, Standing)> {
        let signatory = self.rosters.get(&desk)?.signatory(officer, day)?;
        match signatory.role {
            Role::Officer | Role::Supervisor => Some((signatory.key, signatory.standing)),
            Role::Coordinator | Role::Auditor => None,
        }
    }

    fn public(&self) -> Result<&PublicDirectory, Failure> {
        let believed = self.public.as_deref();
        believed.ok_or_else(|| self.disbelief(WhichNote::Public))
    }

    fn staff(&self) -> Result<&StaffDirectory, Failure> {
        let believed = self.staff.as_deref();
        believed.ok_or_else(|| self.disbelief(WhichNote::Staff))
    }

    fn disbelief(&self, note: WhichNote) -> Failure {
        let mut faults = self.faults.iter();
        let fault = faults.find(|(which, _)| *which == note);
        let fault = fault.map_or(NoteFault::Missing, |(_, fault)| *fault);
        Failure::Note { note, fault }
    }
}

struct Check<'a> {
    pins: &'a Pins,
    today: Day,
    serials: &'a mut Serials,
    faults: Vec<(WhichNote, NoteFault)>,
}

impl Check<'_> {
    fn offered<T: NoteBody>(
        &mut self,
        text: Option<&str>,
        which: WhichNote,
        note: impl Fn(&T) -> (Note, Option<u64>),
    ) -> Option<Verified<T>> {
        let verified = text.ok_or(NoteFault::Missing);
        match verified.and_then(|text| self.verified(text, note)) {
            Ok(note) => Some(note),
            Err(fault) => {
                self.faults.push((which, fault));
                None
            }
        }
    }

    /// Which note it is, and the least serial the staff directory asks of it, is known only once the
    /// body may be read: serials are compared last.
    fn verified<T: NoteBody>(
        &mut self,
        text: &str,
        which: impl Fn(&T) -> (Note, Option<u64>),
    ) -> Result<Verified<T>, NoteFault> {
        let note = Unverified::<T>::parse(text).map_err(fault)?;
        let note = note.verify(&self.pins.authorities, self.pins.inst, self.today, None);
        let note = note.map_err(fault)?;
        let ((name, least), serial) = (which(&note), note.head().serial);
        if least.is_some_and(|least| serial < least) {
            return Err(NoteFault::Older);
        }
        self.serials.take(name, serial)?;
        Ok(note)
    }
}

fn no_key(desk: Desk, period: &impl ToString) -> Failure {
    Failure::NoKey {
        desk,
        period: period.to_string(),
    }
}

const fn fault(error: NoteError) -> NoteFault {
    match error {
        NoteError::Malformed => NoteFault::Malformed,
        NoteError::Unsigned => NoteFault::Unsigned,
        NoteError::WrongInstallation => NoteFault::WrongInstallation,
        NoteError::NotYetValid => NoteFault::NotYetValid,
        NoteError::Expired => NoteFault::Expired,
        NoteError::Older => NoteFault::Older,
    }
}
