//! What a resident downloads, as the server sends it.

use std::collections::BTreeMap;
use std::io::Write;

use serde::Deserialize;
use tests::site;

use crate::client::{Answered, Connection};
use crate::table::{grouped, heading, row};

const FORM: &str = "/en/";
/// HTML, styles and scripts of the form.
const PAGE_MOST: u64 = 30 * 1_024;
/// The sealer, its glue and its worker.
const SEALER_MOST: u64 = 120 * 1_024;

#[derive(Deserialize)]
struct Listed {
    file: String,
}

/// Prints every size; says whether the limits are kept.
pub(crate) fn print(address: &str) -> bool {
    let mut server = Connection::open(address);
    heading("compressed, as served", ["bytes", "limit", "of the limit"]);
    let manifest = std::fs::read(site().join("public/manifest.json")).expect("a site lists itself");
    let assets: BTreeMap<String, Listed> =
        serde_json::from_slice(&manifest).expect("a manifest names files");
    let (mut page, mut sealer) = (one(FORM, &compressed(&mut server, FORM)), 0);
    for (name, asset) in &assets {
        let path = format!("/assets/{}", asset.file);
        if name.starts_with("sealer") {
            sealer += one(name, &compressed(&mut server, &path));
        } else if has_ending(name, "js") || has_ending(name, "css") {
            page += one(name, &compressed(&mut server, &path));
        }
    }
    let page_fits = within("the form: HTML, styles, scripts", page, PAGE_MOST);
    let sealer_fits = within("the sealer: module, glue, worker", sealer, SEALER_MOST);
    directory(&mut server);
    page_fits && sealer_fits
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, found)| found == ending)
}

fn compressed(server: &mut Connection, path: &str) -> Answered {
    let answered = server.get(path);
    assert_eq!(answered.status, 200, "{path}");
    assert!(answered.is_brotli, "{path} is not served compressed");
    answered
}

fn one(name: &str, answered: &Answered) -> u64 {
    let bytes = length(&answered.body);
    row(&format!("  {name}"), [grouped(bytes)]);
    bytes
}

fn within(what: &str, bytes: u64, most: u64) -> bool {
    let percent = bytes.saturating_mul(100).div_ceil(most);
    let verdict = if bytes < most { "" } else { " BROKEN" };
    row(
        what,
        [
            grouped(bytes),
            grouped(most),
            format!("{percent} %{verdict}"),
        ],
    );
    bytes < most
}

fn directory(server: &mut Connection) {
    let answered = server.get("/api/directory");
    assert_eq!(answered.status, 200, "the directory is valid today");
    let how = if answered.is_brotli {
        "brotli"
    } else {
        "not compressed"
    };
    let bytes = grouped(length(&answered.body));
    row("the directory, as served", [bytes.as_str(), "", how]);
    if !answered.is_brotli {
        let bytes = grouped(length(&brotli(&answered.body)));
        row("the directory, with brotli", [bytes.as_str()]);
    }
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4_096, 11, 22);
    writer.write_all(bytes).expect("memory can be written");
    drop(writer);
    out
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
