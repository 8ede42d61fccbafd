//! Coming back for a reply: a phrase on paper, a reply from triage, an answer to it, with scripts and without.

use phrase::{Phrase, PhraseKeys};
use tests::{Browser, Needles, PHONE, Scripts, search_files, search_memory, until};

use crate::house::House;
use crate::look::look;
use crate::officer::AtConsole;
use crate::resident::{self, FORM, go_through, next};

const STORY: &str = "Crates without labels go in at the side door";
const REPLY: &str = "Thank you. Which days does it happen?";
const ANSWER: &str = "Mostly on Mondays, before it is light";
const PLAIN_ANSWER: &str = "Always when the organ is played";
const PLAIN_STORY: &str = "Copper pipe is stacked behind the chapel";

pub fn a_reply_reaches_whoever_comes_back_with_their_phrase(house: &House) {
    let proxy = house.served.proxy();
    let phone = house.resident("reply", PHONE, Scripts::On);
    up_to_reply(&phone, &proxy.url(FORM));
    let words = writes_the_phrase_down(&phone);
    types_two_of_it_back(&phone, &words);
    resident::send(&phone);
    let first = words.first().expect("a phrase has words");
    assert!(!phone.source().contains(&format!(">{first}<")));
    let secret = Secret::of(house, &words.join(" "));

    let triage = AtConsole::sign_in(house.staff("reply-triage"), &house.served, "triage-1");
    replies(&triage, STORY, "and say that it is safe");

    let page = proxy.url("/en/replies");
    comes_back(&phone, &page, &words.join(", ").to_uppercase());
    phone.find_saying(".said-in-it", REPLY);
    look(&phone, "reply-05-read-at-320");
    phone.type_into("#more", ANSWER);
    phone.click("#add");
    phone.find("#q-sent");
    triage.wait_for_tip(ANSWER);
    triage.read(ANSWER);
    triage.accept();
    triage.browser.find_saying("#follow-up", "Proven");
    look(&triage.browser, "reply-09-console-follow-up");

    comes_back(&phone, &page, &words.join(" "));
    let before = proxy.count("/api/mailbox/delete");
    phone.click("#delete-all");
    phone.find("#none");
    let deleted = proxy.count("/api/mailbox/delete") - before;
    assert_eq!(deleted, 1, "however many replies there were");
    phone.click("#finish");
    phone.find("#q-over");
    assert!(!phone.source().contains(REPLY));
    comes_back_to_nothing(&phone, &page, &words.join(" "));
    secret.never_was_there(house);
    for needles in &secret.said {
        assert_eq!(proxy.carried(needles), [""; 0]);
    }
}

pub fn without_scripts_a_reply_is_read_and_answered_too(house: &House) {
    let phone = house.resident("reply-plain", PHONE, Scripts::Off);
    phone.go(&house.served.reporters(FORM));
    phone.click("label[for=danger-no]");
    phone.click("label[for=about-drugs_supply]");
    phone.type_into("#story", PLAIN_STORY);
    phone.click("label[for=reply-phrase]");
    phone.click("label[for=safe-no]");
    phone.click("noscript button[name=plain]");
    phone.find_saying("dd", PLAIN_STORY);
    let words = parts(&phone, "#phrase .phrase:nth-of-type(1) li");
    assert_eq!(words.len(), 8);
    phone.shot("reply-06-plain-phrase-at-320");
    resident::send_plainly(&phone);
    let secret = Secret::of(house, &words.join(" "));

    let staff = house.staff("reply-plain-triage");
    let triage = AtConsole::sign_in(staff, &house.served, "triage-1");
    replies(&triage, PLAIN_STORY, "but did not say that it is safe");
    phone.until("the reply can be read", || {
        phone.go(&house.served.reporters("/en/replies"));
        phone.type_into("#phrase", &words.join(" "));
        phone.click("noscript button[name=plain]");
        phone.find("article.prose");
        phone.shows(".said-in-it").then_some(())
    });
    phone.find_saying(".said-in-it", REPLY);
    phone.shot("reply-07-plain-read-at-320");
    phone.type_into("#more", PLAIN_ANSWER);
    phone.click("form[action$='/send'] > button[type=submit]");
    phone.find(".sent");
    secret.is_forgotten(house);
    triage.wait_for_tip(PLAIN_ANSWER);
    triage.read(PLAIN_ANSWER);
    triage.accept();
    triage.browser.find_saying("#follow-up", "Proven");
}

/// What the server must not keep of a conversation: the phrase and what is said, in words; every secret.
struct Secret {
    said: Vec<Needles>,
    derived: Vec<Needles>,
    tokens: Vec<Needles>,
}

