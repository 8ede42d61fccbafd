//! How fast ten thousand opened tips are searched: the console's own code, natively.

use console::search::{Index, Query};

use crate::sheet::{Limit, Sheet};
use crate::stopwatch::{median, ms, now};

const TIPS: usize = 10_000;
const MOST_MS: f64 = 50.0;
const PASSES: usize = 9;

/// Folds them, then looks for words that many, one and none of them have.
pub(crate) fn measure(sheet: &mut Sheet) {
    sheet.section("search over 10,000 opened tips");
    let mut index = Index::default();
    let started = now();
    for number in 0..TIPS {
        index.put(number, &story(number));
    }
    sheet.tell("taken in", ms(started.elapsed()), "ms");
    for (name, typed, found) in [
        ("a word in all of them", "garages", TIPS),
        ("two words in one of them", "évening tip9999", 1),
        ("a word in none of them", "submarine", 0),
    ] {
        let query = Query::of(typed);
        let passes = (0..PASSES).map(|_| {
            let started = now();
            let count = (0..TIPS).filter(|at| index.holds(*at, &query)).count();
            assert_eq!(count, found, "{name}");
            ms(started.elapsed())
        });
        let took = median(passes.collect());
        sheet.hold(name, (took, "ms"), Limit::AtMost(MOST_MS));
    }
}

fn story(number: usize) -> String {
    format!(
        "Tip{number} A car with its engine running stands at the garages every evening; people come on \
         foot, stay a minute and leave. The same three are there most nights. گاڑی نیلی ہے۔ Samochód \
         stoi tam co wieczór, zawsze o tej samej porze."
    )
}
