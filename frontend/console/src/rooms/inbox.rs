//! A desk's reports: the list, and the one that is read.

use domain::console::{Answer, Ask, Failure, InboxRow, MessageView, ReportView};
use domain::wire::{DeliveryRow, DeliveryState, Recalled};
use domain::{Desk, ReportId};
use leptos::prelude::*;

use super::message;
use super::sent::state;
use super::steps::step_by_keys;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{PriorityTag, ReportSheet, by_former};
use crate::place::Place;
use crate::words::{cases, day};

/// What lies in an inbox, opened.
#[derive(Clone)]
enum Paper {
    Report(Box<ReportView>),
    Message(MessageView),
    /// It was taken back, and this tells why.
    Recalled(Recalled),
}

/// Triage gets no reports: desks ask it about those it sent.
fn room_name(desk: Desk) -> &'static str {
    if desk.receives_reports() {
        ": reports"
    } else {
        ": questions from desks"
    }
}

/// The room.
#[component]
pub(crate) fn InboxRoom(
    desk: Desk,
    #[prop(optional_no_strip)] report: Option<ReportId>,
) -> impl IntoView {
    let console = use_console();
    let read = RwSignal::new(None::<Paper>);
    console.act(console.list_inbox(desk));
    if let Some(report) = report {
        console.act(open(console, desk, report, read));
    }
    step_by_keys(move || {
        let rows = rows(console, desk).into_iter();
        rows.map(|row| format!("report-{}", row.delivery.report))
            .collect()
    });
    view! {
        <section class="room room-panes" class:pane-open=report.is_some()>
            <div class="room-head unseen-print">
                <h1 id="room-title" tabindex="-1">{desk.label()} {room_name(desk)}</h1>
                <button
                    type="button"
                    class="btn no-print"
                    on:click=move |_| console.act(console.list_inbox(desk))
                >
                    "Read again"
                </button>
            </div>
            <div class="panes">
                <div class="pane-list no-print">{move || list(console, desk, report)}</div>
                <div class="pane-read" id="reading">
                    {move || match (read.get(), report) {
                        (Some(Paper::Report(view)), _) => reading(console, desk, *view).into_any(),
                        (Some(Paper::Message(view)), _) => {
                            message::reading(console, desk, view).into_any()
                        }
                        (Some(Paper::Recalled(recalled)), _) => {
                            taken_back(console, desk, recalled).into_any()
                        }
                        (None, Some(_)) => {
                            view! { <p class="empty">"Opening it…"</p> }.into_any()
                        }
                        (None, None) => nothing_chosen().into_any(),
                    }}
                </div>
            </div>
        </section>
    }
}

async fn open(
    console: Console,
    desk: Desk,
    report: ReportId,
    read: RwSignal<Option<Paper>>,
) -> Result<(), Failure> {
    if untrack(|| row_of(console, desk, report)).is_none() {
        console.list_inbox(desk).await?;
    }
    let row = untrack(|| row_of(console, desk, report));
    if let Some(recalled) = row.as_ref().and_then(|row| row.recalled) {
        let _ = read.try_set(Some(Paper::Recalled(recalled)));
        browser::focus_soon("report-title");
        return Ok(());
    }
    let again = row.is_some_and(|row| row.state != DeliveryState::New);
    let purpose = if again { "review" } else { "action" };
    let ask = Ask::OpenReport {
        desk,
        report,
        purpose: purpose.into(),
    };
    let paper = match console.ask(ask).await? {
        Answer::Report(view) => Paper::Report(view),
        Answer::Message(view) => Paper::Message(*view),
        _ => return Err(Failure::Unexpected),
    };
    let _ = read.try_set(Some(paper));
    browser::focus_soon("report-title");
    console.list_inbox(desk).await
}

/// What the server says of a report, as far as it was listed.
fn row_of(console: Console, desk: Desk, report: ReportId) -> Option<DeliveryRow> {
    let rows = console.inbox.with(|all| found(all, desk));
    let mut rows = rows.into_iter().map(|row| row.delivery);
    rows.find(|row| row.report == report)
}

fn rows(console: Console, desk: Desk) -> Vec<InboxRow> {
    console.inbox.with_untracked(|all| found(all, desk))
}

