//! Pictures and files: chosen, drawn anew, covered, sent ahead of the words, and nowhere left.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tests::{Browser, Needles, PHONE, Partnership, Rule, Scripts, asset, keys, scratch};

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;
use crate::resident::{self, FORM, go_through, tab_to, up_to_place};

const STORY: &str = "The van in the picture comes on Fridays";
const OTHER_STORY: &str = "The lorry in the film comes on Mondays";
/// Of any program that writes pictures.
pub const PICTURE: &[u8] = include_bytes!("../../crates/unseal/fuzz/picture/jpeg");
/// Written into the picture, and the name of a file.
const CANARY: &str = "Zyx-Canary of Nightingale Row";
const PLAIN_STORY: &str = "The trailer in the picture comes on Sundays";
const PLAIN_SEND: &str = "form[action$='/send'] > button[type=submit]";
const BEFORE: &[&str] = &[
    "place", "when", "people", "vehicles", "accounts", "drugs", "premises", "files",
];
/// A blob of the smallest size.
const SMALLEST: u64 = 1_114_112;
/// Keeps what the page shows of pictures.
const WATCH: &str = "
    const make = URL.createObjectURL;
    window.shown = [];
    URL.createObjectURL = (blob) => {
        blob.arrayBuffer().then((bytes) => window.shown.push([...new Uint8Array(bytes)]));
        return make(blob);
    };";
const CHOOSE: &str = "
    const [files] = arguments;
    const given = new DataTransfer();
    for (const [name, text] of files) {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        given.items.add(new File([bytes], name));
    }
    const input = document.getElementById('files');
    input.files = given.files;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));";

/// A photograph that says where it was taken, and who took it.
fn photograph() -> Vec<u8> {
    let file = scratch("files").join("photograph.jpg");
    fs::write(&file, PICTURE).expect("the folder was just made");
    let tags = [
        "-GPSLatitude=53.7960",
        "-GPSLatitudeRef=N",
        "-Artist=Zyx-Canary of Nightingale Row",
    ];
    exiftool(&[&["-q", "-overwrite_original"], &tags[..]].concat(), &file);
    let written = fs::read(&file).expect("it was just written");
    assert!(finds(&written, CANARY));
    written
}

fn exiftool(arguments: &[&str], file: &Path) -> String {
    let output = Command::new("exiftool").args(arguments).arg(file).output();
    let output = output.expect("exiftool is there");
    assert!(output.status.success());
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn finds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

pub fn choose(browser: &Browser, files: &[(&str, &[u8])]) {
    let files: Vec<_> = files
        .iter()
        .map(|(name, bytes)| json!([name, STANDARD.encode(bytes)]))
        .collect();
    browser.find("html.files #q-files");
    browser.run(CHOOSE, &[Value::from(files)]);
}

pub fn up_to_files(browser: &Browser, url: &str, story: &str) {
    up_to_place(browser, url, story);
    go_through(browser, BEFORE);
}

pub fn on_to_check(browser: &Browser) {
    go_through(browser, &["files", "knows"]);
    browser.click("label[for=knows-saw]");
    resident::go_through(browser, &["knows", "reply", "check"]);
}

/// The blobs that the server holds, whatever their day.
pub fn blobs(served: &Partnership) -> Vec<PathBuf> {
    let mut folders = vec![served.data().join("blobs")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder {
                folders.push(entry.path());
            } else if entry.metadata().is_ok_and(|data| data.len() == SMALLEST) {
                found.push(entry.path());
            }
        }
    }
    found
}

