//! From room to room, by the browser's history as well.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::Console;
use crate::browser;
use crate::place::Place;

impl Console {
    /// Goes to a room; the browser's Back comes back.
    pub(crate) fn go(self, place: Place) {
        if self.place.get_untracked() == place {
            return;
        }
        let mark = self.trail.try_update_value(|trail| trail.go(place));
        browser::go_on(&place.to_string(), &mark.unwrap_or_default());
        self.arrive(place);
    }

    /// Goes to a room in place of this one, which is none of the officer's.
    pub(crate) fn go_instead(self, place: Place) {
        browser::rename(&place.to_string());
        self.arrive(place);
    }

    /// What a link to a place does when it is clicked: the address alone would not say which tip.
    pub(crate) fn follow(self, place: Place) -> impl Fn(MouseEvent) + Clone {
        move |event: MouseEvent| {
            event.prevent_default();
            self.go(place);
        }
    }

    /// The browser went somewhere by itself: a link, Back or the address bar.
    pub(crate) fn follow_address(self) {
        let (mark, address) = (browser::mark_here(), browser::address());
        let place = self
            .trail
            .with_value(|trail| trail.find(mark.as_deref(), &address));
        if place != self.place.get_untracked() {
            self.arrive(place);
        }
    }

    fn arrive(self, place: Place) {
        // What was said belongs to the room it was said in.
        self.notice.set(None);
        self.place.set(place);
        browser::focus_soon("room-title");
    }
}
