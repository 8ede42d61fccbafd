//! The nginx sites: valid as they are, and, run with other ports, they keep nothing.

use std::fs;
use std::path::{Path, PathBuf};

use tests::{Child, free_port, scratch};

use crate::certificate::{PUBLIC, STAFF, certificates};
use crate::front::{self, Front};
use crate::house::House;
use crate::place::{asked, copied, deploy, said, tool};
use crate::upstream::Upstream;
use crate::visitor::Visitor;
use crate::watch::tried_through;

/// A body that comes slowly is on no disk, over HTTP/1.1 and over HTTP/2, and a careless
/// configuration would have been caught.
pub fn nginx_passes_bodies_on_and_spools_nothing(_: &House) {
    let upstream = Upstream::start(b"{}");
    let (front, _) = start("nginx", &Ports::before(upstream.port()), &[]);
    front::passes_bodies_on_as_they_come(&front, &upstream, &["--http1.1"]);
    front::passes_bodies_on_as_they_come(&front, &upstream, &["--http2"]);
    let reply = (front.public)("/").saying(&["--http2"]).asks();
    assert!(reply.head.starts_with("http/2 202"), "{}", reply.head);
    drop(front);
    let careless = ("proxy_request_buffering off", "proxy_request_buffering on");
    let (front, _) = start("nginx-bad", &Ports::before(upstream.port()), &[careless]);
    front::is_caught_spooling(&front);
}

/// An answer for a slow reader is on no disk.
pub fn nginx_keeps_no_answer_for_the_slow(_: &House) {
    let upstream = Upstream::start(&front::long_answer());
    let (front, _) = start("nginx-slow", &Ports::before(upstream.port()), &[]);
    front::keeps_no_answer_for_the_slow(&front);
    drop(front);
    let careless = [
        ("proxy_buffering off", "proxy_buffering on"),
        (
            "proxy_max_temp_file_size 0",
            "proxy_max_temp_file_size 256m",
        ),
    ];
    let (front, _) = start("nginx-kept", &Ports::before(upstream.port()), &careless);
    front::is_caught_keeping_an_answer(&front);
}

/// The server hears of the address alone; tor's visitors have none.
pub fn nginx_tells_the_address_and_nothing_else(_: &House) {
    let upstream = Upstream::start(b"{}");
    let (front, _) = start("nginx-told", &Ports::before(upstream.port()), &[]);
    front::tells_the_address_and_nothing_else(&front, &upstream);
}

/// One visitor of the onion service cannot fill what all of them share; one address has its limit.
pub fn nginx_lets_no_onion_visitor_shut_out_the_next(_: &House) {
    let upstream = Upstream::start(b"{}");
    let ports = Ports::before(upstream.port());
    let (front, _) = start("nginx-crowd", &ports, &[]);
    let crowd = front::crowd(&upstream, ports.onion, front::one_visitors_streams());
    assert_eq!((front.onion)("/").asks().status, 202);
    drop((crowd, front));
    let careless = ("limit_conn onion 1000", "limit_conn address 100");
    let upstream = Upstream::start(b"{}");
    let ports = Ports::before(upstream.port());
    let (front, _) = start("nginx-shut", &ports, &[careless]);
    let crowd = front::crowd(&upstream, ports.onion, 100);
    assert_eq!((front.onion)("/").asks().status, 429);
    drop(crowd);
}

/// Neither by a ticket nor by an id: a resumed session would tie two visits together.
pub fn nginx_resumes_no_session(_: &House) {
    let upstream = Upstream::start(b"{}");
    let ports = Ports::before(upstream.port());
    let careless = [
        ("ssl_session_tickets off", "ssl_session_tickets on"),
        (
            "ssl_conf_command NumTickets 0",
            "ssl_conf_command NumTickets 2",
        ),
    ];
    for (name, changes, resumed) in [("tls", &[][..], 0), ("tls-bad", &careless, 2)] {
        let (front, folder) = start(&format!("nginx-{name}"), &ports, changes);
        let versions = ["-tls1_2", "-tls1_3"].into_iter();
        let again = versions.filter(|version| resumes(version, ports.public, &folder));
        assert_eq!(again.count(), resumed, "{name}");
        drop(front);
    }
}

/// Whether a second visit may go on with the session of the first.
fn resumes(version: &str, port: u16, folder: &Path) -> bool {
    let session = folder.join(version).display().to_string();
    let visit = |words: &[&str]| {
        let mut openssl = tool("openssl");
        let address = format!("127.0.0.1:{port}");
        openssl.args(["s_client", "-connect", &address, "-servername", PUBLIC]);
        openssl.args([version, "-ign_eof"]).args(words);
        asked(
            &mut openssl,
            b"GET / HTTP/1.0\r\nHost: tips.example.org\r\n\r\n",
        )
    };
    visit(&["-sess_out", &session]);
    Path::new(&session).exists() && visit(&["-sess_in", &session]).contains("Reused, ")
}

/// Without the server there is a page, and no line about who saw it.
pub fn nginx_writes_nobody_down(_: &House) {
    let (front, _) = start("nginx-down", &Ports::before(free_port()), &[]);
    front::says_that_the_server_is_away_and_writes_nobody_down(&front);
}

