//! A test tip on its whole way: from the sender's machine, by the public address, to a console that puts it
//! away, and to the doctor.

use std::fs;
use std::process::Command;

use ginnel_canary::{Canary, Visit};
use notes::{Signer, SigningKey};
use rand::rngs::OsRng;
use tests::{Partnership, program, today};

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;

const STORY: &str = "Somebody sells from the green van";

pub fn a_test_tip_is_put_away_before_an_officer_sees_it_and_the_doctor_knows(house: &House) {
    let expected = "record_minutes = 5\ncanary_hours = 2";
    let served = Partnership::make_with("test-tip", |text| {
        assert!(text.contains("record_minutes = 5"));
        text.replace("record_minutes = 5", expected)
    });
    assert!(doctor(&served).contains("none has arrived yet"));
    let visit = Visit::to(&served.reporters(""), None).expect("no proxy is asked for");
    let forged = Signer::new("canary", SigningKey::from_seed(&[1; 32])).expect("a sound name");
    for signer in [own(&served), forged] {
        let (inst, authorities) = (served.inst, served.authorities.clone());
        let canary = Canary {
            authorities,
            inst,
            signer,
        };
        let sent = canary.send(&visit, today(), &mut OsRng);
        sent.expect("the service is open");
    }
    served.send(STORY);
    let triage = AtConsole::sign_in(house.staff("test-tip"), &served, "triage-1");
    triage.wait_for_tip(STORY);
    // The one that only looks like a test.
    triage.wait_for_tip("This is a test of the service itself");
    let browser = &triage.browser;
    let told = format!("the newest that arrived was sent on {}", today().day());
    browser.until("the doctor knows", || {
        doctor(&served).contains(&told).then_some(()).or_else(|| {
            browser.click("#fetch");
            browser.find("#fetch[aria-disabled=false]");
            None
        })
    });
    browser.find_saying(".list-count", "2 tips wait");
    look(browser, "test-tip-01-triage");
    let colleague = AtConsole::sign_in(house.staff("test-tip-2"), &served, "triage-2");
    colleague.wait_for_tip(STORY);
    colleague.browser.find_saying(".list-count", "2 tips wait");
}

/// The demonstration's own, which its staff directory names.
fn own(served: &Partnership) -> Signer {
    let file = served.data().join("demo/canary.key");
    let text = fs::read_to_string(file).expect("demo writes it");
    Signer::parse_secret(text.trim_end()).expect("the canary's secret")
}

fn doctor(served: &Partnership) -> String {
    let mut doctor = Command::new(program("GINNEL_BIN"));
    doctor.args(["doctor", "--data"]).arg(served.data());
    let said = doctor.output().expect("ginnel is a program").stdout;
    let said = String::from_utf8(said).expect("it speaks");
    let line = said.lines().find(|line| line.contains("test tips"));
    line.unwrap_or_default().to_owned()
}
