use std::sync::atomic::{AtomicI64, Ordering};

use actix_web::test::TestRequest;
use altcha::{SolveChallengeOptions, solve_challenge};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

use super::*;

struct HandClock(AtomicI64);

impl Clock for HandClock {
    fn now(&self) -> UnixSeconds {
        UnixSeconds(self.0.load(Ordering::SeqCst))
    }
}

fn puzzles(rounds: u32, seed: u64) -> (Puzzles, Arc<HandClock>) {
    let clock = Arc::new(HandClock(AtomicI64::new(1_795_608_000)));
    let dice = Arc::new(Dice::new(ChaCha20Rng::seed_from_u64(seed)));
    (Puzzles::new(rounds, clock.clone(), dice), clock)
}

fn solved(challenge: Challenge) -> Payload {
    let solution = solve_challenge(SolveChallengeOptions::new(&challenge));
    Payload {
        solution: solution.unwrap().unwrap(),
        challenge,
    }
}

fn request(payload: &Payload) -> HttpRequest {
    let json = serde_json::to_vec(payload).unwrap();
    assert!(
        BASE64.encode(&json).len() < ANSWER_MAX,
        "what is right fits"
    );
    raw(&BASE64.encode(json))
}

fn raw(header: &str) -> HttpRequest {
    TestRequest::default()
        .insert_header((PUZZLE_HEADER, header))
        .to_http_request()
}

#[test]
fn an_answer_does_for_the_parts_of_one_tip_and_for_no_more() {
    let (puzzles, _) = puzzles(5_000, 1);
    let request = request(&solved(puzzles.challenge().unwrap()));
    for _ in 0..PARTS_MAX {
        assert_eq!(puzzles.spend(&request), Ok(()));
    }
    assert_eq!(puzzles.spend(&request), Err(Kind::Puzzle.into()));
}

#[test]
fn what_is_no_answer_to_a_challenge_of_this_server_is_refused() {
    let (ours, clock) = puzzles(5_000, 1);
    let (theirs, _) = puzzles(5_000, 2);
    let right = solved(ours.challenge().unwrap());
    let wrong: [fn(&mut Payload); 8] = [
        |payload| payload.solution.derived_key = "00".repeat(32),
        |payload| payload.solution.derived_key = "zz".into(),
        |payload| payload.challenge.signature = None,
        |payload| payload.challenge.parameters.key_signature = None,
        |payload| payload.challenge.parameters.cost = u32::MAX,
        |payload| payload.challenge.parameters.nonce = "00".repeat(16),
        |payload| payload.challenge.parameters.data = None,
        |payload| payload.challenge.parameters.expires_at = Some(1),
    ];
    for (number, change) in wrong.iter().enumerate() {
        let mut payload = right.clone();
        change(&mut payload);
        assert_eq!(
            ours.spend(&request(&payload)),
            Err(Kind::Puzzle.into()),
            "{number}"
        );
    }
    let foreign = request(&solved(theirs.challenge().unwrap()));
    assert_eq!(ours.spend(&foreign), Err(Kind::Puzzle.into()));
    for junk in ["", "e30=", "%%%", &"A".repeat(2_000)] {
        assert_eq!(ours.spend(&raw(junk)), Err(Kind::Puzzle.into()));
    }
    let none = TestRequest::default().to_http_request();
    assert_eq!(ours.spend(&none), Err(Kind::Puzzle.into()));
    clock.0.fetch_add(LIVES, Ordering::SeqCst);
    assert_eq!(
        ours.spend(&request(&right)),
        Err(Kind::Puzzle.into()),
        "it expired"
    );
    clock.0.fetch_sub(1, Ordering::SeqCst);
    assert_eq!(ours.spend(&request(&right)), Ok(()));
}

#[test]
fn the_work_is_at_least_half_of_the_most_and_doubles_in_a_crowd_and_no_more_than_thrice() {
    let (puzzles, clock) = puzzles(20_000, 1);
    let tries = |puzzles: &Puzzles| solved(puzzles.challenge().unwrap()).solution.counter;
    for _ in 0..5 {
        assert!((20..40).contains(&tries(&puzzles)));
    }
    let mut memory = Memory::default();
    let now = clock.now();
    let harder = (0..2_000).map(|number| {
        let until = now.plus(LIVES).0;
        let answered = memory.spend(number.to_string(), until, now);
        assert_eq!(answered, Ok(()));
        memory.crowd(now)
    });
    let harder: Vec<u32> = harder.collect();
    assert!(harder.is_sorted());
    assert_eq!((harder[0], harder[300], harder[1_999]), (1, 2, 8));
    let calm: Vec<u32> = (1..20)
        .map(|minute| memory.crowd(now.plus(minute * 60)))
        .collect();
    assert_eq!(calm.last(), Some(&1));
}

#[test]
fn after_hours_without_anybody_it_is_as_easy_as_ever() {
    let mut memory = Memory::default();
    let now = UnixSeconds(1_000);
    for number in 0..2_000 {
        assert_eq!(memory.spend(number.to_string(), 1_600, now), Ok(()));
    }
    assert_eq!(memory.crowd(now), 8);
    assert_eq!(
        memory.crowd(now.plus(-120)),
        8,
        "a clock set back forgets nothing"
    );
    assert_eq!(memory.crowd(now.plus(3 * 3_600)), 1);
}

#[test]
fn asking_makes_it_harder_for_nobody_and_neither_do_the_parts_of_one_tip() {
    let mut memory = Memory::default();
    let now = UnixSeconds(1_000);
    assert!((0..2_000).all(|_| memory.crowd(now) == 1));
    for number in 0..CROWD - 1 {
        for _ in 0..PARTS_MAX {
            assert_eq!(memory.spend(number.to_string(), 1_600, now), Ok(()));
        }
    }
    assert_eq!(memory.crowd(now), 1);
    assert_eq!(memory.spend("more".into(), 1_600, now), Ok(()));
    assert_eq!(memory.crowd(now), 2);
}

#[test]
fn what_is_remembered_is_bounded_and_forgotten_when_it_expires() {
    let mut memory = Memory::default();
    let now = UnixSeconds(1_000);
    for number in 0..ANSWERED_MAX {
        assert_eq!(memory.spend(number.to_string(), 1_600, now), Ok(()));
    }
    let more = memory.spend("more".into(), 1_600, now);
    assert_eq!(more, Err(Kind::Full.into()));
    assert_eq!(
        memory.spend("7".into(), 1_600, now),
        Ok(()),
        "its tip's next part"
    );
    assert_eq!(memory.spend("more".into(), 2_200, now.plus(600)), Ok(()));
    assert_eq!(memory.answered.len(), 1);
}
