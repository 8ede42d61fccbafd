//! Every tip's clock, how many are overdue, and the bell.

use domain::work::Since;
use domain::{Clocks, Priority, UnixSeconds};
use leptos::prelude::*;

use super::Console;
use crate::browser;
use crate::words::clock::{self, Clock};

/// How often the bell rings while a tip of the first priority is overdue, in seconds.
const RING_EVERY: i64 = 60;

impl Console {
    /// A tip's clock, now.
    pub(crate) fn clock(self, priority: Priority, since: Since) -> Clock {
        Clock::of(self.clocks(), priority, since, self.minute.get())
    }

    fn clocks(self) -> Clocks {
        self.me
            .with(|me| me.as_ref().map(|me| me.clocks))
            .unwrap_or_default()
    }

    /// How many tips are overdue, waiting and accepted ones, and whether one of them is of the first
    /// priority.
    fn count_overdue(self) -> (usize, bool) {
        let taken = self.intake.taken.get();
        let is_over =
            |(priority, since): &(Priority, Since)| self.clock(*priority, *since).is_overdue();
        let waiting: Vec<Priority> = self.intake.tips.with(|tips| {
            let tips = tips.iter().filter(|tip| Some(tip.tip) != taken);
            let due = tips.map(|tip| (clock::of_tip(tip), tip.since));
            due.filter(is_over).map(|(priority, _)| priority).collect()
        });
        let accepted: Vec<Priority> = self.cards.with(|cards| {
            let cards = cards.iter().flatten().filter(|card| !card.closed);
            let faces = cards.filter_map(|card| card.card.as_ref().ok());
            let due = faces.map(|face| (clock::of_card(face), face.since));
            due.filter(is_over).map(|(priority, _)| priority).collect()
        });
        let all = [waiting, accepted].concat();
        (all.len(), all.contains(&Priority::P1))
    }

    /// Counts what is overdue each minute, says the number in the page's title, and rings if the officer
    /// wants that.
    pub(crate) fn watch_clocks(self) {
        let minute = Memo::new(move |_| self.now.get().minute());
        Effect::new(move |_| self.minute.set(minute.get()));
        let counted = Memo::new(move |_| {
            let at_work = self.me.with(Option::is_some) && self.at_triage();
            if at_work {
                self.count_overdue()
            } else {
                (0, false)
            }
        });
        let title = browser::title();
        Effect::new(move |_| {
            let (count, _) = counted.get();
            self.overdue.set(count);
            browser::set_title(&match count {
                0 => title.clone(),
                count => format!("({count} overdue) {title}"),
            });
        });
        let rung = StoredValue::new(None::<UnixSeconds>);
        Effect::new(move |before: Option<usize>| {
            let ((count, urgent), now) = (counted.get(), self.now.get());
            let more = count > before.unwrap_or(0);
            let again = rung
                .get_value()
                .is_none_or(|rung| now.0.saturating_sub(rung.0) >= RING_EVERY);
            if self.sound.get() && (more || (urgent && again)) {
                rung.set_value(Some(now));
                browser::ring();
            }
            count
        });
    }

    /// Switches the bell on or off; on, it rings once, so that it is known.
    pub(crate) fn switch_sound(self) {
        self.sound.update(|on| *on = !*on);
        if self.sound.get_untracked() {
            browser::ring();
        }
    }
}
