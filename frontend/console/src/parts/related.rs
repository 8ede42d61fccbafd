//! Whom and what a tip names, as chips; which other tips do; and which say the same.

use domain::console::{AlsoNamed, Burst, Related, SimilarTip, Subject, Together};
use domain::work::{ENTITIES_MAX, Entity, EntityKind};
use domain::{RecordId, TipId};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::AskFirst;
use crate::place::Place;
use crate::words::related as words;

/// How long after a first answer the next tips are read, in milliseconds: keys are answered in between.
const NEXT_AFTER: u32 = 150;

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    /// In the intake: to be looked at.
    Intake,
    /// On the bench: to be corrected.
    Bench,
}

/// What a tip has in common with others.
#[component]
pub(crate) fn InCommon(of: Subject, beside: Beside) -> impl IntoView {
    let console = use_console();
    let found: RwSignal<Option<Related>> = RwSignal::new(None);
    let saved = Memo::new(move |_| match beside {
        Beside::Bench => console.bench.version.get(),
        Beside::Intake => 0,
    });
    let newest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        // Read, not only tracked: a memo that nobody reads follows nothing.
        saved.get();
        newest.update_value(|turn| *turn = turn.wrapping_add(1));
        let turn = newest.get_value();
        let goes_on = move || newest.try_get_value() == Some(turn);
        spawn_local(keep_comparing(console, of, found, goes_on));
    });
    let entities = Memo::new(move |_| entities(console, beside, found));
    let unread =
        move || found.with(|found| found.as_ref().and_then(|one| words::unread(one.unread)));
    view! {
        <section class="common" aria-label="Named in this tip">
            {move || all(found, |one| &one.bursts).into_iter().map(burst).collect_view()}
            <h3 class="paper-head" id="entities-title" tabindex="-1">
                "Named in this tip"
            </h3>
            <Show when=move || entities.with(Vec::is_empty) && found.with(Option::is_some)>
                <p class="muted">"Nobody and nothing was recognised. Read the text all the same."</p>
            </Show>
            <ul class="entities">
                {move || {
                    let all = entities.get();
                    let each = all.clone().into_iter();
                    each.map(|one| chip(console, beside, one, all.clone())).collect_view()
                }}
            </ul>
            {(beside == Beside::Bench).then(|| view! { <Add entities=entities /> })}
            {move || {
                let also = all(found, |one| &one.also).into_iter();
                also.map(|one| also_named(console, beside, one)).collect_view()
            }}
            {move || {
                let similar = all(found, |one| &one.similar);
                (!similar.is_empty()).then(|| alike(console, similar))
            }}
            <p class="muted" role="status">
                {unread}
            </p>
        </section>
    }
}

/// All of one kind that was found by now.
fn all<T: Clone>(found: RwSignal<Option<Related>>, of: impl Fn(&Related) -> &Vec<T>) -> Vec<T> {
    found.with(|found| {
        found
            .as_ref()
            .map(|one| of(one).clone())
            .unwrap_or_default()
    })
}

/// Asks again until every waiting tip has been read, another version of this one is compared, or
/// something else is shown.
async fn keep_comparing(
    console: Console,
    of: Subject,
    found: RwSignal<Option<Related>>,
    goes_on: impl Fn() -> bool,
) {
    loop {
        let Ok(related) = console.related(of).await else {
            return;
        };
        let left = related.unread;
        // Nothing is left to write to once the tip is no longer shown.
        if !goes_on() || found.try_set(Some(related)).is_some() || left == 0 {
            return;
        }
        TimeoutFuture::new(NEXT_AFTER).await;
    }
}

/// As an officer corrected it, else as it was recognised.
fn entities(console: Console, beside: Beside, found: RwSignal<Option<Related>>) -> Vec<Entity> {
    let corrected = match beside {
        Beside::Bench => console
            .bench
            .work
            .with(|work| work.as_ref().and_then(|work| work.entities.clone())),
        Beside::Intake => None,
    };
    let recognised = || found.with(|found| found.as_ref().map(|one| one.entities.clone()));
    corrected.or_else(recognised).unwrap_or_default()
}

fn burst(burst: Burst) -> impl IntoView {
    view! {
        <p class="strip" role="note">
            <span>
                <b>{words::burst(burst.tips)}</b>
                " name "
                <b dir="auto">{burst.entity.value}</b>
                ". Look at them together."
            </span>
        </p>
    }
}

fn chip(console: Console, beside: Beside, entity: Entity, all: Vec<Entity>) -> impl IntoView {
    let (kind, value) = (entity.kind, entity.value.clone());
    let label = format!("Remove {} {value}", kind.label().to_lowercase());
    let remove = move |_| {
        let gone = entity.clone();
        console.correct(all.clone(), |all| all.retain(|one| *one != gone));
        // The button is gone with its chip.
        browser::focus_soon("entities-title");
    };
    let locked = move || console.bench.readonly.with(Option::is_some);
    view! {
        <li class="entity">
            <span class="entity-sign" aria-hidden="true">
                {words::sign(kind)}
            </span>
            <span class="entity-kind">{kind.label()}</span>
            <span class="entity-value" dir="auto">
                {value}
            </span>
            {(beside == Beside::Bench)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="entity-x"
                            aria-label=label
                            disabled=locked
                            on:click=remove
                        >
                            "×"
                        </button>
                    }
                })}
        </li>
    }
}

