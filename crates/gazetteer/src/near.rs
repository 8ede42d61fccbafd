//! How many slips of the finger lie between two words.

use std::mem;

/// Letters changed, left out, put in, or swapped with their neighbour, if no more than `limit`.
///
/// Optimal string alignment; the work is the product of both lengths.
pub(crate) fn distance(one: &[u8], other: &[u8], limit: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let mut rows = Rows {
        earlier: Vec::new(),
        last: (0..=other.len()).collect(),
        next: Vec::with_capacity(other.len().saturating_add(1)),
    };
    let mut before = None;
    for (place, letter) in one.iter().enumerate() {
        rows.next.push(place.saturating_add(1));
        rows.fill(*letter, before, other);
        if rows.next.iter().min().is_none_or(|least| *least > limit) {
            return None;
        }
        rows.turn();
        before = Some(*letter);
    }
    rows.last.last().copied().filter(|slips| *slips <= limit)
}

struct Rows {
    earlier: Vec<usize>,
    last: Vec<usize>,
    next: Vec<usize>,
}

impl Rows {
    fn fill(&mut self, letter: u8, before: Option<u8>, other: &[u8]) {
        let mut other_before = None;
        for (column, (there, pair)) in other.iter().zip(self.last.windows(2)).enumerate() {
            let &[diagonal, above] = pair else { continue };
            let left = self.next.last().copied().unwrap_or(usize::MAX);
            let changed = diagonal.saturating_add(usize::from(letter != *there));
            let mut least = changed.min(above.min(left).saturating_add(1));
            if other_before == Some(letter) && before == Some(*there) {
                let corner = column.checked_sub(1);
                let corner = corner.and_then(|column| self.earlier.get(column));
                least = corner.map_or(least, |slips| least.min(slips.saturating_add(1)));
            }
            self.next.push(least);
            other_before = Some(*there);
        }
    }

    fn turn(&mut self) {
        mem::swap(&mut self.earlier, &mut self.last);
        mem::swap(&mut self.last, &mut self.next);
        self.next.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn one_slip_of_each_kind_counts_one() {
        for typed in ["armly", "armleyy", "ermley", "amrley", "aarmley"] {
            assert_eq!(distance(typed.as_bytes(), b"armley", 2), Some(1), "{typed}");
        }
        assert_eq!(distance(b"armley", b"armley", 0), Some(0));
    }

    #[test]
    fn more_slips_than_the_limit_are_too_many() {
        assert_eq!(distance(b"armley", b"bramley", 2), Some(2));
        assert_eq!(distance(b"armley", b"bramley", 1), None);
        assert_eq!(distance(b"", b"abc", 2), None);
        assert_eq!(distance(b"", b"", 0), Some(0));
    }
}
