//! The way through the house: from a resident's browser to a Bronze officer's screen and back.

use tests::{Browser, DESK, PHONE, Scripts, keys};

use crate::house::House;
use crate::leaving::assert_says_nothing_of;
use crate::look::look;
use crate::officer::AtConsole;
use crate::resident::{self, FORM, tab_to};

const STORY: &str = "Cutlery-and-cash swapped at the blue garages each night near ten";
const LINE: &str = "The Tommo line";
const NICKNAME: &str = "Little Marv";
const CLOTHES: &str = "A green parka, even in summer";
const PLATE: &str = "YJ19 K";
const TIMES: &str = "Most Fridays since the spring";
const TITLE: &str = "Drugs supplied from garages in Beeston";
const ITEM: &str = "Controlled drugs are supplied from lock-up garages in Beeston after dark.";
const WHY_KEPT: &str = "The whole street knows it";
const CONDITIONS: &str = "Ask triage before any overt action";

pub fn a_tip_goes_the_whole_way_from_a_phone_to_a_bronze_officer(house: &House) {
    fill_in_by_keyboard_and_send(house);
    let triage = AtConsole::sign_in(house.staff("triage"), &house.served, "triage-1");
    let reference = grade_and_route(&triage);
    let second = AtConsole::sign_in(house.staff("way-second"), &house.served, "triage-2");
    read_and_release(&second);
    let bronze = AtConsole::sign_in(house.staff("bronze"), &house.served, "bronze-leeds");
    read_and_acknowledge(&bronze, &reference);
    sees_the_acknowledgement(&triage);
    for officer in [&bronze, &second, &triage] {
        leaves_nothing_behind(officer);
    }
}

/// A phone of 320 pixels, a keyboard and nothing else.
fn fill_in_by_keyboard_and_send(house: &House) {
    let phone = house.resident("way-phone", PHONE, Scripts::On);
    resident::open(&phone, &house.served.reporters(FORM));
    look(&phone, "way-01-start-at-320");
    let go_on = |from: &str, to: &str| {
        tab_to(&phone, &format!("#q-{from} [data-next]"));
        phone.press(keys::ENTER);
        phone.find(&format!("#q-{to}"));
        assert_no_scrolling_sideways(&phone);
    };
    go_on("start", "leave");
    go_on("leave", "danger");
    tab_to(&phone, "#danger-yes");
    phone.press(keys::DOWN);
    look(&phone, "way-02-danger-at-320");
    go_on("danger", "helping");
    tab_to(&phone, "#helping-self");
    phone.press(keys::DOWN);
    go_on("helping", "about");
    tab_to(&phone, "#about-drugs_supply");
    phone.press(keys::SPACE);
    go_on("about", "story");
    tab_to(&phone, "#story");
    phone.press(STORY);
    look(&phone, "way-03-story-at-320");
    go_on("story", "place");
    tab_to(&phone, "#place");
    phone.press("Beeston");
    tab_to(&phone, "#district-leeds");
    phone.press(keys::SPACE);
    go_on("place", "when");
    tab_to(&phone, "#when-regularly");
    phone.press(keys::SPACE);
    tab_to(&phone, "#times");
    phone.press(TIMES);
    look(&phone, "way-03-when-at-320");
    go_on("when", "people");
    tell_of_people(&phone);
    go_on("people", "vehicles");
    tab_to(&phone, "#vehicle1_registration");
    phone.press(PLATE);
    go_on("vehicles", "accounts");
    go_on("accounts", "drugs");
    tab_to(&phone, "#drugs_sold-street");
    phone.press(keys::SPACE);
    tab_to(&phone, "#drugs_line");
    phone.press(LINE);
    look(&phone, "way-03-drugs-at-320");
    go_on("drugs", "premises");
    go_on("premises", "files");
    go_on("files", "knows");
    tab_to(&phone, "#knows-saw");
    phone.press(keys::SPACE);
    tab_to(&phone, "#others-only-me");
    phone.press(keys::DOWN);
    look(&phone, "way-03-knows-at-320");
    go_on("knows", "reply");
    go_on("reply", "check");
    phone.find_saying("#q-check dd", STORY);
    phone.find_saying("#q-check dd", "Beeston");
    for answer in [TIMES, LINE, NICKNAME, CLOTHES, PLATE] {
        phone.find_saying("#q-check dd", answer);
    }
    look(&phone, "way-04-check-at-320");
    tab_to(&phone, "#send");
    phone.press(keys::ENTER);
    phone.find("#q-sent");
    assert_no_scrolling_sideways(&phone);
    look(&phone, "way-05-sent-at-320");
    phone.back();
    phone.find("html.wizard #q-start");
    assert_says_nothing_of(&phone, STORY);
    look(&phone, "way-06-back-after-sending");
}

