//! Signing in and out, and what a session holds in between.

use std::collections::BTreeMap;

use domain::console::{Answer, DeskKeys, Failure, Me, Passphrase, WhichNote};
use domain::wire::{self, Blob, DeliveryRow, SignInFinish, SignInStart, Wrappers};
use domain::{Clock, Desk, ReportId};
use notes::fingerprint;
use rand::{CryptoRng, RngCore};
use signin::{LoginFinished, SignInError, login_start};
use unseal::officer::OfficerKeys;
use zeroize::Zeroizing;

use crate::agreement::LentKeys;
use crate::drafts::DraftRoom;
use crate::files::FilesRoom;
use crate::inbox::InboxRoom;
use crate::intake::IntakeRoom;
use crate::lock::Owner;
use crate::matter::Cases;
use crate::opener::{Opener, Room};
use crate::passphrase::canonical;
use crate::related::Insight;
use crate::ring::Ring;
use crate::sheets::SheetsRoom;
use crate::transport::Transport;
use crate::trust::Trust;
use crate::vault::VaultRoom;

/// An open session. Dropping it wipes token and keys.
pub(crate) struct Session {
    pub(crate) token: Zeroizing<String>,
    pub(crate) held: Held,
}

/// What a session holds beside its token.
pub(crate) struct Held {
    pub(crate) me: wire::Me,
    pub(crate) keys: OfficerKeys,
    pub(crate) trust: Trust,
    pub(crate) ring: Ring,
    pub(crate) lent: LentKeys,
    pub(crate) intake: IntakeRoom,
    pub(crate) insight: Insight,
    pub(crate) vault: VaultRoom,
    pub(crate) cases: VaultRoom<Cases>,
    pub(crate) drafts: DraftRoom,
    pub(crate) inbox: InboxRoom,
    pub(crate) files: FilesRoom,
    pub(crate) sheets: SheetsRoom,
    pub(crate) deliveries: BTreeMap<ReportId, DeliveryRow>,
}

impl<T: Transport, R: RngCore + CryptoRng, C: Clock> Opener<T, R, C> {
    /// Signs in, derives the officer's keys, fetches notes and wrapped keys.
    pub(crate) async fn sign_in(
        &mut self,
        name: String,
        passphrase: Passphrase,
    ) -> Result<Answer, Failure> {
        self.session = None;
        self.owner = None;
        let passphrase = canonical(passphrase);
        let (me, secrets) = self.log_in(name, passphrase.as_bytes()).await?;
        if me.inst != self.pins.inst {
            return Err(Failure::Unexpected);
        }
        let keys = OfficerKeys::derive(secrets.export_key.expose());
        let owner = Owner::new(&me.name, keys.identity().recipient());
        self.session = Some(Session {
            token: secrets.session_key.to_token(),
            held: Held {
                me,
                keys,
                trust: Trust::default(),
                ring: Ring::default(),
                lent: LentKeys::default(),
                intake: IntakeRoom::default(),
                insight: Insight::default(),
                vault: VaultRoom::default(),
                cases: VaultRoom::default(),
                drafts: DraftRoom::default(),
                inbox: InboxRoom::default(),
                files: FilesRoom::default(),
                sheets: SheetsRoom::new(),
                deliveries: BTreeMap::new(),
            },
        });
        let answer = self.room()?.refresh().await;
        if answer.is_ok() {
            self.owner = Some(owner);
        } else {
            self.session = None;
        }
        answer
    }

    async fn log_in(
        &mut self,
        name: String,
        passphrase: &[u8],
    ) -> Result<(wire::Me, LoginFinished), Failure> {
        let (login, request) = login_start(&mut self.rng, passphrase).map_err(refused)?;
        let start = SignInStart {
            name,
            request: Blob(request),
        };
        let challenge = self.outside().sign_in_start(&start).await?;
        let response = &challenge.response.0;
        let finished = login.finish(&mut self.rng, passphrase, response, &self.stretch);
        let finished = finished.map_err(refused)?;
        let finish = SignInFinish {
            attempt: challenge.attempt,
            finalization: Blob(finished.finalization.clone()),
        };
        let me = self.outside().sign_in_finish(&finish).await?;
        Ok((me, finished))
    }

