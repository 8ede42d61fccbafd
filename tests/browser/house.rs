//! What every test shares: one partnership, one driver.

use tests::{Browser, DESK, Driver, Look, Partnership, Scripts};

/// A served partnership and the means to start browsers.
pub struct House {
    /// The partnership.
    pub served: Partnership,
    driver: Driver,
}

impl House {
    /// Makes the partnership and starts everything.
    pub fn start() -> Self {
        Self {
            driver: Driver::start("browser"),
            served: Partnership::make("browser", ""),
        }
    }

    /// A resident's browser.
    pub fn resident(&self, name: &str, look: Look, scripts: Scripts) -> Browser {
        Browser::open(&self.driver, name, look, scripts)
    }

    /// An officer's browser.
    pub fn staff(&self, name: &str) -> Browser {
        Browser::open(&self.driver, name, DESK, Scripts::On)
    }
}
