//! What every test shares: one partnership, one driver.

use tests::{Browser, DESK, Driver, Look, Partnership, Scripts};

/// Tests read the server's memory, which it else keeps from everybody but root; and in a few minutes
/// one officer signs in as often as others do in a week.
const SEARCHED: &str = "
[process]
may_be_debugged = true
[limits]
sign_ins_a_name = { burst = 200, every_ms = 1000 }
sign_ins_a_name_all = { burst = 200, every_ms = 1000 }
";

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
            served: Partnership::make("browser", SEARCHED),
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
