//! The lock: the page is empty, the keys are gone, and what was being written waits sealed in the
//! opener until the same officer signs in again. A reload throws it away and is a sign-out.

use domain::console::{Answer, Ask, Failure, Me, Passphrase};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Console, Link};
use crate::bench::OnBench;

/// Why the console is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// Nobody was there.
    Left,
    /// Its officer locked it.
    ByHand,
    /// No session lasts longer.
    LifeOver,
    /// The server knows the session no more: it was ended elsewhere.
    Ended,
}

/// A locked console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Locked {
    /// Who can unlock it.
    pub(crate) name: String,
    pub(crate) why: Why,
    /// Whether something is kept here that is saved nowhere else.
    pub(crate) unsaved: bool,
}

impl Console {
    /// Empties the page at once; then saves what can be saved, and has the rest sealed.
    pub(crate) fn lock(self, why: Why) {
        let Some(me) = self.me.get_untracked() else {
            return;
        };
        self.locked.set(Some(Locked {
            name: me.name,
            why,
            unsaved: self.bench.is_dirty(),
        }));
        self.me.set(None);
        self.notice.set(None);
        self.forget_lists();
        self.link.set(Link::Loading);
        self.sessions
            .update_value(|count| *count = count.wrapping_add(1));
        spawn_local(self.seal_bench(why));
    }

    async fn seal_bench(self, why: Why) {
        let bench = self.bench;
        if why != Why::Ended && bench.is_dirty() {
            let _ = self.save().await;
        }
        let unsaved = bench.is_dirty();
        let keep = bench
            .take()
            .and_then(|kept| serde_json::to_string(&kept).ok());
        self.locked.update(|locked| {
            if let Some(locked) = locked {
                locked.unsaved = unsaved;
            }
        });
        let sealed = self.ask(Ask::Lock { keep }).await;
        self.link.set(match sealed {
            Ok(_) => Link::Ready,
            Err(_) => Link::Broken,
        });
    }

    /// Signs the same officer in again; everything is as it was left.
    pub(crate) async fn unlock(self, passphrase: String) -> Result<(), Failure> {
        let passphrase = Passphrase::new(passphrase);
        let Answer::Unlocked { me, kept } = self.ask(Ask::Unlock { passphrase }).await? else {
            return Err(Failure::Unexpected);
        };
        let kept = kept.and_then(|text| serde_json::from_str::<OnBench>(&text).ok());
        let goes_on = kept.as_ref().is_some_and(OnBench::goes_on);
        if let Some(kept) = kept {
            self.bench.put(kept);
        }
        self.enter(me);
        if goes_on {
            self.act(self.go_on_with_bench());
        }
        Ok(())
    }

    async fn go_on_with_bench(self) -> Result<(), Failure> {
        let taken = self.take_again().await;
        if taken.is_err() {
            self.bench.lock(&Failure::ClaimLost);
        }
        taken
    }

    /// Opens the rooms to whoever signed in.
    pub(super) fn enter(self, me: Me) {
        self.notice.set(None);
        self.locked.set(None);
        self.stay_awake();
        self.me.set(Some(me));
        self.begin();
    }

    /// Whether something would be lost with this page.
    pub(crate) fn holds_unsaved(self) -> bool {
        let locked_in = |locked: &Option<Locked>| locked.as_ref().is_some_and(|one| one.unsaved);
        self.bench.is_dirty() || self.locked.with_untracked(locked_in)
    }
}