fn found(all: &[(Desk, Vec<InboxRow>)], desk: Desk) -> Vec<InboxRow> {
    let mut all = all.iter();
    all.find(|(known, _)| *known == desk)
        .map(|(_, rows)| rows.clone())
        .unwrap_or_default()
}

fn list(console: Console, desk: Desk, here: Option<ReportId>) -> AnyView {
    let rows = console.inbox.with(|all| found(all, desk));
    if rows.is_empty() {
        return view! {
            <div class="empty">
                <p class="empty-title">"Nothing here"</p>
                <p>"What other desks send appears here by itself."</p>
            </div>
        }
        .into_any();
    }
    let reports = released(&rows);
    let shown = rows
        .into_iter()
        .filter(|row| !is_replaced_unread(row, &reports));
    let rows = shown.map(|row| listed(console, desk, row, here));
    view! { <ul class="list" aria-label="Reports">{rows.collect_view()}</ul> }.into_any()
}

fn listed(console: Console, desk: Desk, row: InboxRow, here: Option<ReportId>) -> impl IntoView {
    let report = row.delivery.report;
    let place = Place::Report(desk, report);
    let on = here == Some(report);
    let new = row.delivery.is_new();
    let (class, words) = state(&row.delivery);
    let arrived = day::near(row.delivery.day, browser::today());
    let inside = match (row.heading, row.message) {
        (Some(heading), _) => view! {
            <span class="row-top">
                <PriorityTag priority=Some(heading.priority) />
                <span class="grade-code">{heading.grade}</span>
                <span class=class>{words}</span>
            </span>
            <span class="row-line" dir="auto">{heading.title}</span>
            <span class="muted">{heading.reference} " · " {arrived}</span>
        }
        .into_any(),
        (None, Some(message)) => view! {
            <span class="row-top">
                <span class="chip">"Message"</span>
                <span class=class>{words}</span>
            </span>
            <span class="row-line">{message::title(&message)}</span>
            <span class="muted">{message.reference} " · " {arrived}</span>
        }
        .into_any(),
        (None, None) => view! {
            <span class="row-top">
                <span class="sealed">"Sealed"</span>
                <span class=class>{words}</span>
            </span>
            <span class="row-line">{sealed_name(desk)} {arrived}</span>
            <span class="muted">
                {if row.delivery.recalled.is_some() { "It opens no more." } else { "Open it to read it." }}
            </span>
        }
        .into_any(),
    };
    view! {
        <li>
            <a
                class="row"
                class:row-on=on
                class:row-new=new
                id=format!("report-{report}")
                href=place.to_string()
                on:click=console.follow(place)
                aria-current=on.then_some("true")
            >
                {inside}
            </a>
        </li>
    }
}

/// What a second officer released, as the server says: reports, not messages.
fn released(rows: &[InboxRow]) -> Vec<ReportId> {
    let reports = rows.iter().filter(|row| row.delivery.released_by.is_some());
    reports.map(|row| row.delivery.report).collect()
}

/// Whether a report lies in its place, and nobody ever opened it: then there is only the new one.
fn is_replaced_unread(row: &InboxRow, reports: &[ReportId]) -> bool {
    let unread = row.delivery.state == DeliveryState::New;
    let notice = row.delivery.recalled.map(|recalled| recalled.notice);
    unread && notice.is_some_and(|notice| reports.contains(&notice))
}

fn sealed_name(desk: Desk) -> &'static str {
    if desk.receives_reports() {
        "Report or message, "
    } else {
        "Question, "
    }
}

fn nothing_chosen() -> impl IntoView {
    view! {
        <div class="empty empty-read">
            <p class="empty-title">"Choose one to open it"</p>
            <p>"It is opened in this browser, and its author's signature is checked."</p>
        </div>
    }
}