/// One more that the reader knows and the machine does not.
#[component]
fn Add(entities: Memo<Vec<Entity>>) -> impl IntoView {
    let console = use_console();
    let kind = RwSignal::new(EntityKind::Person);
    let text = RwSignal::new(String::new());
    let locked = move || console.bench.readonly.with(Option::is_some);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let all = entities.get_untracked();
        let new = Entity::new(kind.get_untracked(), &text.get_untracked());
        let new = new.filter(|new| !all.contains(new) && all.len() < ENTITIES_MAX);
        if let Some(new) = new {
            console.correct(all, |all| all.push(new));
        }
        text.set(String::new());
    };
    let options = EntityKind::ALL.iter().map(|kind| {
        view! { <option value=kind.code()>{kind.label()}</option> }
    });
    let take = move |event| {
        if let Some(chosen) = EntityKind::from_code(&event_target_value(&event)) {
            kind.set(chosen);
        }
    };
    view! {
        <details class="entity-add">
            <summary>"Add one that was missed"</summary>
            <form on:submit=add autocomplete="off">
                <label class="field">
                    "What it is" <select disabled=locked on:change=take>
                        {options.collect_view()}
                    </select>
                </label>
                <label class="field">
                    "As it is to be compared"
                    <input
                        type="text"
                        dir="auto"
                        maxlength="100"
                        prop:value=move || text.get()
                        disabled=locked
                        on:input=move |event| text.set(event_target_value(&event))
                    />
                </label>
                <button class="btn btn-small" disabled=locked>
                    "Add"
                </button>
            </form>
        </details>
    }
}

fn also_named(console: Console, beside: Beside, also: AlsoNamed) -> impl IntoView {
    let tips = also.tips.into_iter().map(|tip| tip_link(console, tip));
    let records = also
        .records
        .into_iter()
        .map(|record| record_link(console, beside, record));
    view! {
        <div class="also">
            <p>
                <b dir="auto">{also.entity.value}</b>
                " is also named in "
                {words::others(also.all)}
                ":"
            </p>
            <ul>{tips.collect_view()} {records.collect_view()}</ul>
        </div>
    }
}

fn alike(console: Console, all: Vec<SimilarTip>) -> impl IntoView {
    let each = all.into_iter().map(|one| {
        view! {
            <li>
                {tip_button(console, one.tip)} <span class="muted">{words::overlap(one.share)}</span>
            </li>
        }
    });
    view! {
        <div class="also">
            <p>
                <b>"Similar text"</b>
                " in tips that wait:"
            </p>
            <ul>{each.collect_view()}</ul>
        </div>
    }
}

fn tip_link(console: Console, tip: TipId) -> impl IntoView {
    view! { <li>{tip_button(console, tip)}</li> }
}

/// A waiting tip by its first words.
fn tip_button(console: Console, tip: TipId) -> impl IntoView {
    let story = console.intake.tips.with_untracked(|tips| {
        let tip = tips.iter().find(|one| one.tip == tip)?;
        Some(tip.story.chars().take(60).collect::<String>())
    });
    let story = story.map_or_else(|| "a waiting tip".to_owned(), |story| format!("“{story}…”"));
    view! {
        <button type="button" class="btn-link" dir="auto" on:click=move |_| console.show_tip(tip)>
            {story}
        </button>
    }
}

/// Whether another accepted tip is open, and so is this one.
fn may_merge(console: Console, record: RecordId) -> bool {
    let open = console.cards.with_untracked(|cards| {
        let mut cards = cards.iter().flatten();
        cards.any(|card| card.record == record && !card.closed)
    });
    open && untrack(|| console.bench.writable())
}

/// An accepted tip by its title, and the ways to link it and to take it in.
fn record_link(console: Console, beside: Beside, record: RecordId) -> impl IntoView {
    let title = console.cards.with_untracked(|cards| {
        let card = cards.iter().flatten().find(|card| card.record == record)?;
        let face = card.card.as_ref().ok()?;
        let name = if face.title.is_empty() {
            face.category.label()
        } else {
            &face.title
        };
        Some(name.to_owned())
    });
    let title = title.unwrap_or_else(|| "an accepted tip".to_owned());
    let linked = console.bench.view.with_untracked(|view| {
        let history = view.as_ref().map(|view| &view.history);
        history.is_some_and(|history| history.linked().contains(&record))
    });
    let locked = move || console.bench.readonly.with(Option::is_some);
    let link = (beside == Beside::Bench).then(|| {
        if linked {
            view! { <span class="chip">"Linked"</span> }.into_any()
        } else {
            view! {
                <button
                    type="button"
                    class="btn btn-small"
                    disabled=locked
                    on:click=move |_| console.act(console.together(record, Together::Link))
                >
                    "Link"
                </button>
            }
            .into_any()
        }
    });
    let merge = (beside == Beside::Bench && may_merge(console, record)).then(|| {
        let on_yes =
            Callback::new(move |()| console.act(console.together(record, Together::Merge)));
        view! {
            <AskFirst
                label="Merge into this"
                question="Close that tip as a duplicate of this one, and read both here? Replies still go to each."
                yes="Merge them"
                no="Leave it"
                on_yes=on_yes
            />
        }
    });
    view! {
        <li>
            <button
                type="button"
                class="btn-link"
                dir="auto"
                on:click=move |_| console.go(Place::Record(record))
            >
                {title}
            </button>
            " "
            <span class="muted">"accepted"</span>
            {link}
            {merge}
        </li>
    }
}
