//! One page of the form: one thing asked.

use domain::question::{Condition, Field, Kind, Question, Thing};
use leptos::prelude::*;

use super::choices::{Legend, choices};
use super::files::files;
use super::other_ways::{call_link, short_list};
use super::strings::choice_id;
use super::text::{line_label, text};
use super::things::things;
use super::{Entries, Sheet};
use crate::helplines;

/// Draws one question.
pub(crate) fn question(sheet: &Sheet<'_>, question: &Question, entries: &Entries) -> AnyView {
    let condition = question.only_if.map(|condition| controls(&condition));
    let content = match (question.thing(), question.fields) {
        _ if question.id == "files" => files(sheet),
        (Some(thing), _) => several_things(sheet, question, thing, entries),
        (None, [field]) => only_field(sheet, question.id, *field, entries),
        (None, several) => several_fields(sheet, question.id, several, entries),
    };
    view! {
        <section class="step" id=format!("q-{}", question.id) data-if=condition>
            {content} {after(sheet, question.id)}
            <button type="button" class="button" data-next="" hidden>
                {sheet.say("continue")}
            </button>
        </section>
    }
    .into_any()
}

/// The ids of the choices that call for a question.
fn controls(condition: &Condition) -> String {
    let Condition { field, any_of } = condition;
    let ids: Vec<_> = any_of
        .iter()
        .map(|value| choice_id(*field, value))
        .collect();
    ids.join(" ")
}

/// The field is the question: its legend or label is the heading.
fn only_field(sheet: &Sheet<'_>, id: &'static str, field: Field, entries: &Entries) -> AnyView {
    let title = sheet.say(&format!("question-{id}"));
    let optional = optional(sheet, field);
    if id == "emergency" {
        let before = emergency(sheet, title);
        let line = sheet.say("emergency-label");
        let legend = Legend::Line(view! { {line} {optional} }.into_any());
        let fields = choices(sheet, field, legend, None, entries);
        return view! { {before} {fields} }.into_any();
    }
    match field.kind() {
        Kind::OneOf(_) | Kind::SeveralOf(_) => {
            let heading = view! { <h2 tabindex="-1">{title} {optional}</h2> }.into_any();
            choices(sheet, field, Legend::Heading(heading), None, entries)
        }
        Kind::LongText { .. } | Kind::ShortText { .. } => {
            let label = view! {
                <h2 tabindex="-1">
                    <label for=field.name()>{title} {optional}</label>
                </h2>
            };
            text(
                sheet,
                field,
                label.into_any(),
                careful(sheet, field),
                entries,
            )
        }
    }
}

fn several_fields(
    sheet: &Sheet<'_>,
    id: &'static str,
    fields: &[Field],
    entries: &Entries,
) -> AnyView {
    let fields: Vec<_> = fields
        .iter()
        .map(|field| {
            let line = sheet.say(&format!("{}-label", field.name()));
            let line = view! { {line} {optional(sheet, *field)} }.into_any();
            match field.kind() {
                Kind::OneOf(_) | Kind::SeveralOf(_) => {
                    choices(sheet, *field, Legend::Line(line), None, entries)
                }
                Kind::LongText { .. } | Kind::ShortText { .. } => {
                    text(sheet, *field, line_label(*field, line), None, entries)
                }
            }
        })
        .collect();
    view! {
        <h2 tabindex="-1">{sheet.say(&format!("question-{id}"))}</h2>
        {fields}
    }
    .into_any()
}

/// Nothing of it is needed, which is said once.
fn several_things(
    sheet: &Sheet<'_>,
    question: &Question,
    thing: Thing,
    entries: &Entries,
) -> AnyView {
    let title = sheet.say(&format!("question-{}", question.id));
    view! {
        <h2 tabindex="-1">{title} {said_optional(sheet)}</h2>
        {things(sheet, question, thing, entries)}
    }
    .into_any()
}

fn optional(sheet: &Sheet<'_>, field: Field) -> Option<AnyView> {
    (!field.is_required()).then(|| said_optional(sheet))
}

fn said_optional(sheet: &Sheet<'_>) -> AnyView {
    let text = format!(" {}", sheet.say("optional"));
    view! { <span class="optional">{text}</span> }.into_any()
}

/// What could give a reporter away.
fn careful(sheet: &Sheet<'_>, field: Field) -> Option<AnyView> {
    (field == Field::Story).then(|| {
        view! {
            <p class="careful">
                <b>{sheet.say("story-careful-title")}</b>
                " "
                <span>{sheet.say("story-careful")}</span>
            </p>
        }
        .into_any()
    })
}

/// The 999 page: every way to call that was checked.
fn emergency(sheet: &Sheet<'_>, title: String) -> AnyView {
    let call = |id: &str| helplines::find(id).map(|line| call_link(sheet, &line));
    view! {
        <h2 tabindex="-1">{title}</h2>
        <p class="lead">{sheet.say("emergency-lead")}</p>
        <p class="call">{call("emergency")}</p>
        <p>{sheet.say("emergency-silent")}</p>
        <ul class="ways">
            <li>
                <b>{sheet.say("helpline-textphone_999")}</b>
                <span class="when">{sheet.say("emergency-textphone-note")}</span>
                <span class="reach">{call("textphone_999")}</span>
            </li>
            <li>
                <b>{sheet.say("helpline-emergency_sms")}</b>
                <span class="when">{sheet.say("emergency-sms-note")}</span>
            </li>
            <li>
                <b>{sheet.say("emergency-bsl")}</b>
                <span class="when">{sheet.say("emergency-bsl-note")}</span>
            </li>
        </ul>
        <p>{sheet.say("emergency-then")}</p>
    }
    .into_any()
}

/// Notices that show themselves by what was chosen.
fn after(sheet: &Sheet<'_>, id: &str) -> Option<AnyView> {
    (id == "about").then(|| {
        let hotline = helplines::find("anti_terror").map(|line| call_link(sheet, &line));
        view! {
            <div class="notice" id="corruption-ways" aria-live="polite">
                <h3>{sheet.say("corruption-title")}</h3>
                <p>{sheet.say("corruption-why")}</p>
                <p>{sheet.say("corruption-ways")}</p>
                {short_list(sheet, &["crimestoppers"])}
                <p>{sheet.say("corruption-other")}</p>
            </div>
            <div class="notice" id="terrorism-ways" aria-live="polite">
                <p>{sheet.say("terrorism-title")} " " <b>{sheet.say("helpline-anti_terror")}</b></p>
                <p>{hotline}</p>
            </div>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use domain::question::QUESTIONS;

    use super::*;

    #[test]
    fn without_scripts_the_styles_hide_what_is_not_asked() {
        let styles = include_str!("../../assets/style.css");
        let mut rules = 0;
        for question in QUESTIONS {
            let Some(condition) = question.only_if else {
                continue;
            };
            let checked = controls(&condition).replace(' ', ":checked, #");
            let (id, has) = (question.id, format!(":has(#{checked}:checked)"));
            let rule = format!("html:not(.wizard) form:not({has}) #q-{id} {{ display: none; }}\n");
            assert!(styles.contains(&rule), "{rule}");
            rules += 1;
        }
        let hidden = styles.matches("html:not(.wizard) form:not(").count();
        assert_eq!(hidden, rules);
    }
}
