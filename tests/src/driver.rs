//! chromedriver, one for all browsers of a test program.

use std::process::Command;

use serde_json::{Value, json};

use crate::child::{Child, free_port};
use crate::place;
use crate::wait::until;
use crate::webdriver::Wire;

/// A running chromedriver; its browsers are gone before it is.
pub struct Driver {
    wire: Wire,
    _child: Child,
}

impl Driver {
    /// Starts chromedriver on a free port and waits until it is ready.
    pub fn start(name: &str) -> Self {
        let port = free_port();
        let log = place::scratch(&format!("driver-{name}")).join("log");
        let mut command = Command::new("chromedriver");
        command.arg(format!("--port={port}"));
        let child = Child::start(&mut command, &log, &[port]);
        let wire = Wire::to(format!("http://127.0.0.1:{port}"));
        until("a chromedriver that is ready", || {
            let status = wire.get("status").ok()?;
            status.get("ready")?.as_bool()?.then_some(())
        });
        Self {
            wire,
            _child: child,
        }
    }

    /// Starts a Chromium with a profile of its own.
    pub(crate) fn session(&self, flags: &[String], preferences: &Value) -> Wire {
        let options = json!({"args": flags, "prefs": preferences});
        let wanted = json!({"browserName": "chrome", "goog:chromeOptions": options});
        let body = json!({"capabilities": {"alwaysMatch": wanted}});
        let made = self.wire.post("session", &body);
        let made = made.unwrap_or_else(|trouble| panic!("Chromium did not start: {trouble:?}"));
        let id = made.get("sessionId").and_then(Value::as_str);
        let id = id.expect("a session has an id");
        self.wire.below(&format!("session/{id}"))
    }
}
