//! The proxy, tried where somebody says it is.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc;

use ginnel::commands::try_proxy;

use super::*;

const AWAY: &[u8] = b"HTTP/1.1 503 Away\r\nContent-Length: 0\r\n\r\n";

#[test]
fn a_proxy_is_asked_where_somebody_says_it_is_and_by_the_name_that_visitors_know() {
    let installation = begun("");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut head = [0; 1_024];
            let count = stream.read(&mut head).unwrap_or(0);
            let _ = tell.send(String::from_utf8_lossy(&head[..count]).into_owned());
            let _ = stream.write_all(AWAY);
        }
    });
    let around = Surroundings {
        root: Path::new("/"),
        clock: &SystemClock,
        chrony: ([127, 0, 0, 1], 9).into(),
    };
    let through = "http://tips.example.org:81".parse().unwrap();
    let rng = &mut StdRng::seed_from_u64(1);
    let findings = try_proxy(&installation.settings(), through, Some(at), around, rng).unwrap();
    assert!(!findings.is_well());
    assert_tells(&findings, Verdict::Broken, "proxy passes on", "503");
    let head = told.recv().unwrap();
    assert!(head.contains("Host: tips.example.org\r\n"), "{head}");
}
