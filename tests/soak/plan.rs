//! How often to kill, and with which luck.

use std::env;
use std::str::FromStr;

use rand::RngCore;
use rand::rngs::OsRng;

/// As often as every change is tested.
const KILLS: u32 = 10;

/// What was asked for: `SOAK_KILLS` and `SOAK_SEED`, as `cargo xtask soak` sets them.
pub struct Plan {
    /// How often the server is killed.
    pub kills: u32,
    /// What decides about moments, frames and who sends what.
    pub seed: u64,
}

impl Plan {
    /// Reads what was asked for; otherwise ten kills and luck of its own.
    pub fn from_environment() -> Self {
        Self {
            kills: asked("SOAK_KILLS").unwrap_or(KILLS),
            seed: asked("SOAK_SEED").unwrap_or_else(|| OsRng.next_u64()),
        }
    }
}

fn asked<T: FromStr>(variable: &str) -> Option<T> {
    let text = env::var(variable).ok()?;
    let number = text.parse().ok();
    assert!(number.is_some(), "{variable} is no number");
    number
}
