//! The officers' browser module over plain HTTP, as a browser would speak to 127.0.0.1.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use domain::wire::INTAKE_REMAINING_HEADER;
use opener::transport::{Call, Method, Reply, Transport, Unreachable};
use ureq::http::Response;
use ureq::{Agent, Body};

const MOST_BYTES: u64 = 64 * 1_024 * 1_024;

/// Carries the opener's requests to a staff listener. Every request waits for its answer.
#[derive(Debug, Clone)]
pub struct Http {
    base: String,
    agent: Agent,
}

impl Http {
    /// Speaks to a listener such as `http://127.0.0.1:8081`.
    pub fn to(base: &str) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_mins(1)));
        let agent = Agent::new_with_config(config.build());
        let base = base.trim_end_matches('/').into();
        Self { base, agent }
    }

    fn wait_for(&self, call: &Call<'_>) -> Result<Reply, ureq::Error> {
        let url = format!("{}{}", self.base, call.path);
        let bearer = call.token.map(|token| format!("Bearer {token}"));
        let mut response = match (call.method, call.body) {
            (Method::Get, _) => {
                let mut request = self.agent.get(url);
                if let Some(bearer) = bearer {
                    request = request.header("authorization", bearer);
                }
                request.call()?
            }
            (method, body) => {
                let mut request = match method {
                    Method::Put => self.agent.put(url),
                    Method::Get | Method::Post => self.agent.post(url),
                };
                if let Some(bearer) = bearer {
                    request = request.header("authorization", bearer);
                }
                match body {
                    Some(body) => request.content_type("application/json").send(body)?,
                    None => request.send_empty()?,
                }
            }
        };
        Ok(Reply {
            status: response.status().as_u16(),
            remaining: remaining(&response),
            body: response
                .body_mut()
                .with_config()
                .limit(MOST_BYTES)
                .read_to_vec()?,
        })
    }
}

impl Transport for Http {
    async fn send(&self, call: Call<'_>) -> Result<Reply, Unreachable> {
        self.wait_for(&call).map_err(|_| Unreachable)
    }
}

fn remaining(response: &Response<Body>) -> Option<u32> {
    let header = response.headers().get(INTAKE_REMAINING_HEADER)?;
    header.to_str().ok()?.parse().ok()
}

/// Runs what never waits for anything but [`Http`], which blocks.
pub fn now<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}
