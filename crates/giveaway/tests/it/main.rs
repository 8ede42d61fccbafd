//! Hints through their public door.

#[cfg(test)]
mod cases;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod typing;
