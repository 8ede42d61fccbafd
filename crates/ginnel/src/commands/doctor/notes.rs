//! The signed notes: whether they hold today, and how long still.

use domain::{Day, Desk, InstallationId};
use notes::{
    Authorities, NoteBody, NoteError, PublicDirectory, Roster, StaffDirectory, Unverified, Verified,
};
use storage::{NoteKind, Store, StoreError, StoredNote};

use crate::findings::Finding;

/// So many days before a note or a key ends somebody is told.
pub(super) const WARNING_DAYS: i32 = 5;
const CEREMONY: &str = "hold the weekly ceremony and import its export";

/// A note as it was found.
type Found<T> = Option<Result<Verified<T>, NoteError>>;

/// Every note in the store.
pub(super) struct Read {
    today: Day,
    public: Found<PublicDirectory>,
    staff: Found<StaffDirectory>,
    rosters: Vec<(Desk, Result<Verified<Roster>, NoteError>)>,
}

/// Reads every note and believes none that the pinned authorities did not sign.
pub(super) async fn read(
    store: &dyn Store,
    authorities: &Authorities,
    inst: InstallationId,
    today: Day,
) -> Result<Read, StoreError> {
    let public = store.note(NoteKind::PublicDirectory).await?;
    let staff = store.note(NoteKind::StaffDirectory).await?;
    let mut rosters = Vec::new();
    for note in store.rosters().await? {
        if let NoteKind::Roster(desk) = note.kind {
            rosters.push((desk, believe(&note, authorities, inst, today)));
        }
    }
    Ok(Read {
        today,
        public: public.map(|note| believe(&note, authorities, inst, today)),
        staff: staff.map(|note| believe(&note, authorities, inst, today)),
        rosters,
    })
}

fn believe<T: NoteBody>(
    note: &StoredNote,
    authorities: &Authorities,
    inst: InstallationId,
    today: Day,
) -> Result<Verified<T>, NoteError> {
    Unverified::<T>::parse(&note.text)?.verify(authorities, inst, today, None)
}

impl Read {
    /// The public directory, if it holds.
    pub(super) fn public(&self) -> Option<&PublicDirectory> {
        self.public.as_ref()?.as_deref().ok()
    }

    /// The staff directory, if it holds.
    pub(super) fn staff(&self) -> Option<&StaffDirectory> {
        self.staff.as_ref()?.as_deref().ok()
    }

    /// How each stands.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let mut findings = vec![
            directory("public directory", self.public.as_ref(), self.today),
            directory("staff directory", self.staff.as_ref(), self.today),
        ];
        findings.extend(self.rosters.iter().map(|(desk, roster)| {
            let mend = "`ginnel-keys roster write` for the desk, have it signed, and import";
            standing("roster", &format!("{desk}: "), roster, self.today, mend)
        }));
        findings.extend(self.rosters.iter().filter_map(|(desk, roster)| {
            let serial = roster.as_ref().ok()?.head().serial;
            let wanted = self.staff()?.roster_serial(*desk)?;
            (serial < wanted).then(|| {
                let seen = format!("{desk}: older than the staff directory asks for");
                Finding::broken("roster", seen, "import the whole export, rosters too")
            })
        }));
        findings
    }
}

fn directory<T: NoteBody>(
    what: &'static str,
    note: Option<&Result<Verified<T>, NoteError>>,
    today: Day,
) -> Finding {
    match note {
        None => Finding::broken(what, "was never imported: the service is closed", CEREMONY),
        Some(note) => standing(what, "", note, today, CEREMONY),
    }
}

fn standing<T: NoteBody>(
    what: &'static str,
    whose: &str,
    note: &Result<Verified<T>, NoteError>,
    today: Day,
    mend: &str,
) -> Finding {
    let note = match note {
        Ok(note) => note,
        Err(NoteError::NotYetValid) => {
            let seen = format!("{whose}begins later than today: is the clock right?");
            return Finding::broken(what, seen, "mend the time source; else import anew");
        }
        Err(error) => return Finding::broken(what, format!("{whose}{error}"), mend),
    };
    let validity = note.head().validity;
    let seen = format!("{whose}holds to the end of {}", validity.until().plus(-1));
    if validity.days_left(today) > WARNING_DAYS {
        Finding::well(what, seen)
    } else {
        Finding::look(what, seen, mend)
    }
}
