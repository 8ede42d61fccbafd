//! The grade and sanitise room: the original beside the report in the making.

mod decisions;
mod desks;
mod exports;
mod form;
mod head;
mod items;
mod over;
mod prompts;
mod recall;
mod referral;
mod review;
mod saved;
mod signposts;
mod threat;
mod told;
mod ways_out;

use domain::RecordId;
use domain::console::{RecordView, Subject};
use leptos::prelude::*;

use crate::bench::Stage;
use crate::console::{Console, use_console};
use crate::parts::{AskFirst, Beside, Conversation, InCommon, InEnglish, Merged, TipPaper};
use crate::place::Place;

use form::Form;
use head::Head;
use over::Over;
use prompts::Prompts;
use review::Review;

/// The room.
#[component]
pub(crate) fn RecordRoom(record: RecordId) -> impl IntoView {
    let console = use_console();
    console.act(console.open_record(record));
    on_cleanup(move || leave(console));
    let lies_here = move || {
        let view = console.bench.view.get();
        view.filter(|view| view.record == record)
    };
    // The room is drawn anew only when another version lies on the bench, not with each keystroke.
    let view = Memo::new(move |_| lies_here());
    view! {
        <section class="room room-record">
            {move || match view.get() {
                None => opening(console, record).into_any(),
                Some(view) if view.work.state.is_read_only() => view! { <Over view=view /> }.into_any(),
                Some(view) => view! { <Bench view=view /> }.into_any(),
            }}
        </section>
    }
}

/// Leaving the room forgets what was given away, saves and gives the claim up; if that fails the work stays on the bench.
fn leave(console: Console) {
    console.given.set(None);
    if console.me.with_untracked(Option::is_none) || console.bench.record().is_none() {
        return;
    }
    let still = move || matches!(console.place.get_untracked(), Place::Record(_));
    leptos::task::spawn_local(async move {
        if still() {
            return;
        }
        if let Err(failure) = console.clear_bench().await {
            console.say_failed(&failure);
        } else {
            let _ = console.list_cards().await;
        }
    });
}

fn opening(console: Console, record: RecordId) -> impl IntoView {
    let waits = move || console.busy.get() > 0;
    view! {
        <div class="room-head">
            <h1 id="room-title" tabindex="-1">"Accepted tip"</h1>
        </div>
        <Show when=waits fallback=move || unopened(console, record)>
            <p class="empty">"Opening…"</p>
        </Show>
    }
}

/// Why the tip is not shown: mostly that another still lies on the bench, with text nobody could save.
fn unopened(console: Console, record: RecordId) -> AnyView {
    let other = console.bench.record().filter(|other| *other != record);
    let Some(other) = other else {
        return view! {
            <p class="empty">
                "It could not be opened. "
                <a href=Place::Kept.to_string()>"Back to the accepted tips"</a>
            </p>
        }
        .into_any();
    };
    let give_up = Callback::new(move |()| console.act(console.open_instead(record)));
    let place = Place::Record(other);
    view! {
        <div class="strip strip-bad" id="unsaved-elsewhere" role="alert">
            <p>
                <b>"What you typed in another tip is not saved. "</b>
                "It stays as it is until you save it there or give it up. This tip opens after that."
            </p>
            <div class="deeds">
                <a class="btn" href=place.to_string() on:click=console.follow(place)>
                    "Go back to that text"
                </a>
                <AskFirst
                    label="Give it up and open this tip"
                    question="The text you typed there is gone then."
                    yes="Give it up"
                    no="Keep it"
                    grave=true
                    on_yes=give_up
                />
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Bench(view: RecordView) -> impl IntoView {
    let bench = use_console().bench;
    let paper = view.original.clone();
    let of = Subject::Kept {
        desk: view.desk,
        record: view.record,
    };
    view! {
        <Head view=view.clone() />
        <div class="bench" class:bench-review=move || bench.stage.get() == Stage::Review>
            <aside class="bench-original" aria-labelledby="original-title" tabindex="0">
                <h2 class="unseen" id="original-title">
                    "The tip as it came"
                </h2>
                <TipPaper tip=paper />
                <InEnglish view=view.clone() />
                <Merged view=view.clone() />
                <InCommon of=of beside=Beside::Bench />
                <Conversation view=view.clone() />
            </aside>
            <div class="bench-report">
                {move || match bench.stage.get() {
                    Stage::Write => view! { <Form view=view.clone() /> }.into_any(),
                    Stage::Review => view! { <Review /> }.into_any(),
                }}
            </div>
            <Prompts />
        </div>
    }
}
