//! Notes: who must have signed, what the lines must be, and when they hold.

#[cfg(test)]
mod actors;
#[cfg(test)]
mod bodies;
#[cfg(test)]
mod card;
#[cfg(test)]
mod sheet;
#[cfg(test)]
mod signed;
#[cfg(test)]
mod verified;
