//! Every page a resident can come to, by day on a desk and by night on a phone: nothing is in
//! anybody's way.

mod refused;

use std::cell::RefCell;
use std::collections::BTreeSet;

use phrase::Phrase;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use serde_json::{Value, json};
use tests::{Browser, DESK, Look, PHONE, Proxy, Rule, Scripts, asset};

use crate::house::House;
use crate::look::look_closely;
use crate::resident::{self, next};

const KEPT: &str = "Behind the third garage";
const STORY: &str = "Boxes without labels come at night";

/// What is shown too briefly to be looked at: while sealing, and an empty page that leads away at once.
const FLEETING: &[&str] = &["#q-sending", "#q-looking", "exit"];
/// Pages that are the answer to a post, and so stand at the address it was posted to.
const POSTED: &[&str] = &["check", "send"];

/// The clock of somebody's device, two months ahead.
const AHEAD: &str = "const right = Date.now; Date.now = () => right() + 60 * 86400000;";

/// A server with these limits takes one posted page, and for ten minutes no second.
const ONE_PAGE: &str = "[limits]\npages_shared = { burst = 1, every_ms = 600000 }\n";

pub fn every_page_a_resident_can_come_to_is_for_everybody(house: &House) {
    for (dress, size, light, lang) in [
        ("day", DESK, "light", "en"),
        ("night", PHONE, "dark", "en"),
        ("urdu", PHONE, "light", "ur"),
        ("polish", PHONE, "dark", "pl"),
    ] {
        let visit = Visit {
            browser: dressed(house, dress, size, light),
            proxy: house.served.proxy(),
            dress,
            own: format!("/{lang}/"),
            linked: RefCell::default(),
            seen: RefCell::default(),
        };
        // First: what a browser has once loaded it keeps.
        visit.parts_that_do_not_load();
        visit.posted_pages();
        visit.pages_to_read();
        visit.questions();
        visit.what_can_go_wrong_while_sending();
        visit.no_room_for_files();
        visit.what_cannot_be_read();
        visit.sends();
        visit.comes_back();
        visit.with_a_wrong_clock(house);
        visit.turned_away();
        visit.has_seen_all();
    }
}

fn dressed(house: &House, dress: &str, size: Look, light: &str) -> Browser {
    let browser = house.resident(&format!("pages-{dress}"), size, Scripts::On);
    let light = json!({"name": "prefers-color-scheme", "value": light});
    browser.devtools("Emulation.setEmulatedMedia", &json!({"features": [light]}));
    browser
}

/// The part of the settings that says whose signatures count.
fn pinned(settings: &str) -> String {
    let from = settings.find("authorities = [").expect("demo pins them");
    let (list, _) = settings[from..].split_once("\n]").expect("a list ends");
    list.to_owned()
}

struct Visit {
    browser: Browser,
    proxy: Proxy,
    dress: &'static str,
    /// The beginning of every address of its language.
    own: String,
    /// Where links and forms lead, and every part of a page that is shown by itself.
    linked: RefCell<BTreeSet<String>>,
    seen: RefCell<BTreeSet<String>>,
}

impl Visit {
    fn look(&self, name: &str) {
        self.look_at(&self.browser, name);
    }

    fn look_at(&self, browser: &Browser, name: &str) {
        look_closely(browser, &format!("pages-{}-{name}", self.dress));
        let own = "const own = (all, of) => [...all].map(of)
            .filter((url) => new URL(url, location).origin === location.origin)
            .map((url) => new URL(url, location).pathname);
        const steps = [...document.querySelectorAll('.wizard form .step, form .failure')];
        return [
            [...own(document.links, (link) => link.href),
             ...own(document.forms, (form) => form.getAttribute('action')),
             ...steps.map((step) => '#' + step.id)],
            [location.pathname,
             ...steps.filter((step) => step.offsetParent).map((step) => '#' + step.id)],
        ]";
        let found = browser.run(own, &[]);
        for (at, set) in [&self.linked, &self.seen].into_iter().enumerate() {
            let all = found.get(at).and_then(Value::as_array);
            let all = all.into_iter().flatten().filter_map(Value::as_str);
            set.borrow_mut().extend(all.map(str::to_owned));
        }
    }

    /// Whatever a page leads to or can show was looked at: a new one has to be added here.
    fn has_seen_all(&self) {
        let (linked, seen) = (self.linked.borrow(), self.seen.borrow());
        assert!(linked.len() > 20, "{linked:?}");
        let missed: Vec<&String> = linked
            .difference(&seen)
            // Pages of other languages and sizes are looked at on a visit of their own.
            .filter(|one| one.starts_with('#') || one.starts_with(&self.own))
            .filter(|one| !one.starts_with(&self.own("large/")))
            .filter(|one| !FLEETING.contains(&one.strip_prefix(&self.own).unwrap_or(one)))
            .collect();
        assert!(missed.is_empty(), "not looked at: {missed:?}");
        for page in POSTED {
            assert!(seen.contains(&self.own(page)), "{page} was not looked at");
        }
    }

    /// The address of a page in this language.
    fn own(&self, page: &str) -> String {
        format!("{}{page}", self.own)
    }

    fn open(&self, page: &str) {
        self.browser.go(&self.proxy.url(&self.own(page)));
    }

    fn pages_to_read(&self) {
        let pages = ["protects", "other-ways", "leaving", "sent", "no-such-page"];
        let more = [
            "easy",
            "paper",
            "privacy",
            "accessibility",
            "replies",
            "results",
        ];
        for page in pages.into_iter().chain(more) {
            self.open(page);
            self.browser.find("h1");
            self.look(page);
        }
    }

