//! The ways out of the bench besides a report: put back, hand over, close. Rare and grave, so behind
//! one more click.

use domain::work::{CloseReason, ReportField, WorkProblem};
use domain::{OfficerId, RecordId};
use leptos::html;
use leptos::prelude::*;

use crate::console::{Console, KEEPER, use_console};
use crate::parts::{AskFirst, Erase, Line, SayWhy, error_of};
use crate::words::closing;

/// The ways out.
#[component]
pub(crate) fn WaysOut(
    record: RecordId,
    /// Whether what was sent is being corrected.
    corrects: bool,
) -> impl IntoView {
    let console = use_console();
    let put_back = Callback::new(move |()| console.act(console.put_back(record)));
    let leave = Callback::new(move |()| console.act(console.leave_correction(record)));
    let details = NodeRef::<html::Details>::new();
    // What must be said first stands in the form, which this would cover.
    Effect::new(move |_| {
        let elsewhere = |one: &WorkProblem| one.field != ReportField::CloseNote;
        if console.bench.problems.with(|all| all.iter().any(elsewhere))
            && let Some(details) = details.get_untracked()
        {
            let _ = details.remove_attribute("open");
        }
    });
    view! {
        <details class="more" node_ref=details>
            <summary class="btn" id="ways-out">
                "Other ways out"
            </summary>
            <div class="more-body">
                {if corrects {
                    view! {
                        <AskFirst
                            label="Leave it as it was sent"
                            question="Its desks keep what they have. What you wrote stays here for another correction."
                            yes="Leave it"
                            no="Go on correcting"
                            on_yes=leave
                        />
                    }
                        .into_any()
                } else {
                    view! {
                        <AskFirst
                            label="Put back into the intake"
                            question="Accepted by mistake? The tip waits in the intake again, and what you wrote is gone."
                            yes="Put it back"
                            no="Keep it here"
                            grave=true
                            on_yes=put_back
                        />
                    }
                        .into_any()
                }}
                <HandOver record=record />
                {(!corrects)
                    .then(|| {
                        view! {
                            <Close record=record />
                            <Erase desk=KEEPER record=record />
                        }
                    })}
            </div>
        </details>
    }
}

#[component]
fn HandOver(record: RecordId) -> impl IntoView {
    let console = use_console();
    let to = RwSignal::new(None::<OfficerId>);
    let hand = Callback::new(move |reason| {
        if let Some(to) = to.get_untracked() {
            console.act(console.hand_over(record, to, reason));
        }
    });
    view! {
        <SayWhy
            id="hand-over-why"
            label="Hand to a colleague"
            question="Why is it handed over?"
            yes="Hand it over"
            ready=Signal::derive(move || to.get().is_some())
            on_yes=hand
        >
            {colleagues(console, to)}
        </SayWhy>
    }
}

fn colleagues(console: Console, to: RwSignal<Option<OfficerId>>) -> impl IntoView {
    let choose = move |event| to.set(event_target_value(&event).parse().ok());
    let options = move || {
        let me = console.me.with(|me| me.as_ref().map(|me| me.officer));
        let all = console.colleagues.get().into_iter();
        let others = all.filter(move |one| Some(one.officer) != me);
        let options = others.map(|one| {
            let id = one.officer;
            view! {
                <option value=id.to_string() prop:selected=move || to.get() == Some(id)>
                    {format!("{} ({})", one.name, one.role.label())}
                </option>
            }
        });
        options.collect_view()
    };
    view! {
        <div class="field">
            <label for="hand-over-to">"To whom?"</label>
            <select id="hand-over-to" on:change=choose>
                <option value="" prop:selected=move || to.get().is_none()>
                    "Choose a colleague"
                </option>
                {options}
            </select>
        </div>
    }
}

#[component]
fn Close(record: RecordId) -> impl IntoView {
    let console = use_console();
    let open = RwSignal::new(false);
    let reason = RwSignal::new(None::<CloseReason>);
    let note = RwSignal::new(String::new());
    let body = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(body) = body.get()
            && let Ok(Some(first)) = body.query_selector("input")
        {
            let _ = wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(first).focus();
        }
    });
    let error = Signal::derive(move || error_of(console.bench.problems, "close-note"));
    let does = move |_| {
        if let Some(reason) = reason.get_untracked() {
            console.act(console.close(record, reason, note.get_untracked()));
        }
    };
    let closed = move || {
        view! {
            <button type="button" class="btn" id="close" on:click=move |_| open.set(true)>
                "Close without a report"
            </button>
        }
    };
    view! {
        <Show when=move || open.get() fallback=closed>
            <div class="ask say-why" role="group" aria-label="Close without a report" node_ref=body>
                <fieldset class="reasons">
                    <legend>"Close without a report, because it is"</legend>
                    {CloseReason::ALL.map(|one| choice(reason, one)).collect_view()}
                </fieldset>
                <Line
                    id="close-note"
                    label="Note"
                    hint="Which force, which other tip, or what you know. Kept with the record."
                    value=note
                    error=error
                    on_write=Callback::new(move |text| note.set(text))
                />
                <button
                    type="button"
                    class="btn btn-main"
                    id="close-it"
                    disabled=move || reason.get().is_none()
                    on:click=does
                >
                    "Close it"
                </button>
                <button type="button" class="btn" on:click=move |_| open.set(false)>
                    "Keep it open"
                </button>
            </div>
        </Show>
    }
}

fn choice(chosen: RwSignal<Option<CloseReason>>, reason: CloseReason) -> impl IntoView {
    let (label, hint) = closing::choice(reason);
    view! {
        <label class="check">
            <input
                type="radio"
                name="close-reason"
                id=closing::id(reason)
                prop:checked=move || chosen.get() == Some(reason)
                on:change=move |_| chosen.set(Some(reason))
            />
            <span>
                {label} <span class="because">{hint}</span>
            </span>
        </label>
    }
}
