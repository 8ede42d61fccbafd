//! Work that a browser does before a tip is taken: little for one tip, much for a flood of them.
//!
//! [ALTCHA](https://altcha.org) version 2: a challenge names a salt, a nonce and the beginning of a key;
//! whoever answers has tried PBKDF2 of nonce and counter from 0 until the key began so. The server
//! remembers no challenge, only which were answered, until they expire. Its key is drawn at the start:
//! an answer to another server's challenge, or to one before a restart, is told to fetch a new one.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use actix_web::HttpRequest;
use altcha::{Challenge, CreateChallengeOptions, Payload, VerifySolutionOptions};
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use domain::tip::PARTS_MAX;
use domain::wire::PUZZLE_HEADER;
use domain::{Clock, UnixSeconds};
use rand::Rng as _;

use crate::dice::Dice;
use crate::fault::{Fault, Kind};

const ALGORITHM: &str = "PBKDF2/SHA-256";
/// Rounds of each try: enough that calls cost little beside them, few enough to make challenges cheaply.
const ROUNDS: u32 = 500;
/// Seconds that a challenge can be answered.
const LIVES: i64 = 600;
/// Most answers remembered at once; beyond it no tips are taken until some expire.
const ANSWERED_MAX: usize = 100_000;
/// Most bytes of an answer.
const ANSWER_MAX: usize = 1_536;
/// So many answers a minute double the work, as often as three times.
const CROWD: u32 = 240;
const DOUBLINGS: u32 = 3;
/// When a challenge ends, among the data it is signed with.
const UNTIL: &str = "until";

/// Makes challenges and takes answers.
pub struct Puzzles {
    clock: Arc<dyn Clock>,
    dice: Arc<Dice>,
    tries: u32,
    secrets: [String; 2],
    memory: Mutex<Memory>,
}

#[derive(Default)]
struct Memory {
    minute: i64,
    /// Answers in it.
    taken: u32,
    /// By nonce: until when, and for how many frames.
    answered: HashMap<String, (i64, u8)>,
}

impl Puzzles {
    /// Puzzles that take at most about this many rounds of SHA-256 to solve, and half of it at least.
    pub fn new(rounds: u32, clock: Arc<dyn Clock>, dice: Arc<Dice>) -> Self {
        let secret = || hex::encode(dice.bytes::<32>());
        let secrets = [secret(), secret()];
        Self {
            clock,
            dice,
            tries: rounds / ROUNDS,
            secrets,
            memory: Mutex::default(),
        }
    }

    /// A new challenge; the more answers came lately, the harder.
    pub(crate) fn challenge(&self) -> Result<Challenge, Fault> {
        let now = self.clock.now();
        let most = self.tries.saturating_mul(self.memory().crowd(now)).max(1);
        let counter = self.dice.with(|rng| rng.gen_range(most / 2..most));
        let until = serde_json::Value::from(now.plus(LIVES).0);
        let made = altcha::create_challenge(CreateChallengeOptions {
            algorithm: ALGORITHM.into(),
            cost: ROUNDS,
            counter: Some(counter),
            data: Some(BTreeMap::from([(UNTIL.into(), until)])),
            hmac_signature_secret: self.secrets.first().cloned(),
            hmac_key_signature_secret: self.secrets.last().cloned(),
            ..CreateChallengeOptions::default()
        });
        // The parameters are ours, so nothing of a request is in the error.
        made.map_err(|_| Kind::Unavailable.into())
    }

    /// Takes the answer that came with a frame. One answer does for the parts of one tip.
    pub(crate) fn spend(&self, request: &HttpRequest) -> Result<(), Fault> {
        let header = request.headers().get(PUZZLE_HEADER);
        let answer = header.filter(|answer| answer.len() <= ANSWER_MAX);
        let answer = answer.and_then(|answer| BASE64.decode(answer.as_bytes()).ok());
        let payload = answer.and_then(|json| serde_json::from_slice(&json).ok());
        let payload: Payload = payload.ok_or(Kind::Puzzle)?;
        let until = self.check(&payload).ok_or(Kind::Puzzle)?;
        let now = self.clock.now();
        let nonce = payload.challenge.parameters.nonce;
        self.memory().spend(nonce, until, now)
    }

    /// Until when the challenge lives, if it is ours and the answer is right.
    fn check(&self, payload: &Payload) -> Option<i64> {
        let [challenges, keys] = &self.secrets;
        let mut options =
            VerifySolutionOptions::new(&payload.challenge, &payload.solution, challenges);
        options.hmac_key_signature_secret = Some(keys.clone());
        let verified = altcha::verify_solution(options).ok()?.verified;
        let data = payload.challenge.parameters.data.as_ref()?;
        let until = data.get(UNTIL)?.as_i64()?;
        let lives = until.saturating_sub(self.clock.now().0);
        (verified && (1..=LIVES).contains(&lives)).then_some(until)
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        // Nothing panics while it is held.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory {
    /// How many times harder it is than in a quiet minute. Answers count, which cost work: asking is free,
    /// and must not make others' phones work longer.
    fn crowd(&mut self, now: UnixSeconds) -> u32 {
        self.turn(now);
        1_u32 << (self.taken / CROWD).min(DOUBLINGS)
    }

    fn turn(&mut self, now: UnixSeconds) {
        let minute = now.minute().0;
        // Of each minute before half still counts.
        let passed = minute.saturating_sub(self.minute).clamp(0, 31);
        self.taken >>= passed;
        self.minute = minute;
    }

    fn spend(&mut self, nonce: String, until: i64, now: UnixSeconds) -> Result<(), Fault> {
        if self.answered.len() >= ANSWERED_MAX {
            self.answered.retain(|_, (until, _)| *until > now.0);
        }
        if self.answered.len() >= ANSWERED_MAX && !self.answered.contains_key(&nonce) {
            return Err(Kind::Full.into());
        }
        let (_, frames) = self.answered.entry(nonce).or_insert((until, 0));
        if *frames >= PARTS_MAX {
            return Err(Kind::Puzzle.into());
        }
        let is_new = *frames == 0;
        *frames = frames.saturating_add(1);
        if is_new {
            self.turn(now);
            self.taken = self.taken.saturating_add(1);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