pub fn a_photograph_goes_without_what_it_says_of_itself(house: &House) {
    let proxy = house.served.proxy();
    let browser = house.resident("files-photograph", PHONE, Scripts::On);
    up_to_files(&browser, &proxy.url(FORM), STORY);
    browser.shot("files-01-empty-at-320");
    assert_eq!(proxy.count(&asset("redraw.wasm")), 0, "nobody chose a file");
    browser.run(WATCH, &[]);
    let photograph = photograph();
    choose(
        &browser,
        &[
            ("Zyx-Canary of Nightingale Row photo.jpg", &photograph),
            ("notes.pdf", b"%PDF-1.7 notes"),
        ],
    );
    browser.find_saying("#files-list li", "hidden notes are taken out");
    browser.find_saying("#files-list li", "It may carry your name");
    browser.shot("files-02-chosen-at-320");
    assert_shown_is_clean(&browser);
    cover_by_keyboard(&browser);
    on_to_check(&browser);
    browser.find_saying("#q-check dd", "notes.pdf (");
    browser.shot("files-03-check-at-320");
    let before = blobs(&house.served).len();
    resident::send(&browser);
    assert_eq!(blobs(&house.served).len(), before + 1);
    assert_eq!(proxy.carried(&Needles::of(CANARY)), [""; 0]);
    assert!(browser.all("#files-list li").is_empty());
    let triage = AtConsole::sign_in(house.staff("files-triage"), &house.served, "triage-1");
    assert_arrived_clean(&triage, STORY);
    triage
        .browser
        .find_saying(".files .file-other", "Save it sealed");
    let words = triage.browser.find(".file-passphrase b").text();
    assert_eq!(words.split(' ').count(), 6, "{words}");
    look(&triage.browser, "files-07-at-triage");
}

/// Triage sees the picture, with nothing in it but its pixels.
fn assert_arrived_clean(triage: &AtConsole, story: &str) {
    triage.wait_for_tip(story);
    triage.read(story);
    let browser = &triage.browser;
    browser.click("#open-files");
    browser.find_saying(".files .picture", "without place, time and camera");
    assert_clean(browser, FRAMED);
}

