//! Everything that can go wrong on the way: what happened, that nothing typed is lost, other ways.

use domain::TipId;
use domain::bundle::FILES_MAX;
use leptos::prelude::*;

use super::check::{SEND, hidden};
use super::document::{Level, Place, document};
use super::files::{WITH_PICTURES, pictures};
use super::languages::TYPED;
use super::other_ways::always_shown;
use super::{Entries, Sheet};

/// The panels of the static form, or of another page that sends, each shown by the script.
pub(crate) fn failure_sections(sheet: &Sheet<'_>, page: &str) -> AnyView {
    let again = |key: &str| {
        view! {
            <button type="button" class="button" data-send="">
                {sheet.say(key)}
            </button>
        }
        .into_any()
    };
    let reload = view! { <p><a class="button" href=sheet.href(page)>{sheet.say("reload")}</a></p> };
    let clock = view! {
        <p id="clock-device"></p>
        <p id="clock-server"></p>
        <button type="button" class="button" id="clock-yes">
            {sheet.say("fail-clock-yes")}
        </button>
        <p>{sheet.say("fail-clock-set")}</p>
        {again("try-again")}
    };
    let wait = |()| {
        view! {
            <p class="wait" data-wait=""></p>
            {again("try-now")}
        }
        .into_any()
    };
    view! {
        {panel(sheet, "script", None, reload.into_any())}
        {panel(sheet, "module", Some("kept"), again("try-again"))}
        {panel(sheet, "directory", Some("kept"), again("try-again"))}
        {panel(sheet, "clock", Some("kept"), clock.into_any())}
        {panel(sheet, "busy", Some("kept-waiting"), wait(()))}
        {panel(sheet, "offline", Some("kept-waiting"), wait(()))}
        {panel(sheet, "refused", Some("kept"), again("try-again"))}
        {page.is_empty().then(|| panel(sheet, "files", Some("kept"), without(sheet)))}
    }
    .into_any()
}

/// Whether the words go without the files, which only the form takes.
fn without(sheet: &Sheet<'_>) -> AnyView {
    view! {
        <button type="button" class="button" id="send-without">
            {sheet.say("fail-files-without")}
        </button>
        <p>
            <button type="button" class="link" data-send="">
                {sheet.say("try-again")}
            </button>
        </p>
    }
    .into_any()
}

fn panel(
    sheet: &Sheet<'_>,
    name: &'static str,
    kept: Option<&'static str>,
    actions: AnyView,
) -> AnyView {
    let change = (name != "script").then(|| {
        view! {
            <p>
                <button type="button" class="link" data-review="">
                    {sheet.say("go-back")}
                </button>
            </p>
        }
    });
    let text = (name != "clock").then(|| sheet.say(&format!("fail-{name}")));
    view! {
        <section class="step failure" id=format!("q-fail-{name}") hidden>
            <h2 tabindex="-1">{sheet.say(&format!("fail-{name}-title"))}</h2>
            {text.map(|text| view! { <p class="lead">{text}</p> })}
            {kept.map(|key| view! { <p class="kept">{sheet.say(key)}</p> })}
            {actions}
            {change}
            {always_shown(sheet, Level::Third)}
        </section>
    }
    .into_any()
}

/// Seconds above which a wait is told in minutes, as `send.js` does.
const LONG: u32 = 90;

/// Why the server could not take a tip from somebody without scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The directory is missing or has expired: nothing can be sealed.
    Closed,
    /// No room: try again in some seconds.
    Full {
        /// Seconds to wait.
        seconds: u32,
    },
    /// Too many from there: try again in some seconds.
    Crowded {
        /// Seconds to wait.
        seconds: u32,
    },
    /// More than any form can hold.
    TooBig,
    /// Not a form of ours.
    Unreadable,
    /// Pictures that are not taken.
    Picture(Unfit),
}

