//! What is wrong with a form, at its head, each line leading to its field.

use domain::work::WorkProblem;
use leptos::prelude::*;

use crate::browser;
use crate::words::problem;

/// Takes the focus when it appears; nothing while nothing is wrong.
#[component]
pub(crate) fn ErrorSummary(problems: RwSignal<Vec<WorkProblem>>) -> impl IntoView {
    let line = |one: WorkProblem| {
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
                </a>
            </li>
        }
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
