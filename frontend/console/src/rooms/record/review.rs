//! The last look: the report as each desk will see it, then it is sealed and sent.

use domain::console::Me;
use domain::report::Report;
use domain::work::{Translated, Work};
use domain::{Desk, ReportId};
use leptos::prelude::*;

use super::decisions::Decisions;
use super::form::Sheet;
use crate::bench::Stage;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{Comparison, ErrorSummary, ReportSheet};
use crate::words::sanitise::quote;

/// The review.
#[component]
pub(crate) fn Review() -> impl IntoView {
    let console = use_console();
    let original = untrack(|| console.bench.own_words());
    let sheet = Sheet::of(console);
    let work = console.bench.work.get_untracked();
    let pointers = work.as_ref().map(|work| work.pointers(&original));
    let pointers = pointers.unwrap_or_default();
    let quotes: Vec<String> = pointers.iter().map(|one| quote(&one.words)).collect();
    let me = console.me.get_untracked();
    let drawn = match (work, me) {
        (Some(work), Some(me)) => made_out(&work, &me),
        _ => None,
    };
    let back = move |_| {
        console.bench.problems.set(Vec::new());
        console.bench.stage.set(Stage::Write);
        browser::focus_soon("check");
    };
    view! {
        <section class="review">
            <h2 id="review-title" tabindex="-1">"Check before it is sent"</h2>
            <ErrorSummary problems=console.bench.problems quotes=quotes />
            <p>"This is what the desk will read. The tip itself stays at triage."</p>
            {unchecked(console)}
            {drawn
                .map(|(desks, report)| {
                    view! {
                        <Chosen desks=desks />
                        {compared(&report, original.clone())}
                        <ReportSheet report=report original=Some(original) />
                    }
                })}
            <Decisions sheet=sheet pointers=pointers />
            <div class="deeds">
                <Send console=console />
                <button type="button" class="btn" id="back-to-form" on:click=back>
                    "Back to the form"
                </button>
            </div>
        </section>
    }
}

/// Says so if it rests on a machine's words.
fn unchecked(console: Console) -> Option<impl IntoView> {
    let translation = console.bench.translation.get_untracked()?;
    (translation.is == Translated::Unchecked).then(|| {
        view! {
            <p class="strip" role="note">
                "The translation is a machine's, and nobody has compared it with the original."
            </p>
        }
    })
}

/// All that leaves beside all that came.
fn compared(report: &Report, original: String) -> impl IntoView + use<> {
    let items = report.items.iter().map(|item| item.text.as_str());
    let leaving: Vec<&str> = [report.title.as_str()]
        .into_iter()
        .chain(items)
        .chain([report.provenance.as_str()])
        .collect();
    let leaving = leaving.join("\n\n");
    view! {
        <Comparison
            original=Signal::stored(original)
            text=Signal::derive(move || leaving.clone())
        />
    }
}

/// The report made out to its first desk, its reference still to be drawn.
fn made_out(work: &Work, me: &Me) -> Option<(Vec<String>, Report)> {
    let draft = work.check(browser::today()).ok()?;
    let desks = draft.desks().to_vec();
    let first = *desks.iter().find(|desk| !work.informs(**desk))?;
    let id = ReportId::from_bytes([0; 16]);
    let sent = work.sent().find(|one| one.desk == first);
    let reference = work.sent().next().map(|one| one.reference.clone());
    let reference = reference.unwrap_or_else(|| "given when it is sent".into());
    let report = draft.made_out(me.inst, id, first, &reference, me.officer);
    let report = match sent {
        Some(sent) => draft.replacing(report, sent.report),
        None => report,
    };
    let named = |desk: Desk| {
        if work.informs(desk) {
            format!("{}, for information", desk.label())
        } else {
            desk.label()
        }
    };
    Some((desks.into_iter().map(named).collect(), report))
}

#[component]
fn Chosen(desks: Vec<String>) -> impl IntoView {
    let names = desks
        .into_iter()
        .map(|desk| view! { <li class="chip">{desk}</li> });
    view! {
        <div class="goes-to">
            <p>"It goes to"</p>
            <ul class="chips">{names.collect_view()}</ul>
        </div>
    }
}

#[component]
fn Send(console: Console) -> impl IntoView {
    let under = move || console.busy.get() > 0;
    let send = move |_| {
        if !console.bench.writable() || console.busy.get_untracked() > 0 {
            return;
        }
        console.act(console.route());
    };
    view! {
        <button
            type="button"
            class="btn btn-main"
            id="route"
            aria-disabled=move || (under() || !console.bench.writable()).to_string()
            on:click=send
        >
            {move || if under() { "Signing…" } else { "Sign and hand in" }}
        </button>
    }
}
