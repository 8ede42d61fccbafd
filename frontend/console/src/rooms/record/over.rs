//! A record whose work is over: where it went, what was done, and the tip for reading.

use domain::RecordId;
use domain::console::{RecordView, RoutingView};
use domain::wire::DeliveryRow;
use domain::work::{History, HistoryEntry, KeptWords, Threat, WorkState};
use leptos::prelude::*;

use super::exports::Exports;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{
    AskFirst, Conversation, HowLong, Merged, PriorityTag, SayWhy, TipPaper, by_former,
    said_in_english, table,
};
use crate::place::Place;
use crate::rooms::sent::state;
use crate::words::{closing, day, sanitise};

use super::recall::{Correct, PutBack, TakeBack};
use super::signposts::Signposts;

/// The finished record.
#[component]
pub(crate) fn Over(view: RecordView) -> impl IntoView {
    let console = use_console();
    let title = match view.work.state {
        WorkState::Closed(reason) => closing::closed(reason).to_owned(),
        WorkState::Waiting | WorkState::Routed | WorkState::New | WorkState::InProgress => {
            view.work.title.clone()
        }
    };
    let reference = view
        .routings
        .first()
        .map(|one| one.routing.reference.clone());
    let routings = view.routings.clone();
    let to_recall = view.clone();
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
                {said_in_english(console, &view)}
                <Merged view=view.clone() />
            </aside>
            <div class="bench-report">
                {view.work.merged_into.map(|into| merged_into(console, into))}
                {waits(console, &view)} {check(console, &view)} {view.work.threat.clone().and_then(threat)}
                {(!routings.is_empty()).then(|| went(console, routings, view.work.waits.is_some()))}
                <Correct view=to_recall.clone() />
                <TakeBack view=to_recall.clone() />
                <PutBack view=to_recall />
                <Exports view=view.clone() />
                <Signposts view=view.clone() locked=false />
                {done(console, view.history.clone())}
                <Conversation view=view.clone() />
                {kept(&view.work.kept)}
                {view
                    .work
                    .state
                    .is_over()
                    .then(|| view! { <HowLong desk=view.desk record=view.record over=true /> })}
            </div>
        </div>
    }
}

/// What is signed waits for a colleague, and can be taken back by whoever signed it until it is released; by
/// anybody, if it does not lie among what waits.
fn waits(console: Console, view: &RecordView) -> Option<impl IntoView + use<>> {
    let (record, waits) = (view.record, view.work.waits.clone()?);
    let (by, draft) = (waits.by, waits.draft);
    let looked = RwSignal::new(false);
    console.act(async move {
        console.list_drafts().await?;
        console.list_sent().await?;
        looked.try_set(true);
        Ok(())
    });
    let own = console.me.get_untracked().map(|me| me.officer) == Some(by);
    let is_delivered = move || {
        let reports = || waits.routings.iter().map(|one| one.report);
        console.deliveries.with(|rows| {
            let mut rows = rows.iter().flatten();
            rows.any(|row| reports().any(|report| report == row.report))
        })
    };
    let is_delivered = Memo::new(move |_| is_delivered());
    let is_lost =
        Memo::new(move |_| looked.get() && !is_delivered.get() && !console.is_listed(draft));
    let may = move || !is_delivered.get() && (own || console.supervises() || is_lost.get());
    let words = move || {
        if is_delivered.get() {
            return "A colleague has released it: open it again to see who.".to_owned();
        }
        if is_lost.get() {
            return "It does not lie among what waits: it did not arrive, or was taken out. Nobody can \
                    release it. Take it back and hand it in again."
                .to_owned();
        }
        format!(
            "Signed by {}. No desk has it until a colleague releases it.",
            console.name_of(by)
        )
    };
    let withdraw = Callback::new(move |()| console.act(console.withdraw(record)));
    Some(view! {
        <section id="waits">
            <h2 class="form-head">"Waits for a second officer"</h2>
            <p class:error=move || is_lost.get() role="status">
                {words}
            </p>
            <div class="deeds deeds-under">
                <Show when=may>
                    <AskFirst
                        label="Take it back"
                        question="Nobody can release it then. You can change it and hand it in again."
                        yes="Take it back now"
                        no="Let it wait"
                        on_yes=withdraw
                    />
                </Show>
            </div>
        </section>
    })
}

