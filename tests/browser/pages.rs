//! Every page a resident can come to, by day on a desk and by night on a phone: nothing is in
//! anybody's way.

use serde_json::json;
use tests::{Browser, DESK, Look, PHONE, Proxy, Rule, Scripts, asset};

use crate::house::House;
use crate::look::look;
use crate::resident::{self, FORM, next};

const STORY: &str = "Boxes without labels come at night";

pub fn every_page_a_resident_can_come_to_is_for_everybody(house: &House) {
    for (dress, size, light) in [("day", DESK, "light"), ("night", PHONE, "dark")] {
        let visit = Visit {
            browser: dressed(house, dress, size, light),
            proxy: house.served.proxy(),
            dress,
        };
        // First: what a browser has once loaded it keeps.
        visit.parts_that_do_not_load();
        visit.posted_pages();
        visit.pages_to_read();
        visit.questions();
        visit.what_can_go_wrong_while_sending();
    }
}

fn dressed(house: &House, dress: &str, size: Look, light: &str) -> Browser {
    let browser = house.resident(&format!("pages-{dress}"), size, Scripts::On);
    let light = json!({"name": "prefers-color-scheme", "value": light});
    browser.devtools("Emulation.setEmulatedMedia", &json!({"features": [light]}));
    browser
}

struct Visit {
    browser: Browser,
    proxy: Proxy,
    dress: &'static str,
}

impl Visit {
    fn look(&self, name: &str) {
        look(&self.browser, &format!("pages-{}-{name}", self.dress));
    }

    fn open(&self, page: &str) {
        self.browser.go(&self.proxy.url(&format!("{FORM}{page}")));
    }

    fn pages_to_read(&self) {
        for page in ["protects", "other-ways", "leaving", "sent"] {
            self.open(page);
            self.browser.find("h1");
            self.look(page);
        }
    }

    /// Every step with what is wrong with it, and the notices that come by what is chosen.
    fn questions(&self) {
        let browser = &self.browser;
        resident::open(browser, &self.proxy.url(FORM));
        self.look("start");
        next(browser, "start", "danger");
        self.wrong("danger");
        browser.click("label[for=danger-yes]");
        next(browser, "danger", "emergency");
        self.look("emergency");
        next(browser, "emergency", "about");
        self.wrong("about");
        browser.click("label[for=about-terrorism]");
        browser.click("label[for=about-corruption]");
        browser.find("#corruption-ways");
        self.look("about-corruption");
        browser.click("label[for=about-corruption]");
        next(browser, "about", "story");
        self.wrong("story");
        browser.type_into("#story", STORY);
        next(browser, "story", "place");
        self.look("place");
        next(browser, "place", "knows");
        self.look("knows");
        next(browser, "knows", "check");
        browser.find_saying("#q-check dd", STORY);
        self.look("check");
    }

    /// Goes on without an answer.
    fn wrong(&self, step: &str) {
        self.browser.until("what is wrong", || {
            self.browser.click(&format!("#q-{step} [data-next]"));
            self.browser.shows("#summary").then_some(())
        });
        self.look(&format!("{step}-missing"));
    }

    fn what_can_go_wrong_while_sending(&self) {
        let expired = "ginnel/public-directory/v1\n".to_owned();
        for (panel, path, rule) in [
            ("busy", "/api/tips", Rule::Status(429, Some(600))),
            ("offline", "/api/tips", Rule::Cut),
            ("refused", "/api/tips", Rule::Status(422, None)),
            ("directory", "/api/directory", Rule::Say(expired)),
        ] {
            resident::fill_in(&self.browser, &self.proxy.url(FORM), STORY);
            self.proxy.breaks(path, rule);
            self.browser.click("#send");
            self.browser.find(&format!("#q-fail-{panel}"));
            self.look(panel);
            self.proxy.mend();
        }
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
        resident::fill_in(browser, &self.proxy.url(FORM), STORY);
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