/// Two are told of, one more is begun and taken out again: what was written of the others stays.
fn tell_of_people(phone: &Browser) {
    tab_to(phone, "#person1_name");
    phone.press("Somebody whom nobody knows");
    tab_to(phone, "#q-people [data-add]");
    phone.press(keys::ENTER);
    tab_to(phone, "#person2_nickname");
    phone.press(NICKNAME);
    tab_to(phone, ".thing[open] .more > summary");
    phone.press(keys::ENTER);
    tab_to(phone, "#person2_clothing");
    phone.press(CLOTHES);
    look(phone, "way-03-people-at-320");
    phone.find_saying(".thing:not([open]) .said", "Somebody whom nobody knows");
    phone.click(".thing:not([open]) > summary");
    tab_to(phone, "#q-people .thing:first-child [data-remove]");
    phone.press(keys::ENTER);
    let told = "return document.querySelector('#q-people [data-told]').textContent";
    phone.until("what was taken out is said", || {
        (phone.run(told, &[]).as_str() == Some("Person 1 is taken out.")).then_some(())
    });
    assert_eq!(phone.find("#person1_nickname").value(), NICKNAME);
    assert!(!phone.shows("#q-people .thing:nth-child(2)"));
}

fn assert_no_scrolling_sideways(browser: &Browser) {
    let wider = browser.run(
        "return document.documentElement.scrollWidth > document.documentElement.clientWidth",
        &[],
    );
    assert_eq!(wider.as_bool(), Some(false), "it scrolls sideways");
}

/// Triage opens, accepts, grades 2BC with conditions, writes the report, says why a word that points
/// to the source stays, and sends it to two desks.
fn grade_and_route(triage: &AtConsole) -> String {
    let browser = &triage.browser;
    triage.wait_for_tip(STORY);
    look(browser, "way-07-intake");
    triage.read(STORY);
    for answer in [
        "In their own browser",
        "Again and again",
        TIMES,
        LINE,
        "Person 1",
        NICKNAME,
        CLOTHES,
        PLATE,
        "In the street",
        "A few people",
    ] {
        browser.find_saying(".summary", answer);
    }
    look(browser, "way-08-tip");
    triage.accept();
    look(browser, "way-09-bench-empty");
    browser.click("#check");
    browser.find("#error-summary");
    look(browser, "way-10-what-is-missing");
    triage.choose("priority-1");
    browser.type_into("#title", TITLE);
    browser.type_into("#item-1-text", ITEM);
    triage.take_usual_grade();
    browser.type_into("#provenance", "Seen by a neighbour.");
    triage.choose("grade-source-1");
    triage.choose("grade-assessment-1");
    triage.choose("grade-handling-1");
    triage.choose("grade-action");
    triage.choose("grade-sanitisation-1");
    browser.type_into("#grade-conditions", CONDITIONS);
    browser.type_into("#purpose", "Prevention and detection of crime");
    triage.choose("pii");
    triage.route_to("bronze/leeds");
    triage.route_to("team/msht");
    triage.inform("team/msht");
    triage.saved();
    look(browser, "way-11-graded");
    triage.check();
    browser.find_saying(".review .goes-to", "for information");
    let sheet = browser.find(".review .sheet").text();
    assert!(sheet.contains(CONDITIONS) && !sheet.contains(STORY));
    browser.find_saying(".review mark", "neighbour [relationship]");
    look(browser, "way-12-review");
    browser.click("#route");
    browser.find_saying(
        "#error-summary",
        "rewrite them, or say why they stay: “neighbour”",
    );
    look(browser, "way-12-undecided");
    browser.type_into("#keep-1", WHY_KEPT);
    browser.click("#route");
    browser.find_saying("#record-title", TITLE);
    browser.find_saying(".bench-over", WHY_KEPT);
    assert_names_nothing(browser);
    browser.find_saying(".notice-title", "Signed and handed in");
    browser.find_saying("#waits", "Signed by you");
    look(browser, "way-13-handed-in");
    browser.find("#reference").text()
}

