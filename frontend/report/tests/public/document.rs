//! What every document keeps to, whatever is on it.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use domain::{Category, UnixSeconds};
use report::{Lang, NEEDED, PageSettings, Pages};

use crate::scan::{Tag, tags};
use crate::support::{FakeServer, assets};

const NOW: UnixSeconds = UnixSeconds(1_795_348_800);

/// Every static page and its tags, drawn once for all tests.
pub fn documents() -> Vec<(String, Vec<Tag>)> {
    static DOCUMENTS: OnceLock<Vec<(String, Vec<Tag>)>> = OnceLock::new();
    DOCUMENTS.get_or_init(draw_all).clone()
}

fn draw_all() -> Vec<(String, Vec<Tag>)> {
    let mut settings = FakeServer::new(NOW).settings();
    settings.languages.push(Lang::MIRRORED);
    let pages = Pages::new(settings, assets());
    let text = |path: &str| String::from_utf8(pages.at(path).unwrap().html.to_vec()).unwrap();
    let document = |path: &str| (path.to_owned(), tags(&text(path)));
    pages.paths().map(document).collect()
}

fn form() -> Vec<Tag> {
    let documents = documents();
    let mut form = documents.into_iter().filter(|(path, _)| path == "/en/");
    form.next().unwrap().1
}

#[test]
fn nothing_is_inline_and_nothing_is_foreign() {
    for (path, tags) in documents() {
        for tag in &tags {
            assert!(!tag.is("style"), "{path}");
            for (name, value) in &tag.attributes {
                assert!(name != "style" && !name.starts_with("on"), "{path}: {name}");
                assert!(!value.starts_with("javascript:"), "{path}: {value}");
                if name == "src" || (tag.is("link") && name == "href") {
                    assert!(value.starts_with("/assets/"), "{path}: {value}");
                }
            }
            if tag.is("script") {
                assert!(tag.get("src").is_some() && tag.text.is_empty(), "{path}");
            }
            if tag.is("script") || tag.get("rel") == Some("stylesheet") {
                assert!(tag.get("integrity").is_some(), "{path}");
            }
        }
    }
}

#[test]
fn every_link_away_keeps_the_address_to_itself() {
    for (path, tags) in documents() {
        for tag in tags.iter().filter(|tag| tag.is("a")) {
            let href = tag.get("href").unwrap();
            if href.starts_with("https://") {
                let rel = tag.get("rel").unwrap_or_default();
                assert!(rel.contains("noreferrer"), "{path}: {href}");
            }
        }
    }
}

#[test]
fn every_reference_leads_to_an_id_that_is_there_once() {
    for (path, tags) in documents() {
        let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{path}: an id twice");
        for tag in &tags {
            for name in ["for", "aria-describedby", "aria-labelledby", "data-if"] {
                for id in tag.get(name).unwrap_or_default().split_whitespace() {
                    assert!(unique.contains(id), "{path}: {name}={id}");
                }
            }
            let href = tag.get("href").unwrap_or_default();
            if let Some(id) = href.strip_prefix('#') {
                assert!(unique.contains(id), "{path}: {href}");
            }
        }
    }
}

#[test]
fn every_field_has_a_label_and_every_group_a_legend() {
    let tags = form();
    let labels: BTreeSet<&str> = tags.iter().filter_map(|tag| tag.get("for")).collect();
    let fields = tags
        .iter()
        .filter(|tag| tag.is("input") || tag.is("textarea"));
    let ids: Vec<&str> = fields.map(|tag| tag.get("id").unwrap()).collect();
    assert!(ids.len() > 30);
    for id in ids {
        assert!(labels.contains(id), "{id}");
    }
    let count = |name| tags.iter().filter(|tag| tag.is(name)).count();
    assert_eq!(count("fieldset"), count("legend"));
}

