use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use domain::Clock;

use super::*;
use crate::findings::Verdict;

const REFUSAL: &str = "HTTP/1.1 422 No\r\nContent-Length: 24\r\n\r\n{\"code\":\"unprocessable\"}";

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
    trial.run().into_iter().collect()
}

/// Answers a request that is too short by its head, and reads everything.
fn refuse_at_once(mut stream: TcpStream) {
    let mut head = [0; 1_024];
    let count = stream.read(&mut head).unwrap_or(0);
    let text = String::from_utf8_lossy(&head[..count]).into_owned();
    if text.contains("Content-Length: 10240") {
        let _ = stream.write_all(REFUSAL.as_bytes());
        return;
    }
    let _ = std::io::copy(&mut stream, &mut std::io::sink());
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
    assert_eq!(verdicts, [Verdict::Broken; 2]);
}

#[test]
fn a_proxy_that_passes_on_is_well_and_never_called_broken_for_what_cannot_be_seen() {
    let findings = tried(house(refuse_at_once));
    assert_eq!(findings[0].verdict, Verdict::Well, "{}", findings[0]);
    assert_ne!(findings[1].verdict, Verdict::Broken, "{}", findings[1]);
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