/// A second officer reads what each desk will read, and not the tip.
fn read_and_release(second: &AtConsole) {
    let browser = &second.browser;
    second.read_to_release(TITLE);
    browser.find_saying(".sheet .handling-words", CONDITIONS);
    browser.find_saying(".goes-to", "Modern Slavery");
    let page = browser.text();
    assert!(page.contains(ITEM) && !page.contains(STORY));
    assert_names_nothing(browser);
    look(browser, "way-13-to-release");
    second.do_after_asking("Release", "Sign and send");
    browser.find_saying(".notice-title", "Released and sent");
    second.waits_no_longer(TITLE);
}

/// The browser keeps its history on disk: no entry of it names a tip or a report.
fn assert_names_nothing(browser: &Browser) {
    let kept = browser.run("return location.href + JSON.stringify(history.state)", &[]);
    let kept = kept.as_str().unwrap_or_default().to_owned();
    let mut words = kept.split(|c: char| !c.is_ascii_hexdigit());
    assert!(words.all(|word| word.len() < 16), "{kept}");
}

fn read_and_acknowledge(bronze: &AtConsole, reference: &str) {
    let browser = &bronze.browser;
    browser.find_saying("#room-title", "reports");
    look(browser, "way-14-bronze-inbox");
    browser.click(".list .row-new");
    browser.find_saying(".sheet h3", TITLE);
    browser.find_saying(".sheet .handling-words", CONDITIONS);
    browser.find_saying(".sheet .summary", "to act on");
    browser.find_saying(".quote", reference);
    let page = browser.text();
    assert!(page.contains(ITEM));
    for triages in [STORY, WHY_KEPT] {
        assert!(
            !browser.source().contains(triages),
            "{triages} reached a desk"
        );
    }
    assert_names_nothing(browser);
    look(browser, "way-15-bronze-report");
    browser.click("#acknowledge");
    browser.find_saying(".deeds .state-done", "Taken on by bronze-leeds");
    browser.find_saying(".notice-title", &format!("Taken on: {reference}"));
    look(browser, "way-16-bronze-acknowledged");
}

fn sees_the_acknowledgement(triage: &AtConsole) {
    triage.enter("sent", "Sent reports");
    let browser = &triage.browser;
    browser.find_saying("table", "1 of 2 acknowledged");
    look(browser, "way-17-triage-sees-it");
}

fn leaves_nothing_behind(officer: &AtConsole) {
    let browser = &officer.browser;
    officer.sign_out();
    assert_says_nothing_of(browser, TITLE);
    browser.back();
    assert_says_nothing_of(browser, TITLE);
    assert!(!browser.shows("#sign-out"));
}

pub fn a_tip_without_scripts_says_so_at_triage(house: &House) {
    let story = "Scripts were off when somebody moved boxes at the old mill";
    let reader = house.resident("way-plain", PHONE, Scripts::Off);
    resident::fill_in_plainly(&reader, &house.served.reporters(FORM), story);
    reader.shot("plain-01-check");
    resident::send_plainly(&reader);
    reader.shot("plain-02-sent");
    assert!(!reader.source().contains(story));
    let triage = AtConsole::sign_in(house.staff("plain-triage"), &house.served, "triage-1");
    triage.wait_for_tip(story);
    triage.read(story);
    let browser = &triage.browser;
    browser.find_saying(".summary", "their browser ran no scripts");
    look(browser, "plain-03-tip");
}

