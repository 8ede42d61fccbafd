//! The triage desk: what waits, oldest and most dangerous first, beside the tip being read.

mod fetching;
mod list;
mod reading;

use leptos::ev;
use leptos::prelude::*;

use super::steps::way;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{FilterBar, Over};
use crate::words::order;

use fetching::{FetchBar, Unopened};
use list::List;
use reading::{Reading, nothing_chosen};

/// The room.
#[component]
pub(crate) fn IntakeRoom() -> impl IntoView {
    let console = use_console();
    listen_for_keys(console);
    console.fetch_unless_fresh();
    // A memo, so that what came meanwhile does not draw the tip being read anew.
    let chosen = Memo::new(move |_| {
        let id = console.intake.chosen.get();
        let tips = console.intake.tips;
        tips.with(|tips| tips.iter().find(|tip| Some(tip.tip) == id).cloned())
    });
    let open = move || console.intake.chosen.get().is_some();
    view! {
        <section class="room room-panes" class:pane-open=open>
            <div class="room-head">
                <h1 id="room-title" tabindex="-1">"Waiting tips"</h1>
                <FetchBar />
            </div>
            <Unopened />
            <FilterBar over=Over::Intake />
            <div class="panes">
                <div class="pane-list">
                    <List />
                </div>
                <div class="pane-read" id="reading">
                    {move || match chosen.get() {
                        Some(tip) => view! { <Reading tip=tip /> }.into_any(),
                        None => nothing_chosen(console).into_any(),
                    }}
                </div>
            </div>
        </section>
    }
}

fn listen_for_keys(console: Console) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if browser::is_typing(&event) {
            return;
        }
        match event.key().as_str() {
            "r" => console.fetch(false),
            "a" => {
                let intake = console.intake;
                let chosen = intake.chosen.get_untracked();
                if let Some(tip) = chosen.filter(|_| intake.taken.get_untracked() != chosen) {
                    console.act(console.accept(tip, true));
                }
            }
            key => {
                if let Some(by) = way(key) {
                    event.prevent_default();
                    move_by(console, by);
                }
            }
        }
    });
    on_cleanup(move || handle.remove());
}

/// Goes on from the chosen tip; from elsewhere, to the first row that is drawn.
fn move_by(console: Console, by: isize) {
    let chosen = console.intake.chosen.get_untracked();
    let next = untrack(|| {
        let drawn = list::rows(console);
        let at = chosen.and_then(|chosen| list::place_of(console, chosen));
        let len = console.intake.shown.with(Vec::len);
        let to = match at.filter(|at| drawn.contains(at)) {
            Some(at) => order::step(Some(at), by, len)?,
            None => drawn.start,
        };
        list::tip_at(console, to)
    });
    if let Some(tip) = next {
        console.choose_tip(Some(tip));
        browser::focus_soon(format!("tip-{tip}"));
    }
}
