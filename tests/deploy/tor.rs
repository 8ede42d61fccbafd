//! The onion service: as tor wants it, with its defences on, and by way of the proxy.

use std::fs;

use tests::scratch;

use crate::house::House;
use crate::place::{said, text, tool};

/// tor accepts every line, the proof-of-work defence included, and warns of none.
pub fn tor_accepts_the_onion_service(_: &House) {
    let folder = scratch("tor");
    let here = |name: &str| folder.join(name).display().to_string();
    let torrc = text("tor/torrc").replace("/var/lib/tor/ginnel", &here("service"));
    fs::write(folder.join("torrc"), torrc).expect("a scratch folder can be written");
    let mut tor = tool("tor");
    tor.args(["--verify-config", "--defaults-torrc", "/dev/null"]);
    tor.args(["-f", &here("torrc"), "--DataDirectory", &here("data")]);
    // In place of the log in the file, so that a warning would be heard.
    let said = said(tor.args(["--Log", "notice stdout"]));
    assert!(said.contains("Configuration was valid"), "{said}");
    let warned = said.lines().filter(|line| line.contains("[warn]"));
    let warned: Vec<&str> = warned
        .filter(|line| !line.contains("running Tor as root"))
        .collect();
    assert_eq!(warned, [""; 0]);
}

/// tor leads to the port at which either proxy takes the visitor's claims away.
pub fn tor_leads_to_the_proxy_and_not_to_the_server(_: &House) {
    let torrc = text("tor/torrc");
    let says = |line: &str| torrc.lines().any(|other| other == line);
    assert!(says("HiddenServicePort 80 127.0.0.1:8082"));
    assert!(says("HiddenServicePoWDefensesEnabled 1"));
    assert!(says("HiddenServiceNonAnonymousMode 0"));
    assert!(says("HiddenServiceMaxStreamsCloseCircuit 1"));
    assert!(text("nginx/onion.conf").contains("listen 127.0.0.1:8082;"));
    assert!(text("caddy/Caddyfile").contains("{$GINNEL_ONION:http://:8082} {\n\tbind 127.0.0.1\n"));
}
