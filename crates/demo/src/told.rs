//! `DEMO.txt`: what to open, with which name and passphrase.

use std::fmt::Write;

use crate::kept::DemoOfficer;
use crate::people;
use crate::settings::Ports;

/// The text of `DEMO.txt`.
pub(crate) fn text(officers: &[DemoOfficer], ports: Ports) -> String {
    let mut text = format!(
        "\
================================ DEMONSTRATION ================================
All keys of this partnership lie on this one machine, and the passphrases of its
officers in this file. NEVER send a real tip to it, and never reach it from
outside.
================================================================================

Reporters   http://127.0.0.1:{}/
Officers    http://127.0.0.1:{}/

From another machine, over ssh:
  ssh -L {public}:127.0.0.1:{public} -L {staff}:127.0.0.1:{staff} <this machine>

A tip sent to the first address is shown to triage after about ten seconds.
Officers sign in at the second, by name and passphrase:
",
        ports.public,
        ports.staff,
        public = ports.public,
        staff = ports.staff,
    );
    for officer in officers {
        let (name, phrase) = (&officer.name, &officer.passphrase);
        let duties = people::duties(officer.role, &officer.desks);
        write!(text, "\n{name}\n    {phrase}\n    {duties}\n").expect("a String takes all text");
    }
    text
}
