//! A demo partnership.
