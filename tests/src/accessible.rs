//! What axe-core finds wrong with a page as it stands.

use serde_json::Value;

use crate::browser::Browser;
use crate::place;

/// WCAG 2.2 A and AA, and what is known to get in people's way.
const RUN: &str = "
    return axe.run(document, {
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }).then(({ passes, violations }) => ({
        kept: passes.length,
        broken: violations.map(({ id, help, nodes }) =>
            `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`),
    }));";

/// The rules the page breaks, each with where.
pub fn broken_rules(browser: &Browser) -> Vec<String> {
    if browser.run("return 'axe' in window", &[]) != Value::Bool(true) {
        let axe = place::npm().join("axe-core/axe.min.js");
        let axe = std::fs::read_to_string(axe).expect("the package holds it");
        browser.run(&axe, &[]);
    }
    let found = browser.run(RUN, &[]);
    let kept = found.get("kept").and_then(Value::as_u64);
    assert!(kept > Some(5), "the rules were not tried: {found}");
    let broken = found.get("broken").and_then(Value::as_array);
    let broken = broken.expect("axe answers with a list").iter();
    let text = |one: &Value| one.as_str().unwrap_or_default().to_owned();
    broken.map(text).collect()
}
