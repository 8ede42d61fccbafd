//! The way between rooms: every desk of the officer with its rooms and what waits there.

use domain::case::CaseCard;
use domain::{Desk, Role};
use leptos::prelude::*;

use crate::bench::Saving;
use crate::browser;
use crate::console::use_console;
use crate::place::Place;
use crate::words::cases;
use crate::words::order::in_danger;

#[component]
fn Room(
    place: Place,
    label: &'static str,
    #[prop(into)] count: Signal<usize>,
    #[prop(into, optional)] pressing: Signal<bool>,
) -> impl IntoView {
    let console = use_console();
    let here = move || match (console.place.get(), place) {
        (Place::Record(_), Place::Kept) => true,
        (Place::Report(desk, _), Place::Inbox(inbox)) => desk == inbox,
        (Place::Case(desk, _), Place::Cases(cases)) => desk == cases,
        (now, place) => now == place,
    };
    let counted = move || match count.get() {
        0 => None,
        count => Some(view! { <span class="count">{count}</span> }),
    };
    view! {
        <li>
            <a
                href=place.to_string()
                class="rail-link"
                class:rail-pressing=move || pressing.get()
                aria-current=move || here().then_some("page")
            >
                {label}
                " "
                {counted}
            </a>
        </li>
    }
}

/// The rail.
#[component]
pub(crate) fn Rail() -> impl IntoView {
    let console = use_console();
    let coordinates = move || {
        console
            .me
            .with(|me| me.as_ref().is_some_and(|me| me.role == Role::Coordinator))
    };
    view! {
        <nav class="rail" aria-label="Rooms">
            <Show when=move || console.at_triage()>{triage()}</Show>
            <For each=move || console.inboxes() key=|desk| *desk let:desk>
                {inbox(desk)}
            </For>
            <Show when=coordinates>
                <section>
                    <h2>"Installation"</h2>
                    <ul>
                        <Room place=Place::Officers label="Officers" count=Signal::from(0_usize) />
                    </ul>
                </section>
            </Show>
        </nav>
    }
}

fn triage() -> impl IntoView {
    let console = use_console();
    let waiting = Signal::derive(move || console.waiting());
    let danger =
        Signal::derive(move || console.intake.tips.with(|tips| tips.iter().any(in_danger)));
    let open = Signal::derive(move || {
        console
            .cards
            .with(|cards| cards.iter().flatten().filter(|card| !card.closed).count())
    });
    let to_release = Signal::derive(move || console.to_release().0);
    let urgent = Signal::derive(move || console.to_release().1);
    let unsaved = move || {
        let dirty = console
            .bench
            .saving
            .with(|saving| !matches!(saving, Saving::Saved(_)));
        let elsewhere = !matches!(console.place.get(), Place::Record(_));
        (dirty && elsewhere).then(|| {
            console
                .bench
                .view
                .with(|view| view.as_ref().map(|view| view.record))
        })?
    };
    view! {
        <section>
            <h2>{Desk::Triage.label()}</h2>
            <ul>
                <Room place=Place::Intake label="Waiting tips" count=waiting pressing=danger />
                <Room place=Place::Kept label="Accepted tips" count=open />
                <Room place=Place::Release label="To release" count=to_release pressing=urgent />
                <Room place=Place::Sent label="Sent reports" count=Signal::from(0_usize) />
                <Room place=Place::Inbox(Desk::Triage) label="Questions" count=new_at(Desk::Triage) />
                <Room place=Place::Due(Desk::Triage) label="Due for review" count=due_at(Desk::Triage) />
                <Show when=move || console.supervises()>
                    <Room place=Place::Desk label="The desk now" count=Signal::from(0_usize) />
                </Show>
                {move || {
                    unsaved()
                        .map(|record| {
                            view! {
                                <li>
                                    <a
                                        class="rail-link rail-unsaved"
                                        href=Place::Record(record).to_string()
                                        on:click=console.follow(Place::Record(record))
                                    >
                                        "Unsaved work"
                                    </a>
                                </li>
                            }
                        })
                }}
            </ul>
        </section>
    }
}

fn inbox(desk: Desk) -> impl IntoView {
    let console = use_console();
    let new = new_at(desk);
    let counted = move |wanted: fn(&CaseCard) -> bool| {
        let rows = console.cases_of(desk).unwrap_or_default();
        let wanted = cases::cards(&rows).filter(|(_, card)| wanted(card));
        wanted.count()
    };
    let open = Signal::derive(move || counted(CaseCard::is_active));
    let late = Signal::derive(move || {
        counted(|card| {
            card.is_active() && cases::next_due(card).is_some_and(|due| due < browser::today())
        }) > 0
    });
    view! {
        <section>
            <h2>{desk.label()}</h2>
            <ul>
                <Room place=Place::Inbox(desk) label="Reports" count=new />
                <Room place=Place::Cases(desk) label="Cases" count=open pressing=late />
                <Room place=Place::Meeting(desk) label="Meeting" count=Signal::from(0_usize) />
                <Room place=Place::Due(desk) label="Due for review" count=due_at(desk) />
                <Room place=Place::Picture(desk) label="Picture" count=Signal::from(0_usize) />
            </ul>
        </section>
    }
}

/// What of a desk is to be reviewed.
fn due_at(desk: Desk) -> Signal<usize> {
    let console = use_console();
    Signal::derive(move || console.due_at(desk).map_or(0, |items| items.len()))
}

/// What a desk was sent and nobody has opened.
fn new_at(desk: Desk) -> Signal<usize> {
    let console = use_console();
    Signal::derive(move || {
        console.inbox.with(|all| {
            let rows = all.iter().filter(|(known, _)| *known == desk);
            let rows = rows.flat_map(|(_, rows)| rows);
            rows.filter(|row| row.delivery.is_new()).count()
        })
    })
}
