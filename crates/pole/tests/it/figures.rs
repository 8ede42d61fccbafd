//! How much of what should be found is found, and how much of what is found should be.

use std::collections::{BTreeMap, BTreeSet};

use pole::{Reader, Told, distinct};

use crate::table::{Sample, held, tuned};

/// How often right, wrong, and missed.
#[derive(Clone, Copy, Default)]
struct Tally {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Tally {
    fn precision(self) -> f64 {
        share(self.right, self.wrong)
    }

    fn recall(self) -> f64 {
        share(self.right, self.missed)
    }
}

fn share(right: u32, other: u32) -> f64 {
    if right + other == 0 {
        return 1.0;
    }
    f64::from(right) / f64::from(right + other)
}

type Tallies = BTreeMap<String, Tally>;

/// Least precision and recall of each kind on the tips nothing was tuned on, a little under what is reached.
const FLOORS: &[(&str, f64, f64)] = &[
    ("account", 0.75, 0.75),
    ("address", 0.95, 0.95),
    ("category", 0.85, 0.85),
    ("district", 0.95, 0.95),
    ("duplicate", 0.95, 0.95),
    ("email", 0.95, 0.95),
    ("money", 0.95, 0.95),
    ("person", 0.90, 0.80),
    ("phone", 0.95, 0.95),
    ("place", 0.92, 0.90),
    ("postcode", 0.95, 0.95),
    ("priority", 0.90, 0.90),
    ("vehicle", 0.90, 0.70),
];

fn judged(samples: &[Sample]) -> Tallies {
    let reader = Reader::open();
    let mut tallies = Tallies::new();
    let mut marks: Vec<(String, BTreeSet<String>)> = Vec::new();
    for sample in samples {
        let told = Told {
            answers: Some(&sample.answers),
            story: &sample.story,
        };
        let mentions = reader.mentions(&told);
        let entities = distinct(&mentions);
        let mut found: Vec<(String, String)> = entities
            .iter()
            .map(|entity| (entity.kind.to_string(), entity.value.clone()))
            .collect();
        let suggested = reader.suggest(&told, &mentions);
        found.extend(
            suggested
                .areas
                .iter()
                .map(|area| ("district".into(), area.value.code().into())),
        );
        found.push(("priority".into(), suggested.priority.value.to_string()));
        let first = suggested.categories.first();
        found.extend(first.map(|category| ("category".into(), category.value.to_string())));
        let telling: BTreeSet<String> = entities
            .iter()
            .filter_map(domain::work::Entity::telling)
            .collect();
        for (id, others) in &marks {
            if !telling.is_disjoint(others) {
                found.push(("duplicate".into(), id.clone()));
            }
        }
        marks.push((sample.id.clone(), telling));
        judge(sample, &found, &mut tallies);
    }
    tallies
}

fn judge(sample: &Sample, found: &[(String, String)], tallies: &mut Tallies) {
    let kinds: BTreeSet<&String> = found
        .iter()
        .chain(&sample.wanted)
        .map(|(kind, _)| kind)
        .collect();
    for kind in kinds {
        let wanted: BTreeSet<String> = sample.wanted(kind).into_iter().collect();
        let got: BTreeSet<String> = found
            .iter()
            .filter(|(of, _)| of == kind)
            .map(|(_, value)| value.clone())
            .collect();
        let tally = tallies.entry(kind.clone()).or_default();
        for value in &got {
            if wanted.contains(value) {
                tally.right += 1;
            } else {
                println!("  {} wrong  {kind}: {value}", sample.id);
                tally.wrong += 1;
            }
        }
        for value in wanted.difference(&got) {
            println!("  {} missed {kind}: {value}", sample.id);
            tally.missed += 1;
        }
    }
}

fn print(title: &str, tallies: &Tallies) {
    println!("{title:<12}  right wrong missed  precision recall");
    for (kind, tally) in tallies {
        println!(
            "{kind:<12} {:>6} {:>5} {:>6}       {:.2}   {:.2}",
            tally.right,
            tally.wrong,
            tally.missed,
            tally.precision(),
            tally.recall()
        );
    }
}

#[test]
fn sixty_tips_are_read_and_judged_and_no_kind_falls_below_its_floor() {
    let (tuned, held) = (tuned(), held());
    assert_eq!((tuned.len(), held.len()), (40, 20));
    let all = judged(&tuned);
    print("tuned", &all);
    let apart = judged(&held);
    print("held out", &apart);
    for (kind, precision, recall) in FLOORS {
        for tallies in [&all, &apart] {
            let tally = tallies.get(*kind).copied().unwrap_or_default();
            assert!(
                tally.precision() >= *precision,
                "{kind}: precision {:.2}",
                tally.precision()
            );
            assert!(
                tally.recall() >= *recall,
                "{kind}: recall {:.2}",
                tally.recall()
            );
        }
    }
}
