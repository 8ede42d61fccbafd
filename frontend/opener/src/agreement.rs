//! X25519 as the browser itself does it, where it can: several times faster than this module could.
//!
//! A key is lent to the browser when the first frames for it come, as one that can be used and not
//! read, and let go with the session. It is used only if it gives the identity's own public key; what
//! it does not answer is worked out here.

use std::collections::BTreeMap;
use std::pin::Pin;

use domain::Week;
use domain::wire::IntakeRow;
use unseal::Identity;
use unseal::ahead::{Ahead, Secret, Share, share_of};

/// An answer that comes later, of work that has begun already.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// The base point of the curve.
const BASE: Share = {
    let mut base = [0; 32];
    base[0] = 9;
    Share(base)
};

/// A browser's X25519.
pub trait Agreement {
    /// Lends a secret key; none if this browser cannot.
    fn lend(&self, secret: &[u8; 32]) -> Later<Option<Box<dyn Lent>>>;
}

/// A secret key in the browser's hands.
pub trait Lent {
    /// Begins to work out what the key and these shares come to.
    fn agree(&self, shares: Vec<Share>) -> Later<Vec<(Share, Secret)>>;
}

/// The keys of a session that were lent; none in place of one that is of no use.
#[derive(Default)]
pub(crate) struct LentKeys(BTreeMap<Week, Option<Box<dyn Lent>>>);

/// Secrets on their way, by the week of their key.
pub(crate) type OnTheWay = Vec<(Week, Later<Vec<(Share, Secret)>>)>;

impl LentKeys {
    /// Lends what was not lent yet.
    pub(crate) async fn lend(
        &mut self,
        agreement: &dyn Agreement,
        keys: &BTreeMap<Week, &Identity>,
    ) {
        for (week, identity) in keys {
            if !self.0.contains_key(week) {
                let lent = lend(agreement, identity).await;
                self.0.insert(*week, lent);
            }
        }
    }

    /// Begins to work out what these frames will need, each with the key of the week it came in.
    pub(crate) fn begin(&self, rows: &[IntakeRow]) -> OnTheWay {
        let mut shares = BTreeMap::<Week, Vec<Share>>::new();
        for row in rows {
            let share = share_of(&row.frame);
            shares.entry(row.day.week()).or_default().extend(share);
        }
        let begun = shares.into_iter().filter_map(|(week, shares)| {
            let lent = self.0.get(&week)?.as_ref()?;
            Some((week, lent.agree(shares)))
        });
        begun.collect()
    }
}

/// The keys, knowing what has come.
pub(crate) async fn arrived(
    keys: BTreeMap<Week, &Identity>,
    on_the_way: OnTheWay,
) -> BTreeMap<Week, Ahead<'_>> {
    let keys = keys.into_iter();
    let mut keys: BTreeMap<_, _> = keys.map(|(week, key)| (week, Ahead::new(key))).collect();
    for (week, secrets) in on_the_way {
        let secrets = secrets.await;
        if let Some(key) = keys.get_mut(&week) {
            for (share, secret) in secrets {
                key.learn(share, secret);
            }
        }
    }
    keys
}

async fn lend(agreement: &dyn Agreement, identity: &Identity) -> Option<Box<dyn Lent>> {
    // EXPOSE: the browser takes it as a key that cannot be read.
    let lent = agreement.lend(identity.expose_x25519()).await?;
    let answers = lent.agree(vec![BASE]).await;
    let sound =
        |(share, public): &(Share, Secret)| *share == BASE && **public == *identity.x25519_public();
    answers.iter().any(sound).then_some(lent)
}
