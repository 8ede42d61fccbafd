//! An answer of the gazetteer as the page reads it.

use gazetteer::Gazetteer;

/// Where a typed place is: [`gazetteer::Found`] as JSON.
///
/// # Panics
/// Never: strings and numbers are JSON.
pub fn look_up(gazetteer: &Gazetteer, text: &str) -> String {
    let found = gazetteer.look_up(text);
    serde_json::to_string(&found).expect("strings and numbers are JSON")
}
