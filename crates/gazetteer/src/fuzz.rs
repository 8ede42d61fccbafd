//! One body for each thing that reads what a person typed: it must not panic, and its answers are bounded.

use domain::answers::Area;

use crate::{CANDIDATES_MAX, Candidate, Gazetteer, How};

/// A body: says whether it recognised the bytes, and panics if a rule is broken.
pub type Body = fn(&[u8]) -> bool;

/// Every body with its name.
pub const BODIES: &[(&str, Body)] = &[("place", place), ("place-begun", begun)];

thread_local! {
    static OPEN: Gazetteer = Gazetteer::open();
}

fn place(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let found = OPEN.with(|gazetteer| gazetteer.look_up(&text));
    sound(&found.candidates);
    let is_something = found.how != How::Nothing;
    assert_eq!(is_something, !found.candidates.is_empty());
    assert_eq!(is_something, !found.understood.is_empty());
    is_something
}

fn begun(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let places = OPEN.with(|gazetteer| gazetteer.suggest(&text));
    sound(&places);
    assert!(places.iter().all(|one| one.place.is_some()));
    !places.is_empty()
}

fn sound(candidates: &[Candidate]) {
    assert!(candidates.len() <= CANDIDATES_MAX);
    for one in candidates {
        assert!(one.force.is_none() || one.area == Area::Outside);
        assert!(one.share.is_none_or(|share| share <= 1_000));
    }
}
