//! Officers enrol with the very module their browsers run.

use std::thread::sleep;
use std::time::Duration;

use domain::console::{Answer, Ask, Enrolled, Failure, Passphrase, Setup};
use domain::{Clock, InstallationId, UnixSeconds};
use notes::{Authorities, Authority};
use opener::{Opener, Pins};
use rand::rngs::OsRng;

use crate::DemoError;
use crate::http::{Http, now};

/// How often a busy server is asked again.
const TRIES: u32 = 5;
/// Seconds.
const LONGEST_WAIT: u64 = 60;

/// A clock that stands still: enrolling takes no time that matters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At(pub(crate) UnixSeconds);

impl Clock for At {
    fn now(&self) -> UnixSeconds {
        self.0
    }
}

/// The officers' browser module, pinned to an installation and pointed at its staff listener.
pub fn opener<C: Clock>(
    inst: InstallationId,
    authorities: &Authorities,
    staff_port: u16,
    clock: C,
) -> Opener<Http, OsRng, C> {
    let pins = pins(inst, authorities);
    let http = Http::to(&format!("http://127.0.0.1:{staff_port}"));
    Opener::new(pins, http, OsRng, clock)
}

/// Redeems an invitation, as the officer's browser does it.
pub(crate) fn enrol(
    opener: &mut Opener<Http, OsRng, impl Clock>,
    name: &str,
    code: &str,
) -> Result<Enrolled, DemoError> {
    let mut tries = 1..=TRIES;
    loop {
        let invitation = Passphrase::new(code.to_owned());
        let answer = now(opener.handle(Ask::Enrol { invitation }, &mut |_| {}));
        let cause = match answer {
            Answer::Enrolled(enrolled) => return Ok(enrolled),
            Answer::Failed(cause) => cause,
            _ => Failure::Unexpected,
        };
        if let (Failure::TooMany { retry_after }, Some(_)) = (&cause, tries.next()) {
            let seconds = u64::from(*retry_after).min(LONGEST_WAIT);
            sleep(Duration::from_secs(seconds));
        } else {
            let name = name.to_owned();
            return Err(DemoError::NotEnrolled { name, cause });
        }
    }
}

fn pins(inst: InstallationId, authorities: &Authorities) -> Pins {
    let authorities = authorities.iter().map(Authority::to_string).collect();
    let setup = Setup { inst, authorities };
    Pins::try_from(setup).expect("authorities that were read write themselves readably")
}
