//! Small signs: priority, danger, age, categories. Always words and shape, never colour alone.

use domain::answers::{Area, Danger};
use domain::work::{Since, ThreatState};
use domain::{Category, Priority, Standing};
use leptos::prelude::*;

use crate::console::use_console;
use crate::words::{age, answers as words};

/// A priority: filled for P1, half for P2, outlined for P3.
#[component]
pub(crate) fn PriorityTag(priority: Option<Priority>) -> impl IntoView {
    let (class, text) = match priority {
        Some(Priority::P1) => ("prio prio-1", "P1"),
        Some(Priority::P2) => ("prio prio-2", "P2"),
        Some(Priority::P3) => ("prio prio-3", "P3"),
        None => ("prio prio-none", "Not graded"),
    };
    let title = priority.map(Priority::label);
    view! { <span class=class title=title>{text}</span> }
}

/// The reporter says somebody is in danger.
#[component]
pub(crate) fn DangerFlag(danger: Danger) -> impl IntoView {
    words::danger_flag(danger).map(|text| view! { <span class="danger-flag">{text}</span> })
}

/// How far a threat to life has come.
#[component]
pub(crate) fn ThreatFlag(threat: Option<ThreatState>) -> impl IntoView {
    let (class, text) = match threat? {
        ThreatState::Undecided => ("danger-flag", "Threat to life? Not decided"),
        ThreatState::Open => ("danger-flag", "Threat to life: tell the control room"),
        ThreatState::Recorded => ("chip", "Threat to life: control room has it"),
    };
    Some(view! { <span class=class>{text}</span> })
}

/// How long it has waited, and what its clock says, in words and colour.
#[component]
pub(crate) fn Age(since: Since, #[prop(into)] priority: Signal<Priority>) -> impl IntoView {
    let console = use_console();
    let clock = move || console.clock(priority.get(), since);
    view! {
        <span class=move || clock().class()>
            {move || age::waits(since, console.now.get())}
            <span class="age-word">{move || clock().words()}</span>
        </span>
    }
}

/// Categories and areas as chips.
#[component]
pub(crate) fn Chips(about: Vec<Category>, areas: Vec<Area>) -> impl IntoView {
    let about = about.into_iter().map(|category| {
        view! { <span class="chip">{category.label()}</span> }
    });
    let areas = areas.into_iter().map(|area| {
        view! { <span class="chip chip-area">{words::area(area)}</span> }
    });
    view! { <span class="chips">{about.collect_view()} {areas.collect_view()}</span> }
}

/// Says so if whoever signed has left: the day of it is their own word.
pub(crate) fn by_former(standing: Standing) -> Option<impl IntoView> {
    let text = match standing {
        Standing::Serving => None,
        Standing::Former => Some(
            "Signed by somebody who has left triage. It counts by the day they wrote in it themselves.",
        ),
        Standing::FormerDatedBack => Some(
            "Signed by somebody who has left triage, with a day before that of older work. Either a clock \
             was wrong, or they wrote it after they left: check it before you act on it.",
        ),
    };
    text.map(|text| view! { <p class="strip" role="note">{text}</p> })
}

/// What to do about a threat to life, before anything else.
pub(crate) fn control_room() -> impl IntoView {
    view! {
        <div class="control-room" role="note">
            <p class="control-room-title">"Threat to life: tell the Force Control Room now"</p>
            <p>
                "Ring them by your normal channels, not by this system. Then record who was told, when, "
                "the incident number and who acknowledged it: until then the tip is neither closed nor sent."
            </p>
        </div>
    }
}
