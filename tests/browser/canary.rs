//! Planted phrases: where the server must never hold them, and where they must not stay.

use std::io::Write;
use std::net::TcpStream;

use domain::question::STORY_MAX;
use tests::{
    Answered, Finding, Needles, PHONE, Proxy, Scripts, search_files, search_memory, until,
};

use crate::house::House;
use crate::officer::AtConsole;
use crate::resident::{self, FORM};

pub fn with_scripts_the_server_never_holds_a_word(house: &House) {
    let phrase = "umbrella-canary-sealed-4471-heron";
    let needles = Needles::of(phrase);
    let proxy = house.served.proxy();
    let phone = house.resident("canary-sealed", PHONE, Scripts::On);
    resident::fill_in(&phone, &proxy.url(FORM), phrase);
    assert_clear(house, &needles);
    resident::send(&phone);
    assert_eq!(proxy.carried(&needles), [""; 0]);
    let frames = frames_in(&proxy);
    assert_eq!(frames, 1, "one frame went through the proxy");
    assert_clear(house, &needles);
    assert_the_search_finds_what_is_there(house);
    // It did arrive, and officers read it; even then the server knows nothing.
    let triage = AtConsole::sign_in(house.staff("canary-triage"), &house.served, "triage-1");
    triage.wait_for_tip(phrase);
    triage.read(phrase);
    triage.accept();
    triage.browser.type_into("#title", phrase);
    triage.saved();
    assert_clear(house, &needles);
}

pub fn without_scripts_no_word_stays(house: &House) {
    let phrase = "umbrella-canary-plain-9082-bittern";
    let needles = Needles::of(phrase);
    assert_half_a_form_is_in_memory_until_it_is_cut_off(house);
    assert_the_longest_form_is_forgotten_while_its_sender_stays_connected(house);
    let proxy = house.served.proxy();
    let phone = house.resident("canary-plain", PHONE, Scripts::Off);
    resident::fill_in_plainly(&phone, &proxy.url(FORM), phrase);
    assert_forgotten(house, &needles);
    resident::send_plainly(&phone);
    assert_eq!(proxy.carried(&needles), ["/en/check", "/en/send"]);
    assert_forgotten(house, &needles);
}

/// The search is good enough to see what the server holds while a form is on its way, and the
/// server wipes it when the connection ends.
fn assert_half_a_form_is_in_memory_until_it_is_cut_off(house: &House) {
    let phrase = "umbrella-canary-half-5530-plover";
    let needles = Needles::of(phrase);
    let mut stream = connect(house);
    let half = format!("{}story={phrase}", head("check", 5_000));
    stream.write_all(half.as_bytes()).expect("it reads");
    until("half a form in the server's memory", || {
        let found = search_memory(house.served.process(), &needles);
        (!found.is_empty()).then_some(())
    });
    drop(stream);
    assert_forgotten(house, &needles);
}

/// As long as a tip can be, sent as a browser does that keeps its connection open afterwards.
fn assert_the_longest_form_is_forgotten_while_its_sender_stays_connected(house: &House) {
    let phrase = "umbrella-canary-long-2217-curlew";
    let needles = Needles::of(phrase);
    let words = STORY_MAX / (phrase.len() + 1);
    let story = vec![phrase; words].join("+");
    let tip = "00112233445566778899aabbccddeeff";
    let form = format!("tip={tip}&danger=no&about=fraud&knows=saw&story={story}");
    for page in ["check", "send"] {
        let mut stream = connect(house);
        let whole = format!("{}{form}", head(page, form.len()));
        stream.write_all(whole.as_bytes()).expect("it reads");
        let answer = Answered::read(&mut stream);
        let expected = if page == "check" { 200 } else { 303 };
        assert_eq!(answer.status, expected, "{page}");
        assert_eq!(needles.within(&answer.body).is_empty(), page == "send");
        assert_forgotten(house, &needles);
        drop(stream);
    }
}

fn connect(house: &House) -> TcpStream {
    let address = house.served.reporters("");
    TcpStream::connect(address.trim_start_matches("http://")).expect("it listens")
}

fn head(page: &str, length: usize) -> String {
    format!(
        "POST /en/{page} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {length}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    )
}

/// In memory and on disk something is found that is known to be there.
fn assert_the_search_finds_what_is_there(house: &House) {
    let known = Needles::of(&house.served.inst.to_string());
    assert!(!search_memory(house.served.process(), &known).is_empty());
    assert!(!search_files(house.served.data(), &known).is_empty());
}

/// Neither in memory, nor in a file, nor in the log, now.
fn assert_clear(house: &House, needles: &Needles) {
    assert_eq!(search_memory(house.served.process(), needles), []);
    assert_not_written(house, needles);
}

/// Not written at all; not in memory once the connection has ended.
fn assert_forgotten(house: &House, needles: &Needles) {
    let mut found: Vec<Finding> = Vec::new();
    until("the server to wipe what it read", || {
        found = search_memory(house.served.process(), needles);
        found.is_empty().then_some(())
    });
    assert_not_written(house, needles);
}

fn assert_not_written(house: &House, needles: &Needles) {
    assert_eq!(search_files(house.served.data(), needles), []);
    let log = house.served.log();
    assert_eq!(needles.within(log.as_bytes()), [""; 0], "{log}");
}

fn frames_in(proxy: &Proxy) -> usize {
    let posted = proxy.posted().into_iter();
    posted
        .inspect(|asked| {
            assert_eq!(
                (asked.path.as_str(), asked.body.len()),
                ("/api/tips", 20_480)
            );
        })
        .count()
}
