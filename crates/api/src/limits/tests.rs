//! The limits, by the clock.
