//! Mail: what the server knows, for whoever says that something may be waiting.

use std::sync::Arc;

use api::staff::Waits;
use domain::{Clock, Minute};
use notify::{Arrivals, Handed, Lookout, Mailing, Sender};
use rand::rngs::StdRng;
use storage::Store;

use crate::settings::{MailError, MailSettings};

/// Since when frames wait, as officers are told it.
struct Waiting(Arc<Waits>);

impl Arrivals for Waiting {
    fn first_since(&self, minute: Option<Minute>) -> Option<Minute> {
        self.0.first_since(minute)
    }
}

/// What mailing stands on.
pub(super) struct Ground {
    pub store: Arc<dyn Store>,
    pub waits: Arc<Waits>,
    pub clock: Arc<dyn Clock>,
    pub rng: StdRng,
}

/// Reads the passphrase and says who is mailed; connects to nobody yet.
pub(super) fn mailing(
    settings: &MailSettings,
    ground: Ground,
) -> Result<Mailing<StdRng>, MailError> {
    let Ground {
        store,
        waits,
        clock,
        rng,
    } = ground;
    let plan = settings.plan()?;
    let sender = Sender {
        store: store.clone(),
        post: settings.post()?,
        book: plan.book.clone(),
        from: settings.from()?,
        clock: clock.clone(),
        rng,
        handed: Handed::default(),
    };
    let waiting = Arc::new(Waiting(waits));
    Ok(Mailing {
        lookout: Lookout::new(store, plan, waiting, clock.now()),
        sender,
        clock,
    })
}