impl Secret {
    fn of(house: &House, words: &str) -> Self {
        let phrase = Phrase::parse(words).expect("the page showed it");
        let keys = PhraseKeys::derive(&phrase, house.served.inst);
        let typed = [phrase.words(), phrase.digits()];
        let typed = typed.iter().map(|typed| (**typed).clone());
        let typed = typed.flat_map(|typed| [typed.replace(' ', "+"), typed]);
        let said = [REPLY, ANSWER, PLAIN_ANSWER].map(str::to_owned);
        let said = typed.chain(said);
        let (seed, key) = (keys.expose_reply_seed(), keys.signing_key());
        let tokens = keys.tokens();
        Self {
            said: said.map(|text| Needles::of(&text)).collect(),
            derived: [&*seed, key.expose_seed()]
                .map(|secret| Needles::of_bytes(secret))
                .into(),
            tokens: tokens
                .iter()
                .map(|token| Needles::of_bytes(token.expose()))
                .collect(),
        }
    }

    /// With scripts the server gets nothing but tokens, and writes none.
    fn never_was_there(&self, house: &House) {
        for needles in self.said.iter().chain(&self.derived) {
            assert_eq!(search_memory(house.served.process(), needles), []);
        }
        self.is_not_written(house);
    }

    /// Without, it has everything in memory until the connection ends.
    fn is_forgotten(&self, house: &House) {
        for needles in self.said.iter().chain(&self.derived).chain(&self.tokens) {
            until("the server to wipe what it read", || {
                let found = search_memory(house.served.process(), needles);
                found.is_empty().then_some(())
            });
        }
        self.is_not_written(house);
    }

    fn is_not_written(&self, house: &House) {
        for needles in self.said.iter().chain(&self.derived).chain(&self.tokens) {
            assert_eq!(search_files(house.served.data(), needles), []);
            assert_eq!(needles.within(house.served.log().as_bytes()), [""; 0]);
        }
    }
}

fn up_to_reply(phone: &Browser, url: &str) {
    resident::up_to_place(phone, url, STORY);
    go_through(phone, resident::FROM_PLACE_TO_KNOWS);
    next(phone, "knows", "reply");
    look(phone, "reply-01-asked-at-320");
    phone.click("label[for=reply-phrase]");
    next(phone, "reply", "safe");
    phone.click("label[for=safe-yes]");
    next(phone, "safe", "phrase");
}

fn writes_the_phrase_down(phone: &Browser) -> Vec<String> {
    phone.find("#phrase li:nth-child(8)");
    let words = parts(phone, "#phrase li");
    look(phone, "reply-02-phrase-at-320");
    phone.click("[data-way='1']");
    let digits = parts(phone, "#phrase li");
    let is_group = |group: &String| group.len() == 4 && group.parse::<u16>().is_ok();
    assert!(digits.iter().all(is_group), "{digits:?}");
    next(phone, "phrase", "typed");
    words
}

/// Not before both are right does it go on.
fn types_two_of_it_back(phone: &Browser, words: &[String]) {
    phone.click("#q-typed [data-next]");
    phone.find("#typed-error");
    look(phone, "reply-03-typed-wrong-at-320");
    for at in ["0", "1"] {
        let asked = phone.find(&format!("#typed-{at}-label")).text();
        let digits: String = asked.chars().filter(char::is_ascii_digit).collect();
        let place: usize = digits.parse().expect("a number of the eight");
        let word = words.get(place.saturating_sub(1)).expect("one of eight");
        phone.retype(&format!("#typed-{at}"), &word.to_uppercase());
    }
    next(phone, "typed", "check");
    phone.find_saying("#q-check dd", "Yes, with a secret phrase");
    look(phone, "reply-04-check-at-320");
}

/// Reads the tip, accepts it and replies.
fn replies(triage: &AtConsole, story: &str, safe: &str) {
    triage.wait_for_tip(story);
    triage.read(story);
    triage.accept();
    let browser = &triage.browser;
    browser.find_saying("#safe-to-reply", safe);
    browser.type_into("#reply", REPLY);
    browser.find_saying("#reply-preview", REPLY);
    triage.do_after_asking("Seal and send the reply", "Send it");
    browser.find_saying("#turns .reply-text", REPLY);
    look(browser, &format!("reply-08-console-{}", safe.len()));
}

/// Looks until the reply's window is over and it is there.
fn comes_back(phone: &Browser, url: &str, phrase: &str) {
    phone.until("the reply can be read", || {
        phone.go(url);
        phone.type_into("#phrase", phrase);
        phone.click("#look");
        phone.find("#q-read");
        phone.shows(".said-in-it").then_some(())
    });
}

/// An empty mailbox is no other than one that never was.
fn comes_back_to_nothing(phone: &Browser, url: &str, phrase: &str) {
    phone.go(url);
    phone.type_into("#phrase", phrase);
    phone.click("#look");
    phone.find("#q-read");
    phone.find("#none");
    assert!(!phone.shows("#delete-all"));
}

fn parts(browser: &Browser, css: &str) -> Vec<String> {
    let parts = browser.all(css).into_iter().map(|part| part.text());
    parts.map(|text| text.trim().to_owned()).collect()
}
