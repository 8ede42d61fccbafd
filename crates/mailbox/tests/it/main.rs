//! What a phrase opens, and what it refuses.

#[cfg(test)]
mod actors;
#[cfg(test)]
mod opened;
#[cfg(test)]
mod slot;
