#![doc = include_str!("../README.md")]

mod visit;

use domain::{InstallationId, SealedFrame, ThreadId, TipId, UnixSeconds};
use notes::{Authorities, NotBelieved, Offered, Signer};
use rand::{CryptoRng, RngCore};

pub use visit::{NotTaken, Visit};

/// Where test tips go, by whose word, and under which mark.
pub struct Canary {
    /// The authorities that a page of the service would pin.
    pub authorities: Authorities,
    /// The installation.
    pub inst: InstallationId,
    /// What marks them.
    pub signer: Signer,
}

/// Why no test tip was sent.
#[derive(Debug, thiserror::Error)]
pub enum NotSent {
    /// The directory that the service gave out is not one that a reporter's browser would seal by.
    #[error(transparent)]
    Directory(#[from] NotBelieved),
    /// Triage has no recipient in it.
    #[error("the directory names nobody at triage to seal to")]
    Nobody,
    /// It was not taken.
    #[error(transparent)]
    NotTaken(#[from] NotTaken),
}

impl Canary {
    /// Sends one test tip as a reporter's browser sends a tip: the directory fetched and verified, the tip
    /// sealed, a puzzle solved, one frame.
    pub fn send<R: RngCore + CryptoRng>(
        &self,
        visit: &Visit,
        now: UnixSeconds,
        rng: &mut R,
    ) -> Result<(), NotSent> {
        let frame = self.seal(&visit.directory()?, now, rng)?;
        Ok(visit.send(&frame)?)
    }

    /// Seals a test tip by this directory, if it can be believed.
    pub fn seal<R: RngCore + CryptoRng>(
        &self,
        directory: &str,
        now: UnixSeconds,
        rng: &mut R,
    ) -> Result<SealedFrame, NotSent> {
        let offered = Offered {
            directory,
            authorities: &self.authorities.to_string(),
            inst: &self.inst.to_string(),
            now,
            newest_serial_seen: None,
        };
        let directory = offered.believe()?;
        let tip = TipId::from_bytes(sixteen(rng));
        let thread = ThreadId::from_bytes(sixteen(rng));
        let sealed = seal::seal_canary(&self.signer, &directory, tip, thread, now);
        sealed.map_err(|_| NotSent::Nobody)
    }
}

fn sixteen<R: RngCore>(rng: &mut R) -> [u8; 16] {
    let mut bytes = [0; 16];
    rng.fill_bytes(&mut bytes);
    bytes
}
