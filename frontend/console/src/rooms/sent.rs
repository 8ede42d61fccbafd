//! What triage has sent, and how far it has come at each desk.

mod before;

use domain::Desk;
use domain::console::CardView;
use domain::wire::{DeliveryRow, DeliveryState};
use domain::work::WorkState;
use leptos::prelude::*;

use self::before::SentBefore;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{PriorityTag, table};
use crate::place::Place;
use crate::words::day;

/// The room.
#[component]
pub(crate) fn SentRoom() -> impl IntoView {
    let console = use_console();
    console.act(console.list_sent());
    view! {
        <section class="room">
            <div class="room-head">
                <h1 id="room-title" tabindex="-1">"Sent reports"</h1>
                <button type="button" class="btn" on:click=move |_| console.act(console.list_sent())>
                    "Read again"
                </button>
            </div>
            <h2 class="room-sub">"By tip"</h2>
            {move || by_tip(console)}
            <h2 class="room-sub">"By desk"</h2>
            {move || by_desk(console)}
            <SentBefore />
        </section>
    }
}

fn by_tip(console: Console) -> AnyView {
    let cards = console.cards.get().unwrap_or_default();
    let routed: Vec<CardView> = cards
        .into_iter()
        .filter(|card| matches!(&card.card, Ok(face) if face.state == WorkState::Routed))
        .collect();
    if routed.is_empty() {
        return view! { <p class="empty">"Nothing has been sent yet."</p> }.into_any();
    }
    let rows = routed.into_iter().filter_map(|card| {
        let face = card.card.ok()?;
        let place = Place::Record(card.record);
        let all = face.acknowledged == face.routed;
        let class = if all {
            "state state-done"
        } else {
            "state state-new"
        };
        Some(
            view! {
                <tr>
                    <td>
                        <PriorityTag priority=face.priority />
                    </td>
                    <th scope="row">
                        <a href=place.to_string() on:click=console.follow(place) dir="auto">
                            {face.title}
                        </a>
                    </th>
                    <td>{face.category.label()}</td>
                    <td>
                        <span class=class>
                            {format!("{} of {} acknowledged", face.acknowledged, face.routed)}
                        </span>
                        {(face.recalled > 0)
                            .then(|| {
                                view! { <span class="state">{format!("{} taken back", face.recalled)}</span> }
                            })}
                    </td>
                </tr>
            }
            .into_any(),
        )
    });
    table(&["Priority", "Title", "Category", "Desks"], rows.collect()).into_any()
}

fn by_desk(console: Console) -> AnyView {
    let today = browser::today();
    let Some(mut rows) = console.deliveries.get() else {
        return view! { <p class="empty">"Reading…"</p> }.into_any();
    };
    if rows.is_empty() {
        return view! { <p class="empty">"No desk has been sent anything yet."</p> }.into_any();
    }
    rows.sort_by_key(|row| (row.desk, std::cmp::Reverse(row.day)));
    let mut desks: Vec<Desk> = rows.iter().map(|row| row.desk).collect();
    desks.dedup();
    let groups = desks.into_iter().map(|desk| {
        let rows: Vec<&DeliveryRow> = rows.iter().filter(|row| row.desk == desk).collect();
        let is_out = |row: &&&DeliveryRow| row.recalled.is_none();
        let out = || rows.iter().filter(is_out);
        let count = |state| out().filter(|row| row.state == state).count();
        let recalled = rows.len().saturating_sub(out().count());
        let newest = rows.first().map(|row| day::near(row.day, today));
        view! {
            <tr>
                <th scope="row">{desk.label()}</th>
                <td>{newest}</td>
                <td class="number">{count(DeliveryState::New)}</td>
                <td class="number">{count(DeliveryState::Opened)}</td>
                <td class="number">{count(DeliveryState::Acknowledged)}</td>
                <td class="number">{recalled}</td>
            </tr>
        }
        .into_any()
    });
    let heads = [
        "Desk",
        "Newest",
        "Not opened#",
        "Opened#",
        "Acknowledged#",
        "Taken back#",
    ];
    table(&heads, groups.collect()).into_any()
}

/// A delivery's state in words, with its class.
pub(crate) const fn state(row: &DeliveryRow) -> (&'static str, &'static str) {
    match (row.recalled, row.state) {
        (None, DeliveryState::New) => ("state state-new", "Not opened yet"),
        (None, DeliveryState::Opened) => ("state state-open", "Opened"),
        (None, DeliveryState::Acknowledged) => ("state state-done", "Acknowledged"),
        (Some(_), DeliveryState::New) => ("state", "Taken back, never opened"),
        (Some(_), DeliveryState::Opened) => ("state", "Taken back, after it was opened"),
        (Some(_), DeliveryState::Acknowledged) => ("state", "Taken back, after it was taken on"),
    }
}
