//! What came of a case.

use domain::Day;
use domain::case::{Agency, Deed, FourP, Outcome, Phase};
use leptos::prelude::*;

use super::actions::{phases, reminder};
use super::{condition, with};
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{Line, Select, table};
use crate::words::day;

/// The outcomes, and the form for another.
#[component]
pub(super) fn Outcomes(open: Memo<bool>) -> impl IntoView {
    let console = use_console();
    view! {
        <section class="form-part" aria-labelledby="outcomes-title">
            <h2 id="outcomes-title">"Outcomes"</h2>
            {move || listed(console)}
            <Show when=move || open.get()>
                <Log />
            </Show>
        </section>
    }
}

fn listed(console: Console) -> AnyView {
    let outcomes = with(console, |case| case.case.outcomes.clone());
    if outcomes.is_empty() {
        return view! { <p class="muted">"Nothing came of it yet."</p> }.into_any();
    }
    let rows = outcomes.into_iter().rev().map(|one| {
        view! {
            <tr>
                <th scope="row">{one.outcome.label()}</th>
                <td>{one.p.label()}</td>
                <td>{one.agency.label()}</td>
                <td>{one.phase.map_or("—", Phase::label)}</td>
                <td>{day::long(one.day)}</td>
                <td class="muted">{one.logged.name}</td>
            </tr>
        }
        .into_any()
    });
    let heads = ["Outcome", "P", "Agency", "Phase", "Day", "Logged by"];
    table(&heads, rows.collect()).into_any()
}

/// The form for another outcome.
#[component]
fn Log() -> impl IntoView {
    let console = use_console();
    let what = RwSignal::new(Outcome::NoFurtherAction.code().to_owned());
    let p = RwSignal::new(FourP::Pursue.code().to_owned());
    let agency = RwSignal::new(Agency::Police.code().to_owned());
    let phase = RwSignal::new(String::new());
    let on = RwSignal::new(browser::today().to_string());
    let log = move |_| {
        let (Some(outcome), Some(p), Some(agency)) = (
            what.with_untracked(|code| Outcome::from_code(code)),
            p.with_untracked(|code| FourP::from_code(code)),
            agency.with_untracked(|code| Agency::from_code(code)),
        ) else {
            return;
        };
        let day = on.with_untracked(|text| text.parse::<Day>().ok());
        let deed = Deed::Log {
            outcome,
            p,
            agency,
            phase: phase.with_untracked(|code| Phase::from_code(code)),
            day: day.unwrap_or_else(browser::today),
        };
        console.on_case(deed, || browser::focus_soon("outcome-what"));
    };
    view! {
        <form class="case-form no-print" on:submit=|event| event.prevent_default()>
            {move || condition(console).map(reminder)}
            <div class="case-row">
                <Select
                    id="outcome-what"
                    label="Log an outcome"
                    options=Outcome::ALL.iter().map(|one| (one.code(), one.label())).collect()
                    value=what
                />
                <Select
                    id="outcome-p"
                    label="Which P"
                    options=FourP::ALL.iter().map(|one| (one.code(), one.label())).collect()
                    value=p
                />
                <Select
                    id="outcome-agency"
                    label="Agency"
                    options=Agency::ALL.iter().map(|one| (one.code(), one.label())).collect()
                    value=agency
                />
                <Line
                    id="outcome-day"
                    label="Day"
                    kind="date"
                    value=on
                    on_write=Callback::new(move |value| on.set(value))
                />
                <Select id="outcome-phase" label="Clear, Hold, Build" options=phases() value=phase />
            </div>
            <button type="submit" class="btn btn-main" on:click=log>
                "Log outcome"
            </button>
        </form>
    }
}
