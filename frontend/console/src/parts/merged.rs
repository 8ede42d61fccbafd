//! Other tips about the same, that were taken into the one being read.

use domain::RecordId;
use domain::console::{RecordView, TipView, Together};
use leptos::prelude::*;

use super::{AskFirst, TipPaper};
use crate::console::{Console, use_console};
use crate::place::Place;
use crate::words::day;

/// What was taken into the record on the bench, to be read beside it.
#[component]
pub(crate) fn Merged(view: RecordView) -> impl IntoView {
    let console = use_console();
    let all = view.work.merged().to_vec();
    let of = view.record;
    if !all.is_empty() {
        console.act(console.read_merged());
    }
    let each = all.into_iter().map(|record| one(console, of, record));
    each.collect_view()
}

fn one(console: Console, of: RecordId, record: RecordId) -> impl IntoView {
    let opened = move || {
        console.bench.merged.with(|all| {
            let found = all.iter().find(|one| one.record == record);
            found.cloned()
        })
    };
    let inside = move || match opened() {
        Some(view) => read(console, of, view).into_any(),
        None => {
            view! { <p class="muted">"Opening a tip that was merged into this…"</p> }.into_any()
        }
    };
    view! { <section class="merged">{inside}</section> }
}

fn read(console: Console, of: RecordId, view: RecordView) -> impl IntoView {
    let (record, came) = (view.record, day::long(view.original.day));
    let goes_alone = view.work.merged_into != Some(of);
    // Its files are opened in its own room: those of one tip are open at a time.
    let paper = TipView {
        has_files: false,
        ..view.original.clone()
    };
    let part = Callback::new(move |()| console.act(console.together(record, Together::Part)));
    let may_part = move || {
        let sent = |view: &RecordView| !view.routings.is_empty();
        let sent = console
            .bench
            .view
            .with(|view| view.as_ref().is_some_and(sent));
        console.bench.writable() && !sent
    };
    let place = Place::Record(record);
    view! {
        <h3 class="paper-head">{format!("Merged into this: a tip of {came}")}</h3>
        {goes_alone
            .then(|| {
                view! {
                    <p class="strip" role="note">"It was opened again since, and goes on by itself."</p>
                }
            })}
        <TipPaper tip=paper />
        <div class="deeds">
            <a class="btn btn-small" href=place.to_string() on:click=console.follow(place)>
                "Open its own record"
            </a>
            <Show when=may_part>
                <AskFirst
                    label="Part them again"
                    question="Give it back? It is open again, and goes on by itself."
                    yes="Part them"
                    no="Keep them together"
                    on_yes=part
                />
            </Show>
        </div>
    }
}
