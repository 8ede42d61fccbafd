//! One Store trait.
