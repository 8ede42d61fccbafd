//! The numbered items, each with its own grade, and the room that is left for all texts.

use domain::report::REPORT_TEXT_MAX;
use domain::work::{GradeDraft, ITEMS_MAX, ItemDraft};
use leptos::prelude::*;

use super::form::Sheet;
use crate::browser;
use crate::parts::{Area, AskFirst, GradePicker};
use crate::words::grade::short;

/// The items.
#[component]
pub(crate) fn Items(sheet: Sheet, advice: &'static str) -> impl IntoView {
    let count = Memo::new(move |_| {
        let work = sheet.console.bench.work;
        work.with(|work| work.as_ref().map_or(0, |work| work.items.len()))
    });
    let used = sheet.read(|work| {
        let texts = work.items.iter().map(|item| item.text.len());
        texts.sum::<usize>().saturating_add(work.provenance.len())
    });
    let add = move |_| {
        sheet.console.edit(|work| {
            let grade = work.items.last().map(|item| item.grade.clone());
            work.items.push(ItemDraft {
                text: String::new(),
                grade: grade.unwrap_or_default(),
            });
        });
        let number = count.get_untracked();
        browser::focus_soon(format!("item-{number}-text"));
    };
    let full = move || sheet.locked.get() || count.get() >= ITEMS_MAX;
    let error = sheet.error("items");
    view! {
        <section class="form-part" id="items" tabindex="-1">
            <h3>"Items"</h3>
            <p class="hint">
                "Each stands alone: who, what, where, when, how. "
                <span class="room-left">
                    {move || format!("{} bytes left for all texts", REPORT_TEXT_MAX.saturating_sub(used.get()))}
                </span>
            </p>
            <p class="error">{move || error.get()}</p>
            <ol class="items-form">
                <For each=move || 0..count.get() key=|at| *at let:at>
                    <Item sheet=sheet at=at only=Signal::derive(move || count.get() < 2) advice=advice />
                </For>
            </ol>
            <button
                type="button"
                class="btn"
                id="add-item"
                disabled=full
                on:click=add
            >
                "Add an item"
            </button>
        </section>
    }
}

#[component]
fn Item(sheet: Sheet, at: usize, only: Signal<bool>, advice: &'static str) -> impl IntoView {
    let number = at.saturating_add(1);
    let id = format!("item-{number}-text");
    let grade = sheet.read(move |work| {
        work.items
            .get(at)
            .map_or_else(GradeDraft::default, |item| item.grade.clone())
    });
    let change = Callback::new(
        move |change: Box<dyn FnOnce(&mut GradeDraft) + Send + Sync>| {
            sheet.console.edit(|work| {
                if let Some(item) = work.items.get_mut(at) {
                    change(&mut item.grade);
                }
            });
        },
    );
    let remove = Callback::new(move |()| {
        sheet.console.edit(|work| {
            if at < work.items.len() && work.items.len() > 1 {
                work.items.remove(at);
            }
        });
    });
    let prefix = format!("item-{number}");
    let wrong = {
        let prefix = format!("{prefix}-");
        let text = id.clone();
        move || {
            sheet.console.bench.problems.with(|all| {
                let mut ids = all.iter().map(|one| one.field.to_string());
                ids.any(|id| id.starts_with(&prefix) && id != text)
            })
        }
    };
    view! {
        <li class="item-form">
            <Area
                id=id.clone()
                label=format!("Item {number}")
                rows=4
                value=sheet.read(move |work| work.items.get(at).map_or_else(String::new, |item| item.text.clone()))
                error=sheet.error(id)
                locked=sheet.locked
                on_write=sheet
                    .write(move |work, text| {
                        if let Some(item) = work.items.get_mut(at) {
                            item.text = text;
                        }
                    })
            />
            <details class="item-grade" prop:open=wrong>
                <summary>
                    "Grade " <span class="grade-code">{move || short(&grade.get())}</span>
                    <span class="muted">" change"</span>
                </summary>
                <GradePicker
                    prefix=prefix
                    value=grade
                    problems=sheet.console.bench.problems
                    locked=sheet.locked
                    change=change
                    advice=advice
                />
            </details>
            <Show when=move || !only.get() && !sheet.locked.get()>
                <AskFirst
                    label="Remove"
                    question="Remove this item and its text?"
                    yes="Remove it"
                    no="Keep it"
                    grave=true
                    on_yes=remove
                />
            </Show>
        </li>
    }
}
