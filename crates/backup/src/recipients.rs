//! Whom backups are sealed to.

use seal::hybrid::Recipient;

/// The texts are not what backups can be sealed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotRecipients {
    /// There is none.
    #[error("nobody could open a backup: `ginnel-keys backup key` makes a recovery key")]
    None,
    /// One is not `age1pq1…`.
    #[error("not age1pq1… as `ginnel-keys backup key` printed it")]
    NotOne,
    /// One stands there twice.
    #[error("the same recipient stands there twice")]
    Twice,
}

/// Recovery keys, each of which opens every backup; at least one.
#[derive(Debug, Clone)]
pub struct Recipients(Vec<Recipient>);

impl Recipients {
    /// Reads `age1pq1…` texts.
    pub fn parse<T: AsRef<str>>(texts: &[T]) -> Result<Self, NotRecipients> {
        let mut all = Vec::with_capacity(texts.len());
        for text in texts {
            let one = Recipient::parse(text.as_ref()).map_err(|_| NotRecipients::NotOne)?;
            if all.contains(&one) {
                return Err(NotRecipients::Twice);
            }
            all.push(one);
        }
        if all.is_empty() {
            return Err(NotRecipients::None);
        }
        Ok(Self(all))
    }

    /// Each of them.
    pub(crate) fn all(&self) -> &[Recipient] {
        &self.0
    }
}