/// Officers need a device's certificate; no site answers to another name.
pub fn nginx_opens_the_staff_site_to_known_devices_only(_: &House) {
    let upstream = Upstream::start(b"{}");
    let ports = Ports::before(upstream.port());
    let (front, folder) = start("nginx-staff", &ports, &[]);
    let desk = |words: &[&str]| {
        let url = format!("https://{}:{}/", STAFF, ports.staff);
        let visitor = Visitor::to(&url).knowing(STAFF, ports.staff, &folder.join("staff.pem"));
        visitor.saying(words).asks().status
    };
    assert_eq!(desk(&[]), 400);
    let file = |name: &str| folder.join(name).display().to_string();
    let (other, other_key) = (file("public.pem"), file("public.key"));
    assert_eq!(desk(&["--cert", &other, "--key", &other_key]), 400);
    let (own, own_key) = (file("devices-ca.pem"), file("devices-ca.key"));
    assert_eq!(desk(&["--cert", &own, "--key", &own_key]), 202);
    let url = format!("https://127.0.0.1:{}/", ports.public);
    assert_eq!(Visitor::to(&url).saying(&["--insecure"]).asks().status, 0);
    drop(front);
}

/// A page and a tip go through to the real server, whose headers nobody touches.
pub fn nginx_brings_pages_and_tips_to_the_real_server(house: &House) {
    let (front, _) = start("nginx-real", &Ports::before(house.port()), &[]);
    front::brings_pages_and_tips(&front, house.served());
}

/// The doctor, who comes as a visitor, finds nothing that ours keeps, and what a careless one does.
pub fn nginx_is_tried_by_the_doctor(house: &House) {
    let ports = Ports::before(house.port());
    let public = format!("https://{PUBLIC}:{}", ports.public);
    let onion = format!("http://127.0.0.1:{}", ports.onion);
    let (front, _) = start("nginx-tried", &ports, &[]);
    for url in [&public, &onion] {
        front::is_well_to_the_doctor(&tried_through(house, url));
    }
    drop(front);
    let waits = ("proxy_request_buffering off", "proxy_request_buffering on");
    let (front, _) = start("nginx-waits", &ports, &[waits]);
    let told = tried_through(house, &public);
    assert!(told.contains("broken  proxy passes on"), "{told}");
    drop(front);
    let small = ("client_body_buffer_size 32k", "client_body_buffer_size 8k");
    let (_front, _) = start("nginx-spools", &ports, &[waits, small]);
    let told = tried_through(house, &onion);
    let spools = "broken  proxy keeps: what is sent lies in a file";
    assert!(told.contains(spools), "{told}");
}

struct Ports {
    plain: u16,
    public: u16,
    onion: u16,
    staff: u16,
    upstream: u16,
}

impl Ports {
    fn before(upstream: u16) -> Self {
        Self {
            plain: free_port(),
            public: free_port(),
            onion: free_port(),
            staff: free_port(),
            upstream,
        }
    }
}

/// Runs a copy of the configuration: the same lines with other ports, names of files, and changes.
fn start(name: &str, ports: &Ports, changes: &[(&str, &str)]) -> (Front, PathBuf) {
    let folder = scratch(name);
    certificates(&folder);
    let here = |path: &str| folder.join(path).display().to_string();
    let run = here("run");
    fs::create_dir_all(&run).expect("a scratch folder can be written");
    let listen = |address: &str, port: u16| format!("listen {address}:{port}");
    let own = [
        ("user www-data;", "user root;".to_owned()),
        ("/run/", format!("{run}/")),
        ("/var/log/nginx/", format!("{run}/")),
        ("/etc/ginnel/tls/", format!("{}/", folder.display())),
        ("/etc/ginnel/proxy", here("proxy")),
        ("include ginnel/", "include ".to_owned()),
        ("listen [::]:", "# listen ".to_owned()),
        ("listen 80", listen("127.0.0.1", ports.plain)),
        ("listen 443", listen("127.0.0.1", ports.public)),
        ("listen 127.0.0.1:8082", listen("127.0.0.1", ports.onion)),
        ("listen 10.20.30.40:443", listen("127.0.0.1", ports.staff)),
        (
            "server 127.0.0.1:8080",
            format!("server 127.0.0.1:{}", ports.upstream),
        ),
        (
            "server 127.0.0.1:8081",
            format!("server 127.0.0.1:{}", ports.upstream),
        ),
    ];
    let own = own.iter().map(|(from, to)| (*from, to.as_str()));
    let replacements: Vec<(&str, &str)> = own.chain(changes.iter().copied()).collect();
    copied("nginx", &folder, &replacements);
    let page = deploy().join("proxy/closed.html");
    fs::create_dir_all(folder.join("proxy")).expect("a scratch folder can be written");
    fs::copy(page, folder.join("proxy/closed.html")).expect("the page is there");
    let nginx = || {
        let mut nginx = tool("nginx");
        nginx.arg("-p").arg(&folder).arg("-c");
        nginx.arg(folder.join("nginx.conf"));
        nginx.args(["-e", &here("run/start.log")]);
        nginx
    };
    said(nginx().arg("-t"));
    let listening = [ports.plain, ports.public, ports.onion, ports.staff];
    let process = Child::start(
        nginx().args(["-g", "daemon off;"]),
        &folder.join("run/said.log"),
        &listening,
    );
    let certificate = folder.join("public.pem");
    let (public, onion) = (ports.public, ports.onion);
    let front = Front {
        process,
        folders: vec![PathBuf::from(run)],
        public: Box::new(move |path| {
            let url = format!("https://{PUBLIC}:{public}{path}");
            Visitor::to(&url).knowing(PUBLIC, public, &certificate)
        }),
        onion: Box::new(move |path| Visitor::to(&format!("http://127.0.0.1:{onion}{path}"))),
    };
    (front, folder)
}
