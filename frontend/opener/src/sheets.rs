//! The monthly sheet: counted from the desk's opened cards, looked at, then signed and handed in.

use std::collections::BTreeMap;

use domain::case::CaseCard;
use domain::console::{Answer, Failure, SheetView};
use domain::sheet::{Cell, count, shown};
use domain::wire::NewSheet;
use domain::{Desk, District, Month, RecordId};
use notes::Sheet;
use rand::RngCore;

use crate::matter::Cases;
use crate::opener::Room;
use crate::transport::Transport;

/// What was counted in this session.
pub(crate) type SheetsRoom = BTreeMap<(District, Month), Counted>;

/// A month as it was counted.
pub(crate) struct Counted {
    cells: Vec<Cell>,
    unread: u32,
    sent: bool,
}

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// Counts a month that is over.
    ///
    /// Once it was handed in it is not counted again: a server that held cards back could tell from two
    /// sheets of one month that differ what stands on those cards.
    pub(crate) async fn make_sheet(mut self, desk: Desk, month: Month) -> Result<Answer, Failure> {
        let district = district_of(desk)?;
        if month >= self.now.day().month() {
            return Err(Failure::NotAllowed);
        }
        let known = self.held.sheets.get(&(district, month));
        if known.is_none_or(|counted| !counted.sent) {
            let counted = self.count(desk, month).await?;
            self.held.sheets.insert((district, month), counted);
        }
        let counted = self.held.sheets.get(&(district, month));
        let counted = counted.ok_or(Failure::Unexpected)?;
        Ok(Answer::Sheet(SheetView {
            desk,
            month,
            cells: counted.cells.clone(),
            unread: counted.unread,
            sent: counted.sent,
        }))
    }

    /// Signs for the desk what was counted and looked at, and hands it in.
    pub(crate) async fn post_sheet(self, desk: Desk, month: Month) -> Result<Answer, Failure> {
        let district = district_of(desk)?;
        if !self.held.trust.supervises(desk, self.held.me.officer) {
            return Err(Failure::NotAllowed);
        }
        let key = self.held.ring.reply_key(desk, &self.held.trust)?;
        let counted = self.held.sheets.get_mut(&(district, month));
        let counted = counted.ok_or(Failure::NotOpened)?;
        if counted.unread > 0 {
            return Err(Failure::NotAllowed);
        }
        let sheet = Sheet {
            inst: self.pins.inst,
            district,
            month,
            cells: shown(&counted.cells),
        };
        let sheet = sheet.sign(&key).map_err(|_| Failure::Unexpected)?;
        if !self.serials.sign_once(district, month, &sheet) {
            return Err(Failure::CountedOtherwise);
        }
        counted.sent = true;
        self.api.post_sheet(desk, &NewSheet { sheet }).await?;
        Ok(Answer::Done)
    }

    /// Each record once, however often the server lists it.
    async fn count(&mut self, desk: Desk, month: Month) -> Result<Counted, Failure> {
        let rows = self.api.cards(desk).await?.cards;
        let (vault, checks) = self.vault::<Cases>(desk);
        let mut cards: BTreeMap<RecordId, Option<CaseCard>> = BTreeMap::new();
        for row in rows {
            let card = vault.card(&row, checks).ok().cloned();
            let known = cards.entry(row.record).or_default();
            *known = known.take().or(card);
        }
        let unread = cards.values().filter(|card| card.is_none()).count();
        Ok(Counted {
            cells: count(cards.values().flatten(), month),
            unread: u32::try_from(unread).unwrap_or(u32::MAX),
            sent: false,
        })
    }
}

/// Sheets are of districts.
const fn district_of(desk: Desk) -> Result<District, Failure> {
    match desk {
        Desk::Bronze(district) => Ok(district),
        Desk::Triage | Desk::CorruptionA | Desk::CorruptionB | Desk::Team(_) | Desk::Silver => {
            Err(Failure::NotAllowed)
        }
    }
}
