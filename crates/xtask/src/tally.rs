//! Adding up what the test runners report.

use std::fmt;

/// Tests counted over all test programs.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Tally {
    /// Adds what a line like `test result: ok. 3 passed; 0 failed; 1 ignored; …` reports.
    pub(crate) fn watch(&mut self, line: &str) {
        let Some(report) = line.trim_start().strip_prefix("test result: ") else {
            return;
        };
        let counts = report.split_once(". ").map_or("", |(_, counts)| counts);
        for count in counts.split("; ") {
            match count
                .split_once(' ')
                .map(|(number, what)| (number.parse::<u64>(), what))
            {
                Some((Ok(number), "passed")) => self.passed += number,
                Some((Ok(number), "failed")) => self.failed += number,
                Some((Ok(number), "ignored")) => self.skipped += number,
                _ => {}
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        match self.skipped {
            0 => Ok(()),
            skipped => write!(f, ", {skipped} skipped"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn results_of_all_test_programs_are_added_up() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.94s",
            "test a_name_like_test_result ... ok",
            "test result: FAILED. 18 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.94s",
            "test result: ok. 0 passed; 0 failed",
        ] {
            tally.watch(line);
        }
        assert_eq!(tally.to_string(), "21 passed, 2 failed, 1 skipped");
    }
}