/// Why pictures are not taken; each that has a fault by its number, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// As many posts with pictures as may are under way.
    Busy,
    /// More than a bundle holds.
    Many,
    /// Together more than is read, or too slow for it.
    Room,
    /// Not a picture that can be drawn anew.
    Other(u32),
    /// It shows more than there is memory for.
    TooLarge(u32),
    /// Broken, cut off, or empty.
    Unreadable(u32),
}

impl Failure {
    const fn key(self) -> &'static str {
        match self {
            Self::Closed => "fail-closed",
            Self::Full { .. } | Self::Crowded { .. } => "fail-full",
            Self::TooBig => "fail-too-big",
            Self::Unreadable => "fail-form",
            Self::Picture(_) => "fail-picture",
        }
    }
}

/// What was typed and read, and where it is posted again.
#[derive(Clone, Copy)]
pub(crate) struct Again<'a> {
    pub(crate) tip: TipId,
    pub(crate) entries: &'a Entries,
    pub(crate) to: &'static str,
    /// Whether pictures came with it: they are not kept.
    pub(crate) chosen: bool,
}

/// The page of a failure; what was typed, if it was read, stays in it to be sent again.
pub(crate) fn failure_page(sheet: &Sheet<'_>, failure: Failure, kept: Option<Again<'_>>) -> String {
    let title = sheet.say(&format!("{}-title", failure.key()));
    let text = match failure {
        Failure::Full { seconds } | Failure::Crowded { seconds } => {
            let unread = if kept.is_some() { "" } else { "-unread" };
            let key = format!("{}{unread}", failure.key());
            if seconds > LONG {
                let key = format!("{key}-minutes");
                sheet.words.say_with(&key, "minutes", seconds.div_ceil(60))
            } else {
                sheet.words.say_with(&key, "seconds", seconds)
            }
        }
        Failure::Closed | Failure::TooBig | Failure::Unreadable => sheet.say(failure.key()),
        Failure::Picture(unfit) => said_of_picture(sheet, unfit),
    };
    let place = kept.map_or(Place::At(""), |_| Place::Posted { change: true });
    document(sheet, &title.clone(), place, || {
        let again = kept.map(|kept| again(sheet, kept));
        view! {
            <article class="prose failure">
                <h1>{title}</h1>
                <p class="lead">{text}</p>
                {again}
                {always_shown(sheet, Level::Second)}
            </article>
        }
        .into_any()
    })
}

fn said_of_picture(sheet: &Sheet<'_>, unfit: Unfit) -> String {
    let about = |key, number| sheet.words.say_with(key, "number", number);
    match unfit {
        Unfit::Many => sheet
            .words
            .say_with("fail-picture-many", "count", FILES_MAX.to_string()),
        Unfit::Room | Unfit::Busy => sheet.say("fail-picture-room"),
        Unfit::Other(number) => about("fail-picture-other", number),
        Unfit::TooLarge(number) => about("fail-picture-too-large", number),
        Unfit::Unreadable(number) => about("fail-picture-unreadable", number),
    }
}

fn again(sheet: &Sheet<'_>, kept: Again<'_>) -> AnyView {
    let sends = kept.to == SEND;
    let lost = kept.chosen.then(|| sheet.say("plain-pictures-again"));
    let lost = lost.map(|lost| view! { <p class="kept">{lost}</p> });
    let pictures = sends.then(|| pictures(sheet));
    view! {
        <p class="kept">{sheet.say("kept")}</p>
        <form id=TYPED method="post" action=sheet.href(kept.to) autocomplete="off">
            {hidden(kept.tip, kept.entries)} {lost} {pictures}
            <button type="submit" class="button" formenctype=sends.then_some(WITH_PICTURES)>
                {sheet.say("try-again")}
            </button>
            <p>
                <button
                    type="submit"
                    class="link"
                    name="change"
                    value="yes"
                    formaction=sheet.href("check")
                >
                    {sheet.say("go-back")}
                </button>
            </p>
        </form>
    }
    .into_any()
}
