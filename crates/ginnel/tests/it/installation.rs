//! A whole installation in a folder of its own, served by a thread of its own.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread::JoinHandle;

use actors::signers;
use domain::{Clock, Day, InstallationId};
use ginnel::commands::{self, Beginning, Opened};
use ginnel::{
    Application, Folder, Parts, Place, SETTINGS_FILE, Site, StartError, Stopper, StorageSettings,
    SystemClock,
};
use notes::Signer;
use rand::SeedableRng;
use rand::rngs::StdRng;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

const MODULE_FILES: &[&str] = &[
    "sealer-worker.js",
    "sealer.js",
    "sealer.wasm",
    "comeback-worker.js",
    "comeback.js",
    "comeback.wasm",
    "reading.js",
    "reading.wasm",
    "places.js",
    "places.wasm",
    "hints.js",
    "hints.wasm",
    "redraw-worker.js",
    "redraw.js",
    "redraw.wasm",
];
const STAFF_FILES: [&str; 4] = ["console.css", "boot.js", "console.js", "console.wasm"];

/// No server draws what one before it drew.
static SEED: AtomicU64 = AtomicU64::new(2);

pub struct Installation {
    pub folder: TempDir,
    pub inst: InstallationId,
    pub signers: [Signer; 2],
}

/// A server that is stopped when it is dropped.
pub struct Serving {
    pub public: SocketAddr,
    pub staff: SocketAddr,
    pub metrics: Option<SocketAddr>,
    stopper: Option<Stopper>,
    thread: Option<JoinHandle<()>>,
}

/// A beginning in this folder.
pub fn beginning(data: &Path) -> Beginning<'_> {
    Beginning {
        data,
        settings: None,
        storage: StorageSettings::default(),
    }
}

/// Runs something asynchronous to its end.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    actix_web::rt::System::new().block_on(future)
}

pub fn today() -> Day {
    SystemClock.now().day()
}

impl Installation {
    /// Begun, with both authorities pinned; closed, since nothing was imported.
    pub fn begun() -> Self {
        crate::log::keep();
        let folder = TempDir::new().unwrap();
        let rng = &mut StdRng::seed_from_u64(1);
        let inst = now(commands::init(beginning(&folder.path().join("data")), rng)).unwrap();
        let site = folder.path().join("site");
        write_site(&site.join("public"), &public_files());
        write_site(&site.join("staff"), &STAFF_FILES.map(str::to_owned));
        let installation = Self {
            folder,
            inst,
            signers: signers(),
        };
        installation.write_settings("");
        installation
    }

    pub fn data(&self) -> Folder {
        Folder::at(&self.folder.path().join("data"))
    }

    /// The settings' file.
    pub fn settings(&self) -> PathBuf {
        self.data().path().join(SETTINGS_FILE)
    }

    /// The site's folder.
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Writes the settings, with more sections after the usual ones.
    pub fn write_settings(&self, more: &str) {
        let pinned = self.signers.iter().map(|signer| {
            let authority = signer.authority();
            format!(
                "{{ name = \"{}\", key = \"{authority}\" }}",
                authority.name()
            )
        });
        let pinned: Vec<_> = pinned.collect();
        let (inst, pinned) = (self.inst, pinned.join(", "));
        let text = format!(
            "[installation]\nid = \"{inst}\"\nname = \"Test\"\nauthorities = [{pinned}]\n\
             [public]\nbind = \"127.0.0.1:0\"\nupload_seconds = 1\n\
             [staff]\nbind = \"127.0.0.1:0\"\n[puzzle]\nrounds = 1\n{more}"
        );
        std::fs::write(self.settings(), text).unwrap();
    }

    pub fn opened(&self) -> Opened {
        now(Opened::at(&self.settings())).unwrap()
    }

    pub fn parts(&self) -> Parts {
        Parts {
            place: Place::read(&self.settings()).unwrap(),
            site: Site::load(&self.site()).unwrap(),
            clock: Arc::new(SystemClock),
            rng: StdRng::seed_from_u64(SEED.fetch_add(1, Ordering::Relaxed)),
        }
    }

    /// Why it does not start.
    pub fn refusal(&self) -> StartError {
        let parts = self.parts();
        let built = now(async { Application::build(parts).await.map(drop) });
        built.expect_err("it starts")
    }

    pub fn serve(&self) -> Serving {
        Serving::of(self.parts())
    }
}

impl Serving {
    /// Serves what is made of these parts.
    pub fn of(parts: Parts) -> Self {
        let (tell, told) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            now(async move {
                let application = Application::build(parts).await.unwrap();
                let addresses = (application.public_address(), application.staff_address());
                let metrics = application.metrics_address();
                tell.send((addresses, metrics, application.stopper()))
                    .unwrap();
                application.run().await.unwrap();
            });
        });
        let ((public, staff), metrics, stopper) = told.recv().unwrap();
        Self {
            public,
            staff,
            metrics,
            stopper: Some(stopper),
            thread: Some(thread),
        }
    }

    /// Stops the server and waits until it has ended.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        if let (Some(stopper), Some(thread)) = (self.stopper.take(), self.thread.take()) {
            now(async move { stopper.stop().await });
            thread.join().unwrap();
        }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.end();
    }
}

/// The names of the pages' own files, and of the modules'. What is in them does not matter here.
fn public_files() -> Vec<String> {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../frontend/report/assets");
    let own = std::fs::read_dir(own).unwrap().map(|entry| {
        let name = entry.unwrap().file_name();
        name.into_string().unwrap()
    });
    let modules = MODULE_FILES.iter().copied().map(str::to_owned);
    own.filter(|name| name.contains('.'))
        .chain(modules)
        .collect()
}

fn write_site(folder: &Path, files: &[String]) {
    std::fs::create_dir_all(folder).unwrap();
    let mut manifest = serde_json::Map::new();
    for name in files {
        let content = format!("/* {name} */");
        let (stem, ending) = name.rsplit_once('.').unwrap();
        let file = format!("{stem}-0123456789abcdef.{ending}");
        std::fs::write(folder.join(&file), &content).unwrap();
        let listed = serde_json::json!({
            "file": file,
            "sha256": hex::encode(Sha256::digest(&content)),
            "integrity": "sha384-x",
            "content_type": "text/plain",
            "bytes": content.len(),
            "br_bytes": null,
        });
        manifest.insert(name.clone(), listed);
    }
    let json = serde_json::to_vec(&manifest).unwrap();
    std::fs::write(folder.join("manifest.json"), json).unwrap();
}
