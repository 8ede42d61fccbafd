//! Builds the browser modules.
