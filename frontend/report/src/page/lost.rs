//! Where nothing is: an old link, or an address mistyped.

use leptos::prelude::*;

use super::Sheet;
use super::document::{Level, Place, document};
use super::other_ways::always_shown;

/// Leads to the form, and to the other ways.
pub(crate) fn lost_page(sheet: &Sheet<'_>) -> String {
    let title = sheet.say("lost-title");
    document(sheet, &title.clone(), Place::At(""), || {
        view! {
            <article class="prose">
                <h1>{title}</h1>
                <p class="lead">{sheet.say("lost")}</p>
                <p>
                    <a class="button" href=sheet.href("")>
                        {sheet.say("lost-form")}
                    </a>
                </p>
                {always_shown(sheet, Level::Second)}
            </article>
        }
        .into_any()
    })
}
