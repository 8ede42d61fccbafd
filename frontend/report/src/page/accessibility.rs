//! Who can use these pages and how, what was tested, and what does not work yet.

use leptos::prelude::*;

use super::Sheet;
use super::prose::{article, contact, keyed, list, paragraph, part};
use crate::lang::Lang;

/// The accessibility statement, true for the languages and settings this server runs with.
pub(crate) fn accessibility_page(sheet: &Sheet<'_>) -> String {
    article(sheet, "accessibility", "access", || {
        let able = [
            "access-can-zoom",
            "access-can-keys",
            "access-can-read",
            "access-can-contrast",
            "access-can-scripts",
        ];
        let tested = [
            "access-tested-rules",
            "access-tested-sizes",
            "access-tested-not",
        ];
        let contacts = &sheet.settings.contacts;
        let tell = contact(sheet, "access-tell", contacts.accessibility.as_deref());
        let further = paragraph(sheet.say("access-tell-further"));
        view! {
            {part(sheet, "access-can", keyed(sheet, &able))}
            {part(sheet, "access-other", other_forms(sheet))}
            {part(sheet, "access-tested", keyed(sheet, &tested))}
            {part(sheet, "access-known", list(known(sheet).into_iter()))}
            {part(sheet, "access-tell", view! { {tell} {further} }.into_any())}
        }
        .into_any()
    })
}

fn other_forms(sheet: &Sheet<'_>) -> AnyView {
    let pages = [
        ("large/", "print-large"),
        ("easy", "footer-easy"),
        ("paper", "footer-paper"),
    ];
    let lines: Vec<_> = pages
        .into_iter()
        .map(|(page, key)| {
            let href = format!("/{}/{page}", sheet.words.lang().code);
            view! { <li><a href=href>{sheet.say(key)}</a></li> }
        })
        .collect();
    view! { <ul>{lines}</ul> }.into_any()
}

/// What does not work yet.
fn known(sheet: &Sheet<'_>) -> Vec<String> {
    let unread: Vec<_> = sheet
        .languages
        .iter()
        .filter(|lang| Lang::awaits_check(lang))
        .map(|lang| lang.name)
        .collect();
    let unread = (!unread.is_empty()).then(|| {
        let names = unread.join(", ");
        sheet
            .words
            .say_with("access-known-languages", "languages", names)
    });
    let tab = sheet.settings.tab_title.as_ref();
    let tab = tab.map(|_| sheet.say("access-known-tab"));
    let always = ["access-known-bsl", "access-known-braille"].map(|key| sheet.say(key));
    always.into_iter().chain(unread).chain(tab).collect()
}
