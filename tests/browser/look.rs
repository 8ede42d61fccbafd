//! A picture of a page, and whether everybody can use it.

use tests::{Browser, broken_rules};

/// Keeps a picture; nothing in the page may be in somebody's way.
pub fn look(browser: &Browser, name: &str) {
    browser.shot(name);
    let broken = broken_rules(browser);
    assert!(broken.is_empty(), "{name}:\n  {}", broken.join("\n  "));
}
