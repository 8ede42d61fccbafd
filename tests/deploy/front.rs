//! What any proxy in front of Ginnel must hold to, tried on a running one.

use std::io::Write;
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::wire::PUZZLE_HEADER;
use tests::{Child, Partnership, sealed, today, until};

use crate::place::text;
use crate::spool::spooled;
use crate::upstream::Upstream;
use crate::visitor::{Reply, Visitor};

/// A frame's length, and that of something bigger than any buffer.
const LENGTHS: [usize; 2] = [domain::FRAME_LEN, 1_024 * 1_024];

/// How often, and how far apart, one looks at an answer that nobody reads.
const MOMENTS: u32 = 20;
const A_MOMENT: Duration = Duration::from_millis(25);

/// What a long answer repeats.
const ANSWER: &str = "an-answer-for-a-visitor-who-is-slow|";

/// A running proxy and how to reach its sites.
pub struct Front {
    /// The proxy; dropping it ends it.
    pub process: Child,
    /// Where its files are.
    pub folders: Vec<PathBuf>,
    /// Asks the public site for a path.
    pub public: Box<dyn Fn(&str) -> Visitor>,
    /// Asks the onion service's port for a path.
    pub onion: Box<dyn Fn(&str) -> Visitor>,
}

impl Front {
    fn spooled(&self, phrase: &str) -> Vec<String> {
        let folders: Vec<&Path> = self.folders.iter().map(PathBuf::as_path).collect();
        spooled(self.process.id(), &folders, phrase)
    }
}

/// A body that comes slowly is passed on as it comes, and is on no disk: neither half-way nor after.
pub fn passes_bodies_on_as_they_come(front: &Front, upstream: &Upstream, how: &[&str]) {
    for length in LENGTHS {
        let phrase = format!("a-body-of-{length}-bytes-by-{}", how.join(""));
        let body = filled_with(&phrase, length);
        let (first, rest) = body.split_at(length / 4 * 3);
        let mut visit = (front.public)("/api/tips").saying(how).posting(length);
        visit.sends(first);
        until("the first part behind the proxy", || {
            upstream.has(first).then_some(())
        });
        assert_eq!(front.spooled(&phrase), [""; 0], "half-way");
        visit.sends(rest);
        assert_eq!(visit.reply().status, 202);
        assert!(upstream.has(&body), "not every byte came");
        assert_eq!(front.spooled(&phrase), [""; 0], "afterwards");
    }
}

/// A body the proxy waits for is found, so that finding none says something.
pub fn is_caught_spooling(front: &Front) {
    let phrase = "a-body-that-lies-on-a-disk-for-a-while";
    let length = 512 * 1_024;
    let body = filled_with(phrase, length);
    let mut visit = (front.public)("/api/tips").posting(length);
    visit.sends(body.split_at(length / 2).0);
    until("a file with the body", || {
        (!front.spooled(phrase).is_empty()).then_some(())
    });
}

/// More than the sockets on its way hold.
pub fn long_answer() -> Vec<u8> {
    ANSWER.repeat(512 * 1_024).into_bytes()
}

/// An answer the proxy puts on a disk is found while its reader is slow.
pub fn is_caught_keeping_an_answer(front: &Front) {
    let mut visit = (front.public)("/slow").begin();
    visit.begins_to_hear();
    until("a file with the answer", || {
        (!front.spooled(ANSWER).is_empty()).then_some(())
    });
}

/// What a visitor is slow to read waits in memory, not on a disk.
pub fn keeps_no_answer_for_the_slow(front: &Front) {
    // Its own pipe is full long before the answer has come.
    let mut visit = (front.public)("/slow").begin();
    visit.begins_to_hear();
    for _ in 0..MOMENTS {
        assert_eq!(front.spooled(ANSWER), [""; 0]);
        std::thread::sleep(A_MOMENT);
    }
    let reply = visit.reply();
    assert_eq!(reply.status, 202);
    assert_eq!(reply.body.len(), long_answer().len());
    assert_eq!(front.spooled(ANSWER), [""; 0]);
}

/// The server is told the address that called, not what the caller says, and nothing of a browser but,
/// at the front alone, its languages.
pub fn tells_the_address_and_nothing_else(front: &Front, upstream: &Upstream) {
    let lies = [
        "--header",
        "X-Forwarded-For: 198.51.100.7",
        "--header",
        "X-Real-IP: 198.51.100.7",
        "--header",
        "Forwarded: for=198.51.100.7",
        "--header",
        "Cookie: a-cookie-of-198.51.100.7",
        "--header",
        "Referer: https://198.51.100.7/",
        "--header",
        "Accept-Language: tlh-198.51.100.7",
        "--user-agent",
        "a-browser-of-198.51.100.7",
    ];
    asks_for_a_language_at_the_front(front, upstream);
    (front.public)("/told/in/public").saying(&lies).asks();
    (front.onion)("/told/by/onion").saying(&lies).asks();
    let heads = upstream.heads();
    assert!(!heads.contains("198.51.100.7"), "{heads}");
    assert!(!heads.contains("user-agent"), "{heads}");
    let public = between(&heads, "get /told/in/public", "\r\n\r\n");
    assert!(public.contains("x-forwarded-for: 127.0.0.1"), "{public}");
    let onion = between(&heads, "get /told/by/onion", "\r\n\r\n");
    let said = onion.contains("x-forwarded-for: 127.0.0.1");
    // Either says nothing of a caller, or that it is this machine: both share one limit.
    assert!(said || !onion.contains("x-forwarded-for"), "{onion}");
}