fn went(console: Console, routings: Vec<RoutingView>, waits: bool) -> impl IntoView {
    let row = move |one: RoutingView| {
        let delivery = newest(console, &one).or(one.delivery);
        let (class, words) = delivery.as_ref().map_or(
            if waits {
                ("state", "Not released yet")
            } else {
                ("state state-lost", "Never arrived")
            },
            state,
        );
        let is_marked = delivery.as_ref().is_some_and(|row| row.recalled.is_some());
        let (class, words) = match (one.routing.replaced, one.routing.recalled) {
            (Some(_), _) => ("state", "Corrected since"),
            (None, None) if is_marked => ("state state-lost", "Taken back, the server says"),
            (None, _) => (class, words),
        };
        let restored = one.routing.restored.filter(|_| !is_marked);
        let restored = restored.map(|on| format!(" · put back on {}", day::long(on)));
        let by = delivery.and_then(|row| row.acknowledged_by);
        let version = one
            .routing
            .version
            .map(|version| format!(" · version {version}"));
        view! {
            <tr>
                <th scope="row">{one.routing.desk.label()} {version}</th>
                <td>{day::long(one.routing.day)}</td>
                <td>
                    <span class=class>{words}</span>
                    {by.map(|by| view! { <span class="muted">" by " {by}</span> })}
                    {restored.map(|words| view! { <span class="muted">{words}</span> })}
                </td>
            </tr>
        }
        .into_any()
    };
    let rows = move || routings.iter().cloned().map(row).collect();
    let (title, signed) = if waits {
        ("Where it is to go", "Signed")
    } else {
        ("Where it went", "Sent")
    };
    view! {
        <section>
            <h2 class="form-head">{title}</h2>
            {move || table(&["Desk", signed, "State"], rows())}
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

fn done(console: Console, history: History) -> impl IntoView {
    let line = move |entry: &HistoryEntry| {
        let act = closing::act(&entry.act, |officer| console.name_of(officer));
        let who = console.name_of(entry.officer);
        view! {
            <li>
                <span class="muted">{day::long(entry.day)} " · " {who}</span>
                " "
                <span dir="auto">{act}</span>
            </li>
        }
    };
    let forgotten = history.forgotten.map_or(0, |forgotten| forgotten.entries);
    let lines = move || history.entries.iter().map(line).collect_view();
    view! {
        <section>
            <h2 class="form-head">"What was done"</h2>
            {closing::forgotten(forgotten).map(|words| view! { <p class="hint">{words}</p> })}
            <ul class="history">{lines}</ul>
        </section>
    }
}

/// A threat to life, and that the control room has it.
fn threat(threat: Threat) -> Option<impl IntoView> {
    let at = threat.at.map(browser::local_text).unwrap_or_default();
    let at = day::at(&at);
    (threat.is_one == Some(true)).then(|| {
        view! {
            <section>
                <h2 class="form-head">"Threat to life"</h2>
                <p dir="auto">
                    {format!(
                        "{} was told on {}. Incident {}. Acknowledged by {}.",
                        threat.told,
                        at,
                        threat.incident,
                        threat.acknowledged_by,
                    )}
                </p>
            </section>
        }
    })
}

/// The tip that this one was taken into.
fn merged_into(console: Console, into: RecordId) -> impl IntoView {
    let place = Place::Record(into);
    view! {
        <p class="strip" id="merged-into" role="note">
            <span>
                "It was merged into "
                <a href=place.to_string() on:click=console.follow(place)>
                    "another tip about the same"
                </a> ", where the work goes on. Replies to this reporter are still sent from here."
            </span>
        </p>
    }
}

/// What may still be done about a closing: undone at once, or checked by a supervisor.
fn check(console: Console, view: &RecordView) -> Option<impl IntoView + use<>> {
    if !matches!(view.work.state, WorkState::Closed(_)) {
        return None;
    }
    let (record, undo) = (view.record, view.may_undo);
    let drawn = view.to_check.then_some("It was drawn for a check.");
    let own = view.history.closed_by() == console.me.get_untracked().map(|me| me.officer);
    let agreed = view.work.agreed;
    let supervises = move || console.supervises() && !undo;
    Some(view! {
        <Show when=move || undo>{undone(console, record)}</Show>
        {agreed
            .map(|by| {
                view! {
                    <p class="strip">
                        {move || format!("Checked by {}, who agrees.", console.name_of(by))}
                    </p>
                }
            })}
        <Show when=supervises>
            <section id="check-closing">
                <h2 class="form-head">"Is it closed rightly?"</h2>
                <p class="hint">{drawn}</p>
                <div class="deeds">
                    <Show when=move || { agreed.is_none() && !own }>{agree(console, record)}</Show>
                    {reopen(console, record)}
                </div>
            </section>
        </Show>
    })
}

fn undone(console: Console, record: RecordId) -> impl IntoView {
    view! {
        <div class="strip">
            <p>"You closed it a moment ago. If that was a slip:"</p>
            <button
                type="button"
                class="btn"
                id="undo-close"
                on:click=move |_| console.act(console.reopen(record, String::new()))
            >
                "Undo the closing"
            </button>
        </div>
    }
}

fn agree(console: Console, record: RecordId) -> impl IntoView {
    view! {
        <button
            type="button"
            class="btn btn-main"
            id="agree"
            on:click=move |_| console.act(console.agree(record))
        >
            "Agree"
        </button>
    }
}

fn reopen(console: Console, record: RecordId) -> impl IntoView {
    let on_yes = Callback::new(move |why| console.act(console.reopen(record, why)));
    view! {
        <SayWhy
            id="reopen-why"
            label="Reopen"
            question="Why is it opened again?"
            yes="Reopen it"
            on_yes=on_yes
        />
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
