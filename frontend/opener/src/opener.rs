//! The opener: one question after another, at most one session.

use std::fmt;

use domain::console::{Answer, Ask, Failure};
use domain::{Clock, UnixSeconds};
use rand::{CryptoRng, RngCore};
use signin::Stretch;

use crate::agreement::Agreement;
use crate::calls::Api;
use crate::lock::Owner;
use crate::serials::Serials;
use crate::session::{Held, Session};
use crate::transport::Transport;
use crate::trust::Pins;

/// Answers the console's questions. Everything secret is in the session; dropping that wipes it.
pub struct Opener<T, R, C> {
    pub(crate) pins: Pins,
    pub(crate) transport: T,
    agreement: Option<Box<dyn Agreement>>,
    pub(crate) rng: R,
    clock: C,
    pub(crate) stretch: Stretch,
    pub(crate) serials: Serials,
    pub(crate) session: Option<Session>,
    /// Who signed in last: outlives the session until they sign out.
    pub(crate) owner: Option<Owner>,
}

/// Says how far a long answer has come.
pub type Progress<'a> = &'a mut dyn FnMut(Answer);

/// A session and all it takes to work with it.
pub(crate) struct Room<'a, T, R> {
    pub(crate) api: Api<'a, T>,
    pub(crate) held: &'a mut Held,
    pub(crate) pins: &'a Pins,
    pub(crate) agreement: Option<&'a dyn Agreement>,
    pub(crate) serials: &'a mut Serials,
    pub(crate) rng: &'a mut R,
    pub(crate) now: UnixSeconds,
}

impl<T: Transport, R: RngCore + CryptoRng, C: Clock> Opener<T, R, C> {
    /// Begins with nobody signed in.
    pub fn new(pins: Pins, transport: T, rng: R, clock: C) -> Self {
        Self {
            pins,
            transport,
            agreement: None,
            rng,
            clock,
            stretch: Stretch::full(),
            serials: Serials::default(),
            session: None,
            owner: None,
        }
    }

    /// Stretches passphrases with other costs: low ones in tests.
    #[must_use]
    pub fn with_stretch(mut self, stretch: Stretch) -> Self {
        self.stretch = stretch;
        self
    }

    /// Has a browser work out X25519.
    #[must_use]
    pub fn with_agreement(mut self, agreement: Box<dyn Agreement>) -> Self {
        self.agreement = Some(agreement);
        self
    }

    /// Begins with the newest serials seen in sessions before.
    #[must_use]
    pub fn having_seen(mut self, serials: Serials) -> Self {
        self.serials = serials;
        self
    }

    /// The newest serials seen, to be kept for the next session.
    pub const fn seen(&self) -> &Serials {
        &self.serials
    }

