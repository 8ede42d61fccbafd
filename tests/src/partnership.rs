//! A partnership as `demo` makes it, served by the real server: what whole-system tests run against.

use std::fs;
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use domain::answers::FilledForm;
use domain::tip::{Language, SealPath, Tip};
use domain::wire::PUZZLE_HEADER;
use domain::{InstallationId, SealedFrame, ThreadId, TipId, UnixSeconds};
use notes::{Authorities, PublicDirectory, Signer, Unverified, Verified};
use rand::RngCore;
use rand::rngs::OsRng;
use serde::Deserialize;

use crate::child::{Child, free_port};
use crate::listener::loopback;
use crate::place;
use crate::proxy::Proxy;
use crate::wait::today;

/// Who may sign in.
#[derive(Debug, Clone, Deserialize)]
pub struct Officer {
    /// The sign-in name.
    pub name: String,
    /// The passphrase.
    pub passphrase: String,
}

const UNIT: &str = include_str!("../../deploy/systemd/ginnel-server.service");

/// `[limits]` of settings that let through more than any test sends.
pub const NO_LIMITS: &str = "
[limits]
tips = { burst = 1000000, every_ms = 1 }
tips_shared = { burst = 1000000, every_ms = 1 }
plain = { burst = 1000000, every_ms = 1 }
plain_shared = { burst = 1000000, every_ms = 1 }
pages = { burst = 1000000, every_ms = 1 }
pages_shared = { burst = 1000000, every_ms = 1 }
[puzzle]
rounds = 1
";

/// A served partnership; dropping it ends the server.
pub struct Partnership {
    /// The installation.
    pub inst: InstallationId,
    /// Who vouches for its notes.
    pub authorities: Authorities,
    folder: PathBuf,
    data: PathBuf,
    ports: (u16, u16),
    officers: Vec<Officer>,
    server: Child,
}

impl Partnership {
    /// Makes one in a folder of its own and serves it with a window of a second; `settings` are
    /// appended to `ginnel.toml`.
    pub fn make(name: &str, settings: &str) -> Self {
        Self::make_with(name, |text| format!("{text}\n{settings}"))
    }

    /// As [`Partnership::make`], with `ginnel.toml` changed at will.
    pub fn make_with(name: &str, settings: impl FnOnce(String) -> String) -> Self {
        Self::made(name, &[], settings)
    }

    /// As [`Partnership::make`], in two empty databases at these addresses: store and wrappers.
    pub fn make_in_databases(name: &str, settings: &str, addresses: &[String; 2]) -> Self {
        Self::made(name, addresses, |text| format!("{text}\n{settings}"))
    }

    fn made(name: &str, addresses: &[String], settings: impl FnOnce(String) -> String) -> Self {
        let folder = place::scratch(name);
        let data = folder.join("data");
        let ports = (free_port(), free_port());
        demo(&folder, &data, ports, addresses);
        let text = fs::read_to_string(data.join("ginnel.toml")).expect("demo writes it");
        let text = text.replace("window_seconds = 10", "window_seconds = 1");
        let text = settings(text);
        fs::write(data.join("ginnel.toml"), &text).expect("it was just read");
        let (inst, authorities) = installation(&text);
        let officers = fs::read(data.join("demo/officers.json")).expect("demo writes it");
        Self {
            inst,
            authorities,
            officers: serde_json::from_slice(&officers).expect("names and passphrases"),
            server: Child::start(&mut serve(&data), &log(&folder), &[ports.0, ports.1]),
            folder,
            data,
            ports,
        }
    }

    /// Ends the server at once, as a power cut ends a program.
    pub fn kill(&mut self) {
        self.server.kill();
    }

    /// Ends the server politely, and starts it once more; `wrap` may change how.
    pub fn restart(&mut self, wrap: impl FnOnce(Command) -> Command) {
        self.stop();
        self.begin(wrap);
        self.wait();
    }

    /// Ends the server politely: requests under way end, and what arrived is in the store.
    pub fn stop(&mut self) {
        self.server.stop();
    }

    /// Starts an ended server without waiting for it.
    pub fn begin(&mut self, wrap: impl FnOnce(Command) -> Command) {
        self.stop();
        self.server = Child::start(&mut wrap(serve(&self.data)), &log(&self.folder), &[]);
    }

    /// Waits until a begun server listens.
    pub fn wait(&mut self) {
        self.server.wait_for(&[self.ports.0, self.ports.1]);
    }

    /// Where reporters go.
    pub fn reporters(&self, path: &str) -> String {
        format!("http://{}{path}", loopback(self.ports.0))
    }

    /// The reporters' listener.
    pub const fn public_address(&self) -> SocketAddr {
        loopback(self.ports.0)
    }

    /// The officers' listener.
    pub const fn staff_address(&self) -> SocketAddr {
        loopback(self.ports.1)
    }

    /// Where officers go.
    pub fn staff(&self, path: &str) -> String {
        format!("http://{}{path}", loopback(self.ports.1))
    }

    /// A way to the reporters' pages that keeps every byte, and can break things.
    pub fn proxy(&self) -> Proxy {
        Proxy::before(loopback(self.ports.0))
    }

    /// A way to the officers' console that keeps every byte, and can break things.
    pub fn staff_proxy(&self) -> Proxy {
        Proxy::before(self.staff_address())
    }

    /// An officer of the demonstration.
    pub fn officer(&self, name: &str) -> &Officer {
        let found = self.officers.iter().find(|officer| officer.name == name);
        found.unwrap_or_else(|| panic!("{name} is no officer of the demonstration"))
    }

