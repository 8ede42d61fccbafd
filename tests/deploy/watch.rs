//! What those are told who watch over a service: the doctor's list of pages, and whoever compares it.

use std::fs;
use std::path::Path;
use std::process::Command;

use tests::program;

use crate::house::House;
use crate::place::{heard, said};

/// The two commands of the runbook, one on the server and one anywhere else, agree about a real
/// server; and whoever finds one other byte says so.
pub fn a_third_party_gets_the_pages_that_the_doctor_prints(house: &House) {
    let served = house.served();
    let mut doctor = Command::new(program("GINNEL_BIN"));
    doctor.args(["doctor", "--page-hash", "--site"]);
    doctor.arg(program("GINNEL_SITE")).arg("--data");
    let listed = said(doctor.arg(served.data()));
    assert!(
        listed.contains("  /en/\n") && listed.contains("  /assets/"),
        "{listed}"
    );
    let file = served.data().with_file_name("page-hashes.txt");
    let compared = |list: &str| {
        fs::write(&file, list).expect("a scratch folder can be written");
        compare(&served.reporters("/"), &file)
    };
    let (is_same, told) = compared(&listed);
    let count = listed.lines().count();
    assert!(
        is_same && told.contains(&format!("All {count} are as published")),
        "{told}"
    );
    let (hash, rest) = listed.split_at(64);
    let other: String = hash.chars().rev().collect();
    let (is_same, told) = compared(&format!("{other}{rest}"));
    assert!(!is_same && told.contains("DIFFERS"), "{told}");
}

fn compare(site: &str, hashes: &Path) -> (bool, String) {
    let mut keys = Command::new(program("GINNEL_BIN").with_file_name("ginnel-keys"));
    let (output, told) = heard(keys.args(["verify-site", site, "--hashes"]).arg(hashes));
    (output.status.success(), told)
}

/// What the doctor finds of a proxy that runs in front of a real server.
pub fn tried_through(house: &House, url: &str) -> String {
    let mut doctor = Command::new(program("GINNEL_BIN"));
    doctor.args(["doctor", "--through", url, "--data"]);
    heard(doctor.arg(house.served().data())).1
}
