//! The head of the room: who holds it, whether it is saved, and the ways out.

use domain::console::{Failure, RecordView};
use domain::work::Act;
use domain::{Priority, RecordId};
use leptos::prelude::*;

use super::saved::Saved;
use super::ways_out::WaysOut;
use crate::console::{Console, use_console};
use crate::parts::{Age, AskFirst, DangerFlag, SayWhy, by_former, control_room};
use crate::place::Place;
use crate::words::{age, failure, suggest};

/// The head.
#[component]
pub(crate) fn Head(view: RecordView) -> impl IntoView {
    let console = use_console();
    let record = view.record;
    let corrects = !view.work.routings.is_empty();
    let answers = view.original.answers.clone();
    let danger = answers.as_ref().map(|answers| answers.danger);
    let suggested = suggest::of(&view.original).priority.value;
    let priority = Signal::derive(move || {
        let chosen = console
            .bench
            .work
            .with(|work| work.as_ref().and_then(|work| work.priority));
        chosen.unwrap_or(suggested)
    });
    // Once the form asks who was told, it says what to do itself.
    let asked = move || {
        let work = console.bench.work;
        work.with(|work| {
            let threat = work.as_ref().and_then(|work| work.threat.as_ref());
            threat.is_some_and(|threat| threat.is_one.is_some())
        })
    };
    let urgent = move || priority.get() == Priority::P1 && !asked();
    view! {
        <div class="room-head">
            <div class="crumbs">
                <a href=Place::Kept.to_string()>"← Accepted tips"</a>
                <h1 id="room-title" tabindex="-1">
                    {if corrects { "Correct the report" } else { "Grade and sanitise" }}
                </h1>
            </div>
            <div class="tools">
                {danger.map(|danger| view! { <DangerFlag danger=danger /> })}
                <Age since=view.original.since priority=priority />
                <Held />
                <Saved />
                <WaysOut record=record corrects=corrects />
            </div>
        </div>
        <Show when=urgent>{control_room()}</Show>
        {by_former(view.standing)}
        {handed(console, &view)}
        {returned(console, &view)}
        <Locked record=record />
    }
}

#[component]
fn Held() -> impl IntoView {
    let console = use_console();
    let words = move || {
        let until = console.bench.claim.get();
        until.map(|until| format!("Held by you · {}", age::left(until, console.now.get())))
    };
    view! { <span class="muted">{words}</span> }
}

/// Says who handed it over, and why.
fn handed(console: Console, view: &RecordView) -> Option<impl IntoView + use<>> {
    let me = console.me.get_untracked()?.officer;
    view.work.handed.filter(|handed| handed.to == me)?;
    let mut newest = view.history.entries.iter().rev();
    let (by, reason) = newest.find_map(|entry| match &entry.act {
        Act::HandedOver { reason, .. } => Some((entry.officer, reason.clone())),
        _ => None,
    })?;
    Some(view! {
        <p class="strip" id="handed" role="note">
            <span>
                <b>{move || format!("Handed to you by {}: ", console.name_of(by))}</b>
                <bdi>{reason}</bdi>
            </span>
        </p>
    })
}

/// Says who did not release it, and why, until it is signed again.
fn returned(console: Console, view: &RecordView) -> Option<impl IntoView + use<>> {
    let mut newest = view.history.entries.iter().rev();
    let signed = |act: &Act| matches!(act, Act::HandedIn { .. } | Act::Returned { .. });
    let entry = newest.find(|entry| signed(&entry.act))?;
    let Act::Returned { reason } = &entry.act else {
        return None;
    };
    let (by, reason) = (entry.officer, reason.clone());
    Some(view! {
        <p class="strip" id="returned" role="note">
            <span>
                <b>{move || format!("Given back by {}: ", console.name_of(by))}</b>
                <bdi>{reason}</bdi>
            </span>
        </p>
    })
}

/// Why it cannot be written on, and how to take it.
#[component]
fn Locked(record: RecordId) -> impl IntoView {
    let console = use_console();
    let bench = console.bench;
    let holder = move || {
        console.cards.with(|cards| {
            let mut cards = cards.iter().flatten();
            let card = cards.find(|card| card.record == record && !card.mine)?;
            let claim = card.claim.as_ref()?;
            Some(format!("{} holds it. ", claim.name))
        })
    };
    let why = move |why: Failure| {
        let advice = failure::of(&why);
        let way_out = if why == Failure::VersionMoved {
            newest().into_any()
        } else {
            take(record).into_any()
        };
        view! {
            <div class="strip strip-bad" role="alert">
                <p>
                    <b>{advice.title}</b>
                    " "
                    {holder}
                    {advice.todo}
                </p>
                {way_out}
            </div>
        }
    };
    view! { {move || bench.readonly.get().map(why)} }
}

fn take(record: RecordId) -> impl IntoView {
    let console = use_console();
    let take_back = Callback::new(move |why| console.act(console.take_back(record, why)));
    let supervised = move || {
        let taken = console.bench.readonly.get() == Some(Failure::ClaimedByAnother);
        taken && console.supervises()
    };
    view! {
        <Show when=supervised>
            <SayWhy
                id="take-back-why"
                label="Take it back"
                question="Why is it taken back?"
                yes="Take it back now"
                on_yes=take_back
            />
        </Show>
        <button
            type="button"
            class="btn"
            id="take-again"
            on:click=move |_| console.act(console.take_again())
        >
            "Take it"
        </button>
    }
}

fn newest() -> impl IntoView {
    let console = use_console();
    let open = Callback::new(move |()| console.act(console.take_newest()));
    view! {
        <AskFirst
            label="Open the newest version"
            question="Your own unsaved text gives way to your colleague's version."
            yes="Open theirs"
            no="Keep mine here"
            grave=true
            on_yes=open
        />
    }
}
