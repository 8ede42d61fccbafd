//! What the server cannot do because it never reaches the code, and who alone may use what.

use std::collections::{BTreeMap, VecDeque};

use crate::graph::{Graph, Kind, Origin, Package};

/// A wall: none of these crates reaches `forbidden`, however far the way.
pub(crate) struct Wall {
    pub(crate) from: &'static [&'static str],
    pub(crate) forbidden: &'static [&'static str],
    pub(crate) because: &'static str,
}

/// A guard: only these crates of the house depend on `guarded` directly.
pub(crate) struct Guard {
    pub(crate) guarded: fn(&str) -> bool,
    pub(crate) only: &'static [&'static str],
    pub(crate) because: &'static str,
}

const SERVER: &[&str] = &[
    "ginnel",
    "api",
    "report",
    "notify",
    "staging",
    "storage",
    "storage-postgres",
    "storage-sqlite",
];

pub(crate) const UNREACHABLE: &[Wall] = &[
    Wall {
        from: SERVER,
        forbidden: &["unseal"],
        because: "the server cannot decrypt",
    },
    Wall {
        from: &[
            "api",
            "staging",
            "storage",
            "storage-postgres",
            "storage-sqlite",
        ],
        forbidden: &["seal", "age"],
        because: "on the server only the no-script handler seals",
    },
    Wall {
        from: &[
            "api",
            "notify",
            "staging",
            "storage",
            "storage-postgres",
            "storage-sqlite",
        ],
        forbidden: &["identity", "mailbox"],
        because: "on the server only the no-script handler opens, and replies only",
    },
    Wall {
        from: &["sealer", "comeback", "reading"],
        forbidden: &["unseal", "signin"],
        because: "a reporter's page opens nothing but replies to its phrase",
    },
    Wall {
        from: &["sealer"],
        forbidden: &["identity", "mailbox", "phrase"],
        because: "whoever chooses no phrase fetches nothing of one",
    },
    Wall {
        from: &[
            "console", "sealer", "comeback", "reading", "places", "hints", "redraw", "opener",
        ],
        forbidden: &["actix-web", "sqlx", "storage"],
        because: "a browser module carries no server",
    },
];

pub(crate) const GUARDED: &[Guard] = &[
    Guard {
        guarded: |name| matches!(name, "age" | "age-core"),
        only: &["seal", "identity"],
        because: "one crate seals, one opens",
    },
    Guard {
        guarded: |name| name == "identity",
        only: &["mailbox", "unseal"],
        because: "a phrase opens its replies, officers and the offline tool the rest",
    },
    Guard {
        guarded: |name| name == "mailbox",
        only: &["report", "comeback", "reading", "tests"],
        because: "only reporters read replies",
    },
    Guard {
        guarded: |name| name == "seal",
        only: &[
            // What officers did is sealed to auditors, whose keys lie offline.
            "audit",
            // Backups are sealed to keys that lie offline; what is packed was sealed before.
            "backup",
            "report",
            "sealer",
            "comeback",
            "opener",
            "identity",
            "mailbox",
            "unseal",
            // Runs on another machine than the server, and seals a test of its own.
            "ginnel-canary",
            "ginnel-keys",
            "demo",
            "tests",
        ],
        because: "on the server only the no-script handler, the log and backups seal",
    },
    Guard {
        guarded: |name| name == "unseal",
        only: &["opener", "ginnel-keys", "demo", "tests"],
        because: "only staff browsers and the offline tool open",
    },
    Guard {
        guarded: |name| name == "sqlx" || name.starts_with("sqlx-"),
        only: &["storage-postgres", "storage-sqlite", "staging"],
        because: "SQL stands behind the Store",
    },
    Guard {
        guarded: |name| name == "object_store" || name == "reqwest",
        only: &["blobs"],
        because: "the server asks nobody but a storage of files that its settings name",
    },
    Guard {
        guarded: |name| name == "lettre",
        only: &["notify"],
        because: "one crate sends mail",
    },
    Guard {
        guarded: |name| name.starts_with("actix"),
        only: &["api", "ginnel", "report", "tests"],
        because: "HTTP stands at the edge",
    },
];

