//! The pages of whoever is refused, told to wait or turned away.

use std::fs;

use serde_json::json;
use tests::{Partnership, Rule};

use super::{ONE_PAGE, STORY, Visit, pinned};
use crate::files;
use crate::resident::{self, next};

impl Visit {
    pub(super) fn what_can_go_wrong_while_sending(&self) {
        let expired = "ginnel/public-directory/v1\n".to_owned();
        for (panel, path, rule) in [
            ("busy", "/api/tips", Rule::Status(429, Some(600))),
            ("offline", "/api/tips", Rule::Cut),
            ("refused", "/api/tips", Rule::Status(422, None)),
            ("directory", "/api/directory", Rule::Say(expired)),
        ] {
            resident::fill_in(&self.browser, &self.proxy.url(&self.own), STORY);
            self.proxy.breaks(path, rule);
            self.browser.click("#send");
            self.browser.find(&format!("#q-fail-{panel}"));
            self.look(panel);
            self.proxy.mend();
        }
    }

    /// With the tool that covers parts of a picture on the way.
    pub(super) fn no_room_for_files(&self) {
        let browser = &self.browser;
        resident::fill_in(browser, &self.proxy.url(&self.own), STORY);
        browser.click("[data-change=files]");
        files::choose(browser, &[("picture.jpg", files::PICTURE)]);
        browser.click("#files-list li button");
        browser.click("#cover-add");
        browser.find_saying("#cover-told", "1");
        self.look("cover");
        next(browser, "files", "check");
        self.proxy.breaks("/api/blobs", Rule::Status(503, Some(1)));
        browser.click("#send");
        browser.find("#q-fail-files");
        self.look("no-room");
        self.proxy.mend();
    }

    pub(super) fn what_cannot_be_read(&self) {
        let form = "application/x-www-form-urlencoded";
        for (name, kind, length) in [("unreadable", "text/plain", 9), ("too-big", form, 300_000)] {
            self.open("leaving");
            self.post(&self.own("send"), kind, &[("story", &"x".repeat(length))]);
            self.browser.find("article.failure");
            self.look(name);
        }
    }

    /// By a server that has had enough from there, and by one that nobody can seal to.
    pub(super) fn turned_away(&self) {
        let name = |of: &str| format!("pages-{}-{of}", self.dress);
        let crowded = Partnership::make(&name("crowded"), ONE_PAGE);
        let others =
            pinned(&fs::read_to_string(crowded.data().join("ginnel.toml")).expect("demo wrote it"));
        let closed = Partnership::make_with(&name("closed"), |text| {
            text.replace(&pinned(&text), &others)
        });
        let form = "application/x-www-form-urlencoded";
        let answered = [
            ("tip", "00112233445566778899aabbccddeeff"),
            ("danger", "no"),
            ("about", "fraud"),
            ("story", STORY),
        ];
        let first = crowded.proxy();
        self.browser.go(&first.url(&self.own("leaving")));
        self.post(&self.own("check"), form, &[("story", STORY)]);
        self.browser.find(".summary");
        for (name, proxy) in [("crowded", &first), ("closed", &closed.proxy())] {
            self.browser.go(&proxy.url(&self.own("leaving")));
            self.post(&self.own("send"), form, &answered);
            self.browser.find("article.failure");
            self.look(name);
        }
    }

    /// Posts a form with these fields from wherever the browser is.
    pub(super) fn post(&self, to: &str, kind: &str, fields: &[(&str, &str)]) {
        let post = "const form = document.createElement('form');
            Object.assign(form, {method: 'post', action: arguments[0], enctype: arguments[1]});
            for (const [name, value] of arguments[2]) {
                const field = document.createElement('textarea');
                form.append(Object.assign(field, {name, value}));
            }
            document.body.append(form);
            form.submit();";
        self.browser
            .run(post, &[json!(to), json!(kind), json!(fields)]);
    }
}