#[test]
fn what_is_typed_is_not_the_browsers_to_correct_complete_or_translate() {
    let tags = form();
    let typed = |tag: &&Tag| tag.is("textarea") || tag.get("type") == Some("text");
    let typed: Vec<&Tag> = tags.iter().filter(typed).collect();
    assert_eq!(typed.len(), 86);
    for (name, value) in [
        ("autocomplete", "off"),
        ("autocorrect", "off"),
        ("spellcheck", "false"),
        ("translate", "no"),
        ("writingsuggestions", "false"),
    ] {
        for field in &typed {
            assert_eq!(field.get(name), Some(value), "{name}");
        }
    }
}

#[test]
fn headings_never_skip_a_level() {
    for (path, tags) in documents() {
        let level = |tag: &Tag| tag.name.strip_prefix('h')?.parse::<u8>().ok();
        let levels: Vec<u8> = tags.iter().filter_map(level).collect();
        assert_eq!(levels.first(), Some(&1), "{path}");
        assert!(!levels[1..].contains(&1), "{path}: {levels:?}");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{path}: {levels:?}");
        }
    }
}

#[test]
fn the_form_itself_goes_nowhere_and_enter_presses_a_button_without_a_way() {
    let tags = form();
    let form = tags.iter().find(|tag| tag.is("form")).unwrap();
    assert_eq!(form.get("method"), Some("dialog"));
    assert_eq!(form.get("action"), Some("about:invalid"));
    let submits: Vec<&Tag> = tags
        .iter()
        .filter(|tag| tag.is("button") && tag.get("type") == Some("submit"))
        .collect();
    let (first, others) = submits.split_first().unwrap();
    // Enabled and drawn, or browsers would pass it over and press the next one.
    assert_eq!(first.get("disabled").or(first.get("hidden")), None);
    assert_eq!(first.get("formaction").or(first.get("formmethod")), None);
    assert_eq!(
        others.len(),
        3 + Lang::SHIPPED.len(),
        "two, the other languages, and the other size"
    );
    for button in others {
        let chosen = |within: &str| button.within.iter().any(|name| name == within);
        assert!(chosen("noscript") || chosen("details"));
        assert!(
            !chosen("nav") || chosen("form"),
            "under the notice, at the end of the form"
        );
        let lang = button.get("lang").unwrap_or("en");
        let checks = ["", "large/"].map(|size| format!("/{lang}/{size}check"));
        let action = button.get("formaction").unwrap();
        assert!(checks.iter().any(|check| check == action), "{action}");
        assert_eq!(button.get("formmethod"), Some("post"));
    }
    let untyped = |tag: &&Tag| tag.is("button") && tag.get("type").is_none();
    assert_eq!(tags.iter().find(untyped).map(|tag| &tag.attributes), None);
}

#[test]
fn the_page_says_who_is_trusted_and_where_the_sealer_is() {
    let tags = form();
    let body = tags.iter().find(|tag| tag.is("body")).unwrap();
    let keys: Vec<String> = serde_json::from_str(body.get("data-authorities").unwrap()).unwrap();
    let keys = keys.join("\n");
    assert_eq!(
        notes::Authorities::parse(&keys),
        Ok(FakeServer::new(NOW).authorities)
    );
    for file in ["data-worker", "data-glue", "data-wasm"] {
        assert!(body.get(file).unwrap().starts_with("/assets/sealer"));
        let hash = body.get(&format!("{file}-hash")).unwrap();
        assert!(hash.starts_with("sha384-"), "{file}");
    }
    assert_eq!(body.get("data-inst").map(str::len), Some(32));
}

#[test]
fn what_knows_phrases_is_named_where_one_is_drawn_or_typed_and_nowhere_else() {
    for (path, tags) in documents() {
        let of = |tag: &Tag| tag.get("data-wasm").map(str::to_owned);
        let modules: Vec<_> = tags.iter().filter_map(of).collect();
        let names = |module: &str| {
            let path = format!("/assets/{module}");
            modules.iter().filter(|url| url.starts_with(&path)).count()
        };
        let (form, replies) = (names("comeback"), names("reading"));
        assert_eq!(replies == 1, path.ends_with("/replies"), "{path}");
        assert_eq!(form == 1, names("places") == 1, "{path}");
        assert!(form + replies < 2, "{path}: {modules:?}");
    }
}