pub fn the_second_officer_to_accept_is_told(house: &House) {
    let story = "Two officers read of the same lorry at the same time";
    let unread = "Nobody has read of this lorry";
    house.served.send(story);
    house.served.send(unread);
    let first = AtConsole::sign_in(house.staff("first"), &house.served, "triage-1");
    let second = AtConsole::sign_in(house.staff("second"), &house.served, "triage-2");
    for officer in [&first, &second] {
        officer.wait_for_tip(unread);
        officer.wait_for_tip(story);
        officer.read(story);
    }
    first.accept();
    second.browser.click("#accept");
    let told = "Another officer took this tip first";
    second.browser.find_saying(".notice-title", told);
    look(&second.browser, "race-01-the-second-is-told");
    assert!(!second.lists(story));
    second.browser.gone(".notice-bad");
    // Whoever presses once more, by habit, has read nothing: nothing is taken.
    second.browser.press("a");
    second
        .browser
        .find_saying(".pane-read", "Choose a tip to read it");
    assert!(!second.browser.shows("#accept") && second.lists(unread));
    second.read(unread);
    second.browser.find("#accept");
}

pub fn a_tip_that_is_being_read_says_when_a_colleague_took_it(house: &House) {
    let (story, other) = ("Read by two, taken by one", "Nobody has read this one yet");
    house.served.send(story);
    house.served.send(other);
    let first = AtConsole::sign_in(house.staff("taker"), &house.served, "triage-1");
    let second = AtConsole::sign_in(house.staff("reader"), &house.served, "triage-2");
    for officer in [&first, &second] {
        officer.wait_for_tip(other);
        officer.wait_for_tip(story);
        officer.read(story);
    }
    first.accept();
    let browser = &second.browser;
    browser.click("#fetch");
    browser.find_saying(".reading .deeds", "Another officer took this tip first");
    browser.find_saying(".row-on", "Taken");
    assert!(!browser.shows("#accept"));
    look(browser, "race-02-taken-while-it-is-read");
    second.read(other);
    browser.find("#accept");
    assert!(!second.lists(story));
    let address = browser.address();
    second.accept();
    browser.back();
    browser.find_saying("#room-title", "Waiting tips");
    assert_eq!(browser.address(), address);
    browser.run("history.forward()", &[]);
    browser.find_saying("#room-title", "Grade and sanitise");
    browser.find_saying(".story", other);
}

pub fn a_tip_accepted_by_mistake_is_put_back_and_spam_is_closed(house: &House) {
    let (mistaken, spam) = (
        "Somebody accepted this one by mistake",
        "Buy cheap watches, this is no tip at all",
    );
    house.served.send(mistaken);
    house.served.send(spam);
    let triage = AtConsole::sign_in(house.staff("mistaken"), &house.served, "triage-1");
    let browser = &triage.browser;
    triage.wait_for_tip(mistaken);
    triage.read(mistaken);
    triage.accept();
    browser.click(".more > .btn");
    triage.do_after_asking("Put back into the intake", "Put it back");
    browser.find_saying(".notice-title", "Put back");
    triage.wait_for_tip(mistaken);
    look(browser, "mistake-01-waits-again");
    triage.wait_for_tip(spam);
    triage.read(spam);
    triage.do_after_asking("Spam", "It is spam");
    browser.find_saying(".notice-title", "Marked as spam");
    assert!(!triage.lists(spam) && triage.lists(mistaken));
    let colleague = house.staff("mistaken-colleague");
    let colleague = AtConsole::sign_in(colleague, &house.served, "triage-2");
    colleague.wait_for_tip(mistaken);
    assert!(!colleague.lists(spam));
    let report = house.resident("desk-form", DESK, Scripts::On);
    resident::open(&report, &house.served.reporters(FORM));
    look(&report, "form-01-start-at-1280");
}
