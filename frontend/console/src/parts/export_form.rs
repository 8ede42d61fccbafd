//! Asks to whom a report goes, and what for.

use domain::RecordId;
use domain::export::Errand;
use leptos::prelude::*;

use super::{Area, Line};
use crate::browser;
use crate::console::use_console;

/// An errand, and what is to happen once it was run.
pub(crate) type Ready = (Errand, Callback<()>);

/// The form that gives a report to another force or agency.
#[component]
pub(crate) fn ExportForm(
    /// What its handling code says of that.
    #[prop(into)]
    allowed: Signal<&'static str>,
    /// The record it is kept in.
    record: RecordId,
    on_export: Callback<Ready>,
) -> impl IntoView {
    let console = use_console();
    let paper = move || {
        let given = console.given.get();
        given
            .filter(|(from, _)| *from == record)
            .map(|(_, given)| given)
    };
    let recipient = RwSignal::new(String::new());
    let purpose = RwSignal::new(String::new());
    let permitted = RwSignal::new(false);
    let done = Callback::new(move |()| {
        recipient.set(String::new());
        purpose.set(String::new());
        permitted.set(false);
    });
    let export = move |_| {
        if !permitted.get_untracked() {
            return browser::focus("export-permitted");
        }
        let errand = Errand {
            recipient: recipient.get_untracked(),
            purpose: purpose.get_untracked(),
        };
        on_export.run((errand, done));
    };
    view! {
        <p class="hint">
            "A file with the report, its conditions, and three signatures: who wrote it, who released it, \
             and yours. Whoever gets it can check them without us. It names the desks that act on the report and the \
             officers who signed, by their ids; the paper names you."
        </p>
        <p class="strip condition" role="note">
            {allowed}
        </p>
        <form class="case-form" on:submit=|event| event.prevent_default()>
            <Line
                id="export-recipient"
                label="For whom"
                hint="The force or agency, and who there takes it. It stays sealed here, and stands in the file."
                value=recipient
                on_write=Callback::new(move |value| recipient.set(value))
            />
            <Area
                id="export-purpose"
                label="What for"
                hint="The lawful policing purpose. It stands in the file too."
                rows=2
                value=purpose
                on_write=Callback::new(move |value| purpose.set(value))
            />
            <label class="check">
                <input
                    id="export-permitted"
                    type="checkbox"
                    prop:checked=move || permitted.get()
                    on:change=move |event| permitted.set(event_target_checked(&event))
                />
                " They may have it under its handling code, and know its conditions"
            </label>
            <button
                type="button"
                class="btn"
                id="export"
                aria-disabled=move || (!permitted.get()).to_string()
                on:click=export
            >
                "Write it down and save the signed file"
            </button>
        </form>
        {move || {
            paper()
                .map(|given| {
                    view! {
                        <p class="deeds">
                            <button
                                type="button"
                                class="btn"
                                id="export-paper"
                                on:click=move |_| console.save_paper(&given)
                            >
                                "Save it as a paper to read (PDF)"
                            </button>
                        </p>
                    }
                })
        }}
    }
}
