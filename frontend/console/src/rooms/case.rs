//! One case: the report, its conditions, and everything the desk does about it.

mod actions;
mod asks;
mod exports;
mod notes;
mod outcomes;
mod recalled;

use domain::case::{CaseState, Condition, Deed};
use domain::console::CaseView;
use domain::{Desk, RecordId, Standing};
use leptos::ev;
use leptos::prelude::*;

use self::actions::Actions;
use self::asks::Asks;
use self::exports::Exports;
use self::notes::{History, Notes};
use self::outcomes::Outcomes;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{Area, AskFirst, HowLong, Line, PriorityTag, ReportSheet, for_information};
use crate::place::Place;
use crate::words::{cases, day};

/// The room.
#[component]
pub(crate) fn CaseRoom(desk: Desk, record: RecordId) -> impl IntoView {
    let console = use_console();
    let lies_here = move || {
        console
            .case
            .with(|case| case.as_ref().is_some_and(|case| case.record == record))
    };
    if !untrack(lies_here) {
        console.case.set(None);
    }
    on_cleanup(move || console.given.set(None));
    console.act(async move {
        console.open_case(desk, record).await?;
        browser::focus_soon("room-title");
        Ok(())
    });
    listen_for_keys();
    let is_here = Memo::new(move |_| lies_here());
    view! {
        <section class="room room-narrow case">
            {move || {
                if is_here.get() {
                    view! { <Inside desk=desk /> }.into_any()
                } else {
                    view! { <p class="empty">"Opening the case…"</p> }.into_any()
                }
            }}
        </section>
    }
}

/// The open case. Forms live as long as the room, so that what a colleague writes empties none of them.
#[component]
fn Inside(desk: Desk) -> impl IntoView {
    let console = use_console();
    let Some(case) = console.case.get_untracked() else {
        return ().into_any();
    };
    let report = case.received.report;
    let is_open = Memo::new(move |_| with(console, |case| case.case.state == CaseState::Open));
    let is_recalled = Memo::new(move |_| with(console, |case| case.case.recalled.is_some()));
    let may_begin = Memo::new(move |_| is_open.get() && !is_recalled.get());
    view! {
        <nav class="crumbs no-print" aria-label="Way back">
            <a href=Place::Cases(desk).to_string()>"← "{desk.label()}": cases"</a>
        </nav>
        <header class="case-head">
            <h1 id="room-title" tabindex="-1" dir="auto">{report.title.clone()}</h1>
            <p class="chips">
                <PriorityTag priority=Some(report.priority) />
                <span class="chip">{report.category.label()}</span>
                <span class="chip">{report.reference.clone()}</span>
                <span class="muted">
                    {format!(
                        "Taken on by {}, {}",
                        case.received.taken_on.name,
                        day::near(case.received.taken_on.day, browser::today()),
                    )}
                </span>
            </p>
        </header>
        {move || recalled::said(console)}
        {move || unproven(console)}
        {move || by_one_who_left(console)}
        {for_information(&report)}
        {recalled::before(console)}
        <Agreement />
        <Actions open=is_open begins=may_begin />
        <Outcomes open=is_open />
        <Whereabouts open=may_begin />
        <Notes open=is_open />
        <Show when=move || is_open.get()>
            <Asks desk=desk />
        </Show>
        <Exports open=may_begin />
        <details class="case-report" open=!is_recalled.get_untracked()>
            <summary>"The report as triage sent it"</summary>
            <ReportSheet report=report />
        </details>
        <History />
        <HowLong
            desk=desk
            record=case.record
            over=Signal::derive(move || !is_open.get())
        />
        <footer class="deeds no-print">
            {move || (!is_replaced(console)).then(|| ending(console, is_open.get()))}
        </footer>
    }
    .into_any()
}

/// Something of the open case.
fn with<T: Default>(console: Console, look: impl FnOnce(&CaseView) -> T) -> T {
    console
        .case
        .with(|case| case.as_ref().map(look).unwrap_or_default())
}

/// Whether work goes on in the case of a correction.
fn is_replaced(console: Console) -> bool {
    with(console, |case| case.case.replaced_by.is_some())
}

/// Says so if the report is not proven to be triage's.
fn unproven(console: Console) -> Option<impl IntoView + use<>> {
    let proof = console
        .case
        .with(|case| case.as_ref().map(|case| case.proof))?;
    cases::unproven(proof).map(|words| {
        view! {
            <p class="strip strip-bad" role="note">
                {words}
            </p>
        }
    })
}

