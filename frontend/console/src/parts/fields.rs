//! Labelled fields with their hint, their error and the room left.

use domain::work::WorkProblem;
use leptos::attr::custom::custom_attribute;
use leptos::attr::{Attribute, autocomplete, spellcheck, translate};
use leptos::prelude::*;

use crate::words::problem;

/// The sentence for the field with this id, if something is wrong with it.
pub(crate) fn error_of(problems: RwSignal<Vec<WorkProblem>>, id: &str) -> Option<String> {
    problems.with(|all| {
        let mut all = all.iter().copied();
        all.find(|one| problem::is_at(*one, id))
            .map(problem::sentence)
    })
}

#[component]
fn Wrapped(
    id: String,
    label: String,
    hint: &'static str,
    #[prop(into, optional)] error: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    view! {
        <div class="field" class:field-wrong=move || error.with(Option::is_some)>
            <label for=id>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <Show when=move || error.with(Option::is_some)>
                <p class="error" id=error_id.clone()>
                    {move || error.get()}
                </p>
            </Show>
            {children()}
        </div>
    }
}

/// What is typed is nobody else's to see: browsers may keep it, or send it away to be corrected,
/// completed or translated.
fn unassisted() -> impl Attribute {
    (
        autocomplete("off"),
        custom_attribute("autocorrect", "off"),
        spellcheck("false"),
        translate("no"),
        custom_attribute("writingsuggestions", "false"),
    )
}

/// One line of text.
#[component]
pub(crate) fn Line(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    #[prop(into, optional)] locked: Signal<bool>,
    #[prop(default = "text")] kind: &'static str,
    on_write: Callback<String>,
) -> impl IntoView {
    let described = format!("{id}-error {id}-hint");
    view! {
        <Wrapped id=id.clone() label=label hint=hint error=error>
            <input
                type=kind
                id=id
                aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).to_string()
                {..unassisted()}
                prop:value=move || value.get()
                disabled=move || locked.get()
                on:input=move |event| on_write.run(event_target_value(&event))
            />
        </Wrapped>
    }
}

/// Several lines of text.
#[component]
pub(crate) fn Area(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    #[prop(default = 4)] rows: u32,
    #[prop(into)] value: Signal<String>,
    #[prop(into, optional)] error: Signal<Option<String>>,
    #[prop(into, optional)] locked: Signal<bool>,
    on_write: Callback<String>,
) -> impl IntoView {
    let described = format!("{id}-error {id}-hint");
    view! {
        <Wrapped id=id.clone() label=label hint=hint error=error>
            <textarea
                id=id
                rows=rows.to_string()
                aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).to_string()
                {..unassisted()}
                prop:value=move || value.get()
                disabled=move || locked.get()
                on:input=move |event| on_write.run(event_target_value(&event))
            ></textarea>
        </Wrapped>
    }
}

/// One word or code at the gate: nothing corrects or remembers it.
#[component]
pub(crate) fn Word(
    id: &'static str,
    #[prop(into)] label: String,
    #[prop(optional)] hint: &'static str,
    #[prop(default = Signal::from("text"), into)] kind: Signal<&'static str>,
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <Wrapped id=id.to_owned() label=label hint=hint>
            <input
                type=move || kind.get()
                id=id
                autocapitalize="none"
                {..unassisted()}
                aria-describedby=format!("{id}-hint")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </Wrapped>
    }
}
