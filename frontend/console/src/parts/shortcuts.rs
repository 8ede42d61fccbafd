//! The sheet of keyboard shortcuts.

use leptos::html;
use leptos::prelude::*;

const KEYS: &[(&str, &str)] = &[
    ("j or ↓", "Next in the list"),
    ("k or ↑", "The one before"),
    ("Enter", "Open it"),
    ("a", "Waiting tips: accept and grade"),
    ("r", "Waiting tips: fetch now"),
    ("/", "Search the list"),
    ("f", "Filter the list"),
    (
        "g then t, k, r, s, d or i",
        "Go to waiting tips, accepted tips, to release, sent, the desk (supervisors), inbox",
    ),
    (
        "g then c, m, p or e",
        "Go to your desk's cases, meeting, picture, what is due for review",
    ),
    (
        "p, o or n",
        "In a case: plan an action, log an outcome, write a note",
    ),
    ("?", "This sheet"),
    ("Esc", "Close it"),
];

/// A dialogue that opens over the room and gives the focus back.
#[component]
pub(crate) fn Shortcuts(open: RwSignal<bool>) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() {
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    let rows = KEYS.iter().map(|(keys, words)| {
        view! {
            <div>
                <dt>
                    <kbd>{*keys}</kbd>
                </dt>
                <dd>{*words}</dd>
            </div>
        }
    });
    view! {
        <dialog
            class="sheet-dialog"
            node_ref=dialog
            aria-labelledby="shortcuts-title"
            on:close=move |_| open.set(false)
        >
            <h2 id="shortcuts-title">"Keyboard"</h2>
            <dl class="keys">{rows.collect_view()}</dl>
            <button type="button" class="btn" on:click=move |_| open.set(false)>
                "Close"
            </button>
        </dialog>
    }
}
