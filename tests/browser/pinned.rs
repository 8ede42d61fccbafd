//! What the console's page pins: its files, and the newest of the notes it has seen.

use tests::{Rule, staff_asset};

use crate::house::House;
use crate::officer::AtConsole;

/// An empty custom section: the module would run as before.
const MORE_WASM: &[u8] = &[0, 2, 1, b'x'];
/// A comment: the script would run as before.
const MORE_SCRIPT: &[u8] = b"\n//";

/// Every file the page starts, with what is added to it.
const FILES: &[(&str, &[u8])] = &[
    ("boot.js", MORE_SCRIPT),
    ("console.js", MORE_SCRIPT),
    ("console.wasm", MORE_WASM),
    ("opener.js", MORE_SCRIPT),
    ("opener-worker.js", MORE_SCRIPT),
    ("opener.wasm", MORE_WASM),
];

pub fn a_console_of_which_a_file_was_changed_lets_nobody_in(house: &House) {
    for (file, more) in FILES {
        let proxy = house.served.staff_proxy();
        proxy.breaks(&staff_asset(file), Rule::Append(more));
        let browser = house.staff(&format!("pinned-{}", file.replace('.', "-")));
        browser.go(&proxy.url("/"));
        if *file != "boot.js" {
            browser.find_saying("h1", "The console could not start");
        }
        browser.until(&format!("{file} is asked for"), || {
            (proxy.count(&staff_asset(file)) > 0).then_some(())
        });
        assert!(!browser.shows("#sign-in[aria-disabled=false]"), "{file}");
        assert_eq!(proxy.count("/api/"), 0, "with another {file}");
    }
    let proxy = house.served.staff_proxy();
    let browser = house.staff("pinned-nothing");
    browser.go(&proxy.url("/"));
    browser.find("#sign-in");
}

pub fn notes_seen_in_one_session_bind_the_next(house: &House) {
    let triage = AtConsole::sign_in(house.staff("pinned-seen"), &house.served, "triage-1");
    let shelf = format!("ginnel-seen/{}", house.served.inst);
    let seen = |script: &str| triage.browser.run(script, &[shelf.clone().into()]);
    let kept = seen("return localStorage.getItem(arguments[0])");
    let kept = kept.as_str().expect("something was kept");
    let lines: Vec<_> = kept.lines().collect();
    assert!(
        lines.iter().any(|line| line.starts_with("staff ")),
        "{kept}"
    );
    assert!(lines.iter().any(|line| line.starts_with("roster/triage ")));
    let plain =
        |line: &&str| line.split(' ').count() == 2 && line.ends_with(|c: char| c.is_ascii_digit());
    assert!(
        lines.iter().all(plain),
        "public serials and nothing else: {kept}"
    );
    let others =
        "return [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]
        .filter((name) => name && name !== arguments[0]).length";
    assert_eq!(seen(others), 0);
    triage.sign_out();
    assert_eq!(seen("return localStorage.getItem(arguments[0])"), kept);

    seen("localStorage.setItem(arguments[0], 'staff 999999\\n')");
    triage.browser.reload();
    let again = AtConsole::sign_in(triage.browser, &house.served, "triage-1");
    let told = "The server showed an older one than before";
    again
        .browser
        .until(told, || again.browser.text().contains(told).then_some(()));
}
