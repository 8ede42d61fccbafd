//! Whether two texts say the same: five words in a row, compared by their hashes.

use giveaway::split;

/// Words in a row that count as one.
const SHINGLE: usize = 5;
/// Most hashes kept of a text: the smallest, which are drawn from all of it alike.
const KEPT: usize = 256;
/// Runs that must be the same before two texts are called similar.
const SAME_LEAST: usize = 5;
/// Share of the shorter text, in percent, from which two texts are called similar.
const SHARE_LEAST: usize = 25;

/// What is kept of a text to compare it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sketch {
    /// Rising, each once.
    hashes: Vec<u64>,
    is_cut: bool,
}

impl Sketch {
    /// The sketch of a text.
    pub fn of(text: &str) -> Self {
        let words = split(text);
        let keys: Vec<&str> = words.iter().map(|word| word.plain.as_str()).collect();
        let mut hashes: Vec<u64> = keys.windows(SHINGLE).map(hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        let is_cut = hashes.len() > KEPT;
        hashes.truncate(KEPT);
        Self { hashes, is_cut }
    }

    /// How much of the shorter text stands in the other too, in percent; none if it is little.
    pub fn share(&self, other: &Self) -> Option<u8> {
        let most = |sketch: &Self| sketch.hashes.last().copied().filter(|_| sketch.is_cut);
        let limit = [most(self), most(other)].into_iter().flatten().min();
        let within = |hashes: &[u64]| {
            limit.map_or(hashes.len(), |limit| {
                hashes.partition_point(|hash| *hash <= limit)
            })
        };
        let (one, two) = (within(&self.hashes), within(&other.hashes));
        let (one, two) = (self.hashes.get(..one)?, other.hashes.get(..two)?);
        let same = one
            .iter()
            .filter(|hash| two.binary_search(hash).is_ok())
            .count();
        let share = same
            .saturating_mul(100)
            .checked_div(one.len().min(two.len()))?;
        let is_much = same >= SAME_LEAST && share >= SHARE_LEAST;
        u8::try_from(share).ok().filter(|_| is_much)
    }
}

/// FNV-1a over the words, mixed once more so that the smallest are drawn alike.
fn hash(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([b' ']));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = (hash ^ hash >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ mixed >> 33
}

/// How many of these minutes lie within one day that holds this one too, which counts.
pub fn within_a_day(own: i64, others: &[i64]) -> usize {
    const DAY: i64 = 24 * 60;
    let near = others.iter().copied();
    let near = near.filter(|minute| minute.abs_diff(own) < DAY.unsigned_abs());
    let mut all: Vec<i64> = near.chain([own]).collect();
    all.sort_unstable();
    let starts = all.iter().enumerate().filter(|(_, start)| **start <= own);
    let counts = starts.map(|(before, start)| {
        let end = start.saturating_add(DAY);
        let until = all.partition_point(|minute| *minute < end);
        until.saturating_sub(before)
    });
    counts.max().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str =
        "They sell from the back of the shop every Friday night and a white van comes at ten.";

    #[test]
    fn copies_are_alike_and_different_stories_are_not() {
        let story = Sketch::of(STORY);
        let typed_again = Sketch::of(&STORY.to_uppercase().replace('.', "!"));
        assert_eq!(story.share(&typed_again), Some(100));
        let longer = Sketch::of(&format!(
            "{STORY} I have also heard that more people come on Sundays now."
        ));
        assert_eq!(story.share(&longer), Some(100), "the shorter one is in it");
        let other = Sketch::of(
            "A man on my street has stolen bikes in his garage, many of them with no wheels left.",
        );
        assert_eq!(story.share(&other), None);
        assert_eq!(Sketch::of("hello").share(&Sketch::of("hello")), None);
    }

    #[test]
    fn long_texts_are_compared_by_a_part_of_them() {
        let text = |from: usize| {
            let words: Vec<String> = (from..from + 4_000).map(|n| format!("w{n}")).collect();
            words.join(" ")
        };
        let half = Sketch::of(&text(0)).share(&Sketch::of(&text(2_000)));
        assert!(
            half.is_some_and(|share| (35..=65).contains(&share)),
            "{half:?}"
        );
        assert_eq!(Sketch::of(&text(0)).share(&Sketch::of(&text(9_000))), None);
    }

    #[test]
    fn a_day_is_any_twenty_four_hours_around() {
        assert_eq!(within_a_day(1_000, &[]), 1);
        assert_eq!(within_a_day(1_000, &[900, 2_000]), 3);
        assert_eq!(within_a_day(1_000, &[0, 2_000]), 2);
        assert_eq!(within_a_day(1_000, &[-5_000, 9_000]), 1);
    }
}
