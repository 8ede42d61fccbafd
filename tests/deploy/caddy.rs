//! The Caddy sites: the very file, with other addresses given from outside.

use std::path::PathBuf;
use std::process::Command;

use tests::{Child, free_port, scratch};

use crate::certificate::{PUBLIC, STAFF, certificates};
use crate::front::{self, Front};
use crate::house::House;
use crate::place::{deploy, said, tool};
use crate::upstream::Upstream;
use crate::visitor::Visitor;
use crate::watch::tried_through;

/// A body that comes slowly is on no disk, over HTTP/1.1 and, with TLS, over HTTP/2.
pub fn caddy_passes_bodies_on_and_spools_nothing(_: &House) {
    let upstream = Upstream::start(b"{}");
    let (mut front, desk) = start("caddy", upstream.port());
    front::passes_bodies_on_as_they_come(&front, &upstream, &["--http1.1"]);
    front.public = Box::new(move |path| desk.visitor(path));
    front::passes_bodies_on_as_they_come(&front, &upstream, &["--http2"]);
    let reply = (front.public)("/").saying(&["--http2"]).asks();
    assert!(reply.head.starts_with("http/2 202"), "{}", reply.head);
}

/// An answer for a slow reader is on no disk.
pub fn caddy_keeps_no_answer_for_the_slow(_: &House) {
    let upstream = Upstream::start(&front::long_answer());
    let (front, _) = start("caddy-slow", upstream.port());
    front::keeps_no_answer_for_the_slow(&front);
}

/// The server hears of the address alone; tor's visitors share one.
pub fn caddy_tells_the_address_and_nothing_else(_: &House) {
    let upstream = Upstream::start(b"{}");
    let (front, _) = start("caddy-told", upstream.port());
    front::tells_the_address_and_nothing_else(&front, &upstream);
}

/// One visitor of the onion service cannot fill what all of them share.
pub fn caddy_lets_no_onion_visitor_shut_out_the_next(_: &House) {
    let upstream = Upstream::start(b"{}");
    let (front, desk) = start("caddy-crowd", upstream.port());
    let crowd = front::crowd(&upstream, desk.onion, front::one_visitors_streams());
    assert_eq!((front.onion)("/").asks().status, 202);
    drop(crowd);
}

/// Without the server there is a page, and no line about who saw it.
pub fn caddy_writes_nobody_down(_: &House) {
    let (front, _) = start("caddy-down", free_port());
    front::says_that_the_server_is_away_and_writes_nobody_down(&front);
}

/// A session is resumed over TLS 1.3 or not at all: before it, what resumes one crosses in the clear.
pub fn caddy_speaks_nothing_older_than_tls_1_3(_: &House) {
    let upstream = Upstream::start(b"{}");
    let (front, desk) = start("caddy-tls", upstream.port());
    for (old, new) in [("1.2", "1.3"), ("1.1", "1.3")] {
        let old = ["--tls-max", old];
        assert_eq!((front.public)("/").saying(&old).asks().status, 0);
        assert_eq!(desk.visitor("/").saying(&old).asks().status, 0);
        let new = ["--tls-max", new];
        assert_eq!((front.public)("/").saying(&new).asks().status, 202);
        assert_eq!(desk.visitor("/").saying(&new).asks().status, 202);
    }
}

/// Officers need a device's certificate.
pub fn caddy_opens_the_staff_site_to_known_devices_only(_: &House) {
    let upstream = Upstream::start(b"{}");
    let (_front, desk) = start("caddy-staff", upstream.port());
    let (staff, key) = (desk.file("staff.pem"), desk.file("staff.key"));
    assert_eq!(desk.stranger("/").asks().status, 0);
    let other = ["--cert", staff.as_str(), "--key", key.as_str()];
    assert_eq!(desk.stranger("/").saying(&other).asks().status, 0);
    assert_eq!(desk.visitor("/").asks().status, 202);
}

/// A page and a tip go through to the real server, whose headers nobody touches.
pub fn caddy_brings_pages_and_tips_to_the_real_server(house: &House) {
    let (front, _) = start("caddy-real", house.port());
    front::brings_pages_and_tips(&front, house.served());
}

/// The doctor, who comes as a visitor, finds nothing that it keeps.
pub fn caddy_is_tried_by_the_doctor(house: &House) {
    let (_front, desk) = start("caddy-tried", house.port());
    let onion = format!("http://127.0.0.1:{}", desk.onion);
    front::is_well_to_the_doctor(&tried_through(house, &onion));
}

/// The officers' site, the onion service's port, and where the files are.
struct Desk {
    port: u16,
    onion: u16,
    folder: PathBuf,
}

impl Desk {
    fn file(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    fn stranger(&self, path: &str) -> Visitor {
        let url = format!("https://{STAFF}:{}{path}", self.port);
        Visitor::to(&url).knowing(STAFF, self.port, &self.folder.join("staff.pem"))
    }

    fn visitor(&self, path: &str) -> Visitor {
        let (device, key) = (self.file("devices-ca.pem"), self.file("devices-ca.key"));
        self.stranger(path)
            .saying(&["--cert", &device, "--key", &key])
    }
}

fn start(name: &str, upstream: u16) -> (Front, Desk) {
    let folder = scratch(name);
    certificates(&folder);
    let (redirect, public, onion, staff) = (free_port(), free_port(), free_port(), free_port());
    let caddy = |words: &[&str]| {
        let mut caddy: Command = tool("caddy");
        caddy.args(words).arg("--config");
        caddy.arg(deploy().join("caddy/Caddyfile"));
        caddy.args(["--adapter", "caddyfile"]);
        caddy.env("HOME", &folder);
        caddy.env("XDG_DATA_HOME", &folder);
        caddy.env("XDG_CONFIG_HOME", &folder);
        caddy.env("GINNEL_TLS", &folder);
        caddy.env("GINNEL_CLOSED", deploy().join("proxy"));
        caddy.env("GINNEL_HTTP_PORT", redirect.to_string());
        caddy.env("GINNEL_PUBLIC", format!("https://{PUBLIC}:{public}"));
        let certificate = ["public.pem", "public.key"].map(|file| folder.join(file));
        let certificate = certificate.map(|file| file.display().to_string());
        caddy.env("GINNEL_PUBLIC_CERTIFICATE", certificate.join(" "));
        caddy.env("GINNEL_ONION", format!("http://:{onion}"));
        caddy.env("GINNEL_STAFF", format!("https://{STAFF}:{staff}"));
        caddy.env("GINNEL_STAFF_BIND", "127.0.0.1");
        for server in ["GINNEL_PUBLIC_SERVER", "GINNEL_STAFF_SERVER"] {
            caddy.env(server, format!("127.0.0.1:{upstream}"));
        }
        caddy
    };
    said(&mut caddy(&["validate"]));
    let log = folder.join("said.log");
    let process = Child::start(&mut caddy(&["run"]), &log, &[public, onion, staff]);
    let certificate = folder.join("public.pem");
    let front = Front {
        process,
        folders: vec![folder.clone()],
        public: Box::new(move |path| {
            let url = format!("https://{PUBLIC}:{public}{path}");
            Visitor::to(&url).knowing(PUBLIC, public, &certificate)
        }),
        onion: Box::new(move |path| Visitor::to(&format!("http://127.0.0.1:{onion}{path}"))),
    };
    let desk = Desk {
        port: staff,
        onion,
        folder,
    };
    (front, desk)
}
