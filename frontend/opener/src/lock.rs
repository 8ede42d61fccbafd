//! The lock: session and keys are gone, and what the officer was writing waits sealed to their own key.
//!
//! Sealing needs the recipient alone, which is no secret, so it also works when the server has ended the
//! session. Opening needs the passphrase, and the server to be asked for it. Ending the worker, as a
//! reload does, throws all of it away.

use domain::Clock;
use domain::console::{Answer, Failure, Passphrase};
use rand::{CryptoRng, RngCore};
use seal::hybrid::Recipient;
use seal::seal_file;
use unseal::{Identity, open_file};
use zeroize::Zeroizing;

use crate::calls::Api;
use crate::opener::Opener;
use crate::transport::Transport;

/// Who signed in last.
pub(crate) struct Owner {
    name: String,
    recipient: Recipient,
    /// An age file of what they were writing.
    kept: Option<Vec<u8>>,
}

impl Owner {
    /// Has nothing kept.
    pub(crate) fn new(name: &str, recipient: &Recipient) -> Self {
        Self {
            name: name.to_owned(),
            recipient: recipient.clone(),
            kept: None,
        }
    }

    fn open(&self, identity: &Identity) -> Option<String> {
        let opened = open_file(&[identity], self.kept.as_ref()?).ok()?;
        String::from_utf8(opened.plaintext.to_vec()).ok()
    }
}

impl<T: Transport, R: RngCore + CryptoRng, C: Clock> Opener<T, R, C> {
    /// Seals what is to be kept, wipes the session, and tells the server if it can be reached.
    pub(crate) async fn lock(&mut self, keep: Option<String>) -> Result<Answer, Failure> {
        let owner = self.owner.as_mut().ok_or(Failure::SignedOut)?;
        if let Some(text) = keep.map(Zeroizing::new) {
            let sealed = seal_file(&owner.recipient, text.as_bytes());
            owner.kept = Some(sealed.map_err(|_| Failure::Unexpected)?);
        }
        if let Some(session) = self.session.take() {
            let token = session.token.clone();
            drop(session);
            let api = Api {
                transport: &self.transport,
                token: Some(&token),
            };
            // A server that does not hear this ends the session by its own clock.
            let _ = api.sign_out().await;
        }
        Ok(Answer::Done)
    }

    /// Signs the same officer in again and opens what was kept.
    pub(crate) async fn unlock(&mut self, passphrase: Passphrase) -> Result<Answer, Failure> {
        let owner = self.owner.take().ok_or(Failure::SignedOut)?;
        let answer = self.sign_in(owner.name.clone(), passphrase).await;
        match (answer, &self.session) {
            (Ok(Answer::Me(me)), Some(session)) => {
                let kept = owner.open(session.held.keys.identity());
                Ok(Answer::Unlocked { me, kept })
            }
            (answer, _) => {
                self.owner = Some(owner);
                answer
            }
        }
    }
}
