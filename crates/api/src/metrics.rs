//! Counting requests without counting anybody: which part of the service answered, and how.
//!
//! Nothing of a request becomes a label: a route class is one of ours, found by the route that answers.
//! Whoever scrapes sees what was last put on the [`Board`], never a live count, so when they ask tells
//! nothing about when anybody came.

mod board;
mod count;

pub use board::{Board, metrics};
pub use count::{Counters, Outcome, Route, count_public, count_staff};
