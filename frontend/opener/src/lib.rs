//! opener.
