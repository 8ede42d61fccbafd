//! The same module in Chromium's workers: how fast it opens, against native.

use std::sync::Barrier;
use std::thread;

use domain::console::{Ask, Request};
use serde_json::{Value, json};
use tests::{Browser, DESK, Driver, Partnership, Scripts};

use crate::gaps::{Word, opened_a_second};
use crate::native::{FETCHES, Native, PASSES, setup, sign_in};
use crate::sheet::{Limit, Sheet};
use crate::stopwatch::{float, median};

const SCRIPT: &str = include_str!("opening.js");
const OFFICERS: [&str; 2] = ["triage-1", "triage-2"];
const LEAST_OF_NATIVE: f64 = 0.6;

/// One and two workers against one and two threads.
pub(crate) fn measure(sheet: &mut Sheet, served: &Partnership, driver: &Driver) {
    sheet.section("frames opened");
    let browser = Browser::open(driver, "bench-opening", DESK, Scripts::On);
    browser.go(&served.staff("/"));
    browser.find("#sign-in");
    for workers in 1..=OFFICERS.len() {
        let officers: Vec<&str> = OFFICERS.into_iter().take(workers).collect();
        let native = natively(served, &officers);
        let wasm = in_workers(&browser, served, &officers);
        let many = if workers == 1 { "one" } else { "two" };
        sheet.tell(format!("natively, in {many}, each"), native, "/s");
        let each = (wasm, "/s");
        sheet.compare(
            format!("in Chromium, in {many}, each"),
            each,
            ("native", native),
        );
        let ratio = (wasm / native, "×");
        let least = Limit::AtLeast(LEAST_OF_NATIVE);
        sheet.hold(format!("of native, {many}, each"), ratio, least);
    }
}

/// Frames a second of each thread, on average.
fn natively(served: &Partnership, officers: &[&str]) -> f64 {
    let all_in = Barrier::new(officers.len());
    let work = |name| {
        let mut officer = Native::sign_in(served, name);
        all_in.wait();
        officer.rate()
    };
    let rates: Vec<f64> = thread::scope(|scope| {
        let threads = officers.iter();
        let threads: Vec<_> = threads.map(|name| scope.spawn(|| work(name))).collect();
        let rates = threads.into_iter();
        rates.map(|one| one.join().expect("it opens")).collect()
    });
    average(&rates)
}

/// Frames a second of each worker, on average.
fn in_workers(browser: &Browser, served: &Partnership, officers: &[&str]) -> f64 {
    let text = |ask: Ask| json!(serde_json::to_string(&Request { id: 1, ask }).expect("words"));
    let sign_ins = officers.iter().map(|name| text(sign_in(served, name)));
    let words = browser.run(
        SCRIPT,
        &[json!({
            "setup": serde_json::to_string(&setup(served)).expect("words"),
            "signIns": sign_ins.collect::<Vec<Value>>(),
            "fetching": FETCHES.map(text),
            "passes": PASSES,
        })],
    );
    let words: Vec<Vec<Vec<Word>>> = serde_json::from_value(words).expect("words of progress");
    assert_eq!(words.len(), officers.len());
    let rates = words.iter().map(|passes| {
        let rates = passes.iter().map(|words| opened_a_second(words));
        median(rates.collect())
    });
    average(&rates.collect::<Vec<_>>())
}

fn average(rates: &[f64]) -> f64 {
    rates.iter().sum::<f64>() / float(rates.len())
}
