//! What is drawn on a page. Distances are points; `y` counts from the top.

use crate::face::Weight;
use crate::text::Line;

/// A4.
pub(crate) const WIDTH: f32 = 595.28;
/// A4.
pub(crate) const HEIGHT: f32 = 841.89;

/// How dark something is: 0 black, 1 white.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Grey(pub(crate) f32);

/// One thing that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    /// A line of text, from its left end and its base line.
    Text {
        line: Line,
        weight: Weight,
        size: f32,
        at: (f32, f32),
    },
    /// A filled box, from its left upper corner.
    Filled {
        at: (f32, f32),
        size: (f32, f32),
        grey: Grey,
    },
}

/// One page.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Page(pub(crate) Vec<Mark>);
