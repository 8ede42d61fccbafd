//! A sent report for another force or agency.

use domain::console::RecordView;
use domain::work::WorkState;
use leptos::prelude::*;

use crate::console::use_console;
use crate::parts::ExportForm;
use crate::words::cases;

/// The form, once a report went out.
#[component]
pub(super) fn Exports(view: RecordView) -> impl IntoView {
    let console = use_console();
    let place = (view.desk, view.record);
    let export = Callback::new(move |(errand, done)| {
        console.act(console.export(place, errand, done));
    });
    let allowed = cases::before_originators_export(&view.work);
    (view.work.state == WorkState::Routed).then(|| {
        view! {
            <section class="no-print" aria-labelledby="export-title">
                <h2 class="form-head" id="export-title">
                    "Another force or agency"
                </h2>
                <ExportForm allowed=allowed record=view.record on_export=export />
            </section>
        }
    })
}
