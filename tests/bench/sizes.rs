//! What a resident downloads, as the server sends it.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use serde::Deserialize;
use tests::site;

use crate::client::{Answered, Connection};
use crate::sheet::{Limit, Sheet};
use crate::stopwatch::float;

const FORM: &str = "/en/";
/// HTML, and the styles and scripts that it names.
const PAGE_MOST: f64 = 40.0 * 1_024.0;
/// What is fetched beside it: how its files begin, and the most bytes of module, glue and worker.
const MODULES: [(&str, f64); 6] = [
    ("sealer", 120.0 * 1_024.0),
    // By those who choose a phrase.
    ("comeback", 120.0 * 1_000.0),
    // By those who come back for a reply, with the phrase's worker.
    ("reading", 250.0 * 1_000.0),
    ("places", 120.0 * 1_000.0),
    ("hints", 60.0 * 1_000.0),
    // By those who choose a picture.
    ("redraw", 150.0 * 1_000.0),
];

#[derive(Deserialize)]
struct Listed {
    file: String,
}

/// Every size.
pub(crate) fn measure(sheet: &mut Sheet, address: &str) {
    let mut server = Connection::open(address);
    sheet.section("what a resident downloads, brotli");
    let manifest = std::fs::read(site().join("public/manifest.json")).expect("a site lists itself");
    let assets: BTreeMap<String, Listed> =
        serde_json::from_slice(&manifest).expect("a manifest names files");
    let (mut page, mut modules) = (compressed(&mut server, FORM), [0; MODULES.len()]);
    let written = html(&mut server);
    for (name, asset) in &assets {
        let path = format!("/assets/{}", asset.file);
        let is_asked_for = ["src", "href"].map(|word| format!("{word}=\"{path}\""));
        let is_asked_for = is_asked_for.iter().any(|word| written.contains(word));
        let mut named = modules.iter_mut().zip(MODULES);
        if let Some((bytes, _)) = named.find(|(_, (module, _))| name.starts_with(module)) {
            *bytes += compressed(&mut server, &path);
        } else if is_asked_for && (has_ending(name, "js") || has_ending(name, "css")) {
            page += compressed(&mut server, &path);
        }
    }
    let most = Limit::AtMost(PAGE_MOST);
    let form = (float(page), "bytes");
    sheet.hold("the form: HTML, styles, scripts", form, most);
    for (bytes, (module, most)) in modules.into_iter().zip(MODULES) {
        let what = format!("{module}: module, glue, worker");
        sheet.hold(what, (float(bytes), "bytes"), Limit::AtMost(most));
    }
    sheet.tell("the directory", float(directory(&mut server)), "bytes");
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, found)| found == ending)
}

fn compressed(server: &mut Connection, path: &str) -> usize {
    let answered = server.get(path);
    assert_eq!(answered.status, 200, "{path}");
    assert!(answered.is_brotli, "{path} is not served compressed");
    answered.body.len()
}

/// The form as it is written.
fn html(server: &mut Connection) -> String {
    let packed = server.get(FORM).body;
    let mut text = String::new();
    let mut reader = brotli::Decompressor::new(packed.as_slice(), 4_096);
    reader.read_to_string(&mut text).expect("a page is text");
    text
}

/// The directory is served as it is; here it is what a compressing proxy would make of it.
fn directory(server: &mut Connection) -> usize {
    let Answered { status, body, .. } = server.get("/api/directory");
    assert_eq!(status, 200, "the directory is valid today");
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4_096, 11, 22);
    writer.write_all(&body).expect("memory can be written");
    drop(writer);
    out.len()
}
