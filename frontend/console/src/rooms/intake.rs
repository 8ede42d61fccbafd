//! The triage desk: what waits, oldest and most dangerous first, beside the tip being read.

mod fetching;
mod reading;

use domain::TipId;
use domain::answers::Danger;
use domain::console::TipView;
use leptos::ev;
use leptos::prelude::*;

use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{Age, Chips, DangerFlag};
use crate::words::{answers as words, order};

use fetching::{FetchBar, Unopened};
use reading::{Reading, nothing_chosen};

/// The room.
#[component]
pub(crate) fn IntakeRoom() -> impl IntoView {
    let console = use_console();
    listen_for_keys(console);
    console.fetch_unless_fresh();
    let chosen = move || {
        let id = console.intake.chosen.get();
        console
            .intake
            .tips
            .with(|tips| tips.iter().find(|tip| Some(tip.tip) == id).cloned())
    };
    let open = move || console.intake.chosen.get().is_some();
    view! {
        <section class="room room-panes" class:pane-open=open>
            <div class="room-head">
                <h1 id="room-title" tabindex="-1">"Waiting tips"</h1>
                <FetchBar />
            </div>
            <Unopened />
            <div class="panes">
                <div class="pane-list">
                    <List />
                </div>
                <div class="pane-read" id="reading">
                    {move || match chosen() {
                        Some(tip) => view! { <Reading tip=tip /> }.into_any(),
                        None => nothing_chosen(console).into_any(),
                    }}
                </div>
            </div>
        </section>
    }
}

#[component]
fn List() -> impl IntoView {
    let console = use_console();
    let tips = move || console.intake.tips.get();
    let none = move || console.intake.tips.with(Vec::is_empty);
    let said = move || match console.waiting() {
        1 => "1 tip waits".to_owned(),
        count => format!("{count} tips wait"),
    };
    view! {
        <p class="list-count" role="status">
            {said}
        </p>
        <Show when=none>
            <div class="empty">
                <p class="empty-title">"Nothing waits"</p>
                <p>"New tips arrive in windows of a few minutes and appear here by themselves."</p>
            </div>
        </Show>
        <ul class="list" aria-label="Waiting tips">
            <For
                each=tips
                key=|tip| (tip.tip, tip.missing.len(), tip.story.len())
                let:tip
            >
                <Row tip=tip />
            </For>
        </ul>
    }
}

#[component]
fn Row(tip: TipView) -> impl IntoView {
    let console = use_console();
    let intake = console.intake;
    let id = tip.tip;
    let danger = order::in_danger(&tip);
    let flag = tip
        .answers
        .as_ref()
        .map_or(Danger::No, |answers| answers.danger);
    let (about, areas) = tip
        .answers
        .as_ref()
        .map_or_else(Default::default, |answers| {
            (answers.about.clone(), answers.areas.clone())
        });
    let incomplete = !tip.missing.is_empty();
    let line = words::first_line(&tip);
    let here = move || intake.chosen.get() == Some(id);
    view! {
        <li>
            <button
                type="button"
                id=format!("tip-{id}")
                class="row"
                class:row-on=here
                class:row-danger=danger
                aria-current=move || here().then_some("true")
                on:click=move |_| choose(console, id)
            >
                <span class="row-top">
                    <DangerFlag danger=flag />
                    <Age since=tip.since danger=danger />
                    {incomplete.then(|| view! { <span class="chip chip-warn">"Part missing"</span> })}
                    <Show when=move || intake.taken.get() == Some(id)>
                        <span class="chip chip-warn">"Taken"</span>
                    </Show>
                </span>
                <span class="row-line" dir="auto">{line}</span>
                <Chips about=about areas=areas />
            </button>
        </li>
    }
}

fn choose(console: Console, tip: TipId) {
    console.choose_tip(Some(tip));
    browser::focus_soon("tip-title");
}

fn listen_for_keys(console: Console) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if browser::is_typing(&event) {
            return;
        }
        let by = match event.key().as_str() {
            "j" | "ArrowDown" => 1,
            "k" | "ArrowUp" => -1,
            "f" => return console.fetch(false),
            "a" => {
                let intake = console.intake;
                let chosen = intake.chosen.get_untracked();
                if let Some(tip) = chosen.filter(|_| intake.taken.get_untracked() != chosen) {
                    console.act(console.accept(tip, true));
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        move_by(console, by);
    });
    on_cleanup(move || handle.remove());
}

fn move_by(console: Console, by: isize) {
    let chosen = console.intake.chosen.get_untracked();
    let next = console.intake.tips.with_untracked(|tips| {
        let at = tips.iter().position(|tip| Some(tip.tip) == chosen);
        let to = order::step(at, by, tips.len())?;
        tips.get(to).map(|tip| tip.tip)
    });
    if let Some(tip) = next {
        console.choose_tip(Some(tip));
        browser::focus_soon(format!("tip-{tip}"));
    }
}