    /// Answers one question. If the server says that the session is over, it is wiped.
    pub async fn handle(&mut self, ask: Ask, progress: Progress<'_>) -> Answer {
        let answer = self.answer(ask, progress).await;
        answer.unwrap_or_else(|failure| {
            if failure == Failure::SignedOut {
                self.session = None;
            }
            Answer::Failed(failure)
        })
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each question")]
    async fn answer(&mut self, ask: Ask, progress: Progress<'_>) -> Result<Answer, Failure> {
        match ask {
            Ask::Enrol { invitation } => self.enrol(&invitation).await,
            Ask::SignIn { name, passphrase } => self.sign_in(name, passphrase).await,
            Ask::SignOut => Ok(self.sign_out().await),
            Ask::SignOutEverywhere => self.sign_out_everywhere().await,
            Ask::Lock { keep } => self.lock(keep).await,
            Ask::Unlock { passphrase } => self.unlock(passphrase).await,
            Ask::Me => Ok(self.room()?.me()),
            Ask::Refresh => self.room()?.refresh().await,
            Ask::FetchIntake { afresh, attended } => {
                self.room()?.fetch_intake(afresh, attended, progress).await
            }
            Ask::Accept { tip } => self.room()?.accept(tip).await,
            Ask::Discard { tip } => self.room()?.discard(tip).await,
            Ask::ListCards { desk } => self.room()?.list_cards(desk).await,
            Ask::Claim { desk, record } => self.room()?.claim(desk, record).await,
            Ask::Release { desk, record } => self.room()?.release(desk, record).await,
            Ask::OpenRecord {
                desk,
                record,
                purpose,
            } => self.room()?.open_record(desk, record, purpose).await,
            Ask::SaveDraft {
                desk,
                record,
                work,
                translation,
            } => self.room()?.save(desk, record, *work, translation).await,
            Ask::Related { of } => self.room()?.related(of),
            Ask::OnAnother { desk, of, deed } => self.room()?.on_another(desk, of, deed).await,
            Ask::OpenFiles { tip } => self.room()?.open_files(tip).await,
            Ask::CloseFiles => Ok(self.room()?.close_files()),
            Ask::PutBack { desk, record } => self.room()?.put_back(desk, record).await,
            Ask::Colleagues { desk } => self.room()?.colleagues(desk).await,
            Ask::HandOver {
                desk,
                record,
                to,
                reason,
            } => self.room()?.hand_over(desk, record, to, &reason).await,
            Ask::TakeBack {
                desk,
                record,
                reason,
            } => self.room()?.take_back(desk, record, &reason).await,
            Ask::TakeAll {
                desk,
                from,
                to,
                reason,
            } => self.room()?.take_all(desk, (from, to), &reason).await,
            Ask::Close {
                desk,
                record,
                reason,
                note,
            } => self.room()?.close(desk, record, reason, note).await,
            Ask::Reopen {
                desk,
                record,
                reason,
            } => self.room()?.reopen(desk, record, reason).await,
            Ask::Agree { desk, record } => self.room()?.agree(desk, record).await,
            Ask::Review { desk, record, deed } => self.room()?.review(desk, record, deed).await,
            Ask::Reply {
                desk,
                record,
                text,
                lang,
            } => self.room()?.reply(desk, record, text, lang).await,
            Ask::Signpost { desk, of, deed } => self.room()?.signpost(desk, of, *deed).await,
            Ask::Route { desk, record, work } => self.room()?.route(desk, record, *work).await,
            Ask::OnDrafts { deed } => self.room()?.on_drafts(deed).await,
            Ask::OnSent { desk, record, deed } => self.room()?.on_sent(desk, record, deed).await,
            Ask::Deliveries => self.room()?.deliveries().await,
            Ask::OnTraces { deed } => self.room()?.on_traces(deed).await,
            Ask::Inbox { desk } => self.room()?.inbox(desk).await,
            Ask::OpenReport {
                desk,
                report,
                purpose,
            } => self.room()?.open_report(desk, report, purpose).await,
            Ask::Acknowledge { desk, report } => self.room()?.acknowledge(desk, report).await,
            Ask::WriteMessage {
                from,
                to,
                reference,
                report,
                text,
                answers,
            } => {
                let (way, about) = ((from, to), (reference, report));
                self.room()?.write_message(way, about, text, answers).await
            }
            Ask::ListCases { desk } => self.room()?.list_cases(desk).await,
            Ask::OpenCase {
                desk,
                record,
                purpose,
            } => self.room()?.open_case(desk, record, purpose).await,
            Ask::OnCase { desk, record, deed } => self.room()?.on_case(desk, record, *deed).await,
            Ask::Export { what } => self.room()?.export(*what).await,
            Ask::MakeSheet { desk, month } => self.room()?.make_sheet(desk, month).await,
            Ask::PostSheet { desk, month } => self.room()?.post_sheet(desk, month).await,
            Ask::Officers => self.room()?.officers().await,
        }
    }

    /// The session's room, if anybody is signed in.
    pub(crate) fn room(&mut self) -> Result<Room<'_, T, R>, Failure> {
        let now = self.now();
        let session = self.session.as_mut().ok_or(Failure::SignedOut)?;
        Ok(Room {
            api: Api {
                transport: &self.transport,
                token: Some(&session.token),
            },
            held: &mut session.held,
            pins: &self.pins,
            agreement: self.agreement.as_deref(),
            serials: &mut self.serials,
            rng: &mut self.rng,
            now,
        })
    }

    /// The API without a session.
    pub(crate) const fn outside(&self) -> Api<'_, T> {
        Api {
            transport: &self.transport,
            token: None,
        }
    }

    fn now(&self) -> UnixSeconds {
        self.clock.now()
    }
}

impl<T, R, C> fmt::Debug for Opener<T, R, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opener(..)")
    }
}
