//! Tips open by the browser's own X25519, and in a browser that has none.

use serde_json::json;
use tests::Browser;

use crate::house::House;
use crate::officer::AtConsole;

/// In front of every worker: says how often X25519 was asked for.
const COUNTING: &str = "
    const told = new BroadcastChannel('x25519');
    const { deriveBits } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.deriveBits = function (...all) {
        told.postMessage('agreed');
        return deriveBits.apply(this, all);
    };";
/// In front of every worker: a browser from before there was X25519.
const REFUSING: &str = "
    const told = new BroadcastChannel('x25519');
    SubtleCrypto.prototype.importKey = () => {
        told.postMessage('refused');
        return Promise.reject(new DOMException('', 'NotSupportedError'));
    };";

/// Puts a script in front of every worker's own, and counts what it says.
fn with_worker(browser: Browser, script: &str) -> Browser {
    let source = format!(
        "window.told = {{ agreed: 0, refused: 0 }};
        const heard = new BroadcastChannel('x25519');
        heard.onmessage = ({{ data }}) => {{ window.told[data] += 1; }};
        const Plain = Blob;
        window.Blob = function (texts, kind) {{
            return new Plain([{}, ...texts], kind);
        }};",
        json!(script)
    );
    let source = json!({"source": source});
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &source);
    browser
}

fn told(browser: &Browser, what: &str) -> u64 {
    let count = browser.run("return window.told[arguments[0]]", &[json!(what)]);
    count.as_u64().expect("a count")
}

/// The browser once it has opened this tip.
fn reading(house: &House, name: &str, script: &str, story: &str) -> Browser {
    house.served.send(story);
    let browser = with_worker(house.staff(name), script);
    let triage = AtConsole::sign_in(browser, &house.served, "triage-2");
    triage.wait_for_tip(story);
    triage.read(story);
    triage.browser
}

pub fn tips_open_with_and_without_the_browsers_own_x25519(house: &House) {
    let story = "Bags change hands under the viaduct";
    let browser = reading(house, "agreement", COUNTING, story);
    assert!(told(&browser, "agreed") > 1, "its public key, then tips");
    let story = "Bags change hands behind the viaduct";
    let browser = reading(house, "agreement-none", REFUSING, story);
    assert!(told(&browser, "refused") > 0);
    assert_eq!(told(&browser, "agreed"), 0);
}
