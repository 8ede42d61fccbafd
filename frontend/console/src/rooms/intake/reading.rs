//! The tip being read, and what to do with it.

use domain::TipId;
use domain::answers::Danger;
use domain::console::{Failure, Subject, TipView};
use leptos::prelude::*;

use crate::console::{Console, use_console};
use crate::parts::{Age, AskFirst, Beside, DangerFlag, InCommon, TipPaper, control_room};
use crate::words::{clock, failure, order};

/// What stands there before a tip is chosen.
pub(crate) fn nothing_chosen(console: Console) -> impl IntoView {
    view! {
        <div class="empty empty-read">
            <p class="empty-title">"Choose a tip to read it"</p>
            <p>
                "With the keyboard: " <kbd>"j"</kbd> " and " <kbd>"k"</kbd> " move through the list, "
                <kbd>"?"</kbd> " shows the rest."
            </p>
            <p class="muted">
                {move || {
                    console
                        .intake
                        .tips
                        .with(|tips| tips.iter().any(order::in_danger))
                        .then_some("Somebody may be in danger: begin at the top.")
                }}
            </p>
        </div>
    }
}

/// The tip being read.
#[component]
pub(crate) fn Reading(tip: TipView) -> impl IntoView {
    let console = use_console();
    let id = tip.tip;
    let taken = Memo::new(move |_| console.intake.taken.get() == Some(id));
    let flag = tip
        .answers
        .as_ref()
        .map_or(Danger::No, |answers| answers.danger);
    let danger = order::in_danger(&tip);
    let urgent = clock::of_tip(&tip);
    view! {
        <article class="reading">
            <header class="reading-head">
                <button type="button" class="btn btn-back" on:click=move |_| console.choose_tip(None)>
                    "← List"
                </button>
                <h2 id="tip-title" tabindex="-1">
                    "Tip"
                </h2>
                <DangerFlag danger=flag />
                <Show when=move || taken.get()>
                    <span class="chip chip-warn">"Taken"</span>
                </Show>
                <Age since=tip.since priority=urgent />
            </header>
            {danger.then(control_room)}
            <TipPaper tip=tip />
            <InCommon of=Subject::Waiting { tip: id } beside=Beside::Intake />
            <Show when=move || taken.get() fallback=move || view! { <Deeds tip=id spoke_of_danger=flag != Danger::No /> }>
                {already_taken()}
            </Show>
        </article>
    }
}

/// What stands in place of the deeds.
fn already_taken() -> impl IntoView {
    let advice = failure::of(&Failure::AlreadyAccepted);
    view! {
        <footer class="deeds">
            <p role="status">
                <b>{advice.title}</b>
                ". "
                {advice.todo}
            </p>
        </footer>
    }
}

/// Accept, or spam.
#[component]
fn Deeds(tip: TipId, spoke_of_danger: bool) -> impl IntoView {
    let console = use_console();
    let spam = Callback::new(move |()| console.act(console.discard(tip)));
    view! {
        <footer class="deeds">
            <button
                type="button"
                class="btn btn-main"
                id="accept"
                on:click=move |_| console.act(console.accept(tip, true))
            >
                "Accept and grade"
            </button>
            <button
                type="button"
                class="btn"
                id="accept-later"
                on:click=move |_| console.act(console.accept(tip, false))
            >
                "Accept for later"
            </button>
            {if spoke_of_danger {
                view! {
                    <p class="hint">
                        "Who sent it spoke of danger: it is closed only after it was accepted and looked at."
                    </p>
                }
                    .into_any()
            } else {
                view! {
                    <AskFirst
                        label="Spam"
                        question="Spam leaves the intake for everybody and is kept, closed."
                        yes="It is spam"
                        no="Keep it"
                        grave=true
                        on_yes=spam
                    />
                }
                    .into_any()
            }}
        </footer>
    }
}
