//! sealer.
