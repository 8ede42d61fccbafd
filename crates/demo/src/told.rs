//! `DEMO.txt`: what to open, with which name and passphrase.

use std::fmt::Write;

use crate::kept::DemoOfficer;
use crate::people;
use crate::settings::Ports;

/// The text of `DEMO.txt`, given the seconds that tips are held and the folder mails land in.
pub(crate) fn text(
    officers: &[DemoOfficer],
    ports: Ports,
    window: u32,
    mails: Option<&str>,
) -> String {
    let Ports { public, staff } = ports;
    let unit = if window == 1 { "second" } else { "seconds" };
    let mails = mails.map_or(String::new(), |folder| {
        format!("Mail to officers lands beside this file, in {folder}/: nobody is sent one.\n")
    });
    let mut text = format!(
        "\
================================ DEMONSTRATION ================================
All keys of this partnership lie on this one machine, and the passphrases of its
officers in this file. NEVER send a real tip to it, and never reach it from
outside.
================================================================================

Reporters   http://127.0.0.1:{public}/
Officers    http://127.0.0.1:{staff}/

From another machine, over ssh:
  ssh -L {public}:127.0.0.1:{public} -L {staff}:127.0.0.1:{staff} <this machine>

A tip waits up to {window} {unit}, then it can be fetched at triage.
{mails}Officers sign in by name and passphrase:
"
    );
    let widest = officers.iter().map(|officer| officer.name.len()).max();
    let width = widest.unwrap_or_default();
    let mut last = "";
    for officer in officers {
        let duty = people::duty(officer.role, &officer.desks);
        if duty != last {
            write!(text, "\n{duty}\n").expect("a String takes all text");
            last = duty;
        }
        let (name, phrase) = (&officer.name, &officer.passphrase);
        writeln!(text, "  {name:width$}   {phrase}").expect("a String takes all text");
    }
    text
}

#[cfg(test)]
mod tests {
    use domain::{Desk, Role};

    use super::*;

    fn officer(name: &str, role: Role, desks: &[Desk]) -> DemoOfficer {
        DemoOfficer {
            name: name.into(),
            passphrase: format!("words of {name}"),
            role,
            desks: desks.to_vec(),
            fingerprint: String::new(),
        }
    }

    #[test]
    fn officers_stand_in_a_table_below_what_they_do() {
        let officers = [
            officer("triage-1", Role::Officer, &[Desk::Triage]),
            officer("triage-2", Role::Officer, &[Desk::Triage]),
            officer("silver", Role::Officer, &[Desk::Silver]),
        ];
        let ports = Ports {
            public: 8080,
            staff: 8081,
        };
        assert!(!text(&officers, ports, 10, None).contains("Mail"));
        let text = text(&officers, ports, 10, Some("mail"));
        assert!(text.contains("\nA tip waits up to 10 seconds, then "));
        assert!(text.contains("\nMail to officers lands beside this file, in mail/: "));
        let table = "
Opens, grades, sanitises, routes tips
  triage-1   words of triage-1
  triage-2   words of triage-2

Takes reports on, and works on this desk's cases
  silver     words of silver
";
        assert!(text.ends_with(table), "{text}");
    }
}
