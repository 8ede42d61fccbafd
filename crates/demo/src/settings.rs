//! The demonstration's `ginnel.toml`.

use domain::InstallationId;
use notes::{Authorities, Authority};
use toml::Table;

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

pub(crate) fn write(inst: InstallationId, authorities: &Authorities, ports: Ports) -> String {
    let (public, staff) = (local(ports.public), local(ports.staff));
    let pinned: String = authorities.iter().map(pinned).collect();
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
"
    )
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
        let text = write(inst, &authorities, ports(8080, 8081));
        assert_eq!(with_ports(&text, ports(8080, 8081)), None);
        let swapped = with_ports(&text, ports(8081, 8080)).unwrap();
        assert_eq!(swapped, write(inst, &authorities, ports(8081, 8080)));
        assert_eq!(window(&text), Some(WINDOW_SECONDS));
        let own = text.replace("two minutes", "a while");
        let moved = with_ports(&own, ports(1, 2)).unwrap();
        assert!(moved.contains("a while") && moved.contains("\"127.0.0.1:2\""));
    }
}
