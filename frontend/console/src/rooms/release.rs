//! What a colleague has signed and handed in: read as its desks will read it, released or given back.

use domain::DraftId;
use domain::console::{DraftFace, DraftView};
use leptos::prelude::*;

use super::steps::step_by_keys;
use crate::console::{Console, use_console};
use crate::parts::{AskFirst, PriorityTag, ReportSheet, SayWhy, by_former};
use crate::place::Place;
use crate::words::age::of_minutes;
use crate::words::{failure, release};

/// The room.
#[component]
pub(crate) fn ReleaseRoom() -> impl IntoView {
    let console = use_console();
    let chosen = RwSignal::new(None::<DraftId>);
    console.act(console.list_drafts());
    step_by_keys(move || {
        let drafts = console.drafts.get_untracked().unwrap_or_default();
        drafts.iter().map(|view| row_id(view.draft)).collect()
    });
    // What is being read is drawn anew only when it changes: a reason may be half typed.
    let drafts = Memo::new(move |_| console.drafts.get());
    let read = Memo::new(move |_| {
        let here = chosen.get()?;
        let view = drafts.get()?.into_iter().find(|view| view.draft == here)?;
        Some((view.draft, view.face.ok()?))
    });
    view! {
        <section class="room room-panes" class:pane-open=move || read.get().is_some()>
            <div class="room-head unseen-print">
                <h1 id="room-title" tabindex="-1">"To release"</h1>
                <button
                    type="button"
                    class="btn no-print"
                    on:click=move |_| console.act(console.list_drafts())
                >
                    "Read again"
                </button>
            </div>
            <div class="panes">
                <div class="pane-list no-print">{move || list(console, drafts.get(), chosen)}</div>
                <div class="pane-read" id="reading">
                    {move || match read.get() {
                        Some((draft, face)) => reading(console, draft, *face, chosen).into_any(),
                        None => nothing_chosen().into_any(),
                    }}
                </div>
            </div>
        </section>
    }
}

fn row_id(draft: DraftId) -> String {
    format!("draft-{draft}")
}

fn nothing_chosen() -> impl IntoView {
    view! {
        <div class="empty empty-read">
            <p class="empty-title">"Choose one to read it"</p>
            <p>
                "No report leaves triage on one officer's word. Read it as its desks will, then release it or give it back."
            </p>
        </div>
    }
}

fn list(
    console: Console,
    drafts: Option<Vec<DraftView>>,
    chosen: RwSignal<Option<DraftId>>,
) -> AnyView {
    match drafts {
        None => view! { <p class="empty">"Reading…"</p> }.into_any(),
        Some(drafts) if drafts.is_empty() => view! {
            <div class="empty">
                <p class="empty-title">"Nothing waits"</p>
                <p>"What a colleague signs and hands in appears here by itself."</p>
            </div>
        }
        .into_any(),
        Some(drafts) => {
            let rows = drafts.into_iter().map(|view| listed(console, view, chosen));
            view! { <ul class="list" aria-label="Reports to release">{rows.collect_view()}</ul> }
                .into_any()
        }
    }
}

fn listed(console: Console, view: DraftView, chosen: RwSignal<Option<DraftId>>) -> impl IntoView {
    let draft = view.draft;
    let on = move || chosen.get() == Some(draft);
    let opens = view.face.is_ok();
    let inside = match view.face {
        Ok(face) => summary(console, *face).into_any(),
        Err(why) => {
            let advice = failure::of(&why);
            view! {
                <span class="row-line">{advice.title}</span>
                <span class="muted">{advice.todo}</span>
            }
            .into_any()
        }
    };
    let open = move |_| {
        if opens {
            chosen.set(Some(draft));
            crate::browser::focus_soon("draft-title");
        }
    };
    view! {
        <li>
            <button
                type="button"
                class="row"
                class:row-on=on
                id=row_id(draft)
                aria-current=move || on().then_some("true")
                on:click=open
            >
                {inside}
            </button>
        </li>
    }
}

fn summary(console: Console, face: DraftFace) -> impl IntoView {
    let since = face.since;
    let waits = move || of_minutes(console.minute.get().since(since).max(0));
    let author = face.author;
    let mine = face.mine;
    let by = move || {
        if mine {
            "by you".to_owned()
        } else {
            format!("by {}", console.name_of(author))
        }
    };
    view! {
        <span class="row-top">
            <PriorityTag priority=Some(face.report.priority) />
            <span class="grade-code">{face.report.grade.to_string()}</span>
            <span class="state state-new">"Waits " {waits}</span>
        </span>
        <span class="row-line" dir="auto">{face.report.title.clone()}</span>
        <span class="muted">{face.report.reference.clone()} " · " {by}</span>
    }
}

fn reading(
    console: Console,
    draft: DraftId,
    face: DraftFace,
    chosen: RwSignal<Option<DraftId>>,
) -> impl IntoView {
    let desks = face.desks.iter();
    let desks = desks.map(|desk| view! { <li class="chip">{desk.label()}</li> });
    let reasons = release::look_at(&face).into_iter();
    let reasons = reasons.map(|reason| view! { <li>{reason}</li> });
    let reasons = reasons.collect_view();
    let record = Place::Record(face.record);
    view! {
        <article class="reading">
            <header class="reading-head no-print">
                <button type="button" class="btn btn-back" on:click=move |_| chosen.set(None)>
                    "← List"
                </button>
                <h2 id="draft-title" tabindex="-1">"Report to release"</h2>
                <a class="btn btn-small" href=record.to_string() on:click=console.follow(record)>
                    "Open the tip"
                </a>
            </header>
            {by_former(face.standing)}
            <div class="goes-to no-print">
                <p>"It goes to"</p>
                <ul class="chips">{desks.collect_view()}</ul>
            </div>
            <div class="strip no-print" role="note">
                <div>
                    <p><b>"Look at this before you sign"</b></p>
                    <ul>{reasons}</ul>
                </div>
            </div>
            <ReportSheet report=face.report.clone() />
            <footer class="deeds no-print">{deeds(console, draft, face.mine)}</footer>
        </article>
    }
}

fn deeds(console: Console, draft: DraftId, mine: bool) -> AnyView {
    if mine {
        return view! {
            <p class="hint">
                "You wrote this: another officer of triage has to release it. To change it, open the tip and take it back."
            </p>
        }
        .into_any();
    }
    let release = Callback::new(move |()| console.act(console.release_draft(draft)));
    let give_back = Callback::new(move |why| console.act(console.return_draft(draft, why)));
    view! {
        <AskFirst
            label="Release"
            question="You sign it beside its author, and each desk gets it at once."
            yes="Sign and send"
            no="Not yet"
            on_yes=release
        />
        <SayWhy
            id="return-why"
            label="Give it back"
            question="What has to change?"
            yes="Give it back"
            on_yes=give_back
        />
    }
    .into_any()
}
