//! Work that is done before a tip is taken.

/// The header of `POST /api/tips` that an answer to `GET /api/puzzle` comes in: base64 of ALTCHA's
/// payload, `{challenge, solution: {counter, derivedKey}}`, as JSON. One does for the frames of a tip.
pub const PUZZLE_HEADER: &str = "ginnel-puzzle";
