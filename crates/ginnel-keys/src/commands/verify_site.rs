//! `verify-site`: the one command that needs a network, and no key.

use std::io::Read;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, ensure};
use clap::Args;
use domain::PageHashes;
use sha2::{Digest, Sha256};
use ureq::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, USER_AGENT};
use ureq::http::{HeaderMap, Response};
use ureq::{Agent, Body, Proxy};

use super::{Run, read};

/// More than any page or module has.
const MOST_BYTES: u64 = 16 * 1_024 * 1_024;
/// A server that cheats must not know us by our name: that of Tor Browser, and of many others.
const BROWSER: &str = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";
/// Headers by which a browser would do something else with the same bytes, or keep something.
const FOREIGN: [&str; 3] = ["link", "refresh", "set-cookie"];

/// Fetches the public pages of a service, their scripts and modules, and compares each with the
/// hashes that were published. Fails if anything is not as published.
///
/// Run it on any machine, not on one that holds keys; from several networks, and through Tor, since
/// a server could give one visitor another page than the next.
#[derive(Args)]
pub(crate) struct Command {
    /// Where the service is, such as `https://tips.example.org`
    #[arg(value_name = "URL")]
    site: String,
    /// What `ginnel doctor --page-hash` printed: lines of `sha256  /path`.
    #[arg(long, value_name = "FILE")]
    hashes: PathBuf,
    /// Go through a proxy, such as `socks5h://127.0.0.1:9050` for Tor.
    #[arg(long, value_name = "URL")]
    proxy: Option<String>,
}

/// What came of one address.
enum Verdict {
    Same,
    Differs(String),
    Missing(String),
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let listed: PageHashes = read(&self.hashes)?
            .parse()
            .with_context(|| format!("{} is no list of hashes", self.hashes.display()))?;
        ensure!(!listed.is_empty(), "no hash is listed");
        let agent = self.agent()?;
        let site = self.site.trim_end_matches('/');
        let (mut all, mut wrong) = (0_usize, 0_usize);
        for (path, hash) in listed.iter() {
            let verdict = look_at(&agent, &format!("{site}{path}"), hash);
            all = all.saturating_add(1);
            let (word, why) = match verdict {
                Verdict::Same => ("ok", String::new()),
                Verdict::Differs(why) => ("DIFFERS", why),
                Verdict::Missing(why) => ("MISSING", why),
            };
            if word != "ok" {
                wrong = wrong.saturating_add(1);
            }
            writeln!(run.out, "{word:<8} {path}{why}")?;
        }
        ensure!(wrong == 0, "{wrong} of {all} are not as published");
        Ok(writeln!(run.out, "All {all} are as published.")?)
    }

    /// Follows no redirection: what is published is served where it is published.
    fn agent(&self) -> anyhow::Result<Agent> {
        let proxy = self.proxy.as_deref().map(Proxy::new).transpose();
        let config = Agent::config_builder()
            .proxy(proxy.context("the proxy's address cannot be used")?)
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_mins(2)));
        Ok(Agent::new_with_config(config.build()))
    }
}

fn look_at(agent: &Agent, url: &str, hash: &[u8; 32]) -> Verdict {
    // As browsers ask, since that is what they are given.
    let asked = agent
        .get(url)
        .header(USER_AGENT, BROWSER)
        .header(ACCEPT_ENCODING, "br");
    let mut response = match asked.call() {
        Ok(response) => response,
        Err(error) => return Verdict::Missing(format!(" ({error})")),
    };
    let status = response.status();
    if status.as_u16() != 200 {
        return Verdict::Missing(format!(" (answered {})", status.as_u16()));
    }
    if let Some(name) = foreign(response.headers()) {
        return Verdict::Differs(format!(" (with a header `{name}`)"));
    }
    match content(&mut response) {
        Ok(bytes) if Sha256::digest(&bytes).as_slice() == hash => Verdict::Same,
        Ok(bytes) => Verdict::Differs(format!(" (is {})", hex::encode(Sha256::digest(bytes)))),
        Err(error) => Verdict::Differs(format!(" ({error})")),
    }
}

fn foreign(headers: &HeaderMap) -> Option<&'static str> {
    FOREIGN.into_iter().find(|name| headers.contains_key(*name))
}

/// The bytes as a browser sees them.
fn content(response: &mut Response<Body>) -> anyhow::Result<Vec<u8>> {
    let coding = response.headers().get(CONTENT_ENCODING).cloned();
    let body = response.body_mut().with_config().limit(MOST_BYTES);
    let sent = body.read_to_vec()?;
    let Some(coding) = coding else {
        return Ok(sent);
    };
    ensure!(coding == "br", "packed in a way that was not asked for");
    let mut unpacked = Vec::new();
    let most = MOST_BYTES.saturating_add(1);
    brotli::Decompressor::new(sent.as_slice(), 4_096)
        .take(most)
        .read_to_end(&mut unpacked)
        .context("not packed as it says")?;
    let is_too_much = u64::try_from(unpacked.len()).is_ok_and(|length| length == most);
    ensure!(!is_too_much, "larger than any page of ours");
    Ok(unpacked)
}
