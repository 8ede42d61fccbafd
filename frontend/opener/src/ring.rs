//! The keys of desks that are open in this session.

use std::collections::BTreeMap;

use domain::console::{Failure, Quarantine};
use domain::wire::{Wrapper, Wrappers};
use domain::{Day, Desk, InstallationId, Period, Quarter, Week};
use notes::{RecipientText, SigningKey};
use unseal::Identity;
use unseal::epoch::EpochSecret;
use unseal::mark::MarkKey;
use unseal::officer::OfficerKeys;

use crate::trust::Trust;

/// Epoch secrets, each unwrapped and expanded once.
#[derive(Default)]
pub(crate) struct Ring {
    secrets: BTreeMap<(Desk, Period), EpochSecret>,
    /// Wrappers that were offered at the last refresh and refused.
    pub(crate) refused: u32,
}

impl Ring {
    /// Opens every wrapper that is not open yet and whose secret is the directory's.
    pub(crate) fn take(
        &mut self,
        offered: &Wrappers,
        keys: &OfficerKeys,
        trust: &Trust,
        inst: InstallationId,
        today: Day,
    ) {
        self.refused = 0;
        for wrapper in &offered.wrappers {
            let opened = self.open(wrapper, keys, trust, inst, today);
            if opened.is_err() {
                self.refused = self.refused.saturating_add(1);
            }
        }
    }

    fn open(
        &mut self,
        wrapper: &Wrapper,
        keys: &OfficerKeys,
        trust: &Trust,
        inst: InstallationId,
        today: Day,
    ) -> Result<(), Failure> {
        let unreadable = Failure::Quarantined(Quarantine::Unreadable);
        let period: Period = wrapper.period.parse().map_err(|_| unreadable.clone())?;
        if self.secrets.contains_key(&(wrapper.desk, period)) {
            return Ok(());
        }
        let identity = [keys.identity()];
        let secret = EpochSecret::open(&identity, &wrapper.blob.0, inst, wrapper.desk, period);
        let secret = secret.map_err(|_| unreadable)?;
        if !is_the_directorys(&secret, trust, today)? {
            return Err(Failure::Quarantined(Quarantine::WrongKey));
        }
        self.secrets.insert((wrapper.desk, period), secret);
        Ok(())
    }

    /// The keys for what arrives at a desk, by week.
    pub(crate) fn week_keys(&self, desk: Desk) -> BTreeMap<Week, &Identity> {
        let of_desk = self.secrets.values().filter(|secret| secret.desk() == desk);
        let weeks = of_desk.filter_map(|secret| match secret.period() {
            Period::Week(week) => Some((week, secret.identity())),
            Period::Quarter(_) => None,
        });
        weeks.collect()
    }

    /// The key for what arrived at a desk in a week.
    pub(crate) fn week(&self, desk: Desk, week: Week) -> Result<&Identity, Failure> {
        self.key(desk, Period::Week(week))
    }

    /// The key for what a desk keeps in a quarter.
    pub(crate) fn quarter(&self, desk: Desk, quarter: Quarter) -> Result<&Identity, Failure> {
        self.key(desk, Period::Quarter(quarter))
    }

    /// What marks the entities of what a desk keeps, for every quarter that is open.
    pub(crate) fn mark_keys(&self, desk: Desk) -> Vec<MarkKey> {
        let of_desk = self.secrets.values().filter(|secret| secret.desk() == desk);
        let kept = of_desk.filter(|secret| matches!(secret.period(), Period::Quarter(_)));
        kept.map(EpochSecret::mark_key).collect()
    }

    /// What marks the entities of what a desk keeps in a quarter, if that is open.
    pub(crate) fn mark_key(&self, desk: Desk, quarter: Quarter) -> Option<MarkKey> {
        let secret = self.secrets.get(&(desk, Period::Quarter(quarter)));
        secret.map(EpochSecret::mark_key)
    }

    /// The key that signs a desk's replies: the one its directory lists.
    pub(crate) fn reply_key(&self, desk: Desk, trust: &Trust) -> Result<SigningKey, Failure> {
        let listed = trust.reply_keys(desk)?;
        let of_desk = self.secrets.values().filter(|secret| secret.desk() == desk);
        let mut keys = of_desk.filter_map(EpochSecret::reply_key);
        keys.find(|key| listed.contains(&key.public()))
            .ok_or(Failure::NoKey {
                desk,
                period: "replies".into(),
            })
    }

    /// The open periods of a desk, in text.
    pub(crate) fn periods(&self, desk: Desk) -> Vec<String> {
        let of_desk = self.secrets.keys().filter(|(one, _)| *one == desk);
        of_desk.map(|(_, period)| period.to_string()).collect()
    }

    fn key(&self, desk: Desk, period: Period) -> Result<&Identity, Failure> {
        let secret = self.secrets.get(&(desk, period));
        secret.map(EpochSecret::identity).ok_or(Failure::NoKey {
            desk,
            period: period.to_string(),
        })
    }
}

/// Anybody can wrap a seed to an officer, so its recipient must be the one everybody seals to. Of a
/// period that is over the directory may say nothing any more: a false key then opens nothing that
/// an officer signed, and nobody seals to it.
fn is_the_directorys(secret: &EpochSecret, trust: &Trust, today: Day) -> Result<bool, Failure> {
    let desk = secret.desk();
    let (listed, is_over) = match secret.period() {
        Period::Week(week) => (trust.desk_recipient(desk, week), week < today.week()),
        Period::Quarter(quarter) => (
            trust.vault_recipient(desk, quarter),
            is_before(quarter, today),
        ),
    };
    match listed {
        Ok(listed) => Ok(is_same(listed, secret)),
        Err(Failure::NoKey { .. }) => Ok(is_over),
        Err(disbelief) => Err(disbelief),
    }
}

fn is_same(listed: &RecipientText, secret: &EpochSecret) -> bool {
    listed.as_str() == secret.recipient().encode()
}

fn is_before(quarter: Quarter, today: Day) -> bool {
    quarter < today.quarter()
}
