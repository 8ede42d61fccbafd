//! The agenda of a Bronze meeting, on screen and on paper.

use domain::case::{CaseCard, CaseOutcome, Phase};
use domain::{Day, Desk, RecordId};
use leptos::prelude::*;

use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{Line, PriorityTag, table};
use crate::place::Place;
use crate::words::agenda::{Agenda, Due};
use crate::words::{cases, day};

/// Days since the last meeting if nobody says otherwise.
const USUAL_DAYS: i32 = -14;

/// The room.
#[component]
pub(crate) fn MeetingRoom(desk: Desk) -> impl IntoView {
    let console = use_console();
    console.act(console.list_cases(desk));
    let last = RwSignal::new(browser::today().plus(USUAL_DAYS).to_string());
    view! {
        <section class="room meeting">
            <div class="room-head">
                <h1 id="room-title" tabindex="-1">{desk.label()}": meeting"</h1>
                <button type="button" class="btn no-print" on:click=|_| browser::print()>
                    "Print the agenda"
                </button>
            </div>
            <p class="marking print-only">"OFFICIAL-SENSITIVE"</p>
            <div class="sieve no-print">
                <Line
                    id="meeting-last"
                    label="The last meeting was on"
                    kind="date"
                    value=last
                    on_write=Callback::new(move |value| last.set(value))
                />
            </div>
            {move || {
                let since = last.with(|text| text.parse::<Day>().ok());
                agenda(console, desk, since)
            }}
        </section>
    }
}

fn agenda(console: Console, desk: Desk, last: Option<Day>) -> AnyView {
    let Some(rows) = console.cases_of(desk) else {
        return view! { <p class="empty">"Opening the cases…"</p> }.into_any();
    };
    let Some(last) = last else {
        return view! { <p class="empty">"Choose the day of the last meeting."</p> }.into_any();
    };
    let known: Vec<_> = cases::cards(&rows).collect();
    let unread = rows.len().saturating_sub(known.len());
    let agenda = Agenda::since(last, known.iter().copied());
    let overdue = agenda.overdue(browser::today());
    let todo: usize = agenda.todo.iter().map(|(_, actions)| actions.len()).sum();
    let at = |record| (console, desk, record);
    view! {
        <p class="meeting-sum">
            {format!(
                "{}. Since {}: {} new, {} done, {} outcomes. To do: {todo}, overdue: {overdue}.",
                day::long(browser::today()),
                day::long(last),
                agenda.new.len(),
                agenda.done.len(),
                agenda.outcomes.len(),
            )}
        </p>
        {(unread > 0)
            .then(|| {
                view! {
                    <p class="strip strip-bad">
                        {format!("{unread} cases could not be opened and are not on this agenda.")}
                    </p>
                }
            })}
        <h2 class="room-sub">"1. New cases"</h2>
        {new(agenda.new.iter().map(|(record, card)| (at(*record), *card)))}
        <h2 class="room-sub">"2. Actions, by who owns them"</h2>
        {agenda
            .todo
            .iter()
            .map(|(owner, actions)| {
                view! {
                    <h3 class="meeting-owner">{owner.label()}</h3>
                    {todo_table(console, desk, actions)}
                }
            })
            .collect_view()}
        {(agenda.todo.is_empty()).then(|| nothing("No action is open."))}
        {(agenda.unlisted > 0)
            .then(|| {
                nothing("Some cases have more open actions than are listed here: open them to see all.")
            })}
        <h2 class="room-sub">"3. Open cases without an action"</h2>
        {new(agenda.idle.iter().map(|(record, card)| (at(*record), *card)))}
        <h2 class="room-sub">"4. Done since the last meeting"</h2>
        {done_table(console, desk, &agenda.done)}
        <h2 class="room-sub">"5. Outcomes since the last meeting"</h2>
        {outcomes(console, desk, &agenda.outcomes)}
        {(!agenda.recalled.is_empty())
            .then(|| {
                view! {
                    <h2 class="room-sub">"6. Taken back by triage, not closed yet"</h2>
                    {new(agenda.recalled.iter().map(|(record, card)| (at(*record), *card)))}
                }
            })}
    }
    .into_any()
}

fn nothing(words: &'static str) -> impl IntoView {
    view! { <p class="muted meeting-none">{words}</p> }
}

fn named(console: Console, desk: Desk, record: RecordId, card: &CaseCard) -> impl IntoView + use<> {
    let place = Place::Case(desk, record);
    view! {
        <a href=place.to_string() on:click=console.follow(place) dir="auto">
            {card.title.clone()}
        </a>
        <span class="muted case-under">{card.reference.clone()}</span>
    }
}

fn new<'a>(cards: impl Iterator<Item = ((Console, Desk, RecordId), &'a CaseCard)>) -> AnyView {
    let rows = cards.map(|((console, desk, record), card)| {
        view! {
            <tr>
                <td>
                    <PriorityTag priority=Some(card.priority) />
                </td>
                <th scope="row">{named(console, desk, record, card)}</th>
                <td>{card.category.label()}</td>
                <td>{cases::condition(card.condition, card.agreed)}</td>
                <td>{card.place.clone()}</td>
            </tr>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    if rows.is_empty() {
        return nothing("None.").into_any();
    }
    table(&["Priority", "Case", "Threat", "Condition", "Place"], rows).into_any()
}

fn todo_table(console: Console, desk: Desk, actions: &[Due<'_>]) -> impl IntoView + use<> {
    let rows = actions.iter().map(|one| {
        let (class, words) = cases::due(one.action.due, browser::today());
        view! {
            <tr>
                <td>
                    <span class=class>{words}</span>
                </td>
                <th scope="row" dir="auto">
                    {one.action.what.clone()}
                </th>
                <td>{one.action.p.label()}</td>
                <td>{one.action.phase.map_or("—", Phase::label)}</td>
                <td>{named(console, desk, one.record, one.card)}</td>
                <td>{cases::condition(one.card.condition, one.card.agreed)}</td>
            </tr>
        }
        .into_any()
    });
    let heads = ["Due", "Action", "P", "Phase", "Case", "Condition"];
    table(&heads, rows.collect())
}

fn done_table(console: Console, desk: Desk, done: &[Due<'_>]) -> AnyView {
    if done.is_empty() {
        return nothing("Nothing.").into_any();
    }
    let rows = done.iter().map(|one| {
        view! {
            <tr>
                <td>{one.action.settled.map(day::long)}</td>
                <th scope="row" dir="auto">
                    {one.action.what.clone()}
                </th>
                <td>{one.action.owner.label()}</td>
                <td>{one.action.state.label()}</td>
                <td>{named(console, desk, one.record, one.card)}</td>
            </tr>
        }
        .into_any()
    });
    table(
        &["Day", "Action", "Owner", "How far", "Case"],
        rows.collect(),
    )
    .into_any()
}

fn outcomes(
    console: Console,
    desk: Desk,
    outcomes: &[(RecordId, &CaseCard, CaseOutcome)],
) -> AnyView {
    if outcomes.is_empty() {
        return nothing("None.").into_any();
    }
    let rows = outcomes.iter().map(|(record, card, one)| {
        view! {
            <tr>
                <td>{day::long(one.day)}</td>
                <th scope="row">{one.outcome.label()}</th>
                <td>{one.p.label()}</td>
                <td>{one.agency.label()}</td>
                <td>{named(console, desk, *record, card)}</td>
            </tr>
        }
        .into_any()
    });
    table(&["Day", "Outcome", "P", "Agency", "Case"], rows.collect()).into_any()
}
