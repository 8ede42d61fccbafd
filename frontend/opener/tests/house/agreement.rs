//! X25519 by the browser: used where it is sound, and never missed.

use std::cell::Cell;
use std::rc::Rc;

use opener::agreement::{Agreement, Later, Lent};
use unseal::ahead::{Secret, Share};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use crate::world::{Officer, World};

/// More than one batch.
const TIPS: usize = 300;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Browser {
    Sound,
    RefusesKeys,
    KnowsOnlyTheBasePoint,
    IsWrong,
}

/// What a browser was asked for.
#[derive(Clone, Default)]
struct Asked {
    keys: Rc<Cell<usize>>,
    shares: Rc<Cell<usize>>,
}

struct Fake(Browser, Asked);

struct FakeKey(StaticSecret, Browser, Asked);

impl Agreement for Fake {
    fn lend(&self, secret: &[u8; 32]) -> Later<Option<Box<dyn Lent>>> {
        let Self(browser, asked) = self;
        asked.keys.set(asked.keys.get() + 1);
        let key = FakeKey(StaticSecret::from(*secret), *browser, asked.clone());
        let lent = (*browser != Browser::RefusesKeys).then(|| Box::new(key) as Box<dyn Lent>);
        Box::pin(async { lent })
    }
}

impl Lent for FakeKey {
    fn agree(&self, shares: Vec<Share>) -> Later<Vec<(Share, Secret)>> {
        let Self(key, browser, asked) = self;
        asked.shares.set(asked.shares.get() + shares.len());
        let secret = |share: Share| match browser {
            Browser::IsWrong => Some([1; 32]),
            Browser::KnowsOnlyTheBasePoint if share.0[1..] != [0; 31] => None,
            _ => Some(key.diffie_hellman(&PublicKey::from(share.0)).to_bytes()),
        };
        let known = shares.into_iter();
        let known = known.filter_map(|share| Some((share, Zeroizing::new(secret(share)?))));
        let known: Vec<_> = known.collect();
        Box::pin(async { known })
    }
}

/// An officer fetches many tips twice. Answers how many keys and shares the browser was given.
fn fetched_in(browser: Browser) -> (usize, usize) {
    let (mut world, ann, ..) = World::staffed();
    for number in 0..TIPS {
        world.send_tip(&format!("seen on night {number}"));
    }
    let asked = Asked::default();
    let fake = Fake(browser, asked.clone());
    let mut ann = Officer {
        opener: world.console().with_agreement(Box::new(fake)),
        ..ann
    };
    ann.sign_in();
    for _ in 0..2 {
        let mut intake = ann.fetch(true);
        let first = intake.tips.len();
        intake = ann.fetch(false);
        assert_eq!(first + intake.tips.len(), TIPS);
        assert_eq!((intake.unopened, intake.remaining), (0, 0));
    }
    (asked.keys.get(), asked.shares.get())
}

#[test]
fn the_browser_is_given_a_key_once_and_every_share() {
    assert_eq!(fetched_in(Browser::Sound), (1, 1 + 2 * TIPS));
}

#[test]
fn a_browser_without_x25519_is_asked_once_and_everything_opens() {
    assert_eq!(fetched_in(Browser::RefusesKeys), (1, 0));
}

#[test]
fn a_browser_that_does_not_give_the_public_key_is_not_asked_again() {
    assert_eq!(fetched_in(Browser::IsWrong), (1, 1));
}

#[test]
fn what_the_browser_does_not_answer_is_worked_out_here() {
    let (keys, shares) = fetched_in(Browser::KnowsOnlyTheBasePoint);
    assert_eq!((keys, shares), (1, 1 + 2 * TIPS));
}
