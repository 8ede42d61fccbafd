//! What we build on is permissive and comes from the public registry.

use crate::graph::{Graph, Origin};

/// Licences that ask for no more than their own text.
const PERMISSIVE: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BlueOak-1.0.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages whose licence is missing or asks for more than we grant.
pub(crate) fn forbidden(graph: &Graph) -> Vec<String> {
    graph
        .packages
        .iter()
        .filter_map(|(key, package)| match &package.licence {
            None => Some(format!("{key} names no licence")),
            Some(licence) if permits(licence) => None,
            Some(licence) => Some(format!("{key} is under {licence}")),
        })
        .collect()
}

/// Packages that come neither from the workspace nor from the registry.
pub(crate) fn foreign_sources(graph: &Graph) -> Vec<String> {
    graph
        .packages
        .iter()
        .filter_map(|(key, package)| match &package.origin {
            Origin::House | Origin::Registry => None,
            Origin::Elsewhere(source) => Some(format!("{key} comes from {source}")),
        })
        .collect()
}

/// Whether an SPDX expression leaves a permissive choice: every `AND` part, any `OR` part.
fn permits(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let expression = without_outer_parentheses(expression.trim());
    if let Some(parts) = split_outside(expression, " AND ") {
        // OR binds looser than AND, so an expression with both at this depth splits at OR first.
        return match split_outside(expression, " OR ") {
            Some(choices) => choices.into_iter().any(permits),
            None => parts.into_iter().all(permits),
        };
    }
    match split_outside(expression, " OR ") {
        Some(choices) => choices.into_iter().any(permits),
        None => PERMISSIVE.contains(&expression),
    }
}

/// Splits at a word that stands outside all parentheses; `None` when there is none.
fn split_outside<'a>(expression: &'a str, word: &str) -> Option<Vec<&'a str>> {
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, byte) in expression.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= start && expression[at..].starts_with(word) => {
                parts.push(&expression[start..at]);
                start = at + word.len();
            }
            _ => {}
        }
    }
    parts.push(&expression[start..]);
    (parts.len() > 1).then_some(parts)
}

fn without_outer_parentheses(expression: &str) -> &str {
    match expression
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inner) if balanced(inner) => without_outer_parentheses(inner.trim()),
        Some(_) | None => expression,
    }
}

fn balanced(text: &str) -> bool {
    let mut depth = 0_i32;
    for byte in text.bytes() {
        depth += match byte {
            b'(' => 1,
            b')' => -1,
            _ => 0,
        };
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::{forbidden, foreign_sources, permits};
    use crate::graph::Kind::Shipped;
    use crate::graph::{Origin, made_up::graph};

    #[test]
    fn expressions_are_read_as_spdx_means_them() {
        for allowed in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0-only",
            "(MIT)",
            "LGPL-2.1-or-later OR MIT AND ISC",
            "(Apache-2.0 OR GPL-2.0-only) AND (MIT OR GPL-2.0-only)",
        ] {
            assert!(permits(allowed), "{allowed}");
        }
        for refused in [
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "(MIT OR Apache-2.0) AND AGPL-3.0-only",
            "GPL-2.0-only OR MIT AND LGPL-3.0-only",
            "Apache-2.0 WITH Something-exception",
            "MPL-2.0",
            "",
        ] {
            assert!(!permits(refused), "{refused}");
        }
    }

    #[test]
    fn a_copyleft_a_nameless_and_a_foreign_package_are_each_refused() {
        let mut graph = graph(&[
            ("api", "viral 1.0.0", Shipped),
            ("api", "silent 1.0.0", Shipped),
        ]);
        let viral = graph.packages.get_mut("viral 1.0.0").expect("just made");
        viral.licence = Some("GPL-3.0-or-later".to_owned());
        viral.origin = Origin::Elsewhere("git+https://example.org/viral".to_owned());
        graph
            .packages
            .get_mut("silent 1.0.0")
            .expect("just made")
            .licence = None;
        assert_eq!(
            forbidden(&graph),
            [
                "silent 1.0.0 names no licence",
                "viral 1.0.0 is under GPL-3.0-or-later"
            ]
        );
        assert_eq!(
            foreign_sources(&graph),
            ["viral 1.0.0 comes from git+https://example.org/viral"]
        );
    }
}
