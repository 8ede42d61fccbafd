//! When the server says wait, or its directory cannot be believed: nothing typed is lost.

use std::time::Duration;

use notes::sign;
use tests::{Browser, DESK, Needles, Rule, Scripts, patiently, today};

use crate::house::House;
use crate::officer::AtConsole;
use crate::resident::{self, FORM};

pub fn a_page_told_to_wait_keeps_its_frames_and_resends_by_itself(house: &House) {
    let story = "Told to wait, and sent by itself afterwards";
    let proxy = house.served.proxy();
    let browser = house.resident("busy", DESK, Scripts::On);
    resident::fill_in(&browser, &proxy.url(FORM), story);
    proxy.breaks("/api/tips", Rule::Status(429, Some(2)));
    browser.click("#send");
    browser.find_saying("#q-fail-busy [data-wait]", "Next try in");
    browser.shot("busy-01-waits");
    // Told again each time it tries.
    let tries = |more: usize| {
        patiently("another try", Duration::from_mins(1), || {
            (proxy.count("/api/tips") > more).then_some(())
        });
    };
    tries(1);
    // As it is while the server's disk is full.
    proxy.mend();
    proxy.breaks("/api/tips", Rule::Status(503, Some(2)));
    tries(proxy.count("/api/tips") + 1);
    browser.find_saying("#q-fail-busy [data-wait]", "Next try in");
    proxy.mend();
    browser.find("#q-sent");
    let posted = proxy.posted();
    assert!(posted.len() > 2);
    let first = posted.first().map(|asked| &asked.body);
    assert!(
        posted.iter().all(|asked| Some(&asked.body) == first),
        "the same frame each time"
    );
    assert_eq!(proxy.carried(&Needles::of(story)), [""; 0]);
    let triage = AtConsole::sign_in(house.staff("busy-triage"), &house.served, "triage-1");
    triage.wait_for_tip(story);
}

pub fn a_directory_that_cannot_be_believed_is_refused_and_the_text_kept(house: &House) {
    let story = "Kept on this page while the directory is wrong";
    let proxy = house.served.proxy();
    let browser = house.resident("directory", DESK, Scripts::On);
    resident::fill_in(&browser, &proxy.url(FORM), story);
    for (name, directory, panel) in wrong(house) {
        proxy.breaks("/api/directory", Rule::Say(directory));
        browser.click("#send");
        browser.find(panel);
        browser.find(&format!("{panel} .ways"));
        browser.shot(&format!("directory-{name}"));
        assert_eq!(proxy.posted(), [], "{name}");
        go_back_to_the_answers(&browser, panel, story);
        proxy.mend();
    }
    resident::send(&browser);
    assert_eq!(proxy.carried(&Needles::of(story)), [""; 0]);
}

fn go_back_to_the_answers(browser: &Browser, panel: &str, story: &str) {
    browser.click(&format!("{panel} [data-review]"));
    browser.find_saying("#q-check dd", story);
}

/// Directories that are wrong in one way each, and the panel that says so.
fn wrong(house: &House) -> [(&'static str, String, &'static str); 5] {
    let good = house.served.directory();
    let (body, signatures) = good.split_once("\n\n").expect("a note has an empty line");
    let one = signatures.lines().next().expect("it is signed");
    let two_weeks_ago = again(house, body, -21);
    let later = again(house, body, 21);
    let refused = "#q-fail-directory";
    [
        ("with-one-signature", format!("{body}\n\n{one}\n"), refused),
        (
            "with-a-changed-key",
            good.replacen("age1pq1q", "age1pq1p", 1)
                .replacen("serial 1", "serial 2", 1),
            refused,
        ),
        ("no-note", "<html>not a note</html>".into(), refused),
        ("expired", two_weeks_ago, "#q-fail-clock"),
        ("of-the-future", later, "#q-fail-clock"),
    ]
}

/// The same directory with its dates moved by some days, signed by both authorities.
fn again(house: &House, body: &str, days: i32) -> String {
    let first = today().day().plus(days);
    let last = first.plus(14);
    let dated = |line: &str| match line.split_once(' ') {
        Some(("from", _)) => format!("from {first}\n"),
        Some(("until", _)) => format!("until {last}\n"),
        _ => format!("{line}\n"),
    };
    let body: Vec<String> = body.lines().map(dated).collect();
    let signers = house.served.signers();
    let signers: Vec<_> = signers.iter().collect();
    sign(&body.concat(), &signers).expect("a note")
}
