//! Tip to sealed frame.
