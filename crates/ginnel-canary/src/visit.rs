//! The service, from outside: its public address, as a reporter's browser comes to it.

use std::time::Duration;

use altcha::{Challenge, Payload, SolveChallengeOptions, solve_challenge};
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use domain::SealedFrame;
use domain::wire::PUZZLE_HEADER;
use ureq::http::StatusCode;
use ureq::http::header::{ORIGIN, USER_AGENT};
use ureq::{Agent, Proxy};

/// A server that cheats must not know us by our name: that of Tor Browser, and of many others.
const BROWSER: &str = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";
const MOST_BYTES: u64 = 1_024 * 1_024;
/// A puzzle that is over when it is solved, or another server's, is followed by so many others.
const PUZZLES: u32 = 5;

/// Why something was not fetched or taken. Says nothing of what was sent.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// The proxy's address is none.
    #[error("the proxy's address cannot be used")]
    Proxy,
    /// Nobody answered, or not in time, or not as HTTP.
    #[error("{0} could not be fetched")]
    Unreachable(&'static str),
    /// It was answered otherwise than a reporter's browser expects.
    #[error("{path} answered {status}")]
    Refused {
        /// What was asked for.
        path: &'static str,
        /// With what status.
        status: u16,
    },
    /// The puzzle is none that a browser could solve.
    #[error("the puzzle cannot be solved")]
    Puzzle,
}

/// A way to a service.
pub struct Visit {
    site: String,
    agent: Agent,
}

impl Visit {
    /// Goes to an address such as `https://tips.example.org`, straight or through a proxy such as
    /// `socks5h://127.0.0.1:9050`. Follows no redirection: a browser's page would not either.
    pub fn to(site: &str, proxy: Option<&str>) -> Result<Self, NotTaken> {
        let proxy = proxy.map(Proxy::new).transpose();
        let config = Agent::config_builder()
            .proxy(proxy.map_err(|_| NotTaken::Proxy)?)
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_mins(2)));
        Ok(Self {
            site: site.trim_end_matches('/').into(),
            agent: Agent::new_with_config(config.build()),
        })
    }

    /// The public directory, as it is given out.
    pub(crate) fn directory(&self) -> Result<String, NotTaken> {
        let path = "/api/directory";
        let text = String::from_utf8(self.get(path)?);
        text.map_err(|_| NotTaken::Unreachable(path))
    }

    /// Solves a puzzle and hands a frame in.
    pub(crate) fn send(&self, frame: &SealedFrame) -> Result<(), NotTaken> {
        let path = "/api/tips";
        let mut status = StatusCode::PRECONDITION_REQUIRED;
        for _ in 0..PUZZLES {
            let solved = solved(&self.get("/api/puzzle")?)?;
            let request = self.agent.post(format!("{}{path}", self.site));
            let request = request
                .header(USER_AGENT, BROWSER)
                .header(ORIGIN, &self.site)
                .header(PUZZLE_HEADER, solved);
            let answer = request
                .content_type("application/octet-stream")
                .send(frame.as_bytes());
            status = answer.map_err(|_| NotTaken::Unreachable(path))?.status();
            match status {
                StatusCode::ACCEPTED => return Ok(()),
                StatusCode::PRECONDITION_REQUIRED => {}
                _ => break,
            }
        }
        let status = status.as_u16();
        Err(NotTaken::Refused { path, status })
    }

    fn get(&self, path: &'static str) -> Result<Vec<u8>, NotTaken> {
        let request = self.agent.get(format!("{}{path}", self.site));
        let answer = request.header(USER_AGENT, BROWSER).call();
        let mut answer = answer.map_err(|_| NotTaken::Unreachable(path))?;
        let status = answer.status().as_u16();
        if status != 200 {
            return Err(NotTaken::Refused { path, status });
        }
        let body = answer.body_mut().with_config().limit(MOST_BYTES);
        body.read_to_vec().map_err(|_| NotTaken::Unreachable(path))
    }
}

/// The answer to a challenge, as it goes beside a frame.
fn solved(challenge: &[u8]) -> Result<String, NotTaken> {
    let challenge: Challenge = serde_json::from_slice(challenge).map_err(|_| NotTaken::Puzzle)?;
    let solution = solve_challenge(SolveChallengeOptions::new(&challenge));
    let solution = solution.ok().flatten().ok_or(NotTaken::Puzzle)?;
    let payload = Payload {
        challenge,
        solution,
    };
    let json = serde_json::to_vec(&payload).map_err(|_| NotTaken::Puzzle)?;
    Ok(BASE64.encode(json))
}
