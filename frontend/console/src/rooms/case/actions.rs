//! What is to be done about a case, by whom and by when.

use domain::Day;
use domain::case::{Action, ActionState, Agency, Deed, FourP, Phase};
use leptos::prelude::*;

use super::{condition, with};
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{Line, Select, table};
use crate::words::{cases, day};

/// Days an action has if nobody says otherwise: until after the next meeting of most groups.
const USUAL_DAYS: i32 = 14;

/// The codes of the phases, and none.
pub(super) fn phases() -> Vec<(&'static str, &'static str)> {
    let phases = Phase::ALL.iter().map(|one| (one.code(), one.label()));
    std::iter::once(("", "Not a hotspot"))
        .chain(phases)
        .collect()
}

/// The actions, and the form for another.
#[component]
pub(super) fn Actions(
    /// Whether what was begun can be ended.
    open: Memo<bool>,
    /// Whether anything can be begun.
    begins: Memo<bool>,
) -> impl IntoView {
    let console = use_console();
    let acts = Memo::new(move |_| with(console, |case| case.case.may_act(&case.received.report)));
    let settles = move || match (acts.get() && open.get(), begins.get()) {
        (false, _) => Settles::Nothing,
        (true, false) => Settles::Ends,
        (true, true) => Settles::Both,
    };
    view! {
        <section class="form-part" aria-labelledby="actions-title">
            <h2 id="actions-title">"Actions"</h2>
            {move || listed(console, settles())}
            <Show when=move || { acts.get() && begins.get() }>
                <Plan />
            </Show>
        </section>
    }
}

/// What can be said of how far an action is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Settles {
    Nothing,
    /// That it is done or dropped.
    Ends,
    /// Also that it is not done after all.
    Both,
}

fn listed(console: Console, may: Settles) -> AnyView {
    let actions = with(console, |case| case.case.actions.clone());
    if actions.is_empty() {
        return view! { <p class="muted">"Nothing is planned yet."</p> }.into_any();
    }
    let mut numbered: Vec<(usize, Action)> = actions.into_iter().enumerate().collect();
    numbered.sort_by_key(|(number, action)| {
        let settled = action.state != ActionState::Open;
        (settled, action.due.is_none(), action.due, *number)
    });
    let rows = numbered
        .into_iter()
        .map(|(number, action)| row(console, number, action, may).into_any());
    let heads = ["Action", "P", "Owner", "Phase", "Due", "How far"];
    table(&heads, rows.collect()).into_any()
}

fn row(console: Console, number: usize, action: Action, may: Settles) -> impl IntoView {
    let due = match action.state {
        ActionState::Open => {
            let (class, words) = cases::due(action.due, browser::today());
            view! { <span class=class>{words}</span> }.into_any()
        }
        ActionState::Done | ActionState::Dropped => {
            action.due.map(day::long).unwrap_or_default().into_any()
        }
    };
    view! {
        <tr>
            <th scope="row" dir="auto">
                {action.what.clone()}
            </th>
            <td>{action.p.label()}</td>
            <td>{action.owner.label()}</td>
            <td>{action.phase.map_or("—", Phase::label)}</td>
            <td>{due}</td>
            <td>{how_far(console, number, &action, may)}</td>
        </tr>
    }
}

fn how_far(console: Console, number: usize, action: &Action, may: Settles) -> AnyView {
    let settle = move |state| {
        let action = number;
        console.on_case(Deed::Settle { action, state }, || ());
    };
    let button = move |state, words: &'static str, what: String| {
        view! {
            <button
                type="button"
                class="btn btn-small no-print"
                aria-label=format!("{words}: {what}")
                on:click=move |_| settle(state)
            >
                {words}
            </button>
        }
    };
    let what = action.what.clone();
    match (action.state, &action.settled) {
        (ActionState::Open, _) if may != Settles::Nothing => view! {
            <span class="tools">
                {button(ActionState::Done, "Done", what.clone())}
                {button(ActionState::Dropped, "Drop", what)}
            </span>
        }
        .into_any(),
        (ActionState::Open, _) => "To do".into_any(),
        (state, hand) => {
            let class = if state == ActionState::Done {
                "state state-done"
            } else {
                "state"
            };
            let by = hand.as_ref().map(|hand| {
                let on = day::near(hand.day, browser::today());
                format!("{}, {on}", hand.name)
            });
            view! {
                <span class=class>{state.label()}</span>
                <span class="muted">" " {by} " "</span>
                {(may == Settles::Both).then(|| button(ActionState::Open, "Not done after all", what))}
            }
            .into_any()
        }
    }
}

/// The form for another action.
#[component]
fn Plan() -> impl IntoView {
    let console = use_console();
    let usual = browser::today().plus(USUAL_DAYS).to_string();
    let (what, due) = (RwSignal::new(String::new()), RwSignal::new(usual));
    let p = RwSignal::new(FourP::Pursue.code().to_owned());
    let owner = RwSignal::new(Agency::Police.code().to_owned());
    let phase = RwSignal::new(String::new());
    let plan = move |_| {
        let (Some(p), Some(owner)) = (
            p.with_untracked(|code| FourP::from_code(code)),
            owner.with_untracked(|code| Agency::from_code(code)),
        ) else {
            return;
        };
        let deed = Deed::Plan {
            p,
            what: what.get_untracked(),
            owner,
            due: due.with_untracked(|text| text.parse::<Day>().ok()),
            phase: phase.with_untracked(|code| Phase::from_code(code)),
        };
        console.on_case(deed, move || {
            what.set(String::new());
            browser::focus_soon("action-what");
        });
    };
    view! {
        <form class="case-form no-print" on:submit=|event| event.prevent_default()>
            {move || condition(console).map(reminder)}
            <Line
                id="action-what"
                label="Plan an action"
                hint="One line: what is to be done. (Shortcut: p)"
                value=what
                on_write=Callback::new(move |value| what.set(value))
            />
            <div class="case-row">
                <Select
                    id="action-p"
                    label="Which P"
                    options=FourP::ALL.iter().map(|one| (one.code(), one.label())).collect()
                    value=p
                />
                <Select
                    id="action-owner"
                    label="Owner"
                    options=Agency::ALL.iter().map(|one| (one.code(), one.label())).collect()
                    value=owner
                />
                <Line
                    id="action-due"
                    label="Due"
                    kind="date"
                    value=due
                    on_write=Callback::new(move |value| due.set(value))
                />
                <Select id="action-phase" label="Clear, Hold, Build" options=phases() value=phase />
            </div>
            <button type="submit" class="btn btn-main" on:click=plan>
                "Add action"
            </button>
        </form>
    }
}

/// The condition once more, where something is about to be done.
pub(super) fn reminder(words: &'static str) -> impl IntoView {
    view! { <p class="hint condition-hint">{words}</p> }
}
