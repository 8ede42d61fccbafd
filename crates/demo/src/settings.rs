//! The demonstration's `ginnel.toml`.

use std::fmt::Write;
use std::path::Path;

use domain::{InstallationId, Role};
use notes::{Authorities, Authority};
use toml::Table;

use crate::people;
use crate::server::local;

const HEADING: &str = "\
# DEMONSTRATION. Every key of this installation lies on one machine: never use it for real tips.
# Written by `demo`; the ports are written anew when they change.
";
/// Two minutes are meant in earnest; somebody who tries it out should not wait that long.
const WINDOW_SECONDS: u32 = 10;

/// The ports of both listeners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ports {
    /// The listener for reporters.
    pub public: u16,
    /// The listener for officers.
    pub staff: u16,
}

pub(crate) fn write(
    inst: InstallationId,
    authorities: &Authorities,
    ports: Ports,
    databases: Option<[&Path; 2]>,
) -> String {
    let (public, staff) = (local(ports.public), local(ports.staff));
    let pinned: String = authorities.iter().map(pinned).collect();
    let (readers, storage) = (readers(), storage(databases));
    format!(
        "{HEADING}
[installation]
id = \"{inst}\"
name = \"Ginnel DEMO\"
authorities = [
{pinned}]

[public]
bind = \"{public}\"

[staff]
bind = \"{staff}\"

[staging]
# A real installation holds frames for two minutes, so that more are shuffled together.
window_seconds = {WINDOW_SECONDS}

[mail]
from = \"ginnel@demo.invalid\"
# Every mail is a file in this folder: nobody is sent one.
folder = \"mail\"
supervisors = [\"supervisor@demo.invalid\"]

[mail.alarms]
# A real installation waits longer before it rings.
intake_minutes = 2
record_minutes = 5

[mail.desks]
{readers}{storage}"
    )
}

/// Where the store is, if not in files.
fn storage(databases: Option<[&Path; 2]>) -> String {
    databases.map_or_else(String::new, |[store, wrappers]| {
        let (store, wrappers) = (store.display(), wrappers.display());
        format!(
            "\n[storage]\nbackend = \"postgres\"\nstore_url_file = \"{store}\"\n\
             wrappers_url_file = \"{wrappers}\"\n"
        )
    })
}

/// Every officer of a desk, at an address that cannot be anybody's.
fn readers() -> String {
    let mut lines = String::new();
    for desk in people::desks() {
        let mut posts = people::posts();
        posts.retain(|post| post.role == Role::Officer && post.desks == [desk]);
        let addresses = posts
            .iter()
            .map(|post| format!("\"{}@demo.invalid\"", post.name));
        let addresses: Vec<_> = addresses.collect();
        let addresses = addresses.join(", ");
        writeln!(lines, "\"{desk}\" = [{addresses}]").expect("a String takes all text");
    }
    lines
}

fn pinned(authority: &Authority) -> String {
    let name = authority.name();
    format!("  {{ name = \"{name}\", key = \"{authority}\" }},\n")
}

/// The installation these settings are for.
pub(crate) fn installation(text: &str) -> Option<InstallationId> {
    let settings: Table = text.parse().ok()?;
    settings
        .get("installation")?
        .get("id")?
        .as_str()?
        .parse()
        .ok()
}

/// Seconds that these settings hold tips.
pub(crate) fn window(text: &str) -> Option<u32> {
    let settings: Table = text.parse().ok()?;
    let seconds = settings.get("staging")?.get("window_seconds")?;
    u32::try_from(seconds.as_integer()?).ok()
}

/// The folder in which mails land by these settings.
pub(crate) fn mails(text: &str) -> Option<String> {
    let settings: Table = text.parse().ok()?;
    let folder = settings.get("mail")?.get("folder")?;
    Some(folder.as_str()?.into())
}

/// The same settings with other ports; `None` if they have these already, or are not readable.
pub(crate) fn with_ports(text: &str, ports: Ports) -> Option<String> {
    let settings: Table = text.parse().ok()?;
    let bind = |section: &str| settings.get(section)?.get("bind")?.as_str();
    let mut changed = text.to_owned();
    for (section, port) in [("public", ports.public), ("staff", ports.staff)] {
        let (old, new) = (bind(section)?, local(port).to_string());
        // Both at once may swap, so each is replaced behind its own heading only.
        let (before, after) = changed.split_once(&format!("\n[{section}]\n"))?;
        let after = after.replacen(&format!("\"{old}\""), &format!("\"{new}\""), 1);
        changed = format!("{before}\n[{section}]\n{after}");
    }
    (changed != text).then_some(changed)
}

#[cfg(test)]
mod tests {
    use notes::{Signer, SigningKey};

    use super::*;

    #[test]
    fn ports_change_and_nothing_else() {
        let signer = Signer::new("council", SigningKey::from_seed(&[7; 32])).unwrap();
        let authorities = Authorities::new(vec![signer.authority().clone()]).unwrap();
        let inst = InstallationId::from_bytes([1; 16]);
        let ports = |public, staff| Ports { public, staff };
        let text = write(inst, &authorities, ports(8080, 8081), None);
        assert_eq!(with_ports(&text, ports(8080, 8081)), None);
        let swapped = with_ports(&text, ports(8081, 8080)).unwrap();
        assert_eq!(swapped, write(inst, &authorities, ports(8081, 8080), None));
        assert_eq!(window(&text), Some(WINDOW_SECONDS));
        assert_eq!(mails(&text).as_deref(), Some("mail"));
        let own = text.replace("two minutes", "a while");
        let moved = with_ports(&own, ports(1, 2)).unwrap();
        assert!(moved.contains("a while") && moved.contains("\"127.0.0.1:2\""));
    }

    #[test]
    fn a_store_in_databases_is_named_by_the_files_of_their_addresses() {
        let signer = Signer::new("council", SigningKey::from_seed(&[7; 32])).unwrap();
        let authorities = Authorities::new(vec![signer.authority().clone()]).unwrap();
        let inst = InstallationId::from_bytes([1; 16]);
        let ports = Ports {
            public: 1,
            staff: 2,
        };
        let files = ["store.url", "wrappers.url"].map(Path::new);
        let text = write(inst, &authorities, ports, Some(files));
        let settings: Table = text.parse().unwrap();
        assert_eq!(
            settings["storage"]["store_url_file"].as_str(),
            Some("store.url")
        );
        assert_eq!(settings["storage"]["backend"].as_str(), Some("postgres"));
    }
}