    /// Tells the server if it can be reached, and forgets everything in any case.
    pub(crate) async fn sign_out(&mut self) -> Answer {
        if let Ok(room) = self.room() {
            // A server that does not hear this ends the session by its own clock.
            let _ = room.api.sign_out().await;
        }
        self.session = None;
        self.owner = None;
        Answer::Done
    }

    /// Ends every session of the officer, this one too. Nothing is forgotten if the server does not hear.
    pub(crate) async fn sign_out_everywhere(&mut self) -> Result<Answer, Failure> {
        self.room()?.api.sign_out_everywhere().await?;
        self.session = None;
        self.owner = None;
        Ok(Answer::Done)
    }
}

impl<T: Transport, R> Room<'_, T, R> {
    /// Who is signed in, and what can be opened.
    pub(crate) fn me(&self) -> Answer {
        let me = &self.held.me;
        let desks = me.desks.iter().map(|desk| self.desk_keys(*desk));
        let card = self.held.keys.card(me.inst, me.officer);
        Answer::Me(Me {
            officer: me.officer,
            name: me.name.clone(),
            role: me.role,
            inst: me.inst,
            until: me.until,
            idle: me.idle,
            clocks: me.clocks,
            retention: me.retention,
            fingerprint: card.as_ref().map_or(String::new(), fingerprint::of_card),
            desks: desks.collect(),
            unstaffed: self.unstaffed(),
            notes: self.held.trust.faults.clone(),
            refused_keys: self.held.ring.refused,
        })
    }

    /// Fetches the officer's desks, notes and wrapped keys anew.
    pub(crate) async fn refresh(self) -> Result<Answer, Failure> {
        let me = self.api.me().await?;
        if (me.officer, me.inst) != (self.held.me.officer, self.held.me.inst) {
            return Err(Failure::Unexpected);
        }
        if !me.retention.is_sound() {
            // Reports are signed, and cases kept, by these days: they would outlive whoever said them.
            return Err(Failure::UnsoundRetention);
        }
        self.held.me = me;
        let today = self.now.day();
        self.held.trust = match self.api.notes().await {
            Ok(offered) => Trust::of(&offered, self.pins, today, self.serials),
            // Not approved yet, or a role that opens nothing: there is nothing to verify.
            Err(Failure::NotAllowed) => Trust::default(),
            Err(failure) => return Err(failure),
        };
        let wrapped = match self.api.wrappers().await {
            Err(Failure::NotAllowed) => Wrappers { wrappers: vec![] },
            other => other?,
        };
        let held = &mut *self.held;
        let inst = self.pins.inst;
        held.ring
            .take(&wrapped, &held.keys, &held.trust, inst, today);
        Ok(self.me())
    }

    /// Desks at which nobody could open a report, as far as rosters are believed: what is wrong with
    /// one is said by itself.
    fn unstaffed(&self) -> Vec<Desk> {
        let (trust, me) = (&self.held.trust, &self.held.me);
        let in_doubt = trust
            .faults
            .iter()
            .any(|(note, _)| *note == WhichNote::Roster);
        if in_doubt || !me.desks.contains(&Desk::Triage) {
            return Vec::new();
        }
        let receivers = Desk::all()
            .into_iter()
            .filter(|desk| desk.receives_reports());
        receivers.filter(|desk| !trust.is_staffed(*desk)).collect()
    }

    fn desk_keys(&self, desk: Desk) -> DeskKeys {
        let me = self.held.me.officer;
        let own = self.held.keys.signing().public();
        let member = self.held.trust.member(desk, me);
        DeskKeys {
            desk,
            rostered: member.is_some_and(|member| member.key == own),
            periods: self.held.ring.periods(desk),
        }
    }
}

/// A server that answers nonsense and a wrong passphrase look alike from here.
pub(crate) const fn refused(error: SignInError) -> Failure {
    match error {
        SignInError::Refused => Failure::WrongNameOrPassphrase,
        SignInError::Malformed | SignInError::Stretch => Failure::Unexpected,
    }
}
