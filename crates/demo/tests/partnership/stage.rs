//! The real program, a site of made-up files, a folder and two ports.

use std::collections::BTreeMap;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread::sleep;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use demo::{DemoError, Http, Partnership, Ports, Wanted};
use domain::{Clock, Day, UnixSeconds};
use opener::Opener;
use rand::rngs::OsRng;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

pub(crate) const DAY: i64 = 86_400;

/// A folder of the site, whose hand-written files it holds, and the built ones.
const SITE: &[(&str, &[&str], &[&str])] = &[
    (
        "public",
        &["report", "sealer", "comeback", "redraw"],
        &[
            "sealer.js",
            "sealer.wasm",
            "comeback.js",
            "comeback.wasm",
            "reading.js",
            "reading.wasm",
            "places.js",
            "places.wasm",
            "hints.js",
            "hints.wasm",
            "redraw.js",
            "redraw.wasm",
        ],
    ),
    (
        "staff",
        &["console", "opener"],
        &["console.js", "console.wasm", "opener.js", "opener.wasm"],
    ),
];

/// This machine's clock: the program under test reads it too.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RealClock;

impl Clock for RealClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the program under test reads the real clock"
    )]
    fn now(&self) -> UnixSeconds {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        UnixSeconds(i64::try_from(since.as_secs()).unwrap())
    }
}

/// Where a demonstration is made.
pub(crate) struct Stage {
    folder: TempDir,
    ports: Ports,
    began: UnixSeconds,
}

/// A demonstration that is being served; dropping it ends the server.
pub(crate) struct Serving<'a> {
    stage: &'a Stage,
    pub(crate) made: Partnership,
    server: Child,
}

impl Stage {
    pub(crate) fn build() -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_site(&folder.path().join("site"));
        let any = || TcpListener::bind("127.0.0.1:0").unwrap();
        let (public, staff) = (any(), any());
        let port = |listener: &TcpListener| listener.local_addr().unwrap().port();
        let ports = Ports {
            public: port(&public),
            staff: port(&staff),
        };
        let began = RealClock.now();
        Self {
            folder,
            ports,
            began,
        }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A file or folder that is not on the host.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes the settings anew.
    pub(crate) fn change_settings(&self, change: impl FnOnce(&str) -> String) {
        let path = self.data().join("ginnel.toml");
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(path, change(&text)).unwrap();
    }

    /// Runs the program on this data.
    pub(crate) fn run(&self, arguments: &[&str]) {
        let mut program = Command::new(program());
        program.args(arguments).arg("--data").arg(self.data());
        let output = program.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
    }

    /// The day so many seconds from when the test began.
    pub(crate) fn today(&self, offset: i64) -> Day {
        self.began.plus(offset).day()
    }

    pub(crate) fn try_to_make(&self, offset: i64) -> Result<Partnership, DemoError> {
        let wanted = Wanted {
            data: &self.data(),
            ginnel: program(),
            site: &self.folder.path().join("site"),
            ports: self.ports,
            databases: None,
            now: self.began.plus(offset),
        };
        Partnership::make(wanted, &mut |_| {})
    }

    pub(crate) fn make(&self, offset: i64) -> Partnership {
        self.try_to_make(offset).unwrap()
    }

    pub(crate) fn take_staff_port(&self) -> TcpListener {
        TcpListener::bind(("127.0.0.1", self.ports.staff)).unwrap()
    }

    pub(crate) fn nobody_listens(&self) -> bool {
        let ports = [self.ports.public, self.ports.staff];
        ports
            .iter()
            .all(|port| TcpStream::connect(("127.0.0.1", *port)).is_err())
    }

    pub(crate) fn serve(&self, made: Partnership) -> Serving<'_> {
        let server = Command::new(program())
            .arg("serve")
            .arg("--data")
            .arg(self.data())
            .arg("--site")
            .arg(self.folder.path().join("site"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let serving = Serving {
            stage: self,
            made,
            server,
        };
        for _ in 0..600 {
            if TcpStream::connect(("127.0.0.1", self.ports.staff)).is_ok() {
                return serving;
            }
            sleep(Duration::from_millis(50));
        }
        panic!("the server does not answer");
    }
}

impl Serving<'_> {
    /// Where reporters go.
    pub(crate) fn public(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.stage.ports.public)
    }

    /// An officer's browser module, pinned to this demonstration.
    pub(crate) fn opener(&self) -> Opener<Http, OsRng, RealClock> {
        let (inst, authorities) = (self.made.inst, &self.made.authorities);
        demo::opener(inst, authorities, self.stage.ports.staff, RealClock)
    }
}

impl Drop for Serving<'_> {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The `ginnel` program: named in `GINNEL_PROGRAM`, or beside this test's, built if it is not there.
fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        if let Some(named) = std::env::var_os("GINNEL_PROGRAM") {
            return named.into();
        }
        let this = std::env::current_exe().unwrap();
        let beside = this.ancestors().nth(2).unwrap().join("ginnel");
        if !beside.exists() {
            let mut cargo = Command::new(env!("CARGO"));
            cargo.args(["build", "--quiet", "--package", "ginnel"]);
            assert!(cargo.status().unwrap().success());
        }
        beside
    })
}

/// A site whose every file is the same empty script: nothing here runs in a browser.
fn write_site(site: &Path) {
    for (folder, of, built) in SITE {
        let folder = site.join(folder);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("empty.js"), "").unwrap();
        let entry = serde_json::json!({
            "file": "empty.js",
            "sha256": hex::encode(Sha256::digest("")),
            "integrity": "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb",
            "content_type": "text/javascript; charset=utf-8",
            "bytes": 0,
            "br_bytes": null,
        });
        let mut manifest: BTreeMap<String, _> = BTreeMap::new();
        manifest.extend(built.iter().map(|name| ((*name).to_owned(), &entry)));
        for module in *of {
            manifest.extend(assets_of(module).into_iter().map(|name| (name, &entry)));
        }
        let json = serde_json::to_vec(&manifest).unwrap();
        std::fs::write(folder.join("manifest.json"), json).unwrap();
    }
}

/// The names of a browser module's hand-written files.
fn assets_of(module: &str) -> Vec<String> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let entries = std::fs::read_dir(house.join("frontend").join(module).join("assets"));
    let names = entries.unwrap().map(|entry| entry.unwrap().file_name());
    names.map(|name| name.into_string().unwrap()).collect()
}
