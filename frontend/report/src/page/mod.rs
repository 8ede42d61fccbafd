//! The pages, piece by piece: each piece is drawn once, for scripts and without.

mod check;
mod choices;
mod document;
mod entries;
mod exit;
mod failures;
mod form;
mod hints;
mod languages;
mod leaving;
mod lost;
mod other_ways;
mod outcome;
mod phrase;
mod place;
mod plain_notice;
mod protects;
mod question;
mod replies;
mod start;
mod strings;
#[cfg(test)]
mod tests;
mod text;
mod things;

pub(crate) use check::check_page;
pub(crate) use entries::Entries;
pub(crate) use exit::{AWAY, EXIT, exit_page};
pub(crate) use failures::{Again, Failure, failure_page};
pub(crate) use form::{filled_form_page, form_page};
pub(crate) use leaving::leaving_page;
pub(crate) use lost::lost_page;
pub(crate) use other_ways::other_ways_page;
pub(crate) use outcome::sent_page;
pub(crate) use protects::protects_page;
pub(crate) use replies::{REPLIES, replies_page};

use crate::assets::Assets;
use crate::lang::Lang;
use crate::settings::PageSettings;
use crate::words::Words;

/// What every piece needs to draw itself.
pub(crate) struct Sheet<'a> {
    pub(crate) words: &'a Words,
    pub(crate) settings: &'a PageSettings,
    pub(crate) assets: &'a Assets,
    pub(crate) languages: &'a [Lang],
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

    /// The address of a page in this language: `/en/protects`.
    pub(crate) fn href(&self, page: &str) -> String {
        format!("/{}/{page}", self.words.lang().code)
    }
}