    /// The server's process id.
    pub fn process(&self) -> u32 {
        self.server.id()
    }

    /// Everything the server writes to disk.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Everything the server has logged.
    pub fn log(&self) -> String {
        self.server.said()
    }

    /// The public directory, as the server hands it out.
    pub fn directory(&self) -> String {
        let mut response = ureq::get(self.reporters("/api/directory"))
            .call()
            .expect("the service is open");
        let text = response.body_mut().read_to_string();
        text.expect("a directory is text")
    }

    /// Both authorities' keys: a demonstration has them on the same machine.
    pub fn signers(&self) -> Vec<Signer> {
        let read = |number| {
            let file = self.data.join(format!("demo/authority-{number}.key"));
            let text = fs::read_to_string(file).expect("demo writes it");
            Signer::parse_secret(text.trim_end()).expect("an authority's secret")
        };
        vec![read(1), read(2)]
    }

    /// The directory, believed.
    pub fn verified(&self) -> Verified<PublicDirectory> {
        let note = Unverified::<PublicDirectory>::parse(&self.directory());
        let verified =
            note.and_then(|note| note.verify(&self.authorities, self.inst, today().day(), None));
        verified.expect("the demonstration's directory is valid today")
    }

    /// A puzzle fetched and solved, which does for the frames of one tip.
    pub fn solved(&self) -> String {
        let mut puzzle = ureq::get(self.reporters("/api/puzzle"))
            .call()
            .expect("it is given");
        let puzzle = puzzle.body_mut().read_to_vec();
        actors::solved(&puzzle.expect("it arrives whole"))
    }

    /// Sends a tip as a browser would, sealed here.
    pub fn send(&self, story: &str) {
        self.send_in("en", story);
    }

    /// Sends a tip from a form in this language.
    pub fn send_in(&self, lang: &str, story: &str) {
        let solved = self.solved();
        for frame in sealed_in(lang, &self.verified(), story, today()) {
            let response = ureq::post(self.reporters("/api/tips"))
                .content_type("application/octet-stream")
                .header(PUZZLE_HEADER, &solved)
                .send(frame.as_bytes());
            let status = response.expect("it is taken").status();
            assert_eq!(status.as_u16(), 202);
        }
    }
}

/// A tip to triage, sealed.
pub fn sealed(
    directory: &Verified<PublicDirectory>,
    story: &str,
    now: UnixSeconds,
) -> Vec<SealedFrame> {
    sealed_in("en", directory, story, now)
}

fn sealed_in(
    lang: &str,
    directory: &Verified<PublicDirectory>,
    story: &str,
    now: UnixSeconds,
) -> Vec<SealedFrame> {
    let pairs = [
        ("danger", "no"),
        ("about", "drugs_supply"),
        ("district", "leeds"),
        ("knows", "saw"),
        ("story", story),
    ];
    let form = FilledForm::from_pairs(pairs).expect("a form filled in well");
    let tip = Tip::from_form(
        form,
        TipId::from_bytes(sixteen()),
        ThreadId::from_bytes(sixteen()),
        now.hour(),
        Language::try_from(lang.to_owned()).expect("a language"),
        SealPath::Browser,
    );
    seal::to_triage(&tip, directory, now.day()).expect("triage has a recipient")
}

fn sixteen() -> [u8; 16] {
    let mut bytes = [0; 16];
    OsRng.fill_bytes(&mut bytes);
    bytes
}

fn demo(folder: &Path, data: &Path, ports: (u16, u16), addresses: &[String]) {
    let mut command = Command::new(place::program("DEMO_BIN"));
    command.arg("--data").arg(data);
    command.arg("--ginnel").arg(place::program("GINNEL_BIN"));
    command.arg("--site").arg(place::site());
    command.args(["--public-port", &ports.0.to_string()]);
    command.args(["--staff-port", &ports.1.to_string()]);
    for (name, address) in ["store", "wrappers"].iter().zip(addresses) {
        let file = folder.join(name).with_extension("url");
        fs::write(&file, address).expect("the folder was just made");
        let private = fs::Permissions::from_mode(0o600);
        fs::set_permissions(&file, private).expect("the file is ours");
        command.arg(format!("--{name}-url-file")).arg(file);
    }
    let output = command.output().expect("demo is a program");
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(output.status.success(), "demo failed:\n{said}");
    fs::write(folder.join("demo.log"), said.as_bytes()).expect("the folder was just made");
}

/// As an installation's unit starts it.
fn serve(data: &Path) -> Command {
    let mut command = Command::new(place::program("GINNEL_BIN"));
    let set = UNIT
        .lines()
        .filter_map(|line| line.strip_prefix("Environment="));
    command.envs(set.filter_map(|set| set.split_once('=')));
    command.arg("serve").arg("--data").arg(data);
    command.arg("--site").arg(place::site());
    command
}

fn log(folder: &Path) -> PathBuf {
    folder.join("ginnel.log")
}

#[derive(Deserialize)]
struct Settings {
    installation: Installation,
}

#[derive(Deserialize)]
struct Installation {
    id: InstallationId,
    authorities: Vec<Pinned>,
}

#[derive(Deserialize)]
struct Pinned {
    key: String,
}

fn installation(settings: &str) -> (InstallationId, Authorities) {
    let settings: Settings = toml::from_str(settings).expect("demo writes settings");
    let Installation { id, authorities } = settings.installation;
    let keys: Vec<String> = authorities.into_iter().map(|one| one.key).collect();
    let authorities = Authorities::parse(&keys.join("\n"));
    (id, authorities.expect("demo pins its authorities"))
}
