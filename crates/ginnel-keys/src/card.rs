//! Looks at the card an officer's browser made.

use domain::InstallationId;
use notes::Malformed;
use notes::card::Card;
use notes::fingerprint;

/// The card is not this installation's, or was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no card of this installation, or it was changed on the way")]
pub struct NotACard;

/// Reads a card and verifies its own signature. Whose it is, only the six words tell.
pub fn read(text: &str, inst: InstallationId) -> Result<Card, NotACard> {
    Card::parse(text, inst).map_err(|Malformed| NotACard)
}

/// The six words the officer reads out.
pub fn six_words(card: &Card) -> String {
    fingerprint::of_card(card)
}

/// Whether these are the card's six words, however they are spaced and capitalised.
pub fn is_fingerprint(card: &Card, typed: &str) -> bool {
    let folded = typed.to_lowercase();
    let typed: Vec<&str> = folded.split_whitespace().collect();
    typed.join(" ") == six_words(card)
}