/// Says so if who wrote last has left the desk: the day of it is their own word.
fn by_one_who_left(console: Console) -> Option<impl IntoView + use<>> {
    let standing = console
        .case
        .with(|case| case.as_ref().map(|case| case.standing))?;
    (standing != Standing::Serving).then(|| {
        view! {
            <p class="strip" role="note">
                "What was written last is signed by somebody who has left this desk. It counts by the \
                 day they wrote in it themselves."
            </p>
        }
    })
}

/// The condition, and triage's agreement where it is needed.
#[component]
fn Agreement() -> impl IntoView {
    let console = use_console();
    let text = RwSignal::new(String::new());
    let agree = move |_| {
        let deed = Deed::Agree {
            text: text.get_untracked(),
        };
        console.on_case(deed, move || text.set(String::new()));
    };
    let needed = Memo::new(move |_| {
        with(console, |case| {
            Condition::of(&case.received.report) == Some(Condition::AskFirst)
                && case.case.agreed.is_none()
                && case.case.recalled.is_none()
        })
    });
    view! {
        {move || condition(console).map(reminder)}
        {move || agreed(console)}
        <Show when=move || needed.get()>
            <form class="case-form no-print" on:submit=|event| event.prevent_default()>
                <Area
                    id="case-agreement"
                    label="Triage's agreement"
                    hint="Who agreed, when, and to what exactly."
                    rows=2
                    value=text
                    on_write=Callback::new(move |value| text.set(value))
                />
                <button type="submit" class="btn btn-main" on:click=agree>
                    "Record that triage agreed"
                </button>
            </form>
        </Show>
    }
}

/// The condition in words, for the head of the room and beside what is done.
fn condition(console: Console) -> Option<&'static str> {
    with(console, |case| {
        let code = Condition::of(&case.received.report).map(Condition::code);
        cases::reminder(code, case.case.agreed.is_some())
    })
}

fn reminder(words: &'static str) -> impl IntoView {
    view! {
        <p class="strip condition" role="note">
            {words}
        </p>
    }
}

fn agreed(console: Console) -> Option<impl IntoView + use<>> {
    let agreed = with(console, |case| case.case.agreed.clone())?;
    Some(view! {
        <p class="story">
            <b>
                {format!("Agreed: recorded by {}, {}. ", agreed.by.name, day::long(agreed.by.day))}
            </b>
            {agreed.text}
        </p>
    })
}

/// Where it is, for the district's picture.
#[component]
fn Whereabouts(open: Memo<bool>) -> impl IntoView {
    let console = use_console();
    let place = RwSignal::new(untrack(|| with(console, |case| case.case.place.clone())));
    let save = move |_| {
        let deed = Deed::Place {
            place: place.get_untracked(),
        };
        console.on_case(deed, || ());
    };
    view! {
        <section class="form-part">
            <h2>"Place"</h2>
            <form class="case-line" on:submit=|event| event.prevent_default()>
                <Line
                    id="case-place"
                    label="Ward, estate or town"
                    hint="For the district's picture. Nothing finer than the report says."
                    value=place
                    locked=Signal::derive(move || !open.get())
                    on_write=Callback::new(move |value| place.set(value))
                />
                <Show when=move || open.get()>
                    <button type="submit" class="btn no-print" on:click=save>
                        "Save place"
                    </button>
                </Show>
            </form>
        </section>
    }
}

fn ending(console: Console, is_open: bool) -> AnyView {
    if is_open {
        return view! {
            <AskFirst
                label="Close this case"
                question="Close it? It stays readable, and can be opened again."
                yes="Close the case"
                no="Keep it open"
                on_yes=Callback::new(move |()| console.on_case(Deed::Close, || ()))
            />
        }
        .into_any();
    }
    view! {
        <span class="state state-done">"Closed"</span>
        <button
            type="button"
            class="btn"
            on:click=move |_| console.on_case(Deed::Reopen, || ())
        >
            "Open this case again"
        </button>
    }
    .into_any()
}

/// `p`, `o` and `n` go to the three forms.
fn listen_for_keys() {
    let handle = window_event_listener(ev::keydown, move |event| {
        if browser::is_typing(&event) {
            return;
        }
        let field = match event.key().as_str() {
            "p" => "action-what",
            "o" => "outcome-what",
            "n" => "case-note",
            _ => return,
        };
        event.prevent_default();
        browser::focus(field);
    });
    on_cleanup(move || handle.remove());
}