/// In the place of a report that opens no more.
fn taken_back(console: Console, desk: Desk, recalled: Recalled) -> impl IntoView {
    let notice = Place::Report(desk, recalled.notice);
    let row = row_of(console, desk, recalled.notice);
    let is_corrected = row.is_some_and(|row| row.released_by.is_some());
    let on = day::long(recalled.day);
    let (title, words, onward) = if is_corrected {
        (
            "Corrected",
            format!(
                "The server says that triage sent a correction of this report on {on}. This version opens no more."
            ),
            "Read the correction",
        )
    } else {
        (
            "Taken back",
            format!(
                "The server says that triage took this report back on {on}. It opens no more. The notice, which an \
                 officer of triage signed, says why."
            ),
            "Open the notice",
        )
    };
    view! {
        <article class="reading">
            <header class="reading-head">
                <a class="btn btn-back" href=Place::Inbox(desk).to_string()>
                    "← List"
                </a>
                <h2 id="report-title" tabindex="-1">{title}</h2>
            </header>
            <p class="strip strip-bad" role="note">
                {words}
            </p>
            <footer class="deeds">
                <a
                    class="btn btn-main"
                    id="to-the-notice"
                    href=notice.to_string()
                    on:click=console.follow(notice)
                >
                    {onward}
                </a>
            </footer>
        </article>
    }
}

fn reading(console: Console, desk: Desk, view: ReportView) -> impl IntoView {
    let report = view.report;
    let (id, replaces) = (report.report, report.replaces());
    let reference = report.reference.clone();
    let copied = RwSignal::new(false);
    let to_copy = reference.clone();
    let copy = move |_| {
        let text = to_copy.clone();
        leptos::task::spawn_local(async move {
            let done = browser::copy(&text).await;
            let _ = copied.try_set(done);
        });
    };
    view! {
        <article class="reading">
            <header class="reading-head no-print">
                <a class="btn btn-back" href=Place::Inbox(desk).to_string()>
                    "← List"
                </a>
                <h2 id="report-title" tabindex="-1">"Report"</h2>
                <p class="quote">
                    "Quote " <b>{reference}</b>
                    <button type="button" class="btn btn-small" on:click=copy>
                        {move || if copied.get() { "Copied" } else { "Copy" }}
                    </button>
                </p>
                <button type="button" class="btn btn-small" on:click=|_| browser::print()>
                    "Print"
                </button>
            </header>
            {by_former(view.standing)}
            <ReportSheet report=report />
            <footer class="deeds no-print">{move || acknowledge(console, desk, (id, replaces))}</footer>
        </article>
    }
}

/// The case it is kept in, or the button that makes one; who acknowledged it before there were cases.
fn acknowledge(
    console: Console,
    desk: Desk,
    (report, replaces): (ReportId, Option<ReportId>),
) -> AnyView {
    let delivery = row_of(console, desk, report);
    let recalled = delivery.as_ref().and_then(|delivery| delivery.recalled);
    let state = delivery.as_ref().map(|delivery| delivery.state);
    let by = delivery.and_then(|delivery| delivery.acknowledged_by);
    let by = by.map_or_else(String::new, |by| format!(" by {by}"));
    if recalled.is_some() {
        return view! { <p class="state">"Triage has taken this report back"</p> }.into_any();
    }
    let Some(cases) = console.cases_of(desk) else {
        return ().into_any();
    };
    let kept = cases::cards(&cases).find(|(_, card)| card.report == report);
    if let Some((record, _)) = kept {
        let place = Place::Case(desk, record);
        return view! {
            <p class="state state-done">{format!("Taken on{by}")}</p>
            <a class="btn btn-main" href=place.to_string() on:click=console.follow(place)>
                "Open the case"
            </a>
        }
        .into_any();
    }
    let corrects = cases::cards(&cases).any(|(_, card)| Some(card.report) == replaces);
    let is_acknowledged = state == Some(DeliveryState::Acknowledged);
    view! {
        {is_acknowledged
            .then(|| view! { <p class="state state-done">{format!("Acknowledged{by}")}</p> })}
        <button
            type="button"
            class="btn btn-main"
            id="acknowledge"
            on:click=move |_| console.act(console.acknowledge(desk, report))
        >
            {if corrects { "Take on the correction for " } else { "Take it on for " }} {desk.label()}
        </button>
        <p class="hint">
            "Triage sees that your desk has it. Your desk keeps a case: actions, notes and outcomes."
        </p>
    }
    .into_any()
}
