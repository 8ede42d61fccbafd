//! Where it is: a map to tick districts on, and what the script that finds typed places needs.

use std::sync::LazyLock;

use domain::answers::Area;
use domain::question::Field;
use gazetteer::{Force, Outline, Outlines, VIEW_BOX};
use leptos::prelude::*;

use super::Sheet;
use super::module::module;
use super::strings::{choice_id, choice_key};

/// Drawn once: the page is the same for everybody.
static OUTLINES: LazyLock<Vec<Outline>> = LazyLock::new(|| Outlines::open().draw());

/// The five districts, each a second label of its checkbox, so that it works without scripts. Whoever
/// hears the page or uses a keyboard has the checkboxes. The names are drawn apart: a label's text
/// would be said twice.
pub(crate) fn map(sheet: &Sheet<'_>) -> AnyView {
    let class = |code: &str| format!("map-{code}");
    let areas: Vec<_> = OUTLINES
        .iter()
        .map(|one| {
            let code = one.district.code();
            view! {
                <label for=choice_id(Field::District, code) class=class(code)>
                    <svg viewBox=VIEW_BOX>
                        <path d=one.path.clone()></path>
                    </svg>
                </label>
            }
        })
        .collect();
    let names: Vec<_> = OUTLINES
        .iter()
        .map(|one| {
            let (code, (x, y)) = (one.district.code(), one.label);
            let name = sheet.say(&choice_key(Field::District, code));
            view! {
                <text class=class(code) x=x y=y>
                    {name}
                </text>
            }
        })
        .collect();
    view! {
        <div class="map" aria-hidden="true">
            {areas} <svg viewBox=VIEW_BOX>{names}</svg>
        </div>
    }
    .into_any()
}

/// Where the module is that finds places, what it hashes to, and what is said about what it finds.
pub(crate) fn finder(sheet: &Sheet<'_>) -> AnyView {
    let said = [
        ("place-looks", "area"),
        ("place-looks-kept", "area"),
        ("place-outside-force", "force"),
        ("place-near", "place"),
    ];
    let said = said.map(|(key, name)| (key.to_owned(), sheet.words.template(key, name)));
    let plain = ["place-outside", "place-ask"].map(|key| (key.to_owned(), sheet.say(key)));
    let forces = Force::ALL.map(|force| (code(force), force.name().to_owned()));
    let lines: Vec<_> = said
        .into_iter()
        .chain(plain)
        .chain(forces)
        .map(|(key, text)| view! { <p data-key=key>{text}</p> })
        .collect();
    view! {
        <template
            id="finder"
            data-outside=Area::Outside.code()
            {..module(sheet, "places", "typed-worker.js")}
        >
            {lines}
        </template>
    }
    .into_any()
}

/// What the module calls it.
fn code(force: Force) -> String {
    let code = serde_json::json!(force);
    code.as_str().unwrap_or_default().to_owned()
}
