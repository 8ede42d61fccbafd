//! A deed that wants its reason in words before it is done.

use domain::work::REASON_MAX;
use leptos::prelude::*;

use super::Line;

/// A button that opens a line for the reason in its place, with the deed and a way back.
#[component]
pub(crate) fn SayWhy(
    /// The id of the line.
    id: &'static str,
    /// The words on the closed button.
    label: &'static str,
    /// What is asked.
    question: &'static str,
    /// The words on the button that does it.
    yes: &'static str,
    /// What else must be chosen first.
    #[prop(default = Signal::from(true), into)]
    ready: Signal<bool>,
    /// What is done.
    on_yes: Callback<String>,
    /// What else is chosen.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let why = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<String>);
    let children = StoredValue::new(children);
    let does = move |_| {
        let said = why.get_untracked().trim().to_owned();
        let wrong = match said.len() {
            0 => Some("Say why"),
            1..=REASON_MAX if ready.get_untracked() => None,
            1..=REASON_MAX => Some("Choose somebody"),
            _ => Some("Say it more briefly"),
        };
        refused.set(wrong.map(str::to_owned));
        if wrong.is_none() {
            open.set(false);
            why.set(String::new());
            on_yes.run(said);
        }
    };
    let opens = move |_| {
        open.set(true);
        crate::browser::focus_soon(id);
    };
    let closed = move || {
        view! {
            <button type="button" class="btn" on:click=opens>
                {label}
            </button>
        }
    };
    view! {
        <Show when=move || open.get() fallback=closed>
            <div class="ask say-why" role="group" aria-label=question>
                {children.with_value(|children| children.as_ref().map(|children| children()))}
                <Line
                    id=id
                    label=question
                    value=why
                    error=refused
                    on_write=Callback::new(move |text| why.set(text))
                />
                <button type="button" class="btn btn-main" on:click=does>
                    {yes}
                </button>
                <button type="button" class="btn" on:click=move |_| open.set(false)>
                    "Back"
                </button>
            </div>
        </Show>
    }
}
