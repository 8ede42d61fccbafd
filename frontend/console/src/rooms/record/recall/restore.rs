//! A report that was taken back is put back: by another officer than who did.

use domain::console::{RecordView, RoutingView};
use domain::work::{Act, Routing};
use domain::{Desk, OfficerId};
use leptos::prelude::*;

use super::{Draft, desks, ready};
use crate::console::use_console;
use crate::parts::Area;

/// The button, and the form it opens: which desks get it back, and why. Whoever took it back is told to ask a
/// colleague.
#[component]
pub(in crate::rooms::record) fn PutBack(view: RecordView) -> impl IntoView {
    let console = use_console();
    let record = view.record;
    let me = console.me.get_untracked().map(|me| me.officer);
    let newest = view.work.routings.iter().map(Routing::version).max();
    let gone = |one: &RoutingView| {
        let is_newest = one.routing.replaced.is_none() && Some(one.routing.version()) == newest;
        let marked = one
            .delivery
            .as_ref()
            .is_some_and(|row| row.recalled.is_some());
        is_newest && marked
    };
    let (own, others): (Vec<RoutingView>, Vec<RoutingView>) = view
        .routings
        .iter()
        .filter(|one| gone(one))
        .cloned()
        .partition(|one| {
            one.routing.recalled.is_some() && recalled_by(&view, one.routing.desk) == me
        });
    let own = (!own.is_empty()).then(|| {
        view! {
            <p class="hint" id="own-recall">
                "You took it back. If that was wrong, another officer of triage can put it back."
            </p>
        }
    });
    if others.is_empty() {
        return own.into_any();
    }
    let draft = Draft::of(&others);
    let opens = move |_| {
        draft.open.set(true);
        crate::browser::focus_soon("restore-title");
    };
    let closed = move || {
        view! {
            <button type="button" class="btn" id="restore" on:click=opens>
                "Put it back"
            </button>
        }
    };
    let puts = move |_| {
        if let Some(why) = ready(draft, "restore-why") {
            let reports = draft.chosen.get_untracked();
            console.act(console.restore(record, reports, why));
        }
    };
    let others = StoredValue::new(others);
    view! {
        {own}
        <Show when=move || draft.open.get() fallback=closed>
            <section class="form-part" aria-labelledby="restore-title">
                <h2 class="form-head" id="restore-title" tabindex="-1">
                    "Put a report back"
                </h2>
                <p class="hint">
                    "The desk can open it again at once and goes on where it was. It is told with your reason, in a \
                     notice that you sign."
                </p>
                {others.with_value(|others| desks(draft, "restore-desk", others))}
                <Area
                    id="restore-why"
                    label="Why, as the desk will read it"
                    hint="Nothing that could tell who the source is."
                    rows=3
                    value=draft.why
                    error=draft.refused
                    on_write=Callback::new(move |text| draft.why.set(text))
                />
                <div class="deeds deeds-under">
                    <button type="button" class="btn btn-main" id="restore-now" on:click=puts>
                        "Put it back now"
                    </button>
                    <button type="button" class="btn" on:click=move |_| draft.open.set(false)>
                        "Leave it taken back"
                    </button>
                </div>
            </section>
        </Show>
    }
    .into_any()
}

/// Who took it back from this desk last, as the record says.
fn recalled_by(view: &RecordView, from: Desk) -> Option<OfficerId> {
    let mut newest = view.history.entries.iter().rev();
    let recalled = newest.find(|entry| match &entry.act {
        Act::Recalled { desks, .. } => desks.contains(&from),
        _ => false,
    })?;
    Some(recalled.officer)
}
