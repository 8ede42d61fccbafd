//! What is done about what was sent: it is corrected, or taken back from one desk or from all, or put back.

use domain::ReportId;
use domain::console::{RecordView, RoutingView};
use domain::work::{Act, History, REASON_MAX, WorkState};
use leptos::prelude::*;

use crate::console::use_console;
use crate::parts::Area;
use crate::words::day;

mod restore;

pub(super) use restore::PutBack;

/// What is being written; it stays if it cannot be sent.
#[derive(Clone, Copy)]
struct Draft {
    open: RwSignal<bool>,
    chosen: RwSignal<Vec<ReportId>>,
    why: RwSignal<String>,
    refused: RwSignal<Option<String>>,
}

impl Draft {
    /// Nothing written yet; the desk is chosen if there is only one.
    fn of(sent: &[RoutingView]) -> Self {
        let only = match sent {
            [one] => vec![one.routing.report],
            _ => Vec::new(),
        };
        Self {
            open: RwSignal::new(false),
            chosen: RwSignal::new(only),
            why: RwSignal::new(String::new()),
            refused: RwSignal::new(None),
        }
    }
}

/// Writing what was sent anew.
#[component]
pub(super) fn Correct(view: RecordView) -> impl IntoView {
    let console = use_console();
    let (record, thread, since) = (
        view.record,
        view.original.thread,
        view.original.since.minute,
    );
    if view.work.state != WorkState::Routed {
        return ().into_any();
    }
    // A tip without a phrase has a thread of its own.
    let answered = move || {
        console.cards.with(|cards| {
            let others = cards.iter().flatten().filter(|card| card.record != record);
            let mut faces = others.filter_map(|card| card.card.as_ref().ok());
            faces.any(|face| face.thread == Some(thread) && face.since.minute > since)
        })
    };
    let signed = |act: &Act| {
        matches!(
            act,
            Act::CorrectionLeft | Act::HandedIn { .. } | Act::Released { .. }
        )
    };
    let mut newest = view.history.entries.iter().rev();
    let newest = newest.find(|entry| signed(&entry.act));
    let is_changed = newest.is_some_and(|entry| entry.act == Act::CorrectionLeft);
    view! {
        {is_changed
            .then(|| {
                view! {
                    <p class="strip strip-bad" id="not-as-sent" role="note">
                        "A correction was begun and left. The title, category and priority here may be from it: the \
                         desks have what was sent before."
                    </p>
                }
            })}
        <section class="form-part" aria-labelledby="correct-title">
            <h2 class="form-head" id="correct-title">
                "If something in it is wrong"
            </h2>
            <Show when=answered>
                <p class="strip" id="answered" role="note">
                    "The reporter has written again since. If that changes what the desks should know, correct the \
                     report."
                </p>
            </Show>
            <div class="deeds deeds-under">
                <button
                    type="button"
                    class="btn"
                    id="correct"
                    on:click=move |_| console.act(console.begin_correction(record))
                >
                    "Correct the report"
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// The button, and the form it opens: which desks, and why.
#[component]
pub(super) fn TakeBack(view: RecordView) -> impl IntoView {
    let console = use_console();
    let record = view.record;
    let also = also_given(&view.history);
    let sent: Vec<RoutingView> = view.routings.into_iter().filter(is_out).collect();
    if sent.is_empty() {
        return ().into_any();
    }
    let draft = Draft::of(&sent);
    let marked: Vec<String> = sent.iter().filter_map(said).collect();
    let name = if marked.len() == sent.len() {
        "Tell the desk again"
    } else {
        "Take a report back"
    };
    let strip = marked.into_iter().map(|words| {
        view! {
            <p class="strip strip-bad said-recalled" role="note">
                {words}
            </p>
        }
    });
    let strip = strip.collect_view();
    let opens = move |_| {
        draft.open.set(true);
        crate::browser::focus_soon("recall-title");
    };
    let closed = move || {
        view! {
            <button type="button" class="btn" id="recall" on:click=opens>
                {name}
            </button>
        }
    };
    let takes = move |_| {
        if let Some(why) = ready(draft, "recall-why") {
            let reports = draft.chosen.get_untracked();
            console.act(console.recall(record, reports, why));
        }
    };
    let sent = StoredValue::new(sent);
    view! {
        {strip}
        <Show when=move || draft.open.get() fallback=closed>
            <section class="form-part" aria-labelledby="recall-title">
                <h2 class="form-head" id="recall-title" tabindex="-1">
                    {name}
                </h2>
                <p class="hint">
                    "The desk is told at once, with your reason, and the supervisors by mail that something was \
                     taken back. It can open the report no more; what it has read or printed, it has. Who has it \
                     goes on being listed here. Another officer can put it back."
                </p>
                {sent.with_value(|sent| desks(draft, "recall-desk", sent))}
                {also
                    .clone()
                    .map(|names| {
                        view! {
                            <p class="strip strip-bad" id="tell-also" role="note" dir="auto">
                                <span>
                                    <b>"Tell also: "</b>
                                    {names}
                                    ". It was given to them, and no notice reaches them from here."
                                </span>
                            </p>
                        }
                    })}
                <Area
                    id="recall-why"
                    label="Why, as the desk will read it"
                    hint="Nothing that could tell who the source is."
                    rows=3
                    value=draft.why
                    error=draft.refused
                    on_write=Callback::new(move |text| draft.why.set(text))
                />
                <div class="deeds deeds-under">
                    <button type="button" class="btn btn-grave" id="recall-now" on:click=takes>
                        "Take it back now"
                    </button>
                    <button type="button" class="btn" on:click=move |_| draft.open.set(false)>
                        "Leave it there"
                    </button>
                </div>
            </section>
        </Show>
    }
    .into_any()
}

/// To whom it was given outside, by triage or by a desk that said so.
fn also_given(history: &History) -> Option<String> {
    let to = |act: &Act| match act {
        Act::GivenAway { desk, errand, .. } => {
            Some(format!("{} (by {})", errand.recipient, desk.label()))
        }
        Act::Exported { errand, .. } => Some(format!("{} (by triage)", errand.recipient)),
        _ => None,
    };
    let mut all: Vec<String> = history
        .entries
        .iter()
        .filter_map(|one| to(&one.act))
        .collect();
    all.sort();
    all.dedup();
    (!all.is_empty()).then(|| all.join("; "))
}

/// Whether a desk has it, as far as triage knows: what the server says of a recall that nobody here noted ends
/// nothing.
fn is_out(one: &RoutingView) -> bool {
    let sent = one.routing.recalled.is_none() && one.routing.replaced.is_none();
    sent && one.delivery.is_some()
}

/// That the server says it was taken back, and triage's record does not.
fn said(one: &RoutingView) -> Option<String> {
    let recalled = one.delivery.as_ref()?.recalled?;
    Some(format!(
        "The server says that the report was taken back from {} on {}. Nobody noted that here, so nobody of triage \
         may have done it. Ask your colleagues and the desk, then put it back, or tell the desk again.",
        one.routing.desk.label(),
        day::long(recalled.day)
    ))
}

fn desks(draft: Draft, name: &'static str, sent: &[RoutingView]) -> impl IntoView + use<> {
    let choice = move |one: &RoutingView| {
        let report = one.routing.report;
        let take = move |on: bool| {
            draft.chosen.update(|chosen| {
                chosen.retain(|known| *known != report);
                if on {
                    chosen.push(report);
                }
            });
        };
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    name=name
                    value=one.routing.desk.to_string()
                    prop:checked=move || draft.chosen.with(|chosen| chosen.contains(&report))
                    on:change=move |event| take(event_target_checked(&event))
                />
                <span>{one.routing.desk.label()}</span>
            </label>
        }
    };
    let choices = sent.iter().map(choice).collect_view();
    view! {
        <fieldset class="desks">
            <legend>"Which desks"</legend>
            <div class="desks-rest">{choices}</div>
        </fieldset>
    }
}

/// The reason, if everything is there.
fn ready(draft: Draft, field: &str) -> Option<String> {
    let why = draft.why.get_untracked().trim().to_owned();
    let refused = match why.len() {
        _ if draft.chosen.with_untracked(Vec::is_empty) => Some("Choose at least one desk"),
        0 => Some("Say why"),
        1..=REASON_MAX => None,
        _ => Some("Say it more briefly"),
    };
    draft.refused.set(refused.map(str::to_owned));
    if refused.is_some() {
        crate::browser::focus(field);
        return None;
    }
    Some(why)
}
