//! From "Send" to the thanks, on a slow phone in a slow network: the whole, and what each part costs.

use serde::Deserialize;
use serde_json::json;
use tests::{Browser, Driver, PHONE, Partnership, Scripts};

use crate::sheet::{Limit, Sheet};
use crate::stopwatch::median;

const SCRIPT: &str = include_str!("sending.js");
const STORY: &str = "A grey van stops at the garages every evening and boxes are carried in.";
const TIPS: usize = 5;
const SEND_S: f64 = 2.0;
/// How much slower the phone is than this machine.
const SLOWER: f64 = 4.0;
/// Slow 4G: 400 ms there and back, 1.5 Mbit a second.
const LATENCY_MS: u32 = 400;
const BYTES_A_SECOND: u32 = 187_500;
/// Milliseconds in which somebody reads the check page.
const READING_MS: u32 = 6_000;

/// Milliseconds.
#[derive(Deserialize)]
struct Sent {
    total: f64,
    parts: Vec<Part>,
}

#[derive(Deserialize)]
struct Part {
    what: String,
    took: f64,
    /// In a worker, which the browser does not slow.
    worker: bool,
}

impl Part {
    fn slowed(&self) -> f64 {
        let times = if self.worker { SLOWER } else { 1.0 };
        self.took * times
    }
}

impl Sent {
    /// The whole, as if the workers were slowed too: what is done side by side counts twice, so no
    /// phone that much slower is later than this.
    fn slowed(&self) -> f64 {
        let more = self.parts.iter().map(|part| part.slowed() - part.took);
        self.total + more.sum::<f64>()
    }
}

/// Sends some tips, each on a page of its own.
pub(crate) fn measure(sheet: &mut Sheet, served: &Partnership, driver: &Driver) {
    sheet.section("a tip sent at 4× slow-down, 400 ms, 1.5 Mbit/s");
    let browser = Browser::open(driver, "bench-sending", PHONE, Scripts::On);
    let sent: Vec<Sent> = (0..TIPS).map(|_| send(&browser, served)).collect();
    let first = sent.first().expect("some were sent");
    for part in &first.parts {
        let same = |sent: &Sent| {
            let found = sent.parts.iter().find(|one| one.what == part.what);
            found.map_or(0.0, Part::slowed)
        };
        let took = median(sent.iter().map(same).collect());
        sheet.tell(part.what.clone(), took, "ms");
    }
    let whole = median(sent.iter().map(Sent::slowed).collect()) / 1_000.0;
    sheet.hold(
        "from Send to the thanks, median of 5",
        (whole, "s"),
        Limit::AtMost(SEND_S),
    );
}

fn send(browser: &Browser, served: &Partnership) -> Sent {
    slow(browser, 1.0, 0);
    browser.go(&served.reporters("/en/"));
    browser.find("html.wizard #q-start");
    slow(browser, SLOWER, LATENCY_MS);
    let sent = browser.run(SCRIPT, &[json!(STORY), json!(READING_MS)]);
    serde_json::from_value(sent).expect("milliseconds")
}

fn slow(browser: &Browser, times: f64, latency: u32) {
    let speed = if latency > 0 {
        i64::from(BYTES_A_SECOND)
    } else {
        -1
    };
    browser.devtools("Network.enable", &json!({}));
    browser.devtools(
        "Network.emulateNetworkConditions",
        &json!({"offline": false, "latency": latency, "downloadThroughput": speed,
            "uploadThroughput": speed}),
    );
    browser.devtools("Emulation.setCPUThrottlingRate", &json!({"rate": times}));
}