#[test]
fn every_page_can_be_left_with_scripts_and_without() {
    for (path, tags) in documents() {
        if path.ends_with("/exit") {
            continue;
        }
        let exit = tags.iter().find(|tag| tag.get("id") == Some("exit"));
        let exit = exit.unwrap();
        assert_eq!(
            exit.get("data-away"),
            Some(PageSettings::EXIT_URL),
            "{path}"
        );
        let (home, _) = path.rsplit_once('/').unwrap();
        let without = format!("{home}/exit");
        for link in tags
            .iter()
            .filter(|tag| tag.get("data-exit").is_some())
            .chain([exit])
        {
            assert_eq!(link.get("href"), Some(without.as_str()), "{path}");
        }
    }
}

#[test]
fn the_empty_page_on_the_way_out_goes_on_by_itself() {
    let documents = documents();
    let (_, tags) = documents
        .iter()
        .find(|(path, _)| path == "/en/exit")
        .unwrap();
    let refresh = tags
        .iter()
        .find(|tag| tag.get("http-equiv") == Some("refresh"));
    assert_eq!(refresh.unwrap().get("content"), Some("0;url=/en/away"));
    let link = tags.iter().find(|tag| tag.is("a")).unwrap();
    assert_eq!(link.get("href"), Some("/en/away"));
    assert!(!tags.iter().any(|tag| tag.is("script") || tag.is("link")));
}

#[test]
fn a_document_says_its_direction() {
    for (path, tags) in documents() {
        let html = &tags[0];
        let to_the_left = ["/en-x-rtl/", "/ur/", "/ar/", "/pa-Arab/"];
        let is_rtl = to_the_left.iter().any(|own| path.starts_with(own));
        let wanted = if is_rtl { "rtl" } else { "ltr" };
        assert_eq!(html.get("dir"), Some(wanted), "{path}");
    }
}

#[test]
fn page_styles_and_scripts_stay_under_forty_five_kilobytes() {
    let pages = Pages::new(FakeServer::new(NOW).settings(), assets());
    let mut bytes = pages.at("/en/").unwrap().br.len();
    let later = [
        "sealer", "comeback", "reading", "places", "hints", "redraw", "prose", "plain", "upload",
        "cover", "files",
    ];
    let ours = NEEDED
        .iter()
        .filter(|name| !later.iter().any(|module| name.starts_with(module)));
    for name in ours {
        let path = format!("{}/assets/{name}", env!("CARGO_MANIFEST_DIR"));
        let source = std::fs::read(path).unwrap();
        let (mut out, params) = (Vec::new(), brotli::enc::BrotliEncoderParams::default());
        brotli::BrotliCompress(&mut source.as_slice(), &mut out, &params).unwrap();
        if *name == "hold.js" {
            assert!(source.len() <= 1_024, "{}", source.len());
        }
        bytes += out.len();
    }
    assert!(bytes < 45_000, "{bytes}");
}

#[test]
fn styles_name_no_side_of_the_page_but_start_and_end() {
    let path = format!("{}/assets/style.css", env!("CARGO_MANIFEST_DIR"));
    let css = std::fs::read_to_string(path).unwrap();
    for word in [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "border-left",
        "border-right",
        "text-align: left",
        "text-align: right",
        "float:",
        " left:",
        " right:",
        "url(",
        "@import",
    ] {
        assert!(!css.contains(word), "{word}");
    }
}

#[test]
fn every_category_that_is_one_has_signs_to_look_for() {
    let tags = form();
    let folded = |tag: &&Tag| tag.is("details") && tag.get("class") == Some("signs");
    let without = [Category::Other, Category::NotSure];
    let count = Category::ALL.len() - without.len();
    assert_eq!(tags.iter().filter(folded).count(), count);
    let signs = tags
        .iter()
        .filter(|tag| tag.is("li") && tag.within.iter().any(|n| n == "details"));
    assert!(signs.count() >= 3 * count);
}
