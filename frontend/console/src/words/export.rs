//! What is said of papers.

use print::Unprintable;

use super::failure::Advice;

/// Why something cannot be printed, and what to do instead.
pub(crate) fn unprintable(Unprintable(character): Unprintable) -> Advice {
    let code = u32::from(character);
    let shown = if character.is_control() || character.is_whitespace() {
        format!("U+{code:04X}")
    } else {
        format!("“{character}” (U+{code:04X})")
    };
    Advice {
        title: "The paper cannot be printed".into(),
        todo: format!(
            "There is no letter for {shown}. Papers are set in Latin, Greek and Cyrillic letters. The signed \
             file and the print of this page have it."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_printed_is_named() {
        assert!(unprintable(Unprintable('ل')).todo.contains("“ل” (U+0644)"));
        let hidden = unprintable(Unprintable('\u{7}')).todo;
        assert!(hidden.contains("U+0007") && !hidden.contains('\u{7}'));
    }
}
