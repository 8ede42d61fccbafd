//! What an identity opens, and what it refuses.

#[cfg(test)]
mod actors;
#[cfg(test)]
mod ahead;
#[cfg(test)]
mod cctv;
#[cfg(test)]
mod frame;
#[cfg(test)]
mod hybrid;
#[cfg(test)]
mod stream;