/// The bytes of pictures in frames, if this page can reach into none of them.
pub const FRAMED: &str = r#"
    const frames = [...document.querySelectorAll(".picture iframe")];
    if (frames.some((frame) => frame.contentDocument)) throw new Error("not of another origin");
    const bytes = (text) => Array.from(atob(text), (c) => c.charCodeAt(0));
    return frames.map((frame) => bytes(frame.srcdoc.match(/base64,([^"]+)/)[1]));
"#;

/// Of all pictures that the page made addresses for, none says where, when or who.
fn assert_shown_is_clean(browser: &Browser) {
    // A worker's script is started from such an address too.
    assert_clean(browser, "return window.shown");
}

fn assert_clean(browser: &Browser, which: &str) {
    let pictures = browser.until("a picture is shown", || {
        let shown: Vec<Vec<u8>> = serde_json::from_value(browser.run(which, &[])).expect("bytes");
        let is_picture = |bytes: &Vec<u8>| bytes.starts_with(b"\xff\xd8\xff");
        let pictures: Vec<_> = shown.into_iter().filter(is_picture).collect();
        (!pictures.is_empty()).then_some(pictures)
    });
    for (number, picture) in pictures.iter().enumerate() {
        assert!(!finds(picture, CANARY));
        let file = scratch("files-shown").join(format!("{number}.jpg"));
        fs::write(&file, picture).expect("the folder was just made");
        let said = exiftool(&["-a", "-G", "-EXIF:all", "-XMP:all", "-IPTC:all"], &file);
        assert_eq!(said.trim(), "", "{said}");
    }
}

fn cover_by_keyboard(browser: &Browser) {
    tab_to(browser, "#files-list li:first-child button:first-of-type");
    browser.press(keys::ENTER);
    browser.find_saying("#cover-told", "No box yet");
    tab_to(browser, "#cover-add");
    browser.press(keys::ENTER);
    browser.find_saying("#cover-told", "Box 1: 42% from the left");
    browser.press(keys::RIGHT);
    browser.find_saying("#cover-told", "Box 1: 45% from the left");
    browser.click("[data-step='0 0 1 0']");
    browser.find_saying("#cover-told", "19% wide");
    browser.shot("files-04-cover-at-320");
    browser.click("#cover-undo");
    browser.find_saying("#cover-told", "16% wide");
    browser.click("#cover-done");
    browser.find_saying("#files-told", "is covered now");
    browser.gone("#cover");
}

pub fn what_is_no_sound_picture_is_told_and_everything_else_stays(house: &House) {
    let browser = house.resident("files-hostile", PHONE, Scripts::On);
    up_to_files(&browser, &house.served.reporters(FORM), OTHER_STORY);
    choose(&browser, &[("kept.jpg", PICTURE)]);
    browser.find_saying("#files-list li", "kept.jpg");
    let mut vast = PICTURE.to_vec();
    let at = vast.windows(2).position(|two| two == [0xff, 0xc0]);
    let at = at.expect("a JPEG says its size");
    let size = vast.iter_mut().skip(at + 5);
    for (place, byte) in size.zip([0x27, 0x10, 0x27, 0x10]) {
        *place = byte;
    }
    let (cut, _) = PICTURE.split_at(200);
    for (name, bytes, said) in [
        ("vast.jpg", vast.as_slice(), "too large for this page"),
        ("cut.png", cut, "looks broken"),
        ("empty.jpg", b"", "There is nothing in it"),
    ] {
        choose(&browser, &[(name, bytes)]);
        browser.find_saying("#files-error", said);
        browser.find_saying("#files-error", name);
    }
    browser.shot("files-05-error-at-320");
    let many: Vec<_> = (0..10).map(|_| ("many.jpg", PICTURE)).collect();
    choose(&browser, &many);
    browser.find_saying("#files-error", "up to 10 files");
    assert_eq!(browser.all("#files-list li").len(), 10);
    browser.click("#files-list li:last-child button:last-of-type");
    browser.until("one is taken out", || {
        (browser.all("#files-list li").len() == 9).then_some(())
    });
    assert!(browser.find("#files-list").says("kept.jpg"));
}

pub fn without_scripts_a_photograph_is_drawn_anew_by_the_server(house: &House) {
    let browser = house.resident("files-plain", PHONE, Scripts::Off);
    resident::fill_in_plainly(&browser, &house.served.reporters(FORM), PLAIN_STORY);
    browser.shot("files-08-plain-check-at-320");
    let folder = scratch("files-plain");
    let chosen = |name: &str, bytes: &[u8]| {
        let file = folder.join(name);
        fs::write(&file, bytes).expect("the folder was just made");
        browser.type_into("#pictures", &file.to_string_lossy());
    };
    let (before, photograph) = (blobs(&house.served).len(), photograph());
    chosen("notes.jpg", b"%PDF-1.7 notes");
    browser.click(PLAIN_SEND);
    browser.find_saying(".failure .lead", "Picture 1 is not a JPEG");
    browser.find_saying(".kept", "Your pictures were not kept");
    browser.shot("files-09-plain-refused-at-320");
    assert_eq!(blobs(&house.served).len(), before);
    chosen("photograph.jpg", &photograph);
    browser.click(PLAIN_SEND);
    browser.find(".sent");
    assert_eq!(blobs(&house.served).len(), before + 1);
    let triage = AtConsole::sign_in(house.staff("files-plain-triage"), &house.served, "triage-1");
    assert_arrived_clean(&triage, PLAIN_STORY);
}

pub fn a_lost_connection_costs_no_part_twice(house: &House) {
    let proxy = house.served.proxy();
    let browser = house.resident("files-lost", PHONE, Scripts::On);
    up_to_files(&browser, &proxy.url(FORM), OTHER_STORY);
    let long: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
    choose(&browser, &[("long.bin", &long)]);
    browser.find_saying("#files-list li", "long.bin");
    on_to_check(&browser);
    proxy.breaks("/2", Rule::Cut);
    browser.click("#send");
    browser.find("#q-fail-offline");
    browser.shot("files-06-lost-at-320");
    proxy.mend();
    browser.click("#q-fail-offline [data-send]");
    browser.find("#q-sent");
    let puts = |part: &str| {
        let asked = proxy.sent().into_iter();
        asked
            .filter(|one| one.method == "PUT" && one.path.ends_with(part))
            .count()
    };
    assert_eq!((puts("/0"), puts("/1"), puts("/4")), (1, 1, 1));
}
