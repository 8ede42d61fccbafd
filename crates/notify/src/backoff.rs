//! When a mail that was not sent is tried again.

use domain::Minute;
use rand::{Rng, RngCore};

/// No two tries are further apart, save for the jitter.
const LONGEST: i64 = 60;

/// Minutes after so many attempts: 1, 2, 4, … up to an hour, then a quarter more or less by chance, so
/// that servers and mails do not come back all at once.
pub(crate) fn next_try<R: RngCore>(attempts: u32, now: Minute, rng: &mut R) -> Minute {
    let doubled = 1_i64.checked_shl(attempts.saturating_sub(1).min(16));
    let minutes = doubled.unwrap_or(LONGEST).min(LONGEST);
    let jitter = minutes / 4;
    now.plus(minutes.saturating_add(rng.gen_range(-jitter..=jitter)))
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    use super::*;

    #[test]
    fn tries_come_apart_until_an_hour_lies_between_them() {
        let wanted = [1..=1, 2..=2, 3..=5, 6..=10, 12..=20, 24..=40, 45..=75];
        for seed in 0..50 {
            let mut rng = ChaCha20Rng::seed_from_u64(seed);
            let mut minutes = |attempts| next_try(attempts, Minute(100), &mut rng).0 - 100;
            for (attempts, range) in (1..).zip(&wanted) {
                assert!(range.contains(&minutes(attempts)), "{attempts}");
            }
            assert!(wanted[6].contains(&minutes(u32::MAX)));
        }
    }

    #[test]
    fn mails_that_failed_together_do_not_come_back_together() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let minutes: std::collections::BTreeSet<_> =
            (0..20).map(|_| next_try(7, Minute(0), &mut rng)).collect();
        assert!(minutes.len() > 10);
    }
}
