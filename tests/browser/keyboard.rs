//! The form by keyboard alone, at four times the size: nothing is lost, and what has the focus is seen.

use serde_json::json;
use tests::{Browser, Look, PHONE, Scripts, keys};

use crate::house::House;
use crate::look::{none, too_wide};
use crate::resident::{self, FROM_PLACE_TO_KNOWS, tab_past};

const STORY: &str = "A white van is unloaded behind the mill";

/// A window of 1,280 by 1,024 pixels at 400 %.
const ENLARGED: Look = Look {
    width: 320,
    height: 256,
};

/// What the focus is on if it cannot be seen: outside the window, or under something else. A ring around
/// what is larger than the window is seen where it can be.
const UNSEEN: &str = "
    const at = document.activeElement;
    if (!at || at === document.body) return 'nothing has the focus';
    const { clientWidth, clientHeight } = document.documentElement;
    const box = at.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, clientWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, clientHeight)];
    if (right - left < 1 || bottom - top < 1) return `${at.outerHTML} is outside`;
    const own = (hit) => hit && (at.contains(hit) || hit.contains(at) && hit !== document.body
        && hit !== document.documentElement || [...at.labels ?? []].some((one) => one.contains(hit)));
    for (const y of [top + 1, (top + bottom) / 2, bottom - 1]) {
        const hit = document.elementFromPoint((left + right) / 2, y);
        if (!own(hit)) return `${at.outerHTML} lies under ${hit?.outerHTML.slice(0, 200)}`;
    }
    return '';";

pub fn the_form_is_filled_in_by_keyboard_at_four_times_the_size(house: &House) {
    for lang in ["en", "ur", "pl"] {
        fill_in_and_send(house, lang, "enlarged", ENLARGED);
    }
    // There the head of the page stays where it is.
    fill_in_and_send(house, "en", "phone", PHONE);
}

fn fill_in_and_send(house: &House, lang: &str, name: &str, size: Look) {
    let name = format!("keyboard-{lang}-{name}");
    let browser = house.resident(&name, size, Scripts::On);
    if size == ENLARGED {
        let metrics = json!({"width": size.width, "height": size.height,
            "deviceScaleFactor": 4, "mobile": false});
        browser.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    }
    resident::open(&browser, &house.served.reporters(&format!("/{lang}/")));
    let hand = Hand { browser, name };
    hand.go_through(&["start", "leave", "danger"]);
    hand.chooses("#danger-no");
    hand.go_through(&["danger", "helping", "about"]);
    hand.chooses("#about-drugs_supply");
    hand.goes_on("about", "story");
    hand.types("#story", STORY);
    hand.goes_on("story", "place");
    hand.chooses("#district-leeds");
    hand.go_through(FROM_PLACE_TO_KNOWS);
    hand.chooses("#knows-told");
    hand.go_through(&["knows", "reply", "check"]);
    hand.browser.find_saying("#q-check dd", STORY);
    hand.browser.shot(&format!("{}-check", hand.name));
    hand.presses("#send", keys::ENTER);
    hand.browser.find("#q-sent");
    hand.loses_nothing();
}

/// Somebody with a keyboard and nothing else.
struct Hand {
    browser: Browser,
    name: String,
}

impl Hand {
    /// Goes there by Tab, and sees on the way where they are.
    fn comes_to(&self, css: &str) {
        tab_past(&self.browser, css, |browser| {
            let unseen = browser.run(UNSEEN, &[]);
            assert_eq!(unseen, "", "{} on the way to `{css}`", self.name);
        });
    }

    fn presses(&self, css: &str, keys: &str) {
        self.comes_to(css);
        self.browser.press(keys);
    }

    fn types(&self, css: &str, text: &str) {
        self.presses(css, text);
    }

    /// The choice itself, or the first of its group, which is moved on from by arrow.
    fn chooses(&self, css: &str) {
        let group = "const one = document.querySelector(arguments[0]);
            const first = document.getElementsByName(one.name)[0];
            return one.type === 'radio' ? '#' + first.id : arguments[0]";
        let first = self.browser.run(group, &[css.into()]);
        self.presses(first.as_str().unwrap_or(css), keys::SPACE);
        self.browser.until("the choice is made", || {
            let made = "return document.querySelector(arguments[0]).checked || null";
            let made = self.browser.run(made, &[css.into()]).as_bool();
            made.or_else(|| {
                self.browser.press(keys::DOWN);
                None
            })
        });
    }

    fn goes_on(&self, from: &str, to: &str) {
        self.presses(&format!("#q-{from} [data-next]"), keys::ENTER);
        self.browser.find(&format!("#q-{to}"));
        self.loses_nothing();
    }

    fn go_through(&self, steps: &[&str]) {
        for (from, to) in steps.iter().zip(steps.iter().skip(1)) {
            self.goes_on(from, to);
        }
    }

    fn loses_nothing(&self) {
        none(&self.name, &too_wide(&self.browser));
    }
}
