//! What records are kept of: the same three frames and card, whatever they say.

use domain::case::{Case, CaseCard, CaseHistory, CaseState, Received};
use domain::work::{CardPlain, History, Original, Work};
use domain::{Day, OfficerId};
use minicbor::{Decode, Encode};

use crate::related::Marker;
use crate::ring::Ring;
use crate::session::Held;
use crate::trust::Trust;
use crate::vault::VaultRoom;

/// What can lie in a slot.
pub(crate) trait Kept: Encode<()> + for<'b> Decode<'b, ()> + Clone {}

impl<T: Encode<()> + for<'b> Decode<'b, ()> + Clone> Kept for T {}

/// Who wrote a version.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Writer {
    /// The officer who signed it.
    pub(crate) officer: OfficerId,
    /// Whether the desk's roster names them as a supervisor.
    pub(crate) supervises: bool,
}

impl Writer {
    /// A supervisor speaks for nobody but themselves, and nobody for a supervisor.
    fn limit(self, agreed: &mut Option<OfficerId>) {
        *agreed = agreed.filter(|officer| self.supervises && *officer == self.officer);
    }
}

/// One kind of record: what its slots hold, and where a session keeps those it has opened.
pub(crate) trait Matter: Sized {
    /// Written once.
    type Original: Kept;
    /// What is worked on.
    type Work: Kept;
    /// What was done.
    type History: Kept;
    /// What lists show.
    type Card: Kept;

    /// The card of a record, marked with what it names if it is compared by that.
    fn card(
        original: &Self::Original,
        work: &Self::Work,
        history: &Self::History,
        marker: Option<&Marker<'_>>,
    ) -> Self::Card;

    /// Whether work on it is over.
    fn is_over(work: &Self::Work) -> bool;

    /// The day on which it is to be reviewed once work is over, if what it is made of says one: the last of its
    /// month, since the server is told.
    fn review(_original: &Self::Original) -> Option<Day> {
        None
    }

    /// Takes out of a card what whoever wrote it may not say.
    fn limit_card(_card: &mut Self::Card, _by: Writer) {}

    /// Takes out of the work what whoever wrote it may not say.
    fn limit_work(_work: &mut Self::Work, _by: Writer) {}

    /// Forgets an old entry of what was done, to make room; whether there was one.
    fn forget(history: &mut Self::History) -> bool;

    /// The session's room of this kind.
    fn vault(held: &Held) -> &VaultRoom<Self>;

    /// The same to be written to, and what its records are checked against.
    fn room(held: &mut Held) -> (&mut VaultRoom<Self>, &Trust, &Ring);
}

/// Cases, as desks keep what they make of reports.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cases;

impl Matter for Cases {
    type Original = Received;
    type Work = Case;
    type History = CaseHistory;
    type Card = CaseCard;

    fn card(original: &Received, work: &Case, _: &CaseHistory, _: Option<&Marker<'_>>) -> CaseCard {
        CaseCard::of(original, work)
    }

    fn is_over(work: &Case) -> bool {
        work.state == CaseState::Closed
    }

    fn review(original: &Received) -> Option<Day> {
        Some(original.report.review.month().last_day())
    }

    fn forget(history: &mut CaseHistory) -> bool {
        history.forget()
    }

    fn vault(held: &Held) -> &VaultRoom<Self> {
        &held.cases
    }

    fn room(held: &mut Held) -> (&mut VaultRoom<Self>, &Trust, &Ring) {
        (&mut held.cases, &held.trust, &held.ring)
    }
}

/// Tips, as triage keeps them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tips;

impl Matter for Tips {
    type Original = Original;
    type Work = Work;
    type History = History;
    type Card = CardPlain;

    fn card(
        original: &Original,
        work: &Work,
        history: &History,
        marker: Option<&Marker<'_>>,
    ) -> CardPlain {
        let entities = marker.map(|marker| marker.marks(original, work, history));
        CardPlain {
            entities: entities.unwrap_or_default(),
            ..CardPlain::of(original, work)
        }
    }

    fn is_over(work: &Work) -> bool {
        work.state.is_over()
    }

    fn limit_card(card: &mut CardPlain, by: Writer) {
        by.limit(&mut card.agreed);
    }

    fn limit_work(work: &mut Work, by: Writer) {
        by.limit(&mut work.agreed);
    }

    fn forget(history: &mut History) -> bool {
        history.forget()
    }

    fn vault(held: &Held) -> &VaultRoom<Self> {
        &held.vault
    }

    fn room(held: &mut Held) -> (&mut VaultRoom<Self>, &Trust, &Ring) {
        (&mut held.vault, &held.trust, &held.ring)
    }
}
