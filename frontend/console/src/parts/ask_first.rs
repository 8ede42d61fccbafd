//! A deed that asks once more before it is done.

use leptos::prelude::*;

/// A button that opens a question in its place, with the deed and a way back.
#[component]
pub(crate) fn AskFirst(
    /// The words on the closed button.
    label: &'static str,
    /// The question.
    question: &'static str,
    /// The words on the button that does it.
    yes: &'static str,
    /// The words on the button that does not.
    no: &'static str,
    /// Whether the deed throws something away.
    #[prop(optional)]
    grave: bool,
    /// What is done.
    on_yes: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    // The way back takes the focus: nothing grave happens by pressing a key twice.
    let back = NodeRef::<leptos::html::Button>::new();
    Effect::new(move |_| {
        if let Some(button) = back.get() {
            let _ = button.focus();
        }
    });
    let class = if grave {
        "btn btn-grave"
    } else {
        "btn btn-main"
    };
    view! {
        <Show
            when=move || open.get()
            fallback=move || {
                view! {
                    <button type="button" class="btn" on:click=move |_| open.set(true)>
                        {label}
                    </button>
                }
            }
        >
            <div class="ask" role="group" aria-label=question>
                <p>{question}</p>
                <button
                    type="button"
                    class=class
                    on:click=move |_| {
                        open.set(false);
                        on_yes.run(());
                    }
                >
                    {yes}
                </button>
                <button type="button" class="btn" node_ref=back on:click=move |_| open.set(false)>
                    {no}
                </button>
            </div>
        </Show>
    }
}
