//! Enrolment: a one-time code becomes a passphrase, a card and six words to be read out.

use domain::console::Enrolled;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::gate::{Attempt, Begin, trouble};
use crate::browser;
use crate::parts::Word;
use crate::place::Place;
use crate::words::failure;
use crate::words::passphrase::{asked, same_word, word};

#[derive(Clone, PartialEq, Eq)]
enum Step {
    Code,
    Learn(Enrolled),
    Repeat(Enrolled),
    Approval(Enrolled),
}

/// The steps on the gate's card.
#[component]
pub(crate) fn Enrol() -> impl IntoView {
    let step = RwSignal::new(Step::Code);
    view! {
        {move || match step.get() {
            Step::Code => view! { <Code step=step /> }.into_any(),
            Step::Learn(enrolled) => learn(step, enrolled).into_any(),
            Step::Repeat(enrolled) => view! { <Repeat step=step enrolled=enrolled /> }.into_any(),
            Step::Approval(enrolled) => approval(&enrolled).into_any(),
        }}
    }
}

#[component]
fn Code(step: RwSignal<Step>) -> impl IntoView {
    let attempt = Attempt::new();
    let code = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        attempt.submit(&event, || {
            let invitation = code.with_untracked(|code| code.trim().to_owned());
            async move {
                let enrolled = attempt.console.enrol(invitation).await?;
                step.set(Step::Learn(enrolled));
                browser::focus_soon("gate-title");
                Ok(())
            }
        });
    };
    view! {
        <h1>"Enrol"</h1>
        <p>
            "Have pen and paper ready. This page will draw a passphrase for you and show it once. "
            "Nobody can recover it."
        </p>
        {move || attempt.wrong.get().map(|failure| trouble(failure::of(&failure)))}
        <form on:submit=submit autocomplete="off">
            <Word
                id="invitation"
                label="One-time code"
                hint="From your invitation. It works once."
                value=code
            />
            <Begin
                attempt=attempt
                id="enrol"
                label="Draw my passphrase"
                under="Making your keys…"
                why="Your keys are made in this browser. A moment."
            />
        </form>
        <p class="gate-other">
            <a href=Place::Home.to_string()>"Back to sign in"</a>
        </p>
    }
}

fn learn(step: RwSignal<Step>, enrolled: Enrolled) -> impl IntoView {
    // EXPOSE: shown once to the officer it was drawn for, who writes it down.
    let words: Vec<String> = enrolled
        .passphrase
        .expose()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let name = enrolled.name.clone();
    let words = words.into_iter().map(|word| view! { <li>{word}</li> });
    view! {
        <h1 id="gate-title" tabindex="-1">"Write this down now"</h1>
        <p>"You sign in as " <b>{name}</b> " with these words, in this order:"</p>
        <ol class="words" id="passphrase-words">
            {words.collect_view()}
        </ol>
        <p>
            "They are shown this once. Keep the paper where you would keep a key; "
            "do not photograph it."
        </p>
        <button
            type="button"
            class="btn btn-main btn-wide"
            id="written"
            on:click=move |_| {
                step.set(Step::Repeat(enrolled.clone()));
                browser::focus_soon("gate-title");
            }
        >
            "I have written them down"
        </button>
    }
}

#[component]
fn Repeat(step: RwSignal<Step>, enrolled: Enrolled) -> impl IntoView {
    // EXPOSE: compared with what the officer types, so that a slip shows now and not at sign-in.
    let (first, second) = asked(enrolled.passphrase.expose());
    let (one, two) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(false);
    let back = enrolled.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let words = enrolled.passphrase.expose();
        let same = one.with(|one| same_word(one, &word(words, first)))
            && two.with(|two| same_word(two, &word(words, second)));
        wrong.set(!same);
        if same {
            step.set(Step::Approval(enrolled.clone()));
        }
        browser::focus_soon(if same { "gate-title" } else { "repeat-error" });
    };
    view! {
        <h1 id="gate-title" tabindex="-1">
            "Two of the words, please"
        </h1>
        <Show when=move || wrong.get()>
            <p class="error-summary" id="repeat-error" tabindex="-1" role="alert">
                "That is not what was drawn. Look at your paper, or go back and look again."
            </p>
        </Show>
        <form on:submit=submit autocomplete="off">
            <Word id="word-1" label=format!("Word {first}") value=one />
            <Word id="word-2" label=format!("Word {second}") value=two />
            <button class="btn btn-main btn-wide" id="repeat">
                "Go on"
            </button>
        </form>
        <p class="gate-other">
            <button
                type="button"
                class="btn-link"
                on:click=move |_| step.set(Step::Learn(back.clone()))
            >
                "Show the words again"
            </button>
        </p>
    }
}

fn approval(enrolled: &Enrolled) -> impl IntoView + use<> {
    view! {
        <h1 id="gate-title" tabindex="-1">"Now wait for approval"</h1>
        <p>"Read these six words to whoever approves you, in person or on a call you trust:"</p>
        <p class="fingerprint" id="fingerprint">{enrolled.fingerprint.clone()}</p>
        <p>
            "They must be the same on both sides. Once you are in a roster and keys are wrapped to "
            "you, your rooms open. You can sign in already and see where things stand."
        </p>
        <a class="btn btn-main btn-wide" href=Place::Home.to_string()>
            "Sign in"
        </a>
    }
}
