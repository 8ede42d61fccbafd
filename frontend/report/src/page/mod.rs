//! The pages, piece by piece: each piece is drawn once, for scripts and without.

mod accessibility;
mod check;
mod choices;
mod document;
mod easy;
mod entries;
mod exit;
mod failures;
mod files;
mod form;
mod hints;
mod languages;
mod leaving;
mod lost;
mod mailbox;
mod module;
mod other_ways;
mod outcome;
mod paper;
mod phrase;
mod place;
mod plain_notice;
mod privacy;
mod prose;
mod protects;
mod question;
mod replies;
mod results;
mod start;
mod strings;
#[cfg(test)]
mod tests;
mod text;
mod things;

pub(crate) use check::{SEND, check_page};
pub(crate) use entries::Entries;
pub(crate) use exit::{AWAY, EXIT};
pub(crate) use failures::{Again, Failure, Unfit, failure_page};
pub(crate) use files::PICTURE;
pub(crate) use form::filled_form_page;
pub(crate) use lost::lost_page;
pub(crate) use mailbox::{mistyped_page, opened_page};
pub(crate) use replies::{MAILBOX, REPLIES};
pub(crate) use results::{RESULTS, results_page};

use crate::assets::Assets;
use crate::lang::Lang;
use crate::print::Print;
use crate::settings::PageSettings;
use crate::words::Words;

/// Draws one page.
pub(crate) type Draw = fn(&Sheet<'_>) -> String;

/// Every page that is the same for everyone, by its name in the address.
pub(crate) const AT_REST: &[(&str, Draw)] = &[
    ("", form::form_page),
    ("protects", protects::protects_page),
    (replies::REPLIES, replies::replies_page),
    ("other-ways", other_ways::other_ways_page),
    ("leaving", leaving::leaving_page),
    ("easy", easy::easy_page),
    ("paper", paper::paper_page),
    ("privacy", privacy::privacy_page),
    ("accessibility", accessibility::accessibility_page),
    ("sent", outcome::sent_page),
    (EXIT, exit::exit_page),
];

/// What every piece needs to draw itself.
pub(crate) struct Sheet<'a> {
    pub(crate) words: &'a Words,
    pub(crate) settings: &'a PageSettings,
    pub(crate) assets: &'a Assets,
    pub(crate) languages: &'a [Lang],
    pub(crate) print: Print,
}

impl Sheet<'_> {
    /// The string with this key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// A sentence that says how long a tip waits before officers can see it: in seconds under a
    /// minute, otherwise in minutes, rounded up.
    pub(crate) fn say_window(&self, key: &str) -> String {
        let seconds = self.settings.window_seconds;
        let window = if seconds < 60 {
            self.words.say_with("window-seconds", "count", seconds)
        } else {
            let minutes = seconds.div_ceil(60);
            self.words.say_with("window-minutes", "count", minutes)
        };
        self.words.say_with(key, "window", window)
    }

    /// The address of a page in this language and size: `/en/protects`.
    pub(crate) fn href(&self, page: &str) -> String {
        address(self.words.lang(), self.print, page)
    }
}

/// The address of a page: `/en/large/protects`.
pub(crate) fn address(lang: Lang, print: Print, page: &str) -> String {
    format!("/{}/{}{page}", lang.code, print.folder())
}
