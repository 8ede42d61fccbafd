//! The numbered items, each with its own grade, and the room that is left for all texts.

use domain::answers::Knows;
use domain::console::RecordView;
use domain::report::REPORT_TEXT_MAX;
use domain::work::{GradeDraft, ITEMS_MAX, ItemDraft, Translation, Work};
use leptos::prelude::*;

use super::form::Sheet;
use crate::bench::Bench;
use crate::browser;
use crate::parts::{Area, AskFirst, Comparison, GradePicker};
use crate::words::grade::{is_chosen, short};

/// What the items are made of.
#[derive(Clone, Copy)]
struct Tip {
    knows: Knows,
    /// What an item may start from: the story, in English if somebody translated it.
    story: Signal<String>,
    /// Whether that is a translation.
    in_english: Signal<bool>,
    /// Every word of theirs, to be compared with.
    own_words: Signal<String>,
}

impl Tip {
    fn of(view: &RecordView, bench: Bench) -> Self {
        let story = view.original.story.trim().to_owned();
        let translation = bench.translation;
        Self {
            knows: view.original.knows,
            story: Signal::derive(move || {
                let text = |one: &Translation| one.text.trim().to_owned();
                translation.with(|one| one.as_ref().map_or_else(|| story.clone(), text))
            }),
            in_english: Signal::derive(move || translation.with(Option::is_some)),
            own_words: Signal::derive(move || bench.own_words()),
        }
    }
}

/// The items.
#[component]
pub(crate) fn Items(sheet: Sheet, view: RecordView) -> impl IntoView {
    let tip = Tip::of(&view, sheet.console.bench);
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
                    <Item sheet=sheet at=at only=Signal::derive(move || count.get() < 2) tip=tip />
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

/// One item: its place in the work, and what is read and written there.
#[derive(Clone, Copy)]
struct Place {
    sheet: Sheet,
    at: usize,
}

impl Place {
    fn prefix(self) -> String {
        format!("item-{}", self.at.saturating_add(1))
    }

    fn text(self) -> Signal<String> {
        let text = move |work: &Work| work.items.get(self.at).map(|item| item.text.clone());
        self.sheet.read(move |work| text(work).unwrap_or_default())
    }

    fn grade(self) -> Signal<GradeDraft> {
        let grade = move |work: &Work| work.items.get(self.at).map(|item| item.grade.clone());
        self.sheet.read(move |work| grade(work).unwrap_or_default())
    }

    fn change(self, change: impl FnOnce(&mut ItemDraft)) {
        self.sheet.console.edit(|work| {
            if let Some(item) = work.items.get_mut(self.at) {
                change(item);
            }
        });
    }

    fn remove(self) {
        self.sheet.console.edit(|work| {
            if self.at < work.items.len() && work.items.len() > 1 {
                work.items.remove(self.at);
            }
        });
    }

    /// Whether something is wrong with the grade, so that it must be shown.
    fn grade_is_wrong(self) -> bool {
        let (prefix, text) = (
            format!("{}-", self.prefix()),
            format!("{}-text", self.prefix()),
        );
        self.sheet.console.bench.problems.with(|all| {
            let mut ids = all.iter().map(|one| one.field.to_string());
            ids.any(|id| id.starts_with(&prefix) && id != text)
        })
    }
}

#[component]
fn Item(sheet: Sheet, at: usize, only: Signal<bool>, tip: Tip) -> impl IntoView {
    let place = Place { sheet, at };
    let id = format!("{}-text", place.prefix());
    let write = Callback::new(move |text| place.change(|item| item.text = text));
    let remove = Callback::new(move |()| place.remove());
    view! {
        <li class="item-form">
            <Area
                id=id.clone()
                label=format!("Item {}", at.saturating_add(1))
                rows=4
                value=place.text()
                error=sheet.error(id.clone())
                locked=sheet.locked
                on_write=write
            />
            <FromTheTip place=place tip=tip id=id />
            <ItemGrade place=place knows=tip.knows />
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

/// An item that is empty may start from the tip; one that is not is compared with it.
#[component]
fn FromTheTip(place: Place, tip: Tip, id: String) -> impl IntoView {
    let text = place.text();
    let is_empty = Memo::new(move |_| text.with(|text| text.trim().is_empty()));
    let may_start = move || !place.sheet.locked.get() && tip.story.with(|story| !story.is_empty());
    let id = StoredValue::new(id);
    let start = move |_| {
        place.change(|item| item.text = tip.story.get_untracked());
        browser::focus(&id.get_value());
    };
    let compare = move || view! { <Comparison original=tip.own_words text=text /> };
    view! {
        <Show when=move || is_empty.get() fallback=compare>
            <Show when=may_start>
                <button type="button" class="btn from-tip" on:click=start>
                    {move || {
                        if tip.in_english.get() {
                            "Start from the translation"
                        } else {
                            "Start from the tip's words"
                        }
                    }}
                </button>
            </Show>
        </Show>
    }
}

/// The item's grade, folded to three characters once it is chosen, until it is changed or wrong.
#[component]
fn ItemGrade(place: Place, knows: Knows) -> impl IntoView {
    let grade = place.grade();
    // Asked once: it must not fold under the pointer with the last choice.
    let unchosen = grade.with_untracked(|grade| !is_chosen(grade));
    let change = Callback::new(
        move |change: Box<dyn FnOnce(&mut GradeDraft) + Send + Sync>| {
            place.change(|item| change(&mut item.grade));
        },
    );
    view! {
        <details class="item-grade" prop:open=move || unchosen || place.grade_is_wrong()>
            <summary>
                "Grade " <span class="grade-code">{move || short(&grade.get())}</span>
                <span class="muted">" change"</span>
            </summary>
            <GradePicker
                prefix=place.prefix()
                value=grade
                problems=place.sheet.console.bench.problems
                locked=place.sheet.locked
                change=change
                knows=knows
            />
        </details>
    }
}
