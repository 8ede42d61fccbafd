//! "Could this give you away?": where hints are shown, and what the script that shows them needs.

use domain::question::{Detail, Entry, Field};
use giveaway::Kind;
use leptos::prelude::*;

use super::Sheet;
use super::module::module;

/// Where a reporter tells a story, long or short. A box for somebody else's number or address alone
/// raises none.
const fn is_a_story(field: Field) -> bool {
    matches!(
        field,
        Field::Story
            | Field::Times
            | Field::DrugsKept
            | Field::WeaponKept
            | Field::WeaponWho
            | Field::RiskNeeds
            | Field::Entry(Entry {
                detail: Detail::Role | Detail::Associates,
                ..
            })
    )
}

/// Room for the hints at what was written in a field.
pub(crate) fn room(field: Field) -> Option<AnyView> {
    is_a_story(field).then(|| view! { <div class="hints"></div> }.into_any())
}

/// Where the module is that finds what could give somebody away, what it hashes to, and what is said.
pub(crate) fn hinter(sheet: &Sheet<'_>) -> AnyView {
    let kinds = Kind::ALL.iter().map(|kind| kind.key());
    let keys = kinds.chain(["hints-title", "hints-keep"]);
    let lines: Vec<_> = keys
        .map(|key| view! { <p data-key=key>{sheet.say(key)}</p> })
        .collect();
    view! {
        <template
            id="hinter"
            {..module(sheet, "hints", "typed-worker.js")}
        >
            {lines}
        </template>
    }
    .into_any()
}
