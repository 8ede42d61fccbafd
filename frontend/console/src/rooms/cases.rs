//! A desk's cases: what it does about the reports it took on.

use domain::case::{Agency, CaseCard, CaseState, Withdrawn};
use domain::console::CaseRow;
use domain::{Desk, RecordId};
use leptos::prelude::*;

use super::steps::step_by_keys;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{PriorityTag, Select, table};
use crate::place::Place;
use crate::words::{cases, failure};

/// Which cases are shown.
#[derive(Clone, Copy)]
struct Sieve {
    state: RwSignal<String>,
    owner: RwSignal<String>,
    condition: RwSignal<String>,
}

/// The room.
#[component]
pub(crate) fn CasesRoom(desk: Desk) -> impl IntoView {
    let console = use_console();
    console.act(console.list_cases(desk));
    let sieve = Sieve {
        state: RwSignal::new("open".into()),
        owner: RwSignal::new(String::new()),
        condition: RwSignal::new(String::new()),
    };
    step_by_keys(move || {
        let rows = console.cases_of(desk).unwrap_or_default().into_iter();
        let shown = rows.filter(|row| sieve.lets(row));
        shown.map(|row| format!("case-{}", row.record)).collect()
    });
    view! {
        <section class="room">
            <div class="room-head">
                <h1 id="room-title" tabindex="-1">{desk.label()}": cases"</h1>
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| console.act(console.list_cases(desk))
                >
                    "Read again"
                </button>
            </div>
            {sieves(sieve)}
            {move || listed(console, desk, sieve)}
        </section>
    }
}

fn sieves(sieve: Sieve) -> impl IntoView {
    let owners = Agency::ALL.iter().map(|one| (one.code(), one.label()));
    let owners = std::iter::once(("", "Anybody")).chain(owners);
    view! {
        <div class="sieve" role="group" aria-label="Which cases are shown">
            <Select
                id="sieve-state"
                label="State"
                options=vec![
                    ("open", "Open"),
                    ("withdrawn", "Taken back by triage"),
                    ("closed", "Closed"),
                    ("", "All"),
                ]
                value=sieve.state
            />
            <Select
                id="sieve-owner"
                label="Action owned by"
                options=owners.collect()
                value=sieve.owner
            />
            <Select
                id="sieve-condition"
                label="Condition"
                options=vec![
                    ("", "Any"),
                    ("wait", "A1: waits for triage"),
                    ("some", "Any condition"),
                    ("none", "P: no conditions"),
                ]
                value=sieve.condition
            />
        </div>
    }
}

impl Sieve {
    fn lets(self, row: &CaseRow) -> bool {
        let Ok(card) = &row.card else { return true };
        let state = self.state.with(|state| match state.as_str() {
            "open" => card.is_active(),
            "withdrawn" => card.withdrawn == Some(Withdrawn::Recalled),
            "closed" => card.state == CaseState::Closed,
            _ => true,
        });
        let owner = self.owner.with(|code| match Agency::from_code(code) {
            Some(owner) => card.open_actions().any(|action| action.owner == owner),
            None => true,
        });
        let condition = self.condition.with(|code| match code.as_str() {
            "wait" => card.waits_for_agreement(),
            "some" => card.condition.is_some(),
            "none" => card.condition.is_none(),
            _ => true,
        });
        state && owner && condition
    }
}

fn listed(console: Console, desk: Desk, sieve: Sieve) -> AnyView {
    let Some(rows) = console.cases_of(desk) else {
        return view! { <p class="empty">"Opening the cases…"</p> }.into_any();
    };
    let shown: Vec<CaseRow> = rows.into_iter().filter(|row| sieve.lets(row)).collect();
    if shown.is_empty() {
        return view! {
            <div class="empty">
                <p class="empty-title">"No such case"</p>
                <p>"A report becomes a case when somebody takes it on: open it under Reports."</p>
            </div>
        }
        .into_any();
    }
    let rows = shown.into_iter().map(|row| match row.card {
        Ok(card) => line(console, desk, row.record, card).into_any(),
        Err(failure) => view! {
            <tr>
                <td colspan="6">{failure::of(&failure).title}</td>
            </tr>
        }
        .into_any(),
    });
    let heads = [
        "Priority",
        "Case",
        "Condition",
        "Owned by",
        "Next due",
        "State",
    ];
    table(&heads, rows.collect()).into_any()
}

fn line(console: Console, desk: Desk, record: RecordId, card: CaseCard) -> impl IntoView {
    let place = Place::Case(desk, record);
    let (due_class, due) = cases::due(cases::next_due(&card), browser::today());
    let open = card.open_actions().count();
    let has_day = cases::next_due(&card).is_some();
    let condition = cases::condition(card.condition, card.agreed);
    let condition_class = match (card.waits_for_agreement(), card.condition) {
        (true, _) => "chip chip-stop",
        (false, Some(_)) => "chip chip-warn",
        (false, None) => "chip",
    };
    let (class, state) = state(&card);
    view! {
        <tr>
            <td>
                <PriorityTag priority=Some(card.priority) />
            </td>
            <th scope="row">
                <a
                    id=format!("case-{record}")
                    href=place.to_string()
                    on:click=console.follow(place)
                    dir="auto"
                >
                    {card.title.clone()}
                </a>
                <span class="muted case-under">
                    {card.reference.clone()} " · " {card.category.label()}
                </span>
            </th>
            <td>
                <span class=condition_class>{condition}</span>
                {card
                    .for_information
                    .and_then(|only| only.then(|| view! { <span class="chip">"For information"</span> }))}
            </td>
            <td>{owners(&card)}</td>
            <td>
                {if has_day {
                    view! { <span class=due_class>{due}</span> }.into_any()
                } else {
                    view! { <span class="muted">{no_day(open)}</span> }.into_any()
                }}
            </td>
            <td>
                <span class=class>{state}</span>
            </td>
        </tr>
    }
}

const fn no_day(open: usize) -> &'static str {
    match open {
        0 => "No action planned",
        _ => "No day set",
    }
}

fn owners(card: &CaseCard) -> String {
    let mut owners: Vec<&str> = Vec::new();
    for action in card.open_actions() {
        let owner = action.owner.label();
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    if owners.is_empty() {
        "—".into()
    } else {
        owners.join(", ")
    }
}

/// How far a case is, with its class.
pub(super) fn state(card: &CaseCard) -> (&'static str, String) {
    let open = card.open_actions().count();
    let open = open.saturating_add(usize::from(card.more));
    match (card.state, open) {
        (_, _) if card.withdrawn == Some(Withdrawn::Replaced) => {
            ("state", "Corrected since".into())
        }
        (CaseState::Open, _) if card.withdrawn.is_some() => ("state", "Taken back".into()),
        (CaseState::Closed, _) if card.withdrawn.is_some() => {
            ("state state-done", "Taken back, closed".into())
        }
        (CaseState::Closed, _) => ("state state-done", "Closed".into()),
        (CaseState::Open, _) if card.waits_for_agreement() => {
            ("state state-new", "Waits for triage".into())
        }
        (CaseState::Open, 0) => ("state state-new", "Open".into()),
        (CaseState::Open, 1) => ("state state-open", "1 action open".into()),
        (CaseState::Open, open) => ("state state-open", format!("{open} actions open")),
    }
}
