//! What axe-core finds wrong with a page as it stands.

use serde_json::Value;

use crate::browser::Browser;
use crate::place;

/// How much text has to stand out from its ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contrast {
    /// WCAG's AA: 4.5 to 1, big text 3 to 1.
    Good,
    /// WCAG's AAA: 7 to 1, big text 4.5 to 1.
    Best,
}

/// WCAG 2.2 A and AA, what is known to get in people's way, and AAA's contrast if that is asked.
const RUN: &str = "
    return axe.run(document, {
        resultTypes: ['violations'],
        runOnly: {
            type: 'tag',
            values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        },
        rules: {'color-contrast-enhanced': {enabled: arguments[0]}},
    }).then(({ passes, violations }) => ({
        kept: passes.map(({ id }) => id),
        broken: violations.map(({ id, help, nodes }) =>
            `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`),
    }));";

/// The rules the page breaks, each with where.
pub fn broken_rules(browser: &Browser, contrast: Contrast) -> Vec<String> {
    if browser.run("return 'axe' in window", &[]) != Value::Bool(true) {
        let axe = place::npm().join("axe-core/axe.min.js");
        let axe = std::fs::read_to_string(axe).expect("the package holds it");
        browser.run(&axe, &[]);
    }
    let best = contrast == Contrast::Best;
    let found = browser.run(RUN, &[best.into()]);
    let (kept, broken) = (texts(&found, "kept"), texts(&found, "broken"));
    assert!(kept.len() > 5, "the rules were not tried: {found}");
    let mut tried = kept.iter().chain(&broken);
    let tried = tried.any(|rule| rule.starts_with("color-contrast-enhanced"));
    assert_eq!(tried, best, "{kept:?}");
    broken
}

fn texts(found: &Value, name: &str) -> Vec<String> {
    let list = found.get(name).and_then(Value::as_array);
    let list = list.expect("axe answers with lists").iter();
    let text = |one: &Value| one.as_str().unwrap_or_default().to_owned();
    list.map(text).collect()
}
