//! `GET /api/vault/{desk}`: the cards of a desk's vault.

use actix_web::web::{Data, Json};
use domain::wire::Cards;

use super::Staff;
use super::may::May;
use super::rows::{Names, card_row};
use super::who::OnDesk;
use crate::fault::Fault;

/// Lists what the desk keeps, sealed.
pub(super) async fn vault_cards(
    staff: Data<Staff>,
    May(at, ()): May<OnDesk, ()>,
) -> Result<Json<Cards>, Fault> {
    let rows = staff.store.cards(at.desk, staff.clock.now()).await?;
    let names = Names::load(staff.store.as_ref()).await?;
    let cards = rows.into_iter().map(|row| card_row(row, &names)).collect();
    Ok(Json(Cards { cards }))
}
