//! Why something kept is erased before its day.

use serde::{Deserialize, Serialize};

use crate::desk::coded;

coded! {
    /// Why a supervisor erases something. What is erased keeps no words of its own, so the reason is one of
    /// these, and its code is the purpose in the log of operations.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    EraseReason {
        /// It serves no purpose any more.
        NotNeeded = "erase-not-needed", "it is needed for nothing any more";
        /// Somebody it is about asked, and has the right.
        Asked = "erase-asked", "somebody it is about asked, and has the right";
        /// It is about the wrong person, or should never have been kept.
        Unlawful = "erase-unlawful", "it should never have been kept";
        /// A court or the Information Commissioner says so.
        Ordered = "erase-ordered", "a court or the Information Commissioner says so";
        /// A test or a slip.
        Slip = "erase-slip", "it was a test or a slip";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::PURPOSE_MAX;

    #[test]
    fn every_reason_is_a_purpose() {
        for reason in EraseReason::ALL {
            let code = reason.code();
            assert!(code.len() <= PURPOSE_MAX && code.starts_with("erase-"));
            assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
            assert_eq!(EraseReason::from_code(code), Some(*reason));
        }
    }
}
