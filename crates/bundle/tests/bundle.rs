//! Bundling a small made-up workspace through the public door.

#![expect(clippy::unwrap_used, reason = "a test that unwraps wrongly fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bundle::{BundleError, Manifest, Plan, Site, write};
use tempfile::TempDir;

#[test]
fn every_file_is_named_by_its_hash_and_listed_with_size_and_integrity() {
    let workspace = Workspace::with(&[("report", "site.css", &b"p { color: black }\n".repeat(40))]);
    let manifest = workspace.bundle(Site::Public);
    let entry = &manifest["site.css"];
    assert_eq!(entry.sha256, sha256_of_the_style_sheet());
    assert_eq!(entry.file, format!("site-{}.css", &entry.sha256[..16]));
    assert!(entry.integrity.starts_with("sha384-") && entry.integrity.len() == 7 + 64);
    assert_eq!(entry.content_type, "text/css; charset=utf-8");
    assert_eq!(entry.bytes, 760);
    let served = fs::read(workspace.site(Site::Public).join(&entry.file)).unwrap();
    assert_eq!(served, b"p { color: black }\n".repeat(40));
}

#[test]
fn the_compressed_twin_gives_back_the_file_and_is_left_out_where_it_does_not_help() {
    let workspace = Workspace::with(&[
        ("report", "long.js", &b"let a = 1;\n".repeat(100)),
        ("report", "dot.svg", b"<svg/>"),
    ]);
    let manifest = workspace.bundle(Site::Public);
    let long = &manifest["long.js"];
    let twin = fs::read(
        workspace
            .site(Site::Public)
            .join(format!("{}.br", long.file)),
    )
    .unwrap();
    assert_eq!(long.br_bytes, Some(twin.len()));
    assert!(twin.len() < long.bytes / 10);
    let mut plain = Vec::new();
    brotli::BrotliDecompress(&mut twin.as_slice(), &mut plain).unwrap();
    assert_eq!(plain, b"let a = 1;\n".repeat(100));

    let dot = &manifest["dot.svg"];
    assert_eq!(dot.br_bytes, None);
    assert!(
        !workspace
            .site(Site::Public)
            .join(format!("{}.br", dot.file))
            .exists()
    );
}

#[test]
fn two_runs_give_the_same_bytes_and_the_manifest_on_disk_is_the_one_returned() {
    let files: &[(&str, &str, &[u8])] = &[
        ("report", "wizard.js", b"'use strict';"),
        ("report", "icons/flag.svg", b"<svg/>"),
        ("console", "boot.js", b"import('x');"),
    ];
    let (first, second) = (Workspace::with(files), Workspace::with(files));
    let manifest = first.bundle(Site::Public);
    second.bundle(Site::Public);
    second.bundle(Site::Public);
    assert_eq!(first.everything(), second.everything());
    let on_disk: Manifest =
        serde_json::from_slice(&fs::read(first.site(Site::Public).join("manifest.json")).unwrap())
            .unwrap();
    assert_eq!(on_disk, manifest);
    assert!(manifest["icons/flag.svg"].file.starts_with("icons/flag-"));
}

#[test]
fn each_site_holds_only_its_own_crates_files() {
    let workspace = Workspace::with(&[
        ("report", "site.css", b"p{}"),
        ("sealer", "sealer-worker.js", b"1"),
        ("redraw", "redraw-worker.js", b"1"),
        ("console", "console.css", b"p{}"),
        ("opener", "opener-worker.js", b"1"),
    ]);
    let names = |site| workspace.bundle(site).into_keys().collect::<Vec<_>>();
    let public = ["redraw-worker.js", "sealer-worker.js", "site.css"];
    assert_eq!(names(Site::Public), public);
    assert_eq!(names(Site::Staff), ["console.css", "opener-worker.js"]);
}

#[test]
fn a_file_that_is_gone_is_gone_from_the_site_after_the_next_run() {
    let workspace = Workspace::with(&[("report", "old.css", b"p{}")]);
    let old = workspace.bundle(Site::Public)["old.css"].file.clone();
    fs::remove_file(workspace.root().join("frontend/report/assets/old.css")).unwrap();
    workspace.bundle(Site::Public);
    assert!(!workspace.site(Site::Public).join(old).exists());
}

#[test]
fn a_module_that_was_not_built_is_an_error_unless_it_was_not_asked_for() {
    let workspace = Workspace::with(&[]);
    let all = Plan::new(workspace.root(), &workspace.target(), None).unwrap();
    let error = write(&all).unwrap_err();
    assert!(
        matches!(&error, BundleError::NotBuilt { name, .. } if name == "sealer"),
        "{error}"
    );
    let none = Plan::new(workspace.root(), &workspace.target(), Some("")).unwrap();
    assert!(write(&none).is_ok());
}

#[test]
fn an_unknown_module_an_unknown_kind_and_a_name_used_twice_are_refused() {
    let workspace = Workspace::with(&[("report", "notes.docx", b"x")]);
    let error = Plan::new(workspace.root(), &workspace.target(), Some("sealer,lock")).unwrap_err();
    assert!(matches!(error, BundleError::NoSuchModule(name) if name == "lock"));
    assert!(
        matches!(workspace.try_bundle(), Err(BundleError::UnknownKind(name)) if name == "notes.docx")
    );

    let twice = Workspace::with(&[("report", "a.js", b"1"), ("sealer", "a.js", b"2")]);
    assert!(matches!(twice.try_bundle(), Err(BundleError::SameName(name)) if name == "a.js"));
}

#[test]
fn what_is_not_webassembly_is_refused() {
    let workspace = Workspace::with(&[]);
    let folder = workspace.target().join("wasm32-unknown-unknown/sealer");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("sealer.wasm"), b"\0asm nonsense").unwrap();
    let plan = Plan::new(workspace.root(), &workspace.target(), Some("sealer")).unwrap();
    assert!(matches!(write(&plan), Err(BundleError::Refused { name, .. }) if name == "sealer"));
}

/// A workspace folder with nothing in it but assets.
struct Workspace(TempDir);

impl Workspace {
    fn with(files: &[(&str, &str, &[u8])]) -> Self {
        let workspace = Self(TempDir::new().unwrap());
        for (name, file, bytes) in files {
            let path = workspace
                .root()
                .join("frontend")
                .join(name)
                .join("assets")
                .join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        workspace
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn target(&self) -> PathBuf {
        self.root().join("target")
    }

    fn site(&self, site: Site) -> PathBuf {
        self.target().join("site").join(site.name())
    }

    fn try_bundle(&self) -> Result<Vec<(Site, Manifest)>, BundleError> {
        write(&Plan::new(self.root(), &self.target(), Some("")).unwrap())
    }

    fn bundle(&self, wanted: Site) -> Manifest {
        let sites = self.try_bundle().unwrap();
        sites
            .into_iter()
            .find(|(site, _)| *site == wanted)
            .unwrap()
            .1
    }

    /// Every file of both sites, by path.
    fn everything(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.target().join("site")];
        while let Some(folder) = folders.pop() {
            for item in fs::read_dir(folder).unwrap() {
                let path = item.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.root()).unwrap().to_path_buf();
                    found.insert(name, fs::read(path).unwrap());
                }
            }
        }
        found
    }
}

/// `printf 'p { color: black }\n%.0s' {1..40} | sha256sum`
fn sha256_of_the_style_sheet() -> &'static str {
    "b5571103bf818830f6044c03aa9ff60d9d066b17e28776f14036792b11f03ece"
}
