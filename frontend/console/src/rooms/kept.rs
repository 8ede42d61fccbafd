//! What triage has accepted: open ones first, whoever holds them, and what is finished.

use domain::console::{CardFace, CardView};
use domain::work::{HandedOver, WorkState};
use leptos::prelude::*;

use super::steps::step_by_keys;
use crate::console::{Console, use_console};
use crate::parts::{Age, Chips, DangerFlag, FilterBar, Over, PriorityTag, ThreatFlag};
use crate::place::Place;
use crate::words::filter::Filter;
use crate::words::order::Shelf;
use crate::words::{age, clock, closing, failure};

const SHELVES: [(Shelf, &str); 4] = [
    (Shelf::Open, "Open"),
    (Shelf::Mine, "Mine"),
    (Shelf::Finished, "Finished"),
    (Shelf::ToCheck, "To check"),
];

/// The room.
#[component]
pub(crate) fn KeptRoom() -> impl IntoView {
    let console = use_console();
    console.act(console.list_cards());
    step_by_keys(move || {
        let cards = shown(console).unwrap_or_default().into_iter();
        cards.map(|card| format!("card-{}", card.record)).collect()
    });
    view! {
        <section class="room">
            <div class="room-head">
                <h1 id="room-title" tabindex="-1">"Accepted tips"</h1>
                <div class="tools">
                    <div class="tabs" role="group" aria-label="Which tips">
                        {SHELVES.map(|(shelf, label)| tab(console, shelf, label)).collect_view()}
                    </div>
                    <button type="button" class="btn" on:click=move |_| console.act(console.list_cards())>
                        "Read again"
                    </button>
                </div>
            </div>
            <FilterBar over=Over::Kept />
            {move || cards(console)}
        </section>
    }
}

fn tab(console: Console, shelf: Shelf, label: &'static str) -> impl IntoView {
    let offered = move || shelf != Shelf::ToCheck || console.supervises();
    move || offered().then(|| tab_of(console, shelf, label))
}

fn tab_of(console: Console, shelf: Shelf, label: &'static str) -> impl IntoView {
    let here = move || console.shelf.get() == shelf;
    let count = move || {
        let me = console.me.with(|me| me.as_ref().map(|me| me.officer));
        console.cards.with(|cards| {
            let cards = cards.iter().flatten();
            cards.filter(|card| shelf.holds(card, me)).count()
        })
    };
    view! {
        <button
            type="button"
            class="tab"
            aria-pressed=move || here().to_string()
            on:click=move |_| console.shelf.set(shelf)
        >
            {label}
            " "
            <span class="count">{count}</span>
        </button>
    }
}

fn shown(console: Console) -> Option<Vec<CardView>> {
    let shelf = console.shelf.get();
    let cards = console.cards.get()?;
    let me = console.me.with(|me| me.as_ref().map(|me| me.officer));
    let cards = cards
        .into_iter()
        .filter(|card| shelf.holds(card, me) && console.asks_for(card));
    Some(cards.collect())
}

fn cards(console: Console) -> AnyView {
    match shown(console) {
        None => view! { <p class="empty">"Opening the cards…"</p> }.into_any(),
        Some(cards) if cards.is_empty() && console.filter.with(Filter::is_set) => view! {
            <div class="empty">
                <p class="empty-title">"Nothing like that is here"</p>
                <p>"Other words, or fewer filters, may find it. Stories are searched in what you have opened."</p>
            </div>
        }
        .into_any(),
        Some(cards) if cards.is_empty() => {
            let words = match console.shelf.get() {
                Shelf::Open => {
                    "Nothing is open. Accepted tips appear here until they are routed or closed."
                }
                Shelf::Mine => {
                    "You hold nothing, and nothing was handed to you. Opening a tip takes it for ten minutes at a time."
                }
                Shelf::ToCheck => {
                    "Nothing waits for your check. One closed tip in ten is drawn, and every malicious one."
                }
                Shelf::Finished => "Nothing is finished yet.",
            };
            view! {
                <div class="empty">
                    <p class="empty-title">"Nothing here"</p>
                    <p>{words}</p>
                </div>
            }
            .into_any()
        }
        Some(cards) => view! {
            <ul class="list list-cards">
                {cards.into_iter().map(|card| view! { <Card card=card /> }).collect_view()}
            </ul>
        }
        .into_any(),
    }
}

#[component]
fn Card(card: CardView) -> impl IntoView {
    let console = use_console();
    let record = card.record;
    let place = Place::Record(record);
    let inside = match card.card.clone() {
        Ok(face) => readable(&card, face).into_any(),
        Err(why) => {
            let advice = failure::of(&why);
            view! {
                <span class="row-line">{advice.title}</span>
                <span class="muted">{advice.todo}</span>
            }
            .into_any()
        }
    };
    view! {
        <li>
            <a
                class="row row-card"
                id=format!("card-{record}")
                href=place.to_string()
                on:click=console.follow(place)
            >
                {inside}
            </a>
        </li>
    }
}

fn readable(card: &CardView, face: CardFace) -> impl IntoView + use<> {
    let title = if face.title.is_empty() {
        "No title yet".to_owned()
    } else {
        face.title.clone()
    };
    let open = !card.closed;
    let urgent = clock::of_card(&face);
    view! {
        <span class="row-top">
            <PriorityTag priority=face.priority />
            <DangerFlag danger=face.danger />
            <ThreatFlag threat=face.threat />
            {open
                .then(|| {
                    view! { <Age since=face.since priority=urgent /> }
                })}
        </span>
        <span class="row-line" class:muted=face.title.is_empty() dir="auto">{title}</span>
        <Chips about=vec![face.category] areas=face.areas.clone() />
        {(!face.note.is_empty())
            .then(|| view! { <span class="row-note" dir="auto">{face.note.clone()}</span> })}
        <span class="row-foot">{state(&face)} {held(card)} {handed(&face)}</span>
    }
}

fn state(face: &CardFace) -> String {
    match face.state {
        WorkState::New => "Nobody has begun".into(),
        WorkState::InProgress if face.routed > 0 => "Correction in progress".into(),
        WorkState::InProgress => "In progress".into(),
        WorkState::Waiting => "Signed · waits for a second officer".into(),
        WorkState::Routed if face.recalled > 0 => {
            format!("Sent · {} of {} taken back", face.recalled, face.routed)
        }
        WorkState::Routed => format!(
            "Sent · {} of {} acknowledged",
            face.acknowledged, face.routed
        ),
        WorkState::Closed(reason) => closing::closed(reason).into(),
    }
}

fn held(card: &CardView) -> impl IntoView + use<> {
    let now = use_console().now;
    let mine = card.mine;
    let claim = card.claim.clone();
    claim.map(|claim| {
        let who = if mine { "you".to_owned() } else { claim.name };
        view! {
            <span class:row-mine=mine>
                {format!(" · Held by {who} · ")}
                {move || age::left(claim.until, now.get())}
            </span>
        }
    })
}

fn handed(face: &CardFace) -> impl IntoView + use<> {
    let console = use_console();
    let handed = face.handed;
    let words = move |handed: HandedOver| {
        let to = console.name_of(handed.to);
        let by = console.name_of(handed.by);
        format!("Handed to {to} by {by}")
    };
    handed.map(|handed| view! { <span class="chip chip-warn">{move || words(handed)}</span> })
}
