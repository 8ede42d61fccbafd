//! What goes by itself soon, and what nobody finished: opened, put off, or erased.

use domain::{Desk, Due, RecordId};
use leptos::prelude::*;

use super::steps::step_by_keys;
use crate::browser;
use crate::console::{Console, KEEPER, use_console};
use crate::parts::{Erase, Postpone, PriorityTag};
use crate::place::Place;
use crate::words::due::{Item, when};

/// The room.
#[component]
pub(crate) fn DueRoom(desk: Desk) -> impl IntoView {
    let console = use_console();
    let chosen = RwSignal::new(None::<RecordId>);
    console.act(console.list_due(desk));
    step_by_keys(move || {
        let items = console.due_at(desk).unwrap_or_default();
        items.iter().map(|item| row_id(item.record)).collect()
    });
    // What is being decided is drawn anew only when it changes: a reason may be half typed.
    let items = Memo::new(move |_| console.due_at(desk));
    let read = Memo::new(move |_| {
        let here = chosen.get()?;
        items.get()?.into_iter().find(|item| item.record == here)
    });
    view! {
        <section class="room room-panes" class:pane-open=move || read.get().is_some()>
            <div class="room-head">
                <h1 id="room-title" tabindex="-1">{desk.label()}": due for review"</h1>
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| console.act(console.list_due(desk))
                >
                    "Read again"
                </button>
            </div>
            <div class="panes">
                <div class="pane-list">{move || list(items.get(), chosen)}</div>
                <div class="pane-read" id="reading">
                    {move || match read.get() {
                        Some(item) => reading(console, desk, item, chosen).into_any(),
                        None => nothing_chosen().into_any(),
                    }}
                </div>
            </div>
        </section>
    }
}

fn row_id(record: RecordId) -> String {
    format!("due-{record}")
}

fn nothing_chosen() -> impl IntoView {
    view! {
        <div class="empty empty-read">
            <p class="empty-title">"Choose one to decide about it"</p>
            <p>
                "What is finished goes by itself on its day, with its key. Whoever still needs it says why; a supervisor can erase it sooner."
            </p>
        </div>
    }
}

fn list(items: Option<Vec<Item>>, chosen: RwSignal<Option<RecordId>>) -> AnyView {
    match items {
        None => view! { <p class="empty">"Reading…"</p> }.into_any(),
        Some(items) if items.is_empty() => view! {
            <div class="empty">
                <p class="empty-title">"Nothing is due"</p>
                <p>"What goes within two weeks appears here, and what nobody has finished for long."</p>
            </div>
        }
        .into_any(),
        Some(items) => {
            let rows = items.into_iter().map(|item| listed(item, chosen));
            view! { <ul class="list" aria-label="Due for review">{rows.collect_view()}</ul> }
                .into_any()
        }
    }
}

fn listed(item: Item, chosen: RwSignal<Option<RecordId>>) -> impl IntoView {
    let record = item.record;
    let on = move || chosen.get() == Some(record);
    let open = move |_| {
        chosen.set(Some(record));
        browser::focus_soon("due-title");
    };
    view! {
        <li>
            <button
                type="button"
                class="row"
                class:row-on=on
                id=row_id(record)
                aria-current=move || on().then_some("true")
                on:click=open
            >
                <span class="row-top">
                    <PriorityTag priority=item.priority />
                    <span class="state state-new">{when(item.due, browser::today())}</span>
                </span>
                <span class="row-line" dir="auto">{item.title}</span>
                <span class="muted">{item.under}</span>
            </button>
        </li>
    }
}

fn reading(
    console: Console,
    desk: Desk,
    item: Item,
    chosen: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let record = item.record;
    let place = if desk == KEEPER {
        Place::Record(record)
    } else {
        Place::Case(desk, record)
    };
    let what = match item.due {
        Due::Goes(_) => {
            "It is finished, and goes by itself on its day. Open it to see whether it is still needed."
        }
        Due::Forgotten(_) => {
            "It is not finished, so it does not go. Open it: finish it, or write down what it waits for."
        }
        Due::Undated(_) => {
            "Whoever finished it signed so, and the server would keep it for ever. Tell your administrator now."
        }
    };
    view! {
        <article class="reading">
            <header class="reading-head">
                <button type="button" class="btn btn-back" on:click=move |_| chosen.set(None)>
                    "← List"
                </button>
                <h2 id="due-title" tabindex="-1" dir="auto">{item.title}</h2>
                <a class="btn btn-small" href=place.to_string() on:click=console.follow(place)>
                    "Open it"
                </a>
            </header>
            <div class="due">
                <p class="muted">{item.under}</p>
                <p>
                    <b>{when(item.due, browser::today())}</b>
                </p>
                <p>{what}</p>
            </div>
            <footer class="deeds">
                {item.is_over.then(|| view! { <Postpone desk=desk record=record /> })}
                <Erase desk=desk record=record />
            </footer>
        </article>
    }
}
