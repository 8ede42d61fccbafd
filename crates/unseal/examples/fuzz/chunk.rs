//! Some thousand executions that can be repeated from a seed and a number.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rand::Rng;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use unseal::fuzz::{Body, mutate};

use crate::tally::Tally;

/// Executions in one piece.
pub(crate) const CHUNK: u64 = 20_000;
/// What a body accepted is mutated further; so much of it is held.
const POOL: usize = 64;

/// A piece of work.
pub(crate) struct Chunk<'a> {
    pub(crate) body: Body,
    pub(crate) corpus: &'a [Vec<u8>],
    pub(crate) seed: u64,
    pub(crate) stream: u64,
    pub(crate) executions: u64,
}

/// An input under which a body broke its rule.
pub(crate) struct Broken {
    pub(crate) input: Vec<u8>,
    pub(crate) says: String,
}

impl Chunk<'_> {
    /// Runs it, and counts.
    pub(crate) fn run(&self, tally: &Tally) -> Result<(), Broken> {
        let mut rng = ChaCha20Rng::seed_from_u64(self.seed);
        rng.set_stream(self.stream);
        let mut pool = self.corpus.to_vec();
        let mut accepted = 0;
        for _ in 0..self.executions {
            let input = {
                let (seed, other) = (pick(&pool, &mut rng), pick(&pool, &mut rng));
                mutate(seed, other, &mut rng)
            };
            if self.execute(&input)? {
                accepted += 1;
                self.keep(input, &mut pool, &mut rng);
            }
        }
        tally.add(self.executions, accepted);
        Ok(())
    }

    fn execute(&self, input: &[u8]) -> Result<bool, Broken> {
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.body)(input)));
        outcome.map_err(|panic| Broken {
            input: input.to_vec(),
            says: words(&*panic),
        })
    }

    /// Holds what was accepted in place of something held before; the corpus itself stays.
    fn keep(&self, input: Vec<u8>, pool: &mut Vec<Vec<u8>>, rng: &mut ChaCha20Rng) {
        if pool.len() < self.corpus.len() + POOL {
            return pool.push(input);
        }
        let place = rng.gen_range(self.corpus.len()..pool.len());
        if let Some(held) = pool.get_mut(place) {
            *held = input;
        }
    }
}

fn pick<'a>(pool: &'a [Vec<u8>], rng: &mut ChaCha20Rng) -> &'a [u8] {
    let place = rng.gen_range(0..pool.len().max(1));
    pool.get(place).map_or(&[], Vec::as_slice)
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("a panic without words").to_owned()
}
