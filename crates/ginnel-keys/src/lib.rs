//! The offline ceremony.
