//! The suite every backend passes.
