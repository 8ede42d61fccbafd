//! The list of waiting tips: one page of it is drawn, all of it is counted.

use std::ops::Range;

use domain::TipId;
use domain::answers::Danger;
use domain::console::TipView;
use leptos::prelude::*;

use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{Age, Chips, DangerFlag};
use crate::words::filter::Filter;
use crate::words::{answers as words, clock, order};

/// How many wait, a page of them, and the way to the others.
#[component]
pub(crate) fn List() -> impl IntoView {
    let console = use_console();
    follow_chosen(console);
    let all = Memo::new(move |_| console.intake.shown.with(Vec::len));
    let tips = move || {
        let rows = rows(console);
        let (tips, shown) = (console.intake.tips, console.intake.shown);
        shown.with(|shown| {
            let rows = shown.get(rows).unwrap_or_default();
            tips.with(|tips| {
                let drawn = rows.iter().filter_map(|at| tips.get(*at).cloned());
                drawn.collect::<Vec<_>>()
            })
        })
    };
    let waiting = move || match console.waiting() {
        1 => "1 tip waits".to_owned(),
        count => format!("{count} tips wait"),
    };
    let set = move || console.intake.filter.with(Filter::is_set);
    let said = move || {
        if set() {
            format!("{} shown of: {}", all.get(), waiting())
        } else {
            waiting()
        }
    };
    view! {
        <p class="list-count" role="status">
            {said}
        </p>
        <Show when=move || { all.get() == 0 && set() }>
            <div class="empty">
                <p class="empty-title">"Nothing like that waits"</p>
                <p>"Other words, or fewer filters, may find it."</p>
            </div>
        </Show>
        <Show when=move || { all.get() == 0 && !set() }>
            <div class="empty">
                <p class="empty-title">"Nothing waits"</p>
                <p>"New tips arrive in windows of a few minutes and appear here by themselves."</p>
            </div>
        </Show>
        <ul class="list" aria-label="Waiting tips">
            <ForEnumerate
                each=tips
                key=|tip| (tip.tip, tip.missing.len(), tip.story.len())
                children=move |at, tip| view! { <Row tip=tip at=at all=all /> }
            />
        </ul>
        <Show when=move || { all.get() > order::PAGE }>
            <Pager all=all />
        </Show>
    }
}

/// The rows that are drawn.
pub(super) fn rows(console: Console) -> Range<usize> {
    let len = console.intake.shown.with(Vec::len);
    order::rows_of(console.intake.page.get(), len)
}

/// What is chosen is drawn.
fn follow_chosen(console: Console) {
    let intake = console.intake;
    Effect::new(move |_| {
        let chosen = intake.chosen.get();
        if let Some(at) = untrack(|| place_of(console, chosen?)) {
            intake.page.set(order::page_of(at));
        }
    });
}

/// Where a tip stands among those shown.
pub(super) fn place_of(console: Console, tip: TipId) -> Option<usize> {
    let intake = console.intake;
    let at = intake
        .tips
        .with(|tips| tips.iter().position(|one| one.tip == tip))?;
    // Both are in the order of the list.
    intake.shown.with(|shown| shown.binary_search(&at).ok())
}

/// The tip that stands there among those shown.
pub(super) fn tip_at(console: Console, at: usize) -> Option<TipId> {
    let intake = console.intake;
    let at = intake.shown.with(|shown| shown.get(at).copied())?;
    intake.tips.with(|tips| tips.get(at).map(|tip| tip.tip))
}

/// Which rows these are, and the way to those before and after.
#[component]
fn Pager(all: Memo<usize>) -> impl IntoView {
    let console = use_console();
    let which = move || {
        let rows = rows(console);
        let first = rows.start.saturating_add(1);
        format!("{first} to {} of {}", rows.end, all.get())
    };
    let at_start = move || rows(console).start == 0;
    let at_end = move || rows(console).end == all.get();
    let turn = move |by| turn(console, by);
    view! {
        <nav class="pager" aria-label="Pages of waiting tips">
            <button
                type="button"
                class="btn"
                id="page-before"
                aria-disabled=move || at_start().to_string()
                on:click=move |_| turn(-1)
            >
                "Previous page"
            </button>
            <p>{which}</p>
            <button
                type="button"
                class="btn"
                id="page-after"
                aria-disabled=move || at_end().to_string()
                on:click=move |_| turn(1)
            >
                "Next page"
            </button>
        </nav>
    }
}

/// Draws another page, from its first row on.
fn turn(console: Console, by: isize) {
    let shown = untrack(|| rows(console));
    let pages = console
        .intake
        .shown
        .with_untracked(|shown| order::page_of(shown.len().saturating_sub(1)));
    let page = order::page_of(shown.start);
    let Some(next) =
        order::step(Some(page), by, pages.saturating_add(1)).filter(|next| *next != page)
    else {
        return;
    };
    console.intake.page.set(next);
    let first = untrack(|| rows(console)).start;
    let first = untrack(|| tip_at(console, first));
    if let Some(first) = first {
        browser::focus_soon(format!("tip-{first}"));
    }
}

/// A row's place among all, as it is said aloud.
fn place(console: Console, at: usize) -> usize {
    rows(console).start.saturating_add(at).saturating_add(1)
}

#[component]
fn Row(tip: TipView, at: ReadSignal<usize>, all: Memo<usize>) -> impl IntoView {
    let console = use_console();
    let intake = console.intake;
    let id = tip.tip;
    let danger = order::in_danger(&tip);
    let urgent = clock::of_tip(&tip);
    let flag = tip
        .answers
        .as_ref()
        .map_or(Danger::No, |answers| answers.danger);
    let (about, areas) = tip
        .answers
        .as_ref()
        .map_or_else(Default::default, |answers| {
            (answers.about.clone(), answers.areas.clone())
        });
    let incomplete = !tip.missing.is_empty();
    let line = words::first_line(&tip);
    let here = move || intake.chosen.get() == Some(id);
    view! {
        <li
            aria-posinset=move || place(console, at.get()).to_string()
            aria-setsize=move || all.get().to_string()
        >
            <button
                type="button"
                id=format!("tip-{id}")
                class="row"
                class:row-on=here
                class:row-danger=danger
                aria-current=move || here().then_some("true")
                on:click=move |_| choose(console, id)
            >
                <span class="row-top">
                    <DangerFlag danger=flag />
                    <Age since=tip.since priority=urgent />
                    {incomplete.then(|| view! { <span class="chip chip-warn">"Part missing"</span> })}
                    <Show when=move || intake.taken.get() == Some(id)>
                        <span class="chip chip-warn">"Taken"</span>
                    </Show>
                </span>
                <span class="row-line" dir="auto">{line}</span>
                <Chips about=about areas=areas />
            </button>
        </li>
    }
}

fn choose(console: Console, tip: TipId) {
    console.choose_tip(Some(tip));
    browser::focus_soon("tip-title");
}
