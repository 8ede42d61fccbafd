//! The Containerfile, read as text: images cannot be fetched where the tests run, so none is built.

use std::fs;

use crate::house::House;
use crate::place::{root, text};

const KNOWN: [&str; 11] = [
    "ARG",
    "CMD",
    "COPY",
    "ENTRYPOINT",
    "EXPOSE",
    "FROM",
    "RUN",
    "STOPSIGNAL",
    "USER",
    "VOLUME",
    "WORKDIR",
];

/// One instruction, its lines joined.
struct Instruction {
    word: String,
    rest: String,
}

impl Instruction {
    /// Words that are no `--flag`.
    fn words(&self) -> Vec<&str> {
        let words = self.rest.split_whitespace();
        words.filter(|word| !word.starts_with("--")).collect()
    }

    fn flag(&self, name: &str) -> Option<&str> {
        let words = self.rest.split_whitespace();
        let mut flags = words.filter_map(|word| word.strip_prefix("--")?.split_once('='));
        flags
            .find(|(flag, _)| *flag == name)
            .map(|(_, value)| value)
    }
}

/// Whatever is copied is there: every source in this repository, every stage above.
pub fn everything_the_container_copies_is_there(_: &House) {
    let mut stages = Vec::new();
    for instruction in instructions() {
        let words = instruction.words();
        match (instruction.word.as_str(), words.as_slice()) {
            ("FROM", [_, "AS", stage]) => stages.push((*stage).to_owned()),
            ("COPY", [sources @ .., _]) => match instruction.flag("from") {
                Some(stage) => assert!(stages.iter().any(|known| known == stage), "{stage}"),
                None => sources
                    .iter()
                    .for_each(|source| assert!(root().join(source).exists(), "{source}")),
            },
            _ => {}
        }
    }
    assert_eq!(stages, ["build"]);
}

/// Every member of the workspace is copied, or cargo would refuse to begin.
pub fn the_whole_workspace_is_copied_into_the_build(_: &House) {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("a workspace");
    let manifest: toml::Table = manifest.parse().expect("cargo has read it before us");
    let workspace = manifest
        .get("workspace")
        .and_then(|table| table.get("members"));
    let members = workspace.and_then(toml::Value::as_array).expect("a list");
    let copied: Vec<String> = instructions()
        .into_iter()
        .filter(|one| one.word == "COPY" && one.flag("from").is_none())
        .flat_map(|one| {
            one.words()
                .into_iter()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    for member in members.iter().filter_map(toml::Value::as_str) {
        let folder = member.trim_end_matches("/*");
        assert!(copied.iter().any(|one| one == folder), "{folder}");
    }
}

/// The image that runs holds no system to break into, and starts as nobody in particular.
pub fn the_container_runs_as_nobody_with_nothing_around_it(_: &House) {
    let all = instructions();
    let last = all
        .iter()
        .rposition(|one| one.word == "FROM")
        .expect("a stage");
    let (_, last) = all.split_at(last);
    let rests = |word: &str| -> Vec<&str> {
        let of_word = last.iter().filter(|one| one.word == word);
        of_word.map(|one| one.rest.as_str()).collect()
    };
    assert_eq!(rests("FROM"), ["scratch"]);
    assert_eq!(rests("RUN"), [""; 0]);
    let users = rests("USER");
    let [user] = users.as_slice() else {
        panic!("one user, not {users:?}");
    };
    let (user, group) = user.split_once(':').expect("user and group");
    for id in [user, group] {
        assert!(id.parse::<u32>().is_ok_and(|id| id >= 1_000), "{id}");
    }
    for word in ["ENTRYPOINT", "CMD"] {
        let rests = rests(word);
        let parsed: Vec<Vec<String>> = rests
            .iter()
            .map(|rest| serde_json::from_str(rest).expect("a list, or a shell would be asked"))
            .collect();
        assert_eq!(parsed.len(), 1, "{word}");
    }
    assert_eq!(rests("STOPSIGNAL"), ["SIGTERM"]);
}

/// The image is built with the toolchain the project names.
pub fn the_container_is_built_with_the_projects_own_rust(_: &House) {
    let toolchain = fs::read_to_string(root().join("rust-toolchain.toml")).expect("a toolchain");
    let toolchain: toml::Table = toolchain.parse().expect("rustup has read it before us");
    let channel = toolchain
        .get("toolchain")
        .and_then(|table| table.get("channel"));
    let channel = channel.and_then(toml::Value::as_str).expect("a version");
    let image = format!("RUST=docker.io/library/rust:{channel}-bookworm");
    let named = instructions();
    let mut named = named.iter().filter(|one| one.word == "ARG");
    assert!(named.any(|one| one.rest == image), "{image}");
}

fn instructions() -> Vec<Instruction> {
    let text = text("Containerfile").replace("\\\n", " ");
    let lines = text.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let parse = |line: &str| {
        let (word, rest) = line.split_once(' ').expect("a word and what it is for");
        assert!(KNOWN.contains(&word), "{word}");
        Instruction {
            word: word.into(),
            rest: rest.into(),
        }
    };
    lines.map(parse).collect()
}
