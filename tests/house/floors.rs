//! Arrows point down: a crate depends only on crates of lower floors.

use crate::graph::{Graph, Kind};

/// Every crate of the house and its floor.
pub(crate) const FLOORS: &[(&str, u8)] = &[
    ("cluster", 0),
    ("domain", 0),
    ("gazetteer", 1),
    ("giveaway", 1),
    ("notes", 1),
    ("pictures", 1),
    ("print", 1),
    ("signin", 1),
    ("phrase", 2),
    ("pole", 2),
    ("seal", 2),
    ("storage", 2),
    ("actors", 3),
    ("audit", 3),
    ("backup", 3),
    ("blobs", 3),
    ("identity", 3),
    ("notify", 3),
    ("staging", 3),
    ("storage-postgres", 3),
    ("storage-sqlite", 3),
    ("api", 4),
    ("mailbox", 4),
    ("unseal", 4),
    ("comeback", 5),
    ("console", 5),
    ("hints", 5),
    ("opener", 5),
    ("places", 5),
    ("redraw", 5),
    ("report", 5),
    ("sealer", 5),
    ("ginnel", 6),
    ("ginnel-canary", 6),
    ("ginnel-keys", 6),
    ("reading", 6),
    ("bundle", 7),
    ("demo", 7),
    ("sbom", 7),
    ("tests", 8),
    ("xtask", 8),
];

/// Edges that do not go down, crates without a floor, and floors without a crate.
///
/// A crate's own tests may look up or sideways: they ship with nobody.
pub(crate) fn upward_edges(graph: &Graph, floors: &[(&str, u8)]) -> Vec<String> {
    let mut complaints = Vec::new();
    for package in graph.members() {
        let Some(from) = floor(floors, &package.name) else {
            complaints.push(format!(
                "{} has no floor: give it one in tests/house/floors.rs",
                package.name
            ));
            continue;
        };
        for edge in package
            .edges
            .iter()
            .filter(|edge| edge.kind == Kind::Shipped)
        {
            match floor(floors, &edge.to) {
                Some(to) if to >= from => complaints.push(format!(
                    "{} (floor {from}) depends on {} (floor {to}): arrows point down",
                    package.name, edge.to
                )),
                Some(_) | None => {}
            }
        }
    }
    for (name, _) in floors {
        if graph.named(name).next().is_none() {
            complaints.push(format!("{name} has a floor but is no crate of the house"));
        }
    }
    complaints
}

fn floor(floors: &[(&str, u8)], name: &str) -> Option<u8> {
    floors
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, floor)| *floor)
}

#[cfg(test)]
mod tests {
    use super::upward_edges;
    use crate::graph::Kind::{Shipped, Test};
    use crate::graph::made_up::graph;

    const FLOORS: &[(&str, u8)] = &[("cellar", 0), ("hall", 1), ("parlour", 1), ("attic", 2)];

    #[test]
    fn a_house_whose_arrows_point_down_is_accepted() {
        let graph = graph(&[
            ("attic", "hall", Shipped),
            ("hall", "cellar", Shipped),
            ("parlour", "cellar", Shipped),
            ("attic", "serde 1.0.0", Shipped),
        ]);
        assert!(upward_edges(&graph, FLOORS).is_empty());
    }

    #[test]
    fn an_arrow_up_and_an_arrow_sideways_are_both_refused() {
        let graph = graph(&[("cellar", "attic", Shipped), ("hall", "parlour", Shipped)]);
        let complaints = upward_edges(&graph, FLOORS);
        assert_eq!(complaints.len(), 2, "{complaints:?}");
        assert!(complaints[0].contains("cellar (floor 0) depends on attic (floor 2)"));
        assert!(complaints[1].contains("hall (floor 1) depends on parlour (floor 1)"));
    }

    #[test]
    fn a_crate_may_look_up_in_its_own_tests() {
        let graph = graph(&[
            ("cellar", "attic", Test),
            ("hall", "cellar", Shipped),
            ("parlour", "cellar", Shipped),
        ]);
        assert!(upward_edges(&graph, FLOORS).is_empty());
    }

    #[test]
    fn a_crate_without_a_floor_and_a_floor_without_a_crate_are_refused() {
        let graph = graph(&[("shed", "cellar", Shipped), ("attic", "hall", Shipped)]);
        let complaints = upward_edges(&graph, FLOORS);
        assert!(
            complaints[0].contains("shed has no floor"),
            "{complaints:?}"
        );
        assert!(
            complaints[1].contains("parlour has a floor but is no crate"),
            "{complaints:?}"
        );
    }
}
