//! Which desks the report goes to: what the answers suggest first, with the reason.

use domain::Desk;
use domain::answers::Answers;
use leptos::prelude::*;
use pole::Suggested;

use super::form::Sheet;

/// The choice of desks.
#[component]
pub(crate) fn Desks(
    sheet: Sheet,
    suggested: Vec<Suggested<Desk>>,
    answers: Option<Answers>,
) -> impl IntoView {
    let is_placed = suggested
        .iter()
        .any(|one| matches!(one.value, Desk::Bronze(_)));
    let advice = answers.as_ref().filter(|_| !is_placed);
    let advice = advice.and_then(pole::area_advice);
    let others: Vec<Desk> = Desk::all()
        .into_iter()
        .filter(|desk| desk.receives_reports())
        .filter(|desk| suggested.iter().all(|one| one.value != *desk))
        .collect();
    let error = sheet.error("desks");
    let first = suggested
        .into_iter()
        .map(|one| choice(sheet, one.value, Some(one)));
    let rest = others.into_iter().map(|desk| choice(sheet, desk, None));
    view! {
        <fieldset class="desks" class:field-wrong=move || error.with(Option::is_some)>
            <legend id="desks" tabindex="-1">"Route to"</legend>
            {advice.map(|advice| view! { <p class="suggest">{advice}</p> })}
            <p class="error">{move || error.get()}</p>
            <div class="desks-first">{first.collect_view()}</div>
            <div class="desks-rest">{rest.collect_view()}</div>
        </fieldset>
    }
}

fn choice(sheet: Sheet, desk: Desk, suggested: Option<Suggested<Desk>>) -> impl IntoView {
    let check = suggested.as_ref().is_some_and(|one| one.needs_check);
    let because = suggested.map(|one| one.because);
    let chosen = sheet.read(move |work| work.desks.contains(&desk));
    let empty = move || {
        let me = sheet.console.me;
        me.with(|me| me.as_ref().is_some_and(|me| me.unstaffed.contains(&desk)))
    };
    let take = move |event| {
        let on = event_target_checked(&event);
        sheet.console.edit(|work| work.send_to(desk, on));
    };
    view! {
        <div class="desk" class:desk-on=move || chosen.get()>
        <label class="check">
            <input
                type="checkbox"
                name="desk"
                value=desk.to_string()
                prop:checked=move || chosen.get()
                disabled=move || sheet.locked.get()
                on:change=take
            />
            <span>
                {desk.label()}
                {check.then(|| view! { <span class="chip chip-warn">"Check"</span> })}
                {because.map(|because| view! { <span class="because">{because}</span> })}
                <Show when=empty>
                    <span class="chip chip-warn">"Nobody has signed up at this desk yet"</span>
                </Show>
            </span>
        </label>
            <Show when=move || chosen.get()>
                <Part sheet=sheet desk=desk />
            </Show>
        </div>
    }
}

/// Whether a chosen desk is to act on the report, or only to know of it.
#[component]
fn Part(sheet: Sheet, desk: Desk) -> impl IntoView {
    let informed = sheet.read(move |work| work.informs(desk));
    let part = |words: &'static str, only: bool| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name=format!("part-{desk}")
                    value=if only { "information" } else { "act" }
                    prop:checked=move || informed.get() == only
                    disabled=move || sheet.locked.get()
                    on:change=move |_| sheet.console.edit(|work| work.inform(desk, only))
                />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="desk-part">
            <legend class="unseen">{format!("What {} is to do", desk.label())}</legend>
            {part("To act on", false)}
            {part("For information", true)}
        </fieldset>
    }
}
