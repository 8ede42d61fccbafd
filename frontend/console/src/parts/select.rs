//! A choice from a list, by its code.

use leptos::prelude::*;

/// A labelled list to choose one of: codes, each with its words.
#[component]
pub(crate) fn Select(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    options: Vec<(&'static str, &'static str)>,
    value: RwSignal<String>,
) -> impl IntoView {
    let options = options.into_iter().map(|(code, words)| {
        view! {
            <option value=code selected=move || value.with(|value| value == code)>
                {words}
            </option>
        }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                prop:value=move || value.get()
                on:change=move |event| value.set(event_target_value(&event))
            >
                {options.collect_view()}
            </select>
        </div>
    }
}
