use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use domain::Clock;

use super::*;
use crate::findings::Verdict;

const REFUSAL: &str = "HTTP/1.1 422 No\r\nContent-Length: 24\r\n\r\n{\"code\":\"unprocessable\"}";

const PAGE: &str = "HTTP/1.1 413 No\r\nConnection: close\r\n\r\n<!DOCTYPE html><html lang=\"en\">";

/// Something that listens, and does this with each request.
fn house(does: fn(TcpStream)) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || does(stream));
        }
    });
    at
}

fn tried(at: SocketAddr) -> Vec<Finding> {
    let trial = Trial {
        at,
        through: "http://tips.example.org".parse().unwrap(),
        phrase: format!("ginnel-doctor-of-{at}"),
        root: "/".into(),
        folders: Vec::new(),
        since: crate::SystemClock.now().plus(-BEFORE),
    };
    let mut findings = Vec::new();
    trial.run(|finding| findings.push(finding));
    findings
}

/// Refuses by their head a tip that is too short and a form that is too long, and reads the rest.
fn refuse_at_once(mut stream: TcpStream) {
    let mut head = [0; 1_024];
    let count = stream.read(&mut head).unwrap_or(0);
    let text = String::from_utf8_lossy(&head[..count]).into_owned();
    if text.contains("Content-Length: 10240") {
        let _ = stream.write_all(REFUSAL.as_bytes());
        return;
    }
    if text.contains("Content-Length: 200001") {
        let _ = stream.write_all(PAGE.as_bytes());
        return;
    }
    let _ = std::io::copy(&mut stream, &mut std::io::sink());
}

/// As that, but has a form whole before it asks anybody, and keeps it in a file until then.
fn keep_forms(mut stream: TcpStream) {
    let mut head = [0; 1_024];
    let count = stream.peek(&mut head).unwrap_or(0);
    if !String::from_utf8_lossy(&head[..count]).starts_with("POST /en/") {
        return refuse_at_once(stream);
    }
    let mut spool = tempfile::tempfile().unwrap();
    let _ = std::io::copy(&mut stream, &mut spool);
}

/// Says what nobody behind it said.
fn answer_for_itself(mut stream: TcpStream) {
    let _ = stream.write_all(b"HTTP/1.1 503 Away\r\nContent-Length: 0\r\n\r\n");
    let _ = std::io::copy(&mut stream, &mut std::io::sink());
}

#[test]
fn a_proxy_behind_which_no_server_answers_is_broken() {
    let findings = tried(house(answer_for_itself));
    assert_eq!(findings[0].verdict, Verdict::Broken);
    assert!(findings[0].seen.contains("503"), "{}", findings[0]);
    let closed = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let verdicts: Vec<_> = tried(closed).iter().map(|one| one.verdict).collect();
    assert_eq!(verdicts, [Verdict::Broken; 4]);
}

#[test]
fn a_proxy_that_passes_on_is_well_and_never_called_broken_for_what_cannot_be_seen() {
    let findings = tried(house(refuse_at_once));
    for passes_on in [&findings[0], &findings[2]] {
        assert_eq!(passes_on.verdict, Verdict::Well, "{passes_on}");
    }
    for keeps in [&findings[1], &findings[3]] {
        assert_ne!(keeps.verdict, Verdict::Broken, "{keeps}");
    }
}

#[test]
fn a_proxy_that_keeps_only_what_comes_in_clear_is_broken() {
    let findings = tried(house(keep_forms));
    let of = |what| findings.iter().find(|one| one.what == what).unwrap();
    assert_eq!(of("proxy passes on").verdict, Verdict::Well);
    assert_ne!(of("proxy keeps").verdict, Verdict::Broken);
    let waits = of("proxy passes forms on");
    assert!(waits.seen.contains("waits for the whole"), "{waits}");
    let keeps = of("proxy keeps forms");
    assert!(keeps.seen.contains("lies in a file"), "{keeps}");
}

#[test]
fn what_is_proven_stays_so_when_the_time_is_over_and_the_rest_is_not_called_well() {
    let (tell, told) = mpsc::channel();
    let proven = Finding::broken(trial::all().next().unwrap(), "it waits", MEND);
    tell.send(Told::Found(proven.clone())).unwrap();
    // Whoever tries goes on for ever.
    let findings = told_in(Duration::from_millis(50), tell.clone(), &told);
    assert!(!findings.is_well());
    let findings: Vec<_> = findings.into_iter().collect();
    assert_eq!(findings[0], proven);
    assert_eq!(findings.len(), trial::all().count());
    for other in &findings[1..] {
        assert_eq!(other.verdict, Verdict::Look, "{other}");
        assert!(other.seen.contains("in time"), "{other}");
    }
    tell.send(Told::AllFound).unwrap();
    let at_once = told_in(Duration::from_hours(1), tell, &told);
    assert!(at_once.is_well());
}

/// Says a little at each breath, so that it is never silent and never done.
fn answer_for_ever(mut stream: TcpStream) {
    while stream.write_all(b"\x1b[2J ok ").is_ok() {
        thread::sleep(Duration::from_millis(500));
    }
}

#[test]
fn who_answers_without_end_is_heard_for_a_while_and_writes_on_no_terminal() {
    let findings = tried(house(answer_for_ever));
    assert_eq!(findings[0].verdict, Verdict::Broken);
    assert!(findings[0].seen.contains("no HTTP"), "{}", findings[0]);
    assert!(!findings.iter().any(|one| one.seen.contains('\u{1b}')));
    assert_eq!(printable("a\u{1b}[2J\n").as_str(), r"a\u{1b}[2J\n");
    assert_eq!(printable(&"x".repeat(4_000)).len(), MOST_SAID);
}

#[test]
fn an_address_is_a_scheme_and_a_name_and_maybe_a_port() {
    let read = |text: &str| text.parse::<Through>().map(|through| through.to_string());
    let well = |text: &str| Ok(text.to_owned());
    assert_eq!(
        read("https://tips.example.org"),
        well("https://tips.example.org:443")
    );
    assert_eq!(
        read("http://127.0.0.1:8082/"),
        well("http://127.0.0.1:8082")
    );
    for text in [
        "",
        "tips.example.org",
        "ftp://a",
        "https://",
        "https://a/b",
        "http://a:b",
        "http://a b",
    ] {
        assert_eq!(read(text), Err(NoAddress), "{text}");
    }
}
