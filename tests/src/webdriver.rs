//! The `WebDriver` protocol, as much as the tests speak of it: JSON over HTTP on loopback.

use std::time::Duration;

use serde_json::Value;
use ureq::Agent;

/// What the driver answered instead of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    /// The protocol's word for it: `no such element`.
    pub(crate) kind: String,
    /// What it says beside.
    pub(crate) message: String,
}

/// One place of the driver: itself, or one session of it.
#[derive(Clone)]
pub(crate) struct Wire {
    agent: Agent,
    base: String,
}

impl Trouble {
    /// Whether a page that is still being drawn may explain it.
    pub(crate) fn may_pass(&self) -> bool {
        matches!(
            self.kind.as_str(),
            "no such element"
                | "stale element reference"
                | "element not interactable"
                | "element click intercepted"
                | "javascript error"
                | "unknown error"
        )
    }
}

impl Wire {
    pub(crate) fn to(base: String) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_mins(2)));
        let agent = Agent::new_with_config(config.build());
        Self { agent, base }
    }

    /// The same driver, one step further down.
    pub(crate) fn below(&self, path: &str) -> Self {
        Self {
            agent: self.agent.clone(),
            base: format!("{}/{path}", self.base),
        }
    }

    pub(crate) fn get(&self, path: &str) -> Result<Value, Trouble> {
        read(self.agent.get(self.url(path)).call())
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value, Trouble> {
        read(self.agent.post(self.url(path)).send_json(body))
    }

    pub(crate) fn delete(&self, path: &str) -> Result<Value, Trouble> {
        read(self.agent.delete(self.url(path)).call())
    }

    fn url(&self, path: &str) -> String {
        if path.is_empty() {
            self.base.clone()
        } else {
            format!("{}/{path}", self.base)
        }
    }
}

type Reply = Result<ureq::http::Response<ureq::Body>, ureq::Error>;

fn read(reply: Reply) -> Result<Value, Trouble> {
    let lost = |error: ureq::Error| Trouble {
        kind: "driver lost".into(),
        message: error.to_string(),
    };
    let mut response = reply.map_err(lost)?;
    let body: Value = response
        .body_mut()
        .with_config()
        .limit(64 * 1_024 * 1_024)
        .read_json()
        .map_err(lost)?;
    let value = body.get("value").cloned().unwrap_or_default();
    let text = |name| value.get(name).and_then(Value::as_str).map(str::to_owned);
    if response.status().is_success() {
        return Ok(value);
    }
    Err(Trouble {
        kind: text("error").unwrap_or_default(),
        message: text("message").unwrap_or_default(),
    })
}