/// The walls that are walked through, each with the way taken.
pub(crate) fn breaches(graph: &Graph, walls: &[Wall]) -> Vec<String> {
    let mut complaints = Vec::new();
    for wall in walls {
        for from in wall.from {
            for forbidden in wall.forbidden {
                if let Some(way) = way(graph, from, forbidden) {
                    complaints.push(format!("{}: {}", wall.because, way.join(" → ")));
                }
            }
        }
    }
    complaints
}

/// The crates of the house that use a guarded crate without being let to, their tests included.
pub(crate) fn trespasses(graph: &Graph, guards: &[Guard]) -> Vec<String> {
    let mut complaints = Vec::new();
    for package in graph.members() {
        for edge in &package.edges {
            let Some(target) = graph.packages.get(&edge.to) else {
                continue;
            };
            for guard in guards {
                if (guard.guarded)(&target.name) && !may(guard, package, target, edge.kind) {
                    complaints.push(format!(
                        "{} uses {}: {}",
                        package.name, target.name, guard.because
                    ));
                }
            }
        }
    }
    complaints
}

/// A crate's tests may use our own crates freely: those ship with nobody.
fn may(guard: &Guard, from: &Package, target: &Package, kind: Kind) -> bool {
    let in_a_test_of_ours = kind == Kind::Test && target.origin == Origin::House;
    in_a_test_of_ours || guard.only.contains(&from.name.as_str())
}

/// The shortest way of shipped edges from one crate to any package of that name.
fn way(graph: &Graph, from: &str, to: &str) -> Option<Vec<String>> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(here) = waiting.pop_front() {
        let package = graph.packages.get(here)?;
        if package.name == to {
            return Some(retrace(&came_from, from, here));
        }
        for edge in package
            .edges
            .iter()
            .filter(|edge| edge.kind == Kind::Shipped)
        {
            if edge.to != from && !came_from.contains_key(edge.to.as_str()) {
                came_from.insert(&edge.to, here);
                waiting.push_back(&edge.to);
            }
        }
    }
    None
}

fn retrace(came_from: &BTreeMap<&str, &str>, from: &str, to: &str) -> Vec<String> {
    let mut way = vec![to.to_owned()];
    let mut here = to;
    while here != from {
        here = came_from[here];
        way.push(here.to_owned());
    }
    way.reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::{GUARDED, UNREACHABLE, breaches, trespasses};
    use crate::graph::Kind::{Shipped, Test};
    use crate::graph::made_up::graph;

    #[test]
    fn a_server_that_reaches_the_opening_code_by_a_detour_is_refused_with_the_way() {
        let graph = graph(&[
            ("ginnel", "api", Shipped),
            ("api", "helpers 1.0.0", Shipped),
            ("helpers 1.0.0", "unseal", Shipped),
        ]);
        let complaints = breaches(&graph, UNREACHABLE);
        assert!(
            complaints.contains(
                &"the server cannot decrypt: ginnel → api → helpers 1.0.0 → unseal".to_owned()
            ),
            "{complaints:?}"
        );
    }

    #[test]
    fn opening_code_in_a_servers_tests_is_no_breach() {
        let graph = graph(&[("ginnel", "unseal", Test), ("ginnel", "api", Shipped)]);
        assert!(breaches(&graph, UNREACHABLE).is_empty());
    }

    #[test]
    fn a_ring_of_dependencies_is_walked_once() {
        let graph = graph(&[("api", "a 1.0.0", Shipped), ("a 1.0.0", "api", Shipped)]);
        assert!(breaches(&graph, UNREACHABLE).is_empty());
    }

    #[test]
    fn the_cipher_the_database_the_mailer_and_http_are_refused_outside_their_crates() {
        let graph = graph(&[
            ("domain", "age 0.12.1", Shipped),
            ("api", "sqlx 0.9.0", Test),
            ("api", "lettre 0.11.0", Shipped),
            ("storage", "actix-http 3.0.0", Shipped),
            ("ginnel", "seal", Shipped),
            ("demo", "seal", Shipped),
            ("seal", "age 0.12.1", Shipped),
            ("api", "unseal", Test),
        ]);
        let complaints = trespasses(&graph, GUARDED);
        let who: Vec<&str> = complaints
            .iter()
            .map(|complaint| complaint.split(':').next().expect("split gives one"))
            .collect();
        assert_eq!(
            who,
            [
                "api uses lettre",
                "api uses sqlx",
                "domain uses age",
                "ginnel uses seal",
                "storage uses actix-http"
            ]
        );
    }
}
