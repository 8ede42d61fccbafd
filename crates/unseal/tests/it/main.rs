//! What `unseal` opens, and what it refuses.
#[cfg(test)]
mod cctv;
#[cfg(test)]
mod hybrid;
