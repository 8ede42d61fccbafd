//! The head of the room: who holds it, whether it is saved, and the ways out.

use domain::console::{Failure, RecordView};
use domain::work::CloseReason;
use domain::{Priority, RecordId};
use leptos::prelude::*;

use super::saved::Saved;
use crate::console::use_console;
use crate::parts::{Age, AskFirst, DangerFlag, by_former, control_room};
use crate::place::Place;
use crate::words::{age, failure, suggest};

/// The head.
#[component]
pub(crate) fn Head(view: RecordView) -> impl IntoView {
    let console = use_console();
    let record = view.record;
    let answers = view.original.answers.clone();
    let danger = answers.as_ref().map(|answers| answers.danger);
    let suggested = answers
        .as_ref()
        .map(|answers| suggest::priority(answers).value);
    let urgent = move || {
        let chosen = console
            .bench
            .work
            .with(|work| work.as_ref().and_then(|work| work.priority));
        chosen.or(suggested) == Some(Priority::P1)
    };
    view! {
        <div class="room-head">
            <div class="crumbs">
                <a href=Place::Kept.to_string()>"← Accepted tips"</a>
                <h1 id="room-title" tabindex="-1">"Grade and sanitise"</h1>
            </div>
            <div class="tools">
                {danger.map(|danger| view! { <DangerFlag danger=danger /> })}
                <Age since=view.original.since priority=view.work.priority />
                <Held />
                <Saved />
                <More record=record />
            </div>
        </div>
        <Show when=urgent>{control_room()}</Show>
        {by_former(view.standing)}
        <Locked />
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

/// Why it cannot be written on, and how to take it.
#[component]
fn Locked() -> impl IntoView {
    let bench = use_console().bench;
    let why = move |why: Failure| {
        let advice = failure::of(&why);
        let way_out = if why == Failure::VersionMoved {
            newest().into_any()
        } else {
            take().into_any()
        };
        view! {
            <div class="strip strip-bad" role="alert">
                <p>
                    <b>{advice.title}</b>
                    " "
                    {advice.todo}
                </p>
                {way_out}
            </div>
        }
    };
    view! { {move || bench.readonly.get().map(why)} }
}

fn take() -> impl IntoView {
    let console = use_console();
    view! {
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

/// Put back, close: rare and grave, so behind one more click.
#[component]
fn More(record: RecordId) -> impl IntoView {
    let console = use_console();
    let put_back = Callback::new(move |()| console.act(console.put_back(record)));
    let close = move |reason: CloseReason| {
        Callback::new(move |()| console.act(console.close(record, reason)))
    };
    view! {
        <details class="more">
            <summary class="btn">"Other ways out"</summary>
            <div class="more-body">
                <AskFirst
                    label="Put back into the intake"
                    question="Accepted by mistake? The tip waits in the intake again, and what you wrote is gone."
                    yes="Put it back"
                    no="Keep it here"
                    grave=true
                    on_yes=put_back
                />
                <AskFirst
                    label="Close: no value"
                    question="Close without a report, because there is nothing the police can use?"
                    yes="Close it"
                    no="Keep it open"
                    on_yes=close(CloseReason::NoValue)
                />
                <AskFirst
                    label="Close: known already"
                    question="Close without a report, because this is known already?"
                    yes="Close it"
                    no="Keep it open"
                    on_yes=close(CloseReason::Known)
                />
                <AskFirst
                    label="Close: spam"
                    question="Close without a report, because this is no tip at all?"
                    yes="Close it"
                    no="Keep it open"
                    on_yes=close(CloseReason::Spam)
                />
            </div>
        </details>
    }
}
