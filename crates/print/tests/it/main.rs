//! Papers: what whoever gets one reads.

#[cfg(test)]
mod papers;
