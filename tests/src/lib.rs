//! The harness the whole-system tests stand on.
