//! A report as its desk reads it: marking at head and foot, handling first, grades in words.

use domain::grade::{Grade, Handling};
use domain::report::{Report, ReportItem};
use leptos::prelude::*;

use super::tags::PriorityTag;
use crate::words::{cases, day, sanitise};

/// The sheet, for the screen and for print.
#[component]
pub(crate) fn ReportSheet(
    report: Report,
    /// What was reported: before it is sent, words that point to the source are marked.
    #[prop(optional_no_strip)]
    original: Option<String>,
) -> impl IntoView {
    let original = original.as_deref();
    let marking = report.marking.label();
    let items = (1..).zip(report.items.iter());
    let items = items
        .map(|(number, item)| numbered(number, item, original))
        .collect_view();
    view! {
        <article class="sheet" aria-label="Report">
            <p class="marking">{marking}</p>
            {corrects(&report)}
            {for_information(&report)}
            {handling(&strictest(&report))}
            <header class="sheet-head">
                <p class="sheet-line">
                    <PriorityTag priority=Some(report.priority) />
                    <span class="chip">{report.category.label()}</span>
                    <span class="grade-code">{report.grade.to_string()}</span>
                </p>
                <h3>{marked(&report.title, original)}</h3>
            </header>
            <ol class="items">{items}</ol>
            <section>
                <h4>"Provenance"</h4>
                <p class="sheet-text" dir="auto">{marked(&report.provenance, original)}</p>
                {grade_words(&report.grade)}
            </section>
            <dl class="summary">{facts(&report)}</dl>
            <p class="marking marking-foot">{marking}</p>
        </article>
    }
}

/// Says so if it is a later version, and what is different.
fn corrects(report: &Report) -> Option<impl IntoView + use<>> {
    let correction = report.correction.clone()?;
    let title = format!("Version {} of this report. ", correction.version);
    Some(view! {
        <p class="strip corrects" role="note">
            <b>{title}</b>
            <bdi>{correction.what_changed}</bdi>
        </p>
    })
}

/// Says so if the desk is only to know of it, and who acts.
pub(crate) fn for_information(report: &Report) -> Option<impl IntoView + use<>> {
    let words = cases::for_information(report)?;
    Some(view! {
        <p class="strip" role="note">
            {words}
        </p>
    })
}

/// The handling that binds the whole: conditions anywhere in the report come first.
fn strictest(report: &Report) -> Vec<Handling> {
    let grades = std::iter::once(&report.grade).chain(report.items.iter().map(|item| &item.grade));
    let mut all: Vec<Handling> = Vec::new();
    for grade in grades {
        let conditional = matches!(grade.handling, Handling::Conditional { .. });
        if conditional && !all.contains(&grade.handling) {
            all.push(grade.handling.clone());
        }
    }
    all
}

fn handling(conditions: &[Handling]) -> AnyView {
    if conditions.is_empty() {
        return view! {
            <p class="handling handling-p">
                <b>"P"</b>
                "Lawful sharing permitted"
            </p>
        }
        .into_any();
    }
    let bands = conditions.iter().filter_map(|handling| match handling {
        Handling::Permitted => None,
        Handling::Conditional {
            action,
            sanitisation,
            conditions,
        } => Some(view! {
            <div class="handling handling-c">
                <b>"C"</b>
                <div>
                    <p class="handling-title">"Lawful sharing permitted with conditions"</p>
                    <p class="handling-words" dir="auto">{conditions.as_str().to_owned()}</p>
                    <ul>
                        <li>{action.words()}</li>
                        <li>{sanitisation.words()}</li>
                    </ul>
                </div>
            </div>
        }),
    });
    bands.collect_view().into_any()
}

/// A text, with marks where it points to the source if the original is there to compare it with.
fn marked(text: &str, original: Option<&str>) -> AnyView {
    let Some(original) = original else {
        return text.to_owned().into_any();
    };
    let pieces = sanitise::pieces(text, original).into_iter().map(|piece| {
        if piece.clues.is_empty() {
            return piece.text.into_any();
        }
        let signs: Vec<&str> = piece.clues.into_iter().map(sanitise::sign).collect();
        view! {
            <mark>
                {piece.text} <span class="mark-sign">" [" {signs.join(", ")} "]"</span>
            </mark>
        }
        .into_any()
    });
    pieces.collect_view().into_any()
}

fn numbered(number: usize, item: &ReportItem, original: Option<&str>) -> impl IntoView + use<> {
    view! {
        <li class="item-read">
            <span class="item-number">{number}</span>
            <div>
                <p class="sheet-text" dir="auto">{marked(&item.text, original)}</p>
                {grade_words(&item.grade)}
            </div>
        </li>
    }
}

fn grade_words(grade: &Grade) -> impl IntoView + use<> {
    view! {
        <p class="grade-words">
            <span class="grade-code">{grade.to_string()}</span>
            {format!(
                "{} · {} · {}",
                grade.source.words(),
                grade.assessment.words(),
                grade.handling.words(),
            )}
        </p>
    }
}

fn facts(report: &Report) -> impl IntoView + use<> {
    let row = |name: &'static str, value: String| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let pii = if report.pii_considered {
        "Considered"
    } else {
        "Not considered"
    };
    vec![
        row("Reference", report.reference.clone()),
        row("For", cases::made_out_to(report)),
        row(
            "Priority",
            format!("{}: {}", report.priority, report.priority.label()),
        ),
        row("Made", day::long(report.created)),
        row(
            "Intelligence from",
            report
                .intelligence_day
                .map_or("Day not known".into(), day::long),
        ),
        row("Shared for", report.purpose.clone()),
        row("Public interest immunity", pii.into()),
        row("Review by", day::long(report.review)),
    ]
}
