//! How an officer signs in.
