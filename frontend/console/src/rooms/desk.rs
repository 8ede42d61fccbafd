//! The desk at a glance, for supervisors: how much waits, how old it is, and with whom it lies.

mod leaver;

use std::collections::BTreeMap;

use domain::console::{CardView, TipView};
use domain::work::{Since, WorkState};
use domain::{Desk, Priority};
use leptos::prelude::*;

use self::leaver::Leaver;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::table;
use crate::words::age::of_minutes;
use crate::words::clock;
use crate::words::workload::{Hand, Load, Piece, by_hand, by_priority};

/// The room.
#[component]
pub(crate) fn DeskRoom() -> impl IntoView {
    let console = use_console();
    console.act(console.list_cards());
    console.act(console.list_sent());
    console.fetch_unless_fresh();
    let pieces = Memo::new(move |_| pieces(console));
    let by_priority = move || {
        let rows = pieces.with(|all| by_priority(all));
        let rows = rows
            .into_iter()
            .map(|(one, load)| row(one.code().into(), &load));
        table(&HEAD_PRIORITY, rows.collect())
    };
    let by_hand = move || {
        let rows = pieces.with(|all| by_hand(all));
        let rows = rows
            .into_iter()
            .map(|(with, load)| row(with.words(), &load));
        table(&HEAD_HAND, rows.collect())
    };
    view! {
        <section class="room">
            <div class="room-head">
                <h1 id="room-title" tabindex="-1">"The desk now"</h1>
            </div>
            <p class="hint">
                "Counted here from what this console has opened. To take over one tip, open it among the accepted tips."
            </p>
            <h2>"By priority"</h2>
            {by_priority}
            <h2>"With whom it lies"</h2>
            {by_hand}
            <h2 id="taken-back-lately">"Taken back lately"</h2>
            <p class="hint">
                "Reports that the server says were taken back from each desk in the last seven days. A supervisor is \
                 mailed at each. Another officer than who took one back can put it back, from its tip."
            </p>
            {move || taken_back(console)}
            <Leaver />
        </section>
    }
}

/// Days that are lately.
const LATELY: i32 = 7;

fn taken_back(console: Console) -> AnyView {
    let since = browser::today().plus(-LATELY);
    let counts = console.deliveries.with(|rows| {
        let mut counts: BTreeMap<Desk, usize> = BTreeMap::new();
        let recalled = rows
            .iter()
            .flatten()
            .filter_map(|row| Some((row.desk, row.recalled?.day)));
        for (desk, _) in recalled.filter(|(_, day)| *day >= since) {
            let count = counts.entry(desk).or_default();
            *count = count.saturating_add(1);
        }
        counts
    });
    if counts.is_empty() {
        return view! { <p class="empty">"None."</p> }.into_any();
    }
    let rows = counts.into_iter().map(|(desk, count)| {
        view! {
            <tr>
                <th scope="row">{desk.label()}</th>
                <td class="number">{count}</td>
            </tr>
        }
        .into_any()
    });
    table(&["Desk", "Taken back lately#"], rows.collect()).into_any()
}

const HEAD_PRIORITY: [&str; 4] = ["Priority", "Tips#", "Overdue#", "Oldest#"];
const HEAD_HAND: [&str; 4] = ["With", "Tips#", "Overdue#", "Oldest#"];

fn row(head: String, load: &Load) -> AnyView {
    let oldest = load.oldest.map_or_else(|| "none".to_owned(), of_minutes);
    let late = load.overdue > 0;
    view! {
        <tr>
            <th scope="row">{head}</th>
            <td class="number">{load.count}</td>
            <td class="number" class:overdue-count=late>
                {load.overdue}
            </td>
            <td class="number">{oldest}</td>
        </tr>
    }
    .into_any()
}

fn pieces(console: Console) -> Vec<Piece> {
    let waiting = console.intake.tips.with(|tips| {
        let one = |tip: &TipView| piece(console, clock::of_tip(tip), tip.since, Hand::Intake);
        tips.iter().map(one).collect::<Vec<_>>()
    });
    let accepted = console.cards.with(|cards| {
        let open = cards.iter().flatten().filter(|card| !card.closed);
        open.filter_map(|card| of_card(console, card))
            .collect::<Vec<_>>()
    });
    [waiting, accepted].concat()
}

fn of_card(console: Console, card: &CardView) -> Option<Piece> {
    let face = card.card.as_ref().ok()?;
    let with = match (&card.claim, face.handed) {
        _ if face.state == WorkState::Waiting => Hand::Signed,
        (Some(claim), _) => Hand::Claimed(claim.name.clone()),
        (None, Some(handed)) => Hand::Handed(console.name_of(handed.to)),
        (None, None) => Hand::Nobody,
    };
    Some(piece(console, clock::of_card(face), face.since, with))
}

fn piece(console: Console, priority: Priority, since: Since, with: Hand) -> Piece {
    Piece {
        priority,
        age: console.minute.get().since(since.minute).max(0),
        overdue: console.clock(priority, since).is_overdue(),
        with,
    }
}
