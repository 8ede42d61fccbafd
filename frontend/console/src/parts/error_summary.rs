//! What is wrong with a form, at its head, each line leading to its field.

use domain::work::{ReportField, WorkProblem};
use leptos::prelude::*;

use crate::browser;
use crate::words::problem;

/// Takes the focus when it appears; nothing while nothing is wrong.
#[component]
pub(crate) fn ErrorSummary(
    problems: RwSignal<Vec<WorkProblem>>,
    /// The words to be decided about, in quotation marks, in the order of their numbers.
    #[prop(optional)]
    quotes: Vec<String>,
) -> impl IntoView {
    let quotes = StoredValue::new(quotes);
    let line = move |one: WorkProblem| {
        let ReportField::Kept { number } = one.field else {
            return line(one, None);
        };
        let quote = quotes.with_value(|all| all.get(number.checked_sub(1)?).cloned());
        line(one, quote)
    };
    view! {
        <Show when=move || problems.with(|all| !all.is_empty())>
            <div class="error-summary" id="error-summary" tabindex="-1" role="group" aria-labelledby="error-summary-title">
                <h3 id="error-summary-title">"There is a problem"</h3>
                <ul>{move || problems.get().into_iter().map(line).collect_view()}</ul>
            </div>
        </Show>
    }
}

fn line(one: WorkProblem, words: Option<String>) -> impl IntoView {
    let id = one.field.to_string();
    let href = format!("#{id}");
    let leads = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        browser::focus(&id);
    };
    view! {
        <li>
            <a href=href on:click=leads>
                {problem::sentence(one)}
                {words.map(|words| format!(": {words}"))}
            </a>
        </li>
    }
}
