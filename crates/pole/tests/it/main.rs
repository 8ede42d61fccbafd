//! What is recognised and suggested, counted on sixty tips written for the purpose, and kept within bounds.

#![expect(
    clippy::print_stdout,
    reason = "the figures are for whoever runs the tests to read"
)]

mod bounds;
mod figures;
mod table;
