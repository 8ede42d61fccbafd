//! Tip to sealed frame.

pub mod hybrid;
