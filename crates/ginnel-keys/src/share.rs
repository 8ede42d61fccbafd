//! The file one custodian keeps.

use domain::{Desk, InstallationId, Quarter};
use zeroize::Zeroizing;

const CONTEXT: &str = "ginnel/recovery-share/v1";

/// One of the two shares of a RECOVERY key.
///
/// ```text
/// ginnel/recovery-share/v1
/// inst <hex>
/// desk <desk>
/// quarter <quarter>
/// share <1 or 2>
/// bytes <64 hexadecimal digits>
/// ```
pub(crate) struct Share {
    pub(crate) inst: InstallationId,
    pub(crate) desk: Desk,
    pub(crate) quarter: Quarter,
    pub(crate) number: u8,
    pub(crate) bytes: Zeroizing<[u8; 32]>,
}

impl Share {
    /// The lines, secret.
    pub(crate) fn to_text(&self) -> Zeroizing<String> {
        let (inst, desk, quarter, number) = (self.inst, self.desk, self.quarter, self.number);
        let bytes = Zeroizing::new(hex::encode(self.bytes.as_slice()));
        Zeroizing::new(format!(
            "{CONTEXT}\ninst {inst}\ndesk {desk}\nquarter {quarter}\nshare {number}\nbytes {}\n",
            bytes.as_str()
        ))
    }

    /// Reads exactly what [`Share::to_text`] writes.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(CONTEXT) {
            return None;
        }
        let mut value = |key: &str| lines.next()?.strip_prefix(key)?.strip_prefix(' ');
        let mut share = Self {
            inst: value("inst")?.parse().ok()?,
            desk: value("desk")?.parse().ok()?,
            quarter: value("quarter")?.parse().ok()?,
            number: value("share")?.parse().ok()?,
            bytes: Zeroizing::new([0; 32]),
        };
        hex::decode_to_slice(value("bytes")?, share.bytes.as_mut_slice()).ok()?;
        (share.to_text().as_str() == text).then_some(share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_reads_back_from_its_own_text_and_from_no_other() {
        let share = Share {
            inst: InstallationId::from_bytes([3; 16]),
            desk: Desk::Triage,
            quarter: "2026-Q4".parse().unwrap(),
            number: 2,
            bytes: Zeroizing::new([0xab; 32]),
        };
        let text = share.to_text();
        assert_eq!(*Share::parse(&text).unwrap().bytes, [0xab; 32]);
        for other in [
            text.replace("triage", "nobody"),
            text.replace("ab\n", "AB\n"),
            format!("{}more\n", text.as_str()),
            text.replace("abab", ""),
            String::new(),
        ] {
            assert!(Share::parse(&other).is_none(), "{other}");
        }
    }
}
