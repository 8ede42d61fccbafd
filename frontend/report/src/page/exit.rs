//! The way out for those without scripts, in two steps.
//!
//! A browser told to forget our pages forgets those it keeps for Back, but not the one it shows. So
//! the link leads to an empty page first; then what was typed is kept for Back, and that page goes
//! on to an address which has it forgotten and leads away. With scripts `leave.js` takes the tab's
//! history apart itself and goes straight to the link's `data-away`, which does not need our server.

use leptos::prelude::*;

use super::Sheet;
use crate::stand_in;

/// Where the links lead: the empty page.
pub(crate) const EXIT: &str = "exit";
/// Where the empty page goes on to.
pub(crate) const AWAY: &str = "away";

/// The empty page, with a link for browsers that do not go on by themselves.
pub(crate) fn exit_page(sheet: &Sheet<'_>) -> String {
    let away = sheet.href(AWAY);
    let go_on = format!("0;url={away}");
    let lang = sheet.words.lang();
    let draw = || {
        view! {
            <!DOCTYPE html>
            <html lang=lang.locale dir=lang.dir>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <meta name="referrer" content="no-referrer" />
                    <meta http-equiv="refresh" content=go_on />
                    <title>"…"</title>
                </head>
                <body>
                    <h1>
                        <a href=away rel="nofollow noreferrer noopener">
                            {sheet.say("exit")}
                        </a>
                    </h1>
                </body>
            </html>
        }
        .to_html()
    };
    stand_in::draw(Owner::new().with(draw).replace("<!>", ""))
}

/// A button that leaves, like the link at the head of every page.
pub(crate) fn exit_button(sheet: &Sheet<'_>, key: &str) -> AnyView {
    view! {
        <p>
            <a
                class="button"
                data-exit=""
                href=sheet.href(EXIT)
                rel="nofollow noreferrer noopener"
            >
                {sheet.say(key)}
            </a>
        </p>
    }
    .into_any()
}

/// The same way out for those who come by keyboard or by ear: before everything else on a page, seen
/// once it has the focus.
pub(crate) fn second_exit(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <a class="skip" data-exit="" href=sheet.href(EXIT) rel="nofollow noreferrer noopener">
            {sheet.say("exit")}
        </a>
    }
    .into_any()
}

/// Where `leave.js` says how many presses of the Shift key are still to come, and its words.
pub(crate) fn presses(sheet: &Sheet<'_>) -> AnyView {
    let words: Vec<_> = ["exit-two-more", "exit-one-more", "exit-now", "exit-expired"]
        .into_iter()
        .map(|key| view! { <p data-key=key>{sheet.say(key)}</p> })
        .collect();
    view! {
        <p class="only-read" id="exit-said" role="status"></p>
        <template id="exit-words">{words}</template>
    }
    .into_any()
}
