//! The trials.

use std::fs;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::scope;
use std::time::Duration;

use domain::BlobId;
use domain::bundle::FileKind;
use rand::rngs::OsRng;
use seal::bundle::seal_bundle;
use tests::{patiently, say, sealed, today};

use crate::bare::Bare;
use crate::house::House;
use crate::planted::{BROWSER, PHRASE, Planted, V4, V6};
use crate::returning::Returning;
use crate::searched::search;
use crate::visitor::{Visitor, babble};
use crate::watch::watch;

/// By each way in.
const TIPS: usize = 1_000;
/// By both together, one frame each, and one by whoever comes back.
const EVERY: u64 = 2_001;
const VISITORS: usize = 4;
/// So many of those that are sealed bring a file.
const FILES: usize = 10;

/// Without this an empty search would say nothing.
pub fn what_is_planted_is_found_in_every_place_that_is_searched(house: &House) {
    let planted = Planted::at(house.served.inst);
    assert_eq!(search(house, &planted).findings, [""; 0]);
    let returning = Returning::at(house.served.inst).planted();
    let wal = format!("{PHRASE} {BROWSER} {V4} {V6} {returning}");
    let folders = [house.served.data().to_owned(), house.staging()];
    let log = house.served.data().with_file_name("planted.log");
    let files = folders.map(|folder| folder.join("planted"));
    for file in files.iter().chain([&log]) {
        fs::write(file, &wal).expect("the folder is ours");
        let findings = search(house, &planted).findings;
        let planted = ["the phrase", "the browser", "the IPv4", "the IPv6"];
        let theirs = ["a reporter's phrase", "a secret of it", "the reply"];
        for what in planted.into_iter().chain(theirs) {
            let is_found = |finding: &&String| finding.starts_with(what);
            assert_eq!(findings.iter().filter(is_found).count(), 1, "{findings:?}");
        }
        fs::remove_file(file).expect("it was just written");
    }
    the_bare_bytes_are_told_from_chance();
}

fn the_bare_bytes_are_told_from_chance() {
    let frame = [&[7; 50][..], &V4.octets(), &[9; 50]].concat();
    let page = [b"page", frame.get(40..80).unwrap_or_default()].concat();
    let leak = [b"address=", &V4.octets()[..], b";"].concat();
    let unexplained = |bytes: &[u8]| {
        let mut bare = Bare::default();
        bare.search(bytes, "file");
        bare.unexplained(std::slice::from_ref(&frame)).len()
    };
    assert_eq!((unexplained(&page), unexplained(&leak)), (0, 1));
}

/// The canary itself.
pub fn no_byte_tells_who_sent_them_or_what(house: &House) {
    let planted = Planted::at(house.served.inst);
    let over = AtomicBool::new(false);
    let mut watched = scope(|scope| {
        let looking = scope.spawn(|| watch(&house.staging(), &planted, &over));
        let sent = scope.spawn(|| send_everything(house)).join();
        over.store(true, Ordering::Release);
        let seen = looking.join().expect("it only looks");
        sent.expect("everything is sent");
        seen
    });
    let searched = search(house, &planted);
    let frames = house.frames();
    say(&format!(
        "{} tips, {} MB in {} files searched, {} staging files while they existed, {} chance matches \
         of four bytes",
        frames.len(),
        searched.bytes / 1_000_000,
        searched.files.len(),
        watched.files.len(),
        searched.bare.count() + watched.bare.count(),
    ));
    assert!(!watched.files.is_empty(), "no staging file was seen");
    for name in [
        "store.sqlite",
        "store.sqlite-wal",
        "wrappers.sqlite",
        "ginnel.log",
    ] {
        assert!(searched.files.iter().any(|file| file == name), "{name}");
    }
    let is_id = |name: &&String| name.parse::<BlobId>().is_ok();
    assert_eq!(searched.files.iter().filter(is_id).count(), FILES);
    watched.findings.extend(searched.findings);
    assert_eq!(watched.findings, [""; 0]);
    for bare in [&watched.bare, &searched.bare] {
        assert_eq!(bare.unexplained(&frames), [] as [&crate::bare::Place; 0]);
    }
}

/// A file in which the phrase stands, as a browser sends it.
fn sealed_file(number: usize) -> Vec<u8> {
    let file = format!("{PHRASE} in file {number}");
    let files = [(FileKind::Opaque, file.as_bytes())];
    let (blob, _) = seal_bundle(&files, &mut OsRng).expect("a small file");
    blob
}

/// A thousand tips by each way, and what goes wrong on the way; returns when all are in the store.
fn send_everything(house: &House) {
    let public = house.served.public_address();
    let directory = house.served.verified();
    let next = AtomicUsize::new(0);
    scope(|scope| {
        for _ in 0..VISITORS {
            scope.spawn(|| {
                while let number = next.fetch_add(1, Ordering::Relaxed)
                    && number < TIPS
                {
                    let visitor = Visitor::at(public, number);
                    assert_eq!(visitor.get("/en/"), 200);
                    for frame in sealed(&directory, &format!("{PHRASE} {number}"), today()) {
                        assert_eq!(visitor.send_sealed(frame.as_bytes()), 202);
                    }
                    if number.is_multiple_of(TIPS / FILES) {
                        assert_eq!(visitor.upload(&sealed_file(number)), 200);
                    }
                    let tip = format!("{number:032x}");
                    assert_eq!(visitor.send_plainly(&tip), 303);
                }
            });
        }
        scope.spawn(|| come_back(house));
        scope.spawn(|| go_wrong(public, house.served.staff_address()));
    });
    patiently("every tip in the store", Duration::from_mins(1), || {
        (house.count() == EVERY).then_some(())
    });
}

/// A tip with a phrase, and a reply to it that is looked for.
fn come_back(house: &House) {
    let inst = house.served.inst;
    let (returning, visitor) = (
        Returning::at(inst),
        Visitor::at(house.served.public_address(), 0),
    );
    returning.sends(&visitor);
    house.reply(returning.reply(inst, today().day()));
    patiently("the reply can be read", Duration::from_mins(1), || {
        (house.replies(&returning.addresses()) > 0).then_some(())
    });
    returning.comes_back(&visitor);
    assert_eq!(house.replies(&returning.addresses()), 0);
}

/// What is refused is logged, if anything is.
fn go_wrong(public: SocketAddr, staff: SocketAddr) {
    for (number, listener) in [public, staff].into_iter().cycle().take(40).enumerate() {
        let visitor = Visitor::at(listener, number);
        visitor.get(&format!("/{PHRASE}?{PHRASE}"));
        visitor.post("/api/tips", "text/plain", PHRASE.as_bytes());
        visitor.post("/api/tips", "application/octet-stream", PHRASE.as_bytes());
        visitor.post(
            "/en/send",
            "application/x-www-form-urlencoded",
            PHRASE.as_bytes(),
        );
        let nobody = format!("{{\"name\":\"{PHRASE}\",\"request\":\"AAAA\"}}");
        visitor.post("/api/sign-in/start", "application/json", nobody.as_bytes());
        babble(listener);
    }
}
