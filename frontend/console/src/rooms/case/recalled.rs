//! That triage took the report of a case back.

use domain::case::{Recalled, Undone};
use domain::console::CaseView;
use domain::export::Given;
use domain::report::Report;
use leptos::prelude::*;

use crate::console::Console;
use crate::parts::{ReportSheet, Versions};
use crate::place::Place;
use crate::words::day;

/// Says so at the head of the case: by the signed notice, or that only the server says it; or that a
/// correction has come; or that it was put back.
pub(super) fn said(console: Console) -> Option<AnyView> {
    console.case.with(|case| {
        let case_view = case.as_ref()?;
        let CaseView {
            desk,
            case,
            said_recalled,
            ..
        } = case_view;
        match (case.replaced_by, &case.recalled, said_recalled) {
            (Some(new), _, _) => Some(goes_on(console, Place::Case(*desk, new)).into_any()),
            (None, _, Some(said)) if said.is_corrected => {
                let place = Place::Report(*desk, said.notice);
                Some(correction(console, place, &day::long(said.day)).into_any())
            }
            (None, Some(recalled), _) => {
                let given = case.given.clone().unwrap_or_default();
                let restored = case_view.said_restored.then(by_server_restored);
                Some(view! { {by_notice(recalled.clone(), &given)} {restored} }.into_any())
            }
            (None, None, Some(said)) => Some(by_server(&day::long(said.day)).into_any()),
            (None, None, None) if case.undone().is_empty() => None,
            (None, None, None) => Some(put_back(case.undone()).into_any()),
        }
    })
}

/// The report as it was before a correction: what is different, and the whole of it, folded.
pub(super) fn before(console: Console) -> Option<impl IntoView> {
    let (before, after) = console.case.with_untracked(|case| {
        let case = case.as_ref()?;
        Some((*case.before.clone()?, case.received.report.clone()))
    })?;
    Some(view! {
        <section class="form-part" aria-labelledby="versions-title">
            <h2 id="versions-title">{format!("Corrected: version {}", after.version())}</h2>
            <p class="story" dir="auto">
                {after.what_changed().to_owned()}
            </p>
            <Versions before=texts(&before) after=texts(&after) />
        </section>
        <details class="case-report" id="before">
            <summary>{format!("Version {}, as the desk had it", before.version())}</summary>
            <ReportSheet report=before />
        </details>
    })
}

/// All that a desk reads in a report.
fn texts(report: &Report) -> String {
    let items = report.items.iter().map(|item| item.text.as_str());
    let texts: Vec<&str> = [report.title.as_str()]
        .into_iter()
        .chain(items)
        .chain([report.provenance.as_str()])
        .collect();
    texts.join("\n\n")
}

fn goes_on(console: Console, place: Place) -> impl IntoView {
    view! {
        <p class="strip" id="goes-on" role="note">
            <span>
                "A correction took the place of this report. Work goes on in "
                <a href=place.to_string() on:click=console.follow(place)>
                    "the case of the correction"
                </a> "."
            </span>
        </p>
    }
}

fn correction(console: Console, place: Place, day: &str) -> impl IntoView + use<> {
    let words = format!(
        "The server says that triage sent a correction of this report on {day}. Read it, and take it on: what your \
         desk planned and wrote goes on with it."
    );
    view! {
        <div class="strip strip-bad" id="corrected" role="note">
            <p>{words}</p>
            <a
                class="btn btn-main"
                id="to-the-correction"
                href=place.to_string()
                on:click=console.follow(place)
            >
                "Read the correction"
            </a>
        </div>
    }
}

fn by_notice(recalled: Recalled, given: &[Given]) -> impl IntoView + use<> {
    let Recalled {
        reason, by, read, ..
    } = recalled;
    view! {
        <div class="strip strip-bad" id="recalled" role="note">
            <div class="said">
                <p>
                    <b>{format!("Taken back by {} of triage, {}: ", by.name, day::long(by.day))}</b>
                    <bdi>{reason}</bdi>
                </p>
                <p>
                    "Nothing new is begun with it. Destroy printed and saved copies, settle what is open, and write \
                     into the notes what your desk did with it. "
                    <span class="muted">
                        {format!("Opened here first by {}, {}.", read.name, day::long(read.day))}
                    </span>
                </p>
                {tell_them(given)}
            </div>
        </div>
    }
}

/// To whom the desk gave the report: nobody else can tell them.
fn tell_them(given: &[Given]) -> Option<impl IntoView + use<>> {
    let line = |one: &Given| {
        let (recipient, on) = (one.errand.recipient.clone(), day::long(one.by.day));
        view! {
            <li>
                <bdi>{recipient}</bdi>
                {format!(", given by {}, {on}", one.by.name)}
            </li>
        }
    };
    let lines = given.iter().map(line).collect_view();
    (!given.is_empty()).then(|| {
        view! {
            <p id="tell-them">
                <b>"Your desk gave it away. Tell them, and ask them to destroy it:"</b>
            </p>
            <ul>{lines}</ul>
        }
    })
}

/// What was taken back and stands again: who, when and why.
fn put_back(undone: &[Undone]) -> impl IntoView + use<> {
    let line = |one: &Undone| {
        let by = &one.by;
        let head = format!("Put back by {} of triage, {}: ", by.name, day::long(by.day));
        let before = one.recalled.as_ref().map(|recalled| {
            let (by, reason) = (&recalled.by, recalled.reason.clone());
            let head = format!(
                "It had been taken back by {}, {}: ",
                by.name,
                day::long(by.day)
            );
            view! {
                <p class="muted">
                    {head} <bdi>{reason}</bdi>
                </p>
            }
        });
        view! {
            <p>
                <b>{head}</b>
                <bdi>{one.reason.clone()}</bdi>
            </p>
            {before}
        }
    };
    view! {
        <div class="strip" id="put-back" role="note">
            <div class="said">
                {undone.iter().map(line).collect_view()} <p>"Work on it goes on."</p>
            </div>
        </div>
    }
}

fn by_server_restored() -> impl IntoView {
    view! {
        <p class="strip strip-bad" id="said-restored" role="note">
            "The server says that the report stands again. No notice signed by another officer of triage was found \
             that says so. Ask triage."
        </p>
    }
}

fn by_server(day: &str) -> impl IntoView + use<> {
    let words = format!(
        "The server says that triage took this report back on {day}. No notice signed by an officer of triage \
         was found that says so. Ask triage before you do anything more about it."
    );
    view! {
        <p class="strip strip-bad" id="said-recalled" role="note">
            {words}
        </p>
    }
}
