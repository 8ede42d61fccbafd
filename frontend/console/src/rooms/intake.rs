//! The triage desk: what waits, oldest and most dangerous first, beside the tip being read.

use domain::TipId;
use domain::answers::Danger;
use domain::console::TipView;
use leptos::ev;
use leptos::prelude::*;

use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{Age, AskFirst, Chips, DangerFlag, TipPaper, control_room};
use crate::words::{age, answers as words, order};

/// The choices of how often the intake is fetched: seconds, words.
const EVERY: &[(Option<u32>, &str)] = &[
    (Some(30), "every 30 seconds"),
    (Some(60), "every minute"),
    (Some(300), "every 5 minutes"),
    (None, "only when I ask"),
];

/// The room.
#[component]
pub(crate) fn IntakeRoom() -> impl IntoView {
    let console = use_console();
    listen_for_keys(console);
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
fn FetchBar() -> impl IntoView {
    let console = use_console();
    let intake = console.intake;
    let under = move || intake.progress.get();
    let last = move || match intake.fetched.get() {
        Some(at) => format!("Fetched {}", age::ago(at, console.now.get())),
        None => "Not fetched yet".into(),
    };
    let every = move |event| {
        let chosen = event_target_value(&event);
        intake.every.set(chosen.parse().ok());
    };
    let options = EVERY.iter().map(|(seconds, label)| {
        let value = seconds.map_or("off".to_owned(), |seconds| seconds.to_string());
        let seconds = *seconds;
        view! {
            <option value=value prop:selected=move || intake.every.get() == seconds>
                {*label}
            </option>
        }
    });
    view! {
        <div class="tools">
            <div class="fetching" role="status" aria-live="polite">
                {move || match under() {
                    Some((opened, total)) => {
                        view! {
                            <label class="fetch-progress">
                                {format!("Opening {opened} of {total}")}
                                <progress max=total.max(1).to_string() prop:value=f64::from(opened)></progress>
                            </label>
                        }
                            .into_any()
                    }
                    None => view! { <span class="muted">{last}</span> }.into_any(),
                }}
            </div>
            <label class="inline">
                "Fetch "
                <select on:change=every>{options.collect_view()}</select>
            </label>
            <button
                type="button"
                class="btn"
                id="fetch"
                aria-disabled=move || under().is_some().to_string()
                on:click=move |_| console.fetch(false)
            >
                "Fetch now"
            </button>
        </div>
    }
}

/// Frames that did not open: a number, and a warning if it jumps.
#[component]
fn Unopened() -> impl IntoView {
    let intake = use_console().intake;
    let words = move || match intake.unopened.get() {
        1 => "1 frame did not open and is left where it is.".to_owned(),
        count => format!("{count} frames did not open and are left where they are."),
    };
    view! {
        <Show when=move || { intake.unopened.get() > 0 && !intake.jumped.get() }>
            <p class="strip">{words}</p>
        </Show>
        <Show when=move || intake.jumped.get()>
            <div class="strip strip-bad" role="alert">
                <p>
                    <b>"Many frames did not open. "</b>
                    {words}
                    " Somebody may be sending rubbish, or a key may be wrong. Tell a supervisor."
                </p>
                <button type="button" class="btn" on:click=move |_| intake.jumped.set(false)>
                    "Noted"
                </button>
            </div>
        </Show>
    }
}

#[component]
fn List() -> impl IntoView {
    let console = use_console();
    let tips = move || console.intake.tips.get();
    let none = move || console.intake.tips.with(Vec::is_empty);
    let said = move || match console.intake.tips.with(Vec::len) {
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
    let intake = use_console().intake;
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
                on:click=move |_| choose(intake.chosen, Some(id))
            >
                <span class="row-top">
                    <DangerFlag danger=flag />
                    <Age since=tip.seen.start() danger=danger />
                    {incomplete.then(|| view! { <span class="chip chip-warn">"Part missing"</span> })}
                </span>
                <span class="row-line" dir="auto">{line}</span>
                <Chips about=about areas=areas />
            </button>
        </li>
    }
}

fn choose(chosen: RwSignal<Option<TipId>>, tip: Option<TipId>) {
    chosen.set(tip);
    if tip.is_some() {
        browser::focus_soon("tip-title");
    }
}

fn nothing_chosen(console: Console) -> impl IntoView {
    view! {
        <div class="empty empty-read">
            <p class="empty-title">"Choose a tip to read it"</p>
            <p>
                "With the keyboard: " <kbd>"j"</kbd> " and " <kbd>"k"</kbd> " move through the list, "
                <kbd>"?"</kbd> " shows the rest."
            </p>
            <p class="muted">
                {move || {
                    console
                        .intake
                        .tips
                        .with(|tips| tips.iter().any(order::in_danger))
                        .then_some("Somebody may be in danger: begin at the top.")
                }}
            </p>
        </div>
    }
}

#[component]
fn Reading(tip: TipView) -> impl IntoView {
    let console = use_console();
    let id = tip.tip;
    let flag = tip
        .answers
        .as_ref()
        .map_or(Danger::No, |answers| answers.danger);
    let danger = order::in_danger(&tip);
    let spam = Callback::new(move |()| console.act(console.discard(id)));
    view! {
        <article class="reading">
            <header class="reading-head">
                <button type="button" class="btn btn-back" on:click=move |_| choose(console.intake.chosen, None)>
                    "← List"
                </button>
                <h2 id="tip-title" tabindex="-1">"Tip"</h2>
                <DangerFlag danger=flag />
                <Age since=tip.seen.start() danger=danger />
            </header>
            {danger.then(control_room)}
            <TipPaper tip=tip />
            <footer class="deeds">
                <button
                    type="button"
                    class="btn btn-main"
                    id="accept"
                    on:click=move |_| console.act(console.accept(id, true))
                >
                    "Accept and grade"
                </button>
                <button
                    type="button"
                    class="btn"
                    id="accept-later"
                    on:click=move |_| console.act(console.accept(id, false))
                >
                    "Accept for later"
                </button>
                <AskFirst
                    label="Spam"
                    question="Spam leaves the intake for everybody and cannot be brought back here."
                    yes="It is spam"
                    no="Keep it"
                    grave=true
                    on_yes=spam
                />
            </footer>
        </article>
    }
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
                if let Some(tip) = console.intake.chosen.get_untracked() {
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
        console.intake.chosen.set(Some(tip));
        browser::focus_soon(format!("tip-{tip}"));
    }
}
