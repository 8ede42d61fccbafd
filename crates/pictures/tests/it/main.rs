//! Pictures drawn anew: what is gone, what is refused, what is left.
#![cfg(test)]

mod drawn;
mod hostile;
mod made;
mod metadata;