    /// Every step with what is wrong with it, and the notices that come by what is chosen.
    fn questions(&self) {
        let browser = &self.browser;
        resident::open(browser, &self.proxy.url(&self.own));
        self.look("start");
        next(browser, "start", "leave");
        self.look("leave");
        next(browser, "leave", "danger");
        self.wrong("danger");
        browser.click("label[for=danger-yes]");
        next(browser, "danger", "emergency");
        self.look("emergency");
        next(browser, "emergency", "helping");
        self.look("helping");
        next(browser, "helping", "about");
        self.wrong("about");
        browser.click("label[for=about-terrorism]");
        browser.click("label[for=about-corruption]");
        browser.find("#corruption-ways");
        self.look("about-corruption");
        browser.click("label[for=about-corruption]");
        for category in ["firearms", "county_lines"] {
            browser.click(&format!("label[for=about-{category}]"));
        }
        next(browser, "about", "story");
        self.wrong("story");
        browser.type_into("#story", STORY);
        next(browser, "story", "place");
        self.look("place");
        next(browser, "place", "when");
        self.look("when");
        let asked = [
            "when", "people", "vehicles", "accounts", "drugs", "weapons", "risk", "premises",
            "files", "knows",
        ];
        for (from, to) in asked.iter().zip(asked.iter().skip(1)) {
            next(browser, from, to);
            if *to == "weapons" {
                browser.type_into("#weapon_kept", KEPT);
            }
            self.look(to);
        }
        self.a_phrase();
        next(browser, "reply", "check");
        browser.find_saying("#q-check dd", STORY);
        browser.find_saying("#q-check dd", KEPT);
        self.look("check");
        self.changes_what_it_is_about();
    }

    /// Somebody looks at a phrase, and then would rather not come back.
    fn a_phrase(&self) {
        let browser = &self.browser;
        next(browser, "knows", "reply");
        self.look("reply");
        browser.click("label[for=reply-phrase]");
        let shown = ["reply", "safe", "phrase", "typed"];
        for (from, to) in shown.iter().zip(shown.iter().skip(1)) {
            next(browser, from, to);
            if *to == "phrase" {
                browser.find("#q-phrase [data-way]:not([hidden])");
            }
            self.look(to);
        }
        for step in ["phrase", "safe", "reply"] {
            browser.back();
            browser.find(&format!("#q-{step}"));
        }
        browser.click("label[for=reply-none]");
    }

    /// What was typed into a question that is not asked any more is not sent, and not lost.
    fn changes_what_it_is_about(&self) {
        let browser = &self.browser;
        let guns = || {
            browser.click("[data-change=about]");
            browser.click("label[for=about-firearms]");
        };
        guns();
        next(browser, "about", "check");
        assert!(!browser.shows("[data-answer=weapons]"));
        guns();
        next(browser, "about", "weapons");
        next(browser, "weapons", "check");
        browser.find_saying("#q-check dd", KEPT);
    }

    /// Goes on without an answer.
    fn wrong(&self, step: &str) {
        self.browser.until("what is wrong", || {
            self.browser.click(&format!("#q-{step} [data-next]"));
            self.browser.shows("#summary").then_some(())
        });
        self.look(&format!("{step}-missing"));
    }

    fn sends(&self) {
        resident::fill_in(&self.browser, &self.proxy.url(&self.own), STORY);
        resident::send(&self.browser);
        self.look("sent-sealed");
    }

    /// Nothing lies there: what a reply looks like is looked at where one comes.
    fn comes_back(&self) {
        let browser = &self.browser;
        let phrase = Phrase::make(&mut ChaCha20Rng::seed_from_u64(6));
        self.open("replies");
        browser.type_into("#phrase", "one two");
        browser.click("#look");
        browser.find("#phrase-error");
        self.look("replies-mistyped");
        browser.retype("#phrase", &phrase.words());
        self.proxy.breaks("/api/mailbox", Rule::Cut);
        browser.click("#look");
        browser.find("#q-not-looked");
        self.look("replies-failed");
        self.proxy.mend();
        browser.click("#look-again");
        browser.find("#q-read");
        self.look("replies-none");
        browser.click("#finish");
        browser.find("#q-over");
        self.look("replies-over");
    }

    fn with_a_wrong_clock(&self, house: &House) {
        let (size, light) = match self.dress {
            "day" => (DESK, "light"),
            _ => (PHONE, "dark"),
        };
        let browser = dressed(house, &format!("{}-clock", self.dress), size, light);
        let source = json!({"source": AHEAD});
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", &source);
        resident::fill_in(&browser, &self.proxy.url(&self.own), STORY);
        browser.click("#send");
        browser.find("#q-fail-clock");
        self.look_at(&browser, "clock");
    }

    fn parts_that_do_not_load(&self) {
        self.proxy.breaks(&asset("wizard.js"), Rule::Cut);
        self.open("");
        self.browser.find("#q-fail-script");
        self.look("script");
        self.proxy.mend();
    }

    /// With the choice to send unsealed, which leads to them.
    fn posted_pages(&self) {
        let browser = &self.browser;
        self.proxy.breaks(&asset("sealer.wasm"), Rule::Cut);
        resident::fill_in(browser, &self.proxy.url(&self.own), STORY);
        browser.click("#send");
        browser.click("#plain > summary");
        self.look("module");
        browser.click("#plain button[name=plain]");
        browser.find("form[action$='/send']");
        self.look("posted-check");
        browser.click("form[action$='/send'] button[name=change]");
        browser.retype("#story", " ");
        browser.click("form[action$='/check'] > button[type=submit]");
        browser.find(".summary");
        self.look("posted-problem");
        self.proxy.mend();
    }
}
