//! What a third party sees of a service's pages.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};
use std::thread;

use domain::PageHashes;
use sha2::{Digest, Sha256};

const PAGE: &[u8] = b"<!DOCTYPE html><p>Tell us what you know. Tell us what you know.";
const SCRIPT: &[u8] = b"'use strict';";

/// What a service answers at an address: further lines of its head, and a body.
type Served = (&'static str, &'static str, Vec<u8>);

/// Serves this, and nothing else, for as long as the test runs.
fn serve(served: Vec<Served>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            answer(stream.unwrap(), &served);
        }
    });
    address
}

fn answer(mut stream: TcpStream, served: &[Served]) {
    let mut asked = Vec::new();
    let mut byte = [0];
    while !asked.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() == 1 {
        asked.push(byte[0]);
    }
    let asked = String::from_utf8(asked).unwrap();
    let path = asked.split(' ').nth(1).unwrap();
    let found = served.iter().find(|(at, _, _)| *at == path);
    let (status, lines, body) = match found {
        Some((_, lines, body)) if lines.starts_with("location") => ("303 See Other", *lines, body),
        Some((_, lines, body)) => ("200 OK", *lines, body),
        None => ("404 Not Found", "", &Vec::new()),
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n{lines}\r\n"
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(body).unwrap();
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 4_096, 5, 20);
    writer.write_all(bytes).unwrap();
    drop(writer);
    packed
}

fn publish(folder: &Path, hashes: &[(&str, &[u8])]) {
    let hash = |(path, bytes): &(&str, &[u8])| ((*path).to_owned(), Sha256::digest(bytes).into());
    let hashes: PageHashes = hashes.iter().map(hash).collect();
    std::fs::write(folder.join("hashes"), hashes.to_string()).unwrap();
}

fn verify(folder: &Path, site: SocketAddr) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ginnel-keys"))
        .current_dir(folder)
        .args(["verify-site", "--hashes", "hashes"])
        .arg(format!("http://{site}/"))
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_site_that_serves_what_was_published_is_as_published_packed_or_not() {
    let folder = tempfile::tempdir().unwrap();
    let site = serve(vec![
        ("/en/", "content-encoding: br\r\n", brotli(PAGE)),
        ("/assets/a.js", "", SCRIPT.to_vec()),
    ]);
    publish(folder.path(), &[("/en/", PAGE), ("/assets/a.js", SCRIPT)]);
    let verified = verify(folder.path(), site);
    assert!(verified.status.success(), "{verified:?}");
    assert_eq!(
        said(&verified),
        "ok       /assets/a.js\nok       /en/\nAll 2 are as published.\n"
    );
}

#[test]
fn whatever_a_browser_would_do_otherwise_is_told_and_fails() {
    let folder = tempfile::tempdir().unwrap();
    let page = PAGE.to_vec();
    let site = serve(vec![
        ("/changed", "", b"another page".to_vec()),
        ("/packed", "content-encoding: gzip\r\n", page.clone()),
        ("/broken", "content-encoding: br\r\n", page.clone()),
        ("/refreshed", "refresh: 0;url=/elsewhere\r\n", page.clone()),
        ("/moved", "location: /good\r\n", Vec::new()),
        ("/good", "", page),
    ]);
    let paths = [
        "/changed",
        "/packed",
        "/broken",
        "/refreshed",
        "/moved",
        "/good",
        "/gone",
    ];
    publish(folder.path(), &paths.map(|path| (path, PAGE)));
    let refused = verify(folder.path(), site);
    assert!(!refused.status.success());
    let another = hex::encode(Sha256::digest(b"another page"));
    let expected = [
        "DIFFERS  /broken (not packed as it says)",
        &format!("DIFFERS  /changed (is {another})"),
        "MISSING  /gone (answered 404)",
        "ok       /good",
        "MISSING  /moved (answered 303)",
        "DIFFERS  /packed (packed in a way that was not asked for)",
        "DIFFERS  /refreshed (with a header `refresh`)",
    ];
    assert_eq!(said(&refused).lines().collect::<Vec<_>>(), expected);
    let complaint = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(complaint, "ginnel-keys: 6 of 7 are not as published\n");
}

#[test]
fn nobody_there_and_no_list_are_failures() {
    let folder = tempfile::tempdir().unwrap();
    publish(folder.path(), &[("/en/", PAGE)]);
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = nobody.local_addr().unwrap();
    drop(nobody);
    let refused = verify(folder.path(), address);
    assert!(!refused.status.success() && said(&refused).starts_with("MISSING  /en/ ("));
    for text in ["", "# nothing\n", "no hashes\n"] {
        std::fs::write(folder.path().join("hashes"), text).unwrap();
        assert!(!verify(folder.path(), address).status.success(), "{text:?}");
    }
}
