//! What happens to information about people.

use leptos::prelude::*;

use super::Sheet;
use super::prose::{article, contact, keyed, paragraph, part};
use super::protects::keeping;

/// Who is responsible, what is held and why, who sees it, for how long, and what can be asked for.
pub(crate) fn privacy_page(sheet: &Sheet<'_>) -> String {
    article(sheet, "privacy", "privacy", || {
        let responsible = sheet.settings.contacts.responsible.as_deref();
        let who = contact(sheet, "privacy-who", responsible);
        let listed = |name: &str, keys: &[&str]| part(sheet, name, keyed(sheet, keys));
        view! {
            {part(sheet, "privacy-who", who)}
            {listed(
                "privacy-what",
                &["privacy-what-words", "privacy-what-files", "privacy-what-around", "privacy-what-not"],
            )}
            {listed("privacy-why", &["privacy-why-crime", "privacy-why-others"])}
            {listed(
                "privacy-share",
                &["privacy-share-officers", "privacy-share-teams", "privacy-share-law", "privacy-share-nobody"],
            )}
            {part(sheet, "protects-keep", keeping(sheet))}
            {listed(
                "privacy-rights",
                &[
                    "privacy-rights-ask",
                    "privacy-rights-limits",
                    "privacy-rights-unknown",
                    "privacy-rights-machine",
                ],
            )}
            {part(sheet, "privacy-complain", paragraph(sheet.say("privacy-complain")))}
        }
        .into_any()
    })
}