fn asks_for_a_language_at_the_front(front: &Front, upstream: &Upstream) {
    let language = ["--header", "Accept-Language: pl;q=0.7"];
    for (ask, path) in [(&front.public, "/"), (&front.onion, "/?from=a-poster")] {
        ask(path).saying(&language).asks();
    }
    let heads = upstream.heads();
    let told = heads.matches("accept-language: pl;q=0.7").count();
    assert_eq!(told, 2, "{heads}");
}

/// How many requests one visitor can have under way on the onion service, by twenty circuits at once.
pub fn one_visitors_streams() -> usize {
    let torrc = text("tor/torrc");
    let mut lines = torrc.lines();
    let most = lines.find_map(|line| line.strip_prefix("HiddenServiceMaxStreams "));
    let most: usize = most.expect("there is a most").parse().expect("a number");
    20 * most
}

/// So many posts that have begun, as the server has heard, and do not end.
pub fn crowd(upstream: &Upstream, port: u16, size: usize) -> Vec<TcpStream> {
    let head = "POST /api/tips HTTP/1.1\r\nHost: a.onion\r\nContent-Length: 20480\r\n\r\nslow";
    let begin = |_| {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("it listens");
        stream.write_all(head.as_bytes()).expect("it hears");
        stream
    };
    let streams = (0..size).map(begin).collect();
    until("a crowd behind the proxy", || {
        let come = upstream.heads().matches("post /api/tips").count();
        (come == size).then_some(())
    });
    streams
}

/// While the server is away, visitors read so, with the numbers to ring, and nobody is written down.
pub fn says_that_the_server_is_away_and_writes_nobody_down(front: &Front) {
    let words = ["--user-agent", "the-browser-of-a-visitor-in-vain"];
    let reply = (front.public)("/a-visit-in-vain-to-this-path")
        .saying(&words)
        .asks();
    assert_eq!(reply.status, 503, "{}", reply.head);
    assert_eq!(
        String::from_utf8_lossy(&reply.body),
        text("proxy/closed.html")
    );
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    let policy = reply.header("content-security-policy").unwrap_or_default();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    for phrase in ["a-visit-in-vain-to-this-path", words[1]] {
        assert_eq!(front.spooled(phrase), [""; 0]);
    }
    let said = front.process.said();
    assert!(!said.contains("127.0.0.1:"), "it names a caller:\n{said}");
}

/// A page comes as the server sent it, a tip arrives, and the server's own refusal is heard.
pub fn brings_pages_and_tips(front: &Front, served: &Partnership) {
    let direct = Visitor::to(&served.reporters("/en/")).asks();
    assert_eq!(direct.status, 200, "{}", direct.head);
    leaves_headers_alone(&direct, &(front.public)("/en/").asks());
    let solved = format!("{PUZZLE_HEADER}: {}", served.solved());
    for frame in sealed(&served.verified(), "a tip through a proxy", today()) {
        let bytes = frame.as_bytes();
        let visitor = (front.public)("/api/tips").saying(&["--header", &solved]);
        let mut visit = visitor.posting(bytes.len());
        let (first, rest) = bytes.split_at(8_000);
        visit.sends(first);
        visit.sends(rest);
        assert_eq!(visit.reply().status, 202);
    }
    let mut visit = (front.public)("/api/tips").posting(LENGTHS[1]);
    visit.sends(&vec![0; LENGTHS[1]]);
    let refused = visit.reply();
    assert_eq!(refused.status, 413, "{}", refused.head);
    let kind = refused.header("content-type");
    assert_eq!(kind, Some("application/problem+json"));
}

/// What the doctor tells of a proxy that keeps nothing. Only root is shown what every program holds open.
pub fn is_well_to_the_doctor(told: &str) {
    let keeps = if is_root() { "ok  " } else { "look" };
    for what in ["", " forms"] {
        let passes_on = format!("ok      proxy passes{what} on:");
        let keeps = format!("{keeps}    proxy keeps{what}:");
        assert!(told.contains(&passes_on) && told.contains(&keeps), "{told}");
    }
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// The server's own headers come through unchanged, and the proxy adds none.
fn leaves_headers_alone(direct: &Reply, proxied: &Reply) {
    let policy = direct.header("content-security-policy");
    assert!(policy.is_some(), "{}", direct.head);
    assert_eq!(direct.body, proxied.body);
    for line in direct.head.lines().filter(|line| line.contains(':')) {
        let (name, value) = line.split_once(':').expect("it was just filtered");
        if !matches!(name, "date" | "connection" | "keep-alive") {
            assert_eq!(proxied.header(name), Some(value.trim()), "{name}");
        }
    }
    let added: Vec<&str> = proxied
        .head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .filter(|(name, _)| direct.header(name).is_none())
        .map(|(name, _)| name)
        .filter(|name| !matches!(*name, "date" | "connection" | "server"))
        .collect();
    assert_eq!(added, [""; 0]);
}

fn filled_with(phrase: &str, length: usize) -> Vec<u8> {
    let mut body = phrase.as_bytes().to_vec();
    while body.len() < length {
        let part = format!("|{}|{phrase}", body.len());
        body.extend_from_slice(part.as_bytes());
    }
    body.truncate(length);
    body
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).map(|(_, rest)| rest);
    let rest = rest.unwrap_or_else(|| panic!("no {from} in {text}"));
    rest.split(to).next().unwrap_or_default()
}
