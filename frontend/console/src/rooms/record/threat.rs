//! A threat to life: whether there is one, and that the Force Control Room has it.

use domain::work::{Threat, Work};
use domain::{Minute, Priority};
use leptos::prelude::*;

use super::form::Sheet;
use crate::browser;
use crate::parts::{Line, control_room};

/// The part of the form; nothing while nobody spoke of danger and it is not urgent.
#[component]
pub(crate) fn ThreatPart(sheet: Sheet, suggested: Option<String>) -> impl IntoView {
    let asked = sheet.read(|work| {
        let urgent = work.priority == Some(Priority::P1);
        work.threat.is_some() || urgent
    });
    let open = RwSignal::new(false);
    let shown = move || asked.get() || open.get();
    let raise = move |_| {
        open.set(true);
        browser::focus_soon("threat");
    };
    let quiet = move || {
        view! {
            <button
                type="button"
                class="btn btn-link-like"
                id="raise-threat"
                disabled=move || sheet.locked.get()
                on:click=raise
            >
                "There is a threat to life"
            </button>
        }
    };
    view! {
        <Show when=shown fallback=quiet>
            {fields(sheet, suggested.clone())}
        </Show>
    }
}

fn fields(sheet: Sheet, suggested: Option<String>) -> impl IntoView {
    let error = sheet.error("threat");
    let is_one = sheet.read(|work| work.threat.as_ref().and_then(|threat| threat.is_one));
    view! {
        <fieldset class="segs threat" class:field-wrong=move || error.with(Option::is_some)>
            <legend>"Is there a threat to life?"</legend>
            {suggested
                .map(|because| {
                    view! {
                        <p class="suggest">
                            <b>"Suggested yes: "</b>
                            {because}
                        </p>
                    }
                })}
            <p class="error">{move || error.get()}</p>
            <div class="segs-row">
                {choice(sheet, "threat", true, "Yes")} {choice(sheet, "threat-no", false, "No")}
            </div>
            <Show when=move || is_one.get() == Some(true)>{record(sheet)}</Show>
        </fieldset>
    }
}

fn choice(sheet: Sheet, id: &'static str, yes: bool, words: &'static str) -> impl IntoView {
    let is_one = sheet.read(|work| work.threat.as_ref().and_then(|threat| threat.is_one));
    let taken = move || is_one.get() == Some(yes);
    view! {
        <label class="seg seg-small" class:seg-on=taken>
            <input
                type="radio"
                name="threat"
                id=id
                prop:checked=taken
                disabled=move || sheet.locked.get()
                on:change=move |_| change(sheet, |threat| threat.is_one = Some(yes))
            />
            <span>{words}</span>
        </label>
    }
}

fn record(sheet: Sheet) -> impl IntoView {
    let at = sheet.read(|work| {
        let at = work.threat.as_ref().and_then(|threat| threat.at);
        at.map(browser::local_text).unwrap_or_default()
    });
    let set_at = Callback::new(move |text: String| {
        change(sheet, |threat| threat.at = browser::local_minute(&text));
    });
    let now = move |_| {
        let now: Minute = browser::now().minute();
        change(sheet, |threat| threat.at = Some(now));
    };
    view! {
        {control_room()}
        <div class="pair">
            {line(sheet, "threat-told", "Who was told", |threat| &mut threat.told)}
            <div class="with-now">
                <Line
                    id="threat-at"
                    label="When"
                    kind="datetime-local"
                    value=at
                    error=sheet.error("threat-at")
                    locked=sheet.locked
                    on_write=set_at
                />
                <button
                    type="button"
                    class="btn btn-small"
                    id="threat-now"
                    disabled=move || sheet.locked.get()
                    on:click=now
                >
                    "Now"
                </button>
            </div>
        </div>
        <div class="pair">
            {line(sheet, "threat-incident", "Incident number", |threat| &mut threat.incident)}
            {line(sheet, "threat-by", "Acknowledged by", |threat| &mut threat.acknowledged_by)}
        </div>
    }
}

fn line(
    sheet: Sheet,
    id: &'static str,
    label: &'static str,
    of: impl Fn(&mut Threat) -> &mut String + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let value = sheet.read(move |work: &Work| {
        let threat = work.threat.clone();
        threat
            .map(|mut threat| std::mem::take(of(&mut threat)))
            .unwrap_or_default()
    });
    let write = Callback::new(move |text: String| change(sheet, |threat| *of(threat) = text));
    view! {
        <Line id=id label=label value=value error=sheet.error(id) locked=sheet.locked on_write=write />
    }
}

fn change(sheet: Sheet, change: impl FnOnce(&mut Threat)) {
    sheet
        .console
        .edit(|work| change(work.threat.get_or_insert_default()));
}
