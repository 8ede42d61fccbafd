//! Finding tips: filters and words, in memory only.

use domain::console::{CardView, Me, RecordView, TipView};
use domain::{Category, Clocks, Minute, RecordId, TipId};
use leptos::prelude::*;

use super::Console;
use crate::search::Index;
use crate::words::clock::{self, Clock};
use crate::words::filter::Filter;

/// Where the tips asked for stand among all.
pub(super) fn shown(
    tips: RwSignal<Vec<TipView>>,
    filter: RwSignal<Filter>,
    index: StoredValue<Index<TipId>>,
    minute: RwSignal<Minute>,
    me: RwSignal<Option<Me>>,
) -> Memo<Vec<usize>> {
    Memo::new(move |_| {
        let clocks = || me.with(|me| me.as_ref().map_or_else(Clocks::default, |me| me.clocks));
        filter.with(|filter| {
            // Clocks are read only by who asks for what is overdue: else a list would be made anew each minute.
            let clock = filter.overdue.then(|| (clocks(), minute.get()));
            let asked = |tip: &TipView| {
                let late = clock.is_none_or(|(clocks, now)| {
                    Clock::of(clocks, clock::of_tip(tip), tip.since, now).is_overdue()
                });
                late && filter.holds_tip(tip)
                    && index.with_value(|index| index.holds(tip.tip, &filter.words))
            };
            tips.with(|tips| {
                let all = tips.iter().enumerate();
                let all = all.filter(|(_, tip)| !filter.is_set() || asked(tip));
                all.map(|(at, _)| at).collect()
            })
        })
    })
}

impl Console {
    /// Takes the words of tips in, to be found by.
    pub(super) fn index_tips(self, tips: &[TipView]) {
        self.intake.index.update_value(|index| {
            for tip in tips {
                index.put(tip.tip, &words_of(tip));
            }
        });
    }

    /// Takes in what cards say. What of a record was opened stays.
    pub(super) fn index_cards(self, cards: &[CardView]) {
        self.index.update_value(|index| {
            for card in cards {
                if let Ok(face) = &card.card {
                    let said = [&*face.title, &*face.note, face.category.label()].join(" ");
                    index.add_once(card.record, &said);
                }
            }
        });
    }

    /// Takes in the words of a record that was opened.
    pub(super) fn index_record(self, view: &RecordView) {
        let translation = view.history.translation.as_deref().unwrap_or_default();
        let said = [&*words_of(&view.original), translation].join(" ");
        self.index
            .update_value(|index| index.add_once(view.record, &said));
    }

    /// Takes in what somebody has of the record on the bench in English.
    pub(super) fn index_translation(self, record: RecordId) {
        self.bench.translation.with_untracked(|translation| {
            if let Some(translation) = translation {
                self.index
                    .update_value(|index| index.add_once(record, &translation.text));
            }
        });
    }

    /// Whether an accepted tip is one of those asked for.
    pub(crate) fn asks_for(self, card: &CardView) -> bool {
        self.filter.with(|filter| {
            let late = |card: &CardView| {
                let face = card.card.as_ref().ok();
                face.is_none_or(|face| {
                    self.clock(clock::of_card(face), face.since).is_overdue() && !card.closed
                })
            };
            filter.holds_card(card)
                && (!filter.overdue || late(card))
                && self
                    .index
                    .with_value(|index| index.holds(card.record, &filter.words))
        })
    }
}

/// Everything a tip says in words.
fn words_of(tip: &TipView) -> String {
    let about = tip.answers.iter().flat_map(|answers| &answers.about);
    let about: Vec<&str> = about.map(|one: &Category| one.label()).collect();
    let place = tip.answers.as_ref().map_or("", |answers| &answers.place);
    [&*tip.own_words(), place, &about.join(" ")].join(" ")
}
