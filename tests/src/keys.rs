//! Keys without a letter, as `WebDriver` names them.

/// Forward to the next field.
pub const TAB: &str = "\u{e004}";
/// Enter.
pub const ENTER: &str = "\u{e007}";
/// Shift, pressed alone.
pub const SHIFT: &str = "\u{e008}";
/// The space bar: chooses what has the focus.
pub const SPACE: &str = " ";
/// Down.
pub const DOWN: &str = "\u{e015}";
/// To the right.
pub const RIGHT: &str = "\u{e014}";
