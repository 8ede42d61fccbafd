//! What was sent of tips that are gone: only where it went is left, and that it can be taken back.

use domain::console::{TraceDeed, TraceView, Traced};
use domain::work::{REASON_MAX, TracedReport};
use domain::{RecordId, ReportId};
use leptos::prelude::*;

use super::state;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{Area, Line};
use crate::words::{day, failure};

/// Most that are drawn at once: who looks for another one types its reference.
const SHOWN: usize = 50;

/// What is read and being done about it; nothing is read before somebody asks.
#[derive(Clone, Copy)]
struct Before {
    console: Console,
    traces: RwSignal<Option<Vec<TraceView>>>,
    wanted: RwSignal<String>,
    /// The one whose reports are being taken back, and which.
    trace: RwSignal<Option<RecordId>>,
    chosen: RwSignal<Vec<ReportId>>,
    why: RwSignal<String>,
    refused: RwSignal<Option<String>>,
}

impl Before {
    fn begin(self, trace: RecordId, says: &Traced) {
        self.trace.set(Some(trace));
        let only = match says.sent.as_slice() {
            [(one, _)] => vec![one.report],
            _ => Vec::new(),
        };
        self.chosen.set(only);
        self.refused.set(None);
        browser::focus_soon("before-recall-title");
    }

    fn read(self) {
        self.console.act(async move {
            let traces = self.console.on_traces(TraceDeed::List).await?;
            self.traces.try_set(Some(traces));
            Ok(())
        });
    }

    /// Takes them back, if it is said which and why. What was typed stays if that fails.
    fn take_back(self, trace: RecordId) {
        let reason = self.why.get_untracked().trim().to_owned();
        let refused = match reason.len() {
            _ if self.chosen.with_untracked(Vec::is_empty) => Some("Choose at least one desk"),
            0 => Some("Say why"),
            1..=REASON_MAX => None,
            _ => Some("Say it more briefly"),
        };
        self.refused.set(refused.map(str::to_owned));
        if refused.is_some() {
            browser::focus("before-recall-why");
            return;
        }
        let reports = self.chosen.get_untracked();
        let deed = TraceDeed::Recall {
            trace,
            reports,
            reason,
        };
        self.console.act(async move {
            let traces = self.console.on_traces(deed).await?;
            self.traces.try_set(Some(traces));
            self.trace.try_set(None);
            self.why.try_set(String::new());
            let todo = "The desks are told at once, with your reason.";
            self.console.say_done("Taken back", todo, None);
            Ok(())
        });
    }
}

/// The part of the room, behind one more press.
#[component]
pub(super) fn SentBefore() -> impl IntoView {
    let before = Before {
        console: use_console(),
        traces: RwSignal::new(None),
        wanted: RwSignal::new(String::new()),
        trace: RwSignal::new(None),
        chosen: RwSignal::new(Vec::new()),
        why: RwSignal::new(String::new()),
        refused: RwSignal::new(None),
    };
    view! {
        <h2 class="room-sub" id="before">
            "Sent before"
        </h2>
        <p class="hint">
            "A tip goes some months after it was dealt with, its reports stay longer at their desks. Where they went is \
             kept, and nothing of the tip: should its source be in danger, take them back here."
        </p>
        {move || match before.traces.get() {
            None => view! {
                <button type="button" class="btn" id="before-read" on:click=move |_| before.read()>
                    "Show what was sent before"
                </button>
            }
            .into_any(),
            Some(traces) if traces.is_empty() => {
                view! { <p class="empty">"Every report that was sent still has its tip here."</p> }
                    .into_any()
            }
            Some(traces) => listed(before, StoredValue::new(traces)).into_any(),
        }}
    }
}

fn listed(before: Before, traces: StoredValue<Vec<TraceView>>) -> impl IntoView {
    let rows = move || {
        let wanted = before.wanted.get().trim().to_uppercase();
        traces.with_value(|traces| {
            let named = |one: &&TraceView| match &one.says {
                Ok(says) => says.reference.contains(&wanted),
                Err(_) => wanted.is_empty(),
            };
            let found = traces.iter().filter(named).take(SHOWN);
            found.map(|one| row(before, one)).collect_view()
        })
    };
    let form = move || {
        let trace = before.trace.get()?;
        traces.with_value(|traces| {
            let one = traces.iter().find(|one| one.trace == trace)?;
            let says = one.says.clone().ok()?;
            Some(recall(before, trace, says))
        })
    };
    view! {
        <Line
            id="before-reference"
            label="Reference"
            value=before.wanted
            on_write=Callback::new(move |text| before.wanted.set(text))
        />
        <ul class="list" aria-label="Sent before">
            {rows}
        </ul>
        {form}
    }
}

fn row(before: Before, one: &TraceView) -> AnyView {
    let trace = one.trace;
    let says = match one.says.clone() {
        Ok(says) => says,
        Err(why) => {
            let advice = failure::of(&why);
            return view! {
                <li class="row">
                    <span class="row-line">{advice.title}</span>
                    <span class="muted">{advice.todo}</span>
                </li>
            }
            .into_any();
        }
    };
    let sent = says.sent.iter().map(|(report, delivery)| {
        let (class, words) = delivery
            .as_ref()
            .map_or(("state", "No longer at the desk, or never arrived"), state);
        view! {
            <span class="row-foot">
                {format!("{} · {} · ", report.desk.label(), day::long(report.day))}
                <span class=class>{words}</span>
            </span>
        }
    });
    let sent = sent.collect_view();
    let name = format!("Take reports of {} back", says.reference);
    let reference = says.reference.clone();
    view! {
        <li class="row">
            <span class="row-line">{reference}</span>
            {sent}
            <button
                type="button"
                class="btn btn-small"
                aria-label=name
                on:click=move |_| before.begin(trace, &says)
            >
                "Take back"
            </button>
        </li>
    }
    .into_any()
}

fn recall(before: Before, trace: RecordId, says: Traced) -> impl IntoView {
    let choices = says.sent.iter().map(|(one, _)| choice(before, *one));
    let choices = choices.collect_view();
    view! {
        <section class="form-part" aria-labelledby="before-recall-title">
            <h3 class="form-head" id="before-recall-title" tabindex="-1">
                {format!("Take {} back", says.reference)}
            </h3>
            <p class="hint">
                "The desk is told at once, with your reason. What it has read, printed or acted on, it has."
            </p>
            <fieldset class="desks">
                <legend>"From which desks"</legend>
                <div class="desks-rest">{choices}</div>
            </fieldset>
            <Area
                id="before-recall-why"
                label="Why, as the desk will read it"
                hint="Nothing that could tell who the source is."
                rows=3
                value=before.why
                error=before.refused
                on_write=Callback::new(move |text| before.why.set(text))
            />
            <div class="deeds deeds-under">
                <button
                    type="button"
                    class="btn btn-grave"
                    on:click=move |_| before.take_back(trace)
                >
                    "Take it back now"
                </button>
                <button type="button" class="btn" on:click=move |_| before.trace.set(None)>
                    "Leave it there"
                </button>
            </div>
        </section>
    }
}

fn choice(before: Before, one: TracedReport) -> impl IntoView {
    let TracedReport { report, desk, .. } = one;
    let take = move |on: bool| {
        before.chosen.update(|chosen| {
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
                name="before-desk"
                value=desk.to_string()
                prop:checked=move || before.chosen.with(|chosen| chosen.contains(&report))
                on:change=move |event| take(event_target_checked(&event))
            />
            <span>{desk.label()}</span>
        </label>
    }
}
