//! A record whose work is over: where it went, what was done, and the tip for reading.

use domain::console::{RecordView, RoutingView};
use domain::wire::DeliveryRow;
use domain::work::{Act, CloseReason, HistoryEntry, KeptWords, WorkState};
use leptos::prelude::*;

use crate::console::{Console, use_console};
use crate::parts::{Conversation, PriorityTag, TipPaper, by_former, table};
use crate::place::Place;
use crate::rooms::sent::state;
use crate::words::{day, sanitise};

/// The finished record.
#[component]
pub(crate) fn Over(view: RecordView) -> impl IntoView {
    let console = use_console();
    let title = match view.work.state {
        WorkState::Closed(CloseReason::Spam) => "Closed: spam".to_owned(),
        WorkState::Closed(CloseReason::NoValue) => "Closed: no value".to_owned(),
        WorkState::Closed(CloseReason::Known) => "Closed: known already".to_owned(),
        WorkState::Routed | WorkState::New | WorkState::InProgress => view.work.title.clone(),
    };
    let reference = view
        .routings
        .first()
        .map(|one| one.routing.reference.clone());
    let routings = view.routings.clone();
    view! {
        <div class="room-head">
            <div class="crumbs">
                <a href=Place::Kept.to_string()>"← Accepted tips"</a>
                <h1 id="record-title" tabindex="-1" dir="auto">{title}</h1>
                <p class="sheet-line">
                    <PriorityTag priority=view.work.priority />
                    <span class="chip">{view.work.category.label()}</span>
                    {reference
                        .map(|reference| {
                            view! {
                                <span class="muted">"Reference " <b id="reference">{reference}</b></span>
                            }
                        })}
                </p>
            </div>
        </div>
        {by_former(view.standing)}
        <div class="bench bench-over">
            <aside class="bench-original" aria-labelledby="original-title" tabindex="0">
                <h2 class="unseen" id="original-title">
                    "The tip as it came"
                </h2>
                <TipPaper tip=view.original.clone() />
            </aside>
            <div class="bench-report">
                {(!routings.is_empty()).then(|| went(console, routings))} {done(&view.history.entries)}
                <Conversation view=view.clone() />
                {kept(&view.work.kept)}
            </div>
        </div>
    }
}

fn went(console: Console, routings: Vec<RoutingView>) -> impl IntoView {
    let row = move |one: RoutingView| {
        let delivery = newest(console, &one).or(one.delivery);
        let (class, words) = delivery
            .as_ref()
            .map_or(("state state-lost", "Never arrived"), |row| {
                state(row.state)
            });
        let by = delivery.and_then(|row| row.acknowledged_by);
        view! {
            <tr>
                <th scope="row">{one.routing.desk.label()}</th>
                <td>{day::long(one.routing.day)}</td>
                <td>
                    <span class=class>{words}</span>
                    {by.map(|by| view! { <span class="muted">" by " {by}</span> })}
                </td>
            </tr>
        }
        .into_any()
    };
    let rows = move || routings.iter().cloned().map(row).collect();
    view! {
        <section>
            <h2 class="form-head">"Where it went"</h2>
            {move || table(&["Desk", "Sent", "State"], rows())}
        </section>
    }
}

/// How far it has come as of the newest list: a desk may have taken it on since it was opened here.
fn newest(console: Console, one: &RoutingView) -> Option<DeliveryRow> {
    let report = one.routing.report;
    console.deliveries.with(|rows| {
        let mut rows = rows.iter().flatten();
        rows.find(|row| row.report == report).cloned()
    })
}

fn done(entries: &[HistoryEntry]) -> impl IntoView + use<> {
    let lines: Vec<(String, String)> = entries
        .iter()
        .map(|entry| (day::long(entry.day), act(&entry.act)))
        .collect();
    let lines = lines.into_iter().map(|(day, act)| {
        view! {
            <li>
                <span class="muted">{day}</span>
                " "
                {act}
            </li>
        }
    });
    view! {
        <section>
            <h2 class="form-head">"What was done"</h2>
            <ul class="history">{lines.collect_view()}</ul>
        </section>
    }
}

/// Words that point to the source and were sent all the same, and why.
fn kept(words: &[KeptWords]) -> impl IntoView + use<> {
    let lines = words.iter().map(|kept| {
        view! {
            <li dir="auto">
                <b>{sanitise::quote(&kept.words)}</b>
                " ("
                {sanitise::sign(kept.clue)}
                "): "
                {kept.reason.clone()}
            </li>
        }
    });
    let lines = lines.collect_view();
    (!words.is_empty()).then(|| {
        view! {
            <section>
                <h2 class="form-head">"Words kept, and why"</h2>
                <ul class="history">{lines}</ul>
            </section>
        }
    })
}

fn act(act: &Act) -> String {
    match act {
        Act::Accepted => "Accepted".into(),
        Act::Edited => "Written on".into(),
        Act::Routed { reference, desks } => {
            let names: Vec<String> = desks.iter().map(|desk| desk.label()).collect();
            format!("Sent as {reference} to {}", names.join(", "))
        }
        Act::Replied { seq, .. } => format!("Sent reply {seq}"),
        Act::Closed { reason } => match reason {
            CloseReason::Spam => "Closed: spam".into(),
            CloseReason::NoValue => "Closed: no value".into(),
            CloseReason::Known => "Closed: known already".into(),
        },
    }
}
