//! Durable arrival.
