//! A message from another desk, and the answer to it.

use domain::case::{Deed, DeedProblem};
use domain::console::{Answer, Ask, Failure, MessageView};
use domain::message::{Message, MessageKind};
use domain::{Desk, RecordId};
use leptos::prelude::*;

use crate::console::{Console, use_console};
use crate::parts::{Area, by_former};
use crate::place::Place;
use crate::words::{cases, day};

/// What a message is, in words.
pub(super) fn title(message: &Message) -> String {
    let from = message.from.label();
    match message.kind {
        MessageKind::Question => format!("{from} asks"),
        MessageKind::Answer => format!("{from} answers"),
        MessageKind::Escalation => format!("{from} asks you to take this up"),
        MessageKind::GivenBack => format!("{from} gives this back"),
        MessageKind::Recall => format!("{from} takes a report back"),
        MessageKind::GivenAway => format!("{from} gave a report to another force or agency"),
        MessageKind::Restored => format!("{from} puts a report back"),
    }
}

/// The message, and what is done about it.
pub(super) fn reading(console: Console, desk: Desk, view: MessageView) -> impl IntoView {
    let message = view.message;
    let answerable = match message.kind {
        MessageKind::Question => Some(("Your answer", "Seal and send the answer")),
        MessageKind::Escalation => Some(("Your answer, when you give it back", "Give it back")),
        MessageKind::Answer
        | MessageKind::GivenBack
        | MessageKind::Recall
        | MessageKind::Restored
        | MessageKind::GivenAway => None,
    };
    let is_recall = message.kind == MessageKind::Recall;
    let is_restored = message.kind == MessageKind::Restored;
    let case = case_of(console, desk, &message.reference);
    let tip = view.record.map(|record| to_the_tip(console, record));
    let kept = message.clone();
    view! {
        <article class="reading">
            <header class="reading-head">
                <a class="btn btn-back" href=Place::Inbox(desk).to_string()>
                    "← List"
                </a>
                <h2 id="report-title" tabindex="-1">{title(&message)}</h2>
                <p class="quote">
                    "About " <b>{message.reference.clone()}</b>
                </p>
            </header>
            {by_former(view.standing)}
            <p class="muted">
                {format!("Written by {}, {}", message.name, day::long(message.created))}
            </p>
            <p class="story" dir="auto">
                {message.text.clone()}
            </p>
            {is_recall.then(recall)} {is_restored.then(restored)}
            {case
                .map(|record| {
                    let place = Place::Case(desk, record);
                    view! {
                        <footer class="deeds">
                            {(!is_recall && !is_restored).then(|| keeps(console, (desk, record), kept.clone()))}
                            <a class="btn" href=place.to_string() on:click=console.follow(place)>
                                "Open the case"
                            </a>
                        </footer>
                    }
                })}
            {tip}
            {answerable
                .map(|(label, button)| view! { <Reply message=message label=label button=button /> })}
        </article>
    }
}

/// What a desk does once a report was taken back.
fn recall() -> impl IntoView {
    view! {
        <p class="strip strip-bad" role="note">
            "Do nothing more about that report. Destroy printed and saved copies. If your desk has a case of it, \
             say there what was done with it."
        </p>
    }
}

/// What a desk does once a report stands again.
fn restored() -> impl IntoView {
    view! {
        <p class="strip" role="note">
            "That report stands again. Your desk can open it, take it on, and go on in its case."
        </p>
    }
}

fn keeps(console: Console, at: (Desk, RecordId), message: Message) -> impl IntoView {
    view! {
        <button
            type="button"
            class="btn btn-main"
            on:click=move |_| console.act(keep(console, at, message.clone()))
        >
            "Keep it in the case's notes"
        </button>
    }
}

/// The way to the tip that a desk asks about: its reporter can be asked there.
fn to_the_tip(console: Console, record: RecordId) -> impl IntoView {
    let place = Place::Record(record);
    view! {
        <footer class="deeds">
            <a
                class="btn btn-main"
                id="to-the-tip"
                href=place.to_string()
                on:click=console.follow(place)
            >
                "Open the tip it is about"
            </a>
            <p class="hint">
                "If its reporter comes back with a phrase, you can ask them there, in your own words. Then tell \
                 the desk here what it may know."
            </p>
        </footer>
    }
}

/// The desk's case of the report with this reference.
fn case_of(console: Console, desk: Desk, reference: &str) -> Option<RecordId> {
    let rows = untrack(|| console.cases_of(desk))?;
    let mut cards = cases::cards(&rows);
    let found = cards.find(|(_, card)| card.reference == reference);
    found.map(|(record, _)| record)
}

/// Writes a message into the notes of its case.
async fn keep(
    console: Console,
    (desk, record): (Desk, RecordId),
    message: Message,
) -> Result<(), Failure> {
    console.open_case(desk, record).await?;
    let text = format!("{}: {}", title(&message), message.text);
    let place = Place::Case(desk, record);
    console.on_case(Deed::Note { text }, move || {
        console.say_done(
            "Kept in the case's notes",
            "Everybody at your desk reads it there.",
            Some((place, "Open the case")),
        );
    });
    Ok(())
}

/// The form that answers.
#[component]
fn Reply(message: Message, label: &'static str, button: &'static str) -> impl IntoView {
    let console = use_console();
    let text = RwSignal::new(String::new());
    let send = move |_| {
        let ask = Ask::WriteMessage {
            from: message.to,
            to: message.from,
            reference: message.reference.clone(),
            report: message.report,
            text: text.get_untracked(),
            answers: Some(message.id),
        };
        if text.with_untracked(|text| text.trim().is_empty()) {
            return console.say_problem(DeedProblem::Missing);
        }
        let (desk, to) = (message.to, message.from);
        console.act(async move {
            console.send_message(ask, to).await?;
            text.set(String::new());
            console.list_inbox(desk).await
        });
    };
    view! {
        <form class="case-form" on:submit=|event| event.prevent_default()>
            <Area
                id="answer"
                label=label
                hint="Sealed to that desk alone. Nothing that could tell who the source is."
                rows=4
                value=text
                on_write=Callback::new(move |value| text.set(value))
            />
            <button type="submit" class="btn btn-main" on:click=send>
                {button}
            </button>
        </form>
    }
}

impl Console {
    /// Has a message sealed and sent.
    pub(super) async fn send_message(self, ask: Ask, to: Desk) -> Result<(), Failure> {
        match self.ask(ask).await? {
            Answer::Done => {
                let title = format!("Sealed and sent to {}", to.label());
                self.say_done(title, "Only that desk can open it.", None);
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }
}
