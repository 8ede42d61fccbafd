//! What a phrase is, how it is typed, and what is derived of it.

#[cfg(test)]
mod keys;
#[cfg(test)]
mod typed;
