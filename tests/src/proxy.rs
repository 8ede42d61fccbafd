//! A server between a browser and ours: it keeps every byte the browser sends, and can break things.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::encodings::Needles;
use crate::listener::{Answer, Asked, Listener};

/// What is done to requests whose path contains a text.
#[derive(Debug, Clone)]
pub enum Rule {
    /// Answered with this status, and `Retry-After` if given.
    Status(u16, Option<u32>),
    /// Answered with this text in place of what our server says.
    Say(String),
    /// What our server says, and these bytes after it: the file would do what it did before.
    Append(&'static [u8]),
    /// The connection is closed without a word.
    Cut,
}

/// A running one; dropping it closes its port.
pub struct Proxy {
    listener: Listener,
    inside: Arc<Inside>,
}

struct Inside {
    upstream: SocketAddr,
    rules: Mutex<Vec<(String, Rule)>>,
    sent: Mutex<Vec<Asked>>,
}

impl Proxy {
    /// Stands before a server.
    pub fn before(upstream: SocketAddr) -> Self {
        let inside = Arc::new(Inside {
            upstream,
            rules: Mutex::default(),
            sent: Mutex::default(),
        });
        let within = Arc::clone(&inside);
        let listener = Listener::start(move |asked| within.answer(&asked));
        Self { listener, inside }
    }

    /// An address behind it.
    pub fn url(&self, path: &str) -> String {
        self.listener.url(path)
    }

    /// From now on, until [`Proxy::mend`], does this to paths that contain the text.
    pub fn breaks(&self, text: &str, rule: Rule) {
        lock(&self.inside.rules).push((text.into(), rule));
    }

    /// From now on everything goes through again.
    pub fn mend(&self) {
        lock(&self.inside.rules).clear();
    }

    /// Every request so far, answered by us or by our server.
    pub fn sent(&self) -> Vec<Asked> {
        lock(&self.inside.sent).clone()
    }

    /// Requests with a body so far.
    pub fn posted(&self) -> Vec<Asked> {
        let sent = self.sent().into_iter();
        sent.filter(|asked| !asked.body.is_empty() || asked.method == "POST")
            .collect()
    }

    /// How many requests so far had a path with this text.
    pub fn count(&self, text: &str) -> usize {
        let sent = lock(&self.inside.sent);
        sent.iter()
            .filter(|asked| asked.path.contains(text))
            .count()
    }

    /// The paths of requests that carried the phrase in any dress, in their head or body.
    pub fn carried(&self, needles: &Needles) -> Vec<String> {
        let carries = |asked: &Asked| {
            !needles.within(asked.head.as_bytes()).is_empty()
                || !needles.within(&asked.body).is_empty()
        };
        let sent = self.sent().into_iter();
        sent.filter(carries).map(|asked| asked.path).collect()
    }
}

impl Inside {
    fn answer(&self, asked: &Asked) -> Answer {
        let rules = lock(&self.rules).clone();
        let rule = rules
            .into_iter()
            .find(|(text, _)| asked.path.contains(text));
        lock(&self.sent).push(asked.clone());
        match rule {
            None => self
                .forward(asked, &[])
                .map_or(Answer::Nothing, Answer::Raw),
            Some((_, Rule::Append(more))) => {
                let whole = self.forward(asked, &["accept-encoding:"]);
                whole.map_or(Answer::Nothing, |whole| Answer::Raw(appended(&whole, more)))
            }
            Some((_, Rule::Cut)) => Answer::Nothing,
            Some((_, Rule::Say(text))) => Answer::file("text/plain; charset=utf-8", text),
            Some((_, Rule::Status(status, retry))) => Answer::Say {
                status,
                headers: retry
                    .map(|seconds| format!("retry-after: {seconds}"))
                    .into_iter()
                    .collect(),
                body: Vec::new(),
            },
        }
    }

    /// The same request to our server, over a connection of its own and without these headers.
    fn forward(&self, asked: &Asked, without: &[&str]) -> std::io::Result<Vec<u8>> {
        let mut upstream = TcpStream::connect(self.upstream)?;
        upstream.set_read_timeout(Some(Duration::from_mins(1)))?;
        let lines = asked.head.trim_end().lines();
        let kept = lines.filter(|line| {
            let line = line.to_ascii_lowercase();
            !line.starts_with("connection:") && !without.iter().any(|name| line.starts_with(name))
        });
        let lines: Vec<&str> = kept.chain(["Connection: close", "", ""]).collect();
        upstream.write_all(lines.join("\r\n").as_bytes())?;
        upstream.write_all(&asked.body)?;
        let mut response = Vec::new();
        upstream.read_to_end(&mut response)?;
        Ok(response)
    }
}

/// A response with more after its body, which then ends where the connection does.
fn appended(response: &[u8], more: &[u8]) -> Vec<u8> {
    let end = memchr::memmem::find(response, b"\r\n\r\n").expect("a response has a head");
    let (head, body) = response.split_at(end);
    let head = String::from_utf8_lossy(head);
    let lines = head.lines();
    let kept = lines.filter(|line| !line.to_ascii_lowercase().starts_with("content-length:"));
    let head: Vec<&str> = kept.collect();
    [head.join("\r\n").as_bytes(), body, more].concat()
}

fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listener::loopback;

    fn get(url: &str) -> (u16, String) {
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        let mut response = ureq::Agent::new_with_config(config.build())
            .post(url)
            .send("what is typed into the form")
            .unwrap();
        let status = response.status().as_u16();
        (status, response.body_mut().read_to_string().unwrap())
    }

    #[test]
    fn what_goes_through_is_kept_and_what_is_broken_is_answered_here() {
        let server = Listener::start(|asked| Answer::file("text/plain", asked.body));
        let port = server.url("").rsplit(':').next().unwrap().parse().unwrap();
        let proxy = Proxy::before(loopback(port));
        let (status, said) = get(&proxy.url("/a"));
        assert_eq!(
            (status, said.as_str()),
            (200, "what is typed into the form")
        );
        proxy.breaks("/c", Rule::Append(b", and more"));
        let longer = "what is typed into the form, and more";
        assert_eq!(get(&proxy.url("/c")), (200, longer.into()));
        proxy.breaks("/b", Rule::Status(429, Some(1)));
        assert_eq!(get(&proxy.url("/b")).0, 429);
        proxy.mend();
        assert_eq!(get(&proxy.url("/b")).0, 200);
        let paths = proxy.carried(&Needles::of("what is typed into"));
        assert_eq!(paths, ["/a", "/c", "/b", "/b"]);
        assert_eq!(
            proxy.carried(&Needles::of("what nobody has typed")),
            [""; 0]
        );
        assert_eq!(proxy.count("/b"), 2);
    }
}
