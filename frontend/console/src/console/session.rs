//! Beginning and ending a session.

use domain::Role;
use domain::console::{Answer, Ask, Enrolled, Failure, Passphrase};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Console, Why};
use crate::browser;
use crate::place::Place;
use crate::search::Index;
use crate::words::filter::Filter;

impl Console {
    /// Enrols with a one-time code.
    pub(crate) async fn enrol(self, invitation: String) -> Result<Enrolled, Failure> {
        let invitation = Passphrase::new(invitation);
        match self.ask(Ask::Enrol { invitation }).await? {
            Answer::Enrolled(enrolled) => Ok(enrolled),
            _ => Err(Failure::Unexpected),
        }
    }

    /// Signs in and opens the first room.
    pub(crate) async fn sign_in(self, name: String, passphrase: String) -> Result<(), Failure> {
        let passphrase = Passphrase::new(passphrase);
        let answer = self.ask(Ask::SignIn { name, passphrase }).await?;
        let Answer::Me(me) = answer else {
            return Err(Failure::Unexpected);
        };
        self.enter(me);
        Ok(())
    }

    /// Reads notes and keys anew.
    pub(crate) async fn refresh(self) -> Result<(), Failure> {
        match self.ask(Ask::Refresh).await? {
            Answer::Me(me) => {
                self.me.set(Some(me));
                self.begin();
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }

    pub(super) fn begin(self) {
        if untrack(|| self.at_triage()) {
            self.fetch(self.intake.fetched.get_untracked().is_none());
            self.act(self.list_cards());
            self.act(self.list_colleagues());
            self.act(self.list_drafts());
            self.act(self.list_inbox(super::KEEPER));
        }
        for desk in untrack(|| self.inboxes()) {
            self.act(self.list_inbox(desk));
            self.act(self.list_cases(desk));
        }
        let here = self.place.get_untracked();
        if matches!(here, Place::Home | Place::Enrol) {
            self.go_instead(self.first_room());
        }
    }

    /// The first room this officer has.
    pub(crate) fn first_room(self) -> Place {
        untrack(|| {
            let role = self.me.with(|me| me.as_ref().map(|me| me.role));
            if self.at_triage() {
                Place::Intake
            } else if let Some(desk) = self.inboxes().first() {
                Place::Inbox(*desk)
            } else if role == Some(Role::Coordinator) {
                Place::Officers
            } else {
                Place::Home
            }
        })
    }

    /// The server no longer knows the session.
    pub(super) fn session_ended(self) {
        self.lock(Why::Ended);
    }

    /// Signs out: what is unsaved is saved first, then nothing is left, not even this page.
    pub(crate) fn sign_out(self) {
        spawn_local(async move {
            if self.bench.is_dirty() && self.save().await.is_err() {
                self.say_failed(&Failure::Unreachable);
                self.bench.confirm_leave.set(true);
                return;
            }
            self.leave_for_good().await;
        });
    }

    /// Ends every session of this officer, once what is unsaved is saved.
    pub(crate) async fn sign_out_everywhere(self) -> Result<(), Failure> {
        if self.bench.is_dirty() {
            self.save().await?;
        }
        self.ask(Ask::SignOutEverywhere).await?;
        self.leave_for_good().await;
        Ok(())
    }

    /// Signs out whatever is unsaved.
    pub(crate) async fn leave_for_good(self) {
        if let Some(record) = self.bench.held() {
            let _ = self
                .ask(Ask::Release {
                    desk: super::KEEPER,
                    record,
                })
                .await;
        }
        let _ = self.ask(Ask::SignOut).await;
        self.opener.with_value(|opener| {
            if let Some(opener) = opener {
                opener.end();
            }
        });
        self.opener.set_value(None);
        self.forget_lists();
        self.bench.clear();
        self.locked.set(None);
        self.me.set(None);
        browser::begin_again();
    }

    pub(super) fn forget_lists(self) {
        self.intake.tips.set(Vec::new());
        self.intake.page.set(0);
        self.intake.filter.set(Filter::default());
        self.intake.index.update_value(Index::clear);
        self.filter.set(Filter::default());
        self.index.update_value(Index::clear);
        self.views.set(Vec::new());
        self.intake.chosen.set(None);
        self.intake.taken.set(None);
        self.intake.fetched.set(None);
        self.intake.tried.set(None);
        self.intake.progress.set(None);
        self.cards.set(None);
        self.drafts.set(None);
        self.deliveries.set(None);
        self.inbox.set(Vec::new());
        self.cases.set(Vec::new());
        self.case.set(None);
        self.given.set(None);
        self.taken_all.set(None);
        self.officers.set(None);
        self.colleagues.set(Vec::new());
    }
}
