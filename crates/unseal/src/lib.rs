//! Sealed frame to tip.
