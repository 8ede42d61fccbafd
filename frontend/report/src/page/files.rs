//! Pictures and files: what the script that takes them needs, and how a part of a picture is covered.

use domain::bundle::FILES_MAX;
use leptos::prelude::*;

use super::Sheet;

/// Most bytes of all files together; the largest bundle has room for as much and what stands beside it.
const FILES_BYTES: usize = 64_000_000;
/// The scripts of this question: fetched when something was typed.
const LATER: [&str; 3] = ["upload.js", "cover.js", "files.js"];
/// What a picture is called that is sent without scripts.
pub(crate) const PICTURE: &str = "picture";
/// How a form with pictures is posted.
pub(crate) const WITH_PICTURES: &str = "multipart/form-data";
/// What one press of a button does to a box: to its left edge, its top, its width and its height.
const STEPS: [(&str, &str); 8] = [
    ("left", "-1 0 0 0"),
    ("right", "1 0 0 0"),
    ("up", "0 -1 0 0"),
    ("down", "0 1 0 0"),
    ("wider", "0 0 1 0"),
    ("narrower", "0 0 -1 0"),
    ("taller", "0 0 0 1"),
    ("shorter", "0 0 0 -1"),
];

/// Where pictures are chosen by somebody without scripts, beside "Send": no page carries them on.
pub(crate) fn pictures(sheet: &Sheet<'_>) -> AnyView {
    let hint = sheet
        .words
        .say_with("plain-pictures-hint", "count", FILES_MAX.to_string());
    view! {
        <div class="group pictures">
            <label for="pictures">{sheet.say("plain-pictures")}</label>
            <div class="hint" id="pictures-hint">
                <p>{hint}</p>
                <p>{sheet.say("plain-pictures-server")}</p>
            </div>
            <input
                type="file"
                id="pictures"
                name=PICTURE
                multiple
                accept="image/jpeg,image/png,image/webp"
                aria-describedby="pictures-hint"
            />
        </div>
    }
    .into_any()
}

/// The question; without scripts it says where pictures are chosen.
pub(crate) fn files(sheet: &Sheet<'_>) -> AnyView {
    let count = FILES_MAX.to_string();
    let careful = ["seen", "clean", "other", "wire"].map(|what| {
        let line = sheet.say(&format!("files-careful-{what}"));
        view! { <li>{line}</li> }
    });
    view! {
        <h2 tabindex="-1">
            {sheet.say("question-files")} " "
            <span class="optional">{sheet.say("optional")}</span>
        </h2>
        <p class="hint">{sheet.words.say_with("files-hint", "count", count)}</p>
        <div class="careful">
            <b>{sheet.say("files-careful-title")}</b>
            <ul>{careful.into_iter().collect::<Vec<_>>()}</ul>
        </div>
        <p class="files-plain">{sheet.say("files-plain")}</p>
        <div class="files-late">
            <p>{sheet.say("files-late")}</p>
            <p>
                <button type="button" class="link">
                    {sheet.say("try-again")}
                </button>
            </p>
        </div>
        <div class="group files" data-field="files">
            <p class="error" id="files-error" role="alert" hidden></p>
            <input class="only-read" type="file" id="files" multiple aria-describedby="files-error" />
            <label class="button files-choose" for="files">
                {sheet.say("files-choose")}
            </label>
            <p class="files-told" id="files-told" role="status"></p>
            <ul id="files-list"></ul>
        </div>
        {cover(sheet)}
        {words(sheet)}
    }
    .into_any()
}

/// Boxes over a picture, for a finger, a mouse or keys.
fn cover(sheet: &Sheet<'_>) -> AnyView {
    let steps = STEPS.map(|(key, by)| {
        let key = format!("cover-{key}");
        view! {
            <button type="button" data-step=by>
                {sheet.say(&key)}
            </button>
        }
    });
    let button = |key: &'static str| {
        view! {
            <button type="button" id=key>
                {sheet.say(key)}
            </button>
        }
    };
    view! {
        <div class="cover" id="cover" role="group" aria-labelledby="cover-title" hidden>
            <h3 id="cover-title" tabindex="-1">
                {sheet.say("cover-title")}
            </h3>
            <p class="hint">{sheet.say("cover-how")}</p>
            <div class="cover-picture" id="cover-picture" dir="ltr">
                <img id="cover-image" alt="" />
            </div>
            <p id="cover-told" role="status"></p>
            <div class="cover-steps">
                {button("cover-add")} {steps.into_iter().collect::<Vec<_>>()}
                {button("cover-remove")} {button("cover-undo")}
            </div>
            <div class="choice">
                <input type="checkbox" id="cover-blur" aria-describedby="cover-blur-hint" />
                <label for="cover-blur">{sheet.say("cover-blur")}</label>
                <span class="hint" id="cover-blur-hint">
                    {sheet.say("cover-blur-hint")}
                </span>
            </div>
            <button type="button" class="button" id="cover-done">
                {sheet.say("cover-done")}
            </button>
            <p>
                <button type="button" class="link" id="cover-cancel">
                    {sheet.say("cover-cancel")}
                </button>
            </p>
        </div>
    }
    .into_any()
}

/// What the scripts say with a value of their own in it, by its name.
const OPEN: [(&str, &str); 20] = [
    ("files-working", "name"),
    ("files-added", "name"),
    ("files-removed", "name"),
    ("files-covered", "name"),
    ("files-preview", "name"),
    ("files-parts", "count"),
    ("files-error-room", "name"),
    ("files-error-too-large", "name"),
    ("files-error-unreadable", "name"),
    ("files-error-empty", "name"),
    ("files-error-gone", "name"),
    ("files-error-cover", "name"),
    ("files-error-module", "name"),
    ("cover-at-left", "part"),
    ("cover-at-top", "part"),
    ("cover-at-wide", "part"),
    ("cover-at-high", "part"),
    ("cover-box", "number"),
    ("cover-most", "count"),
    ("sending-files-part", "part"),
];
/// What they say as it is.
const PLAIN: [&str; 8] = [
    "files-clean",
    "files-first",
    "files-as-is",
    "files-bare",
    "files-cover",
    "files-remove",
    "cover-none",
    "cover-image",
];

/// What the scripts say, and where the module is that draws pictures anew.
fn words(sheet: &Sheet<'_>) -> AnyView {
    let open = OPEN.map(|(key, name)| (key, sheet.words.template(key, name)));
    let plain = PLAIN.map(|key| (key, sheet.say(key)));
    let count = FILES_MAX.to_string();
    let many = "files-error-many";
    let many = [(many, sheet.words.say_with(many, "count", count))];
    let lines: Vec<_> = open
        .into_iter()
        .chain(plain)
        .chain(many)
        .map(|(key, text)| view! { <p data-key=key>{text}</p> })
        .collect();
    let later = LATER.map(|name| [sheet.assets.url(name), sheet.assets.integrity(name)]);
    view! {
        <template
            id="files-words"
            data-later=serde_json::json!(later).to_string()
            data-count=FILES_MAX.to_string()
            data-most=FILES_BYTES.to_string()
            data-worker=sheet.assets.url("redraw-worker.js")
            data-worker-hash=sheet.assets.integrity("redraw-worker.js")
            data-glue=sheet.assets.url("redraw.js")
            data-glue-hash=sheet.assets.integrity("redraw.js")
            data-wasm=sheet.assets.url("redraw.wasm")
            data-wasm-hash=sheet.assets.integrity("redraw.wasm")
        >
            {lines}
        </template>
    }
    .into_any()
}
