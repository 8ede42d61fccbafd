//! Somebody leaves, or is off: what they have in hand is taken back at once.

use domain::OfficerId;
use leptos::prelude::*;

use crate::console::{Console, TookAll, use_console};
use crate::parts::SayWhy;
use crate::words::leaver::{InHand, in_hand, outcome, words};

/// What each has in hand, and the press that takes it.
#[component]
pub(super) fn Leaver() -> impl IntoView {
    let console = use_console();
    console.act(async move {
        console.list_colleagues().await?;
        console.list_drafts().await
    });
    let all = Memo::new(move |_| everybody(console));
    let from = RwSignal::new(None::<OfficerId>);
    let to = RwSignal::new(None::<OfficerId>);
    let chosen = Memo::new(move |_| {
        let from = from.get()?;
        all.with(|all| all.iter().find(|one| one.officer == from).cloned())
    });
    let take = Callback::new(move |reason| {
        if let Some(one) = chosen.get_untracked() {
            console.act(console.take_all((one.officer, to.get_untracked()), reason));
        }
    });
    let may_take = move || chosen.with(|one| one.as_ref().is_some_and(|one| one.to_take() > 0));
    view! {
        <section class="form-part" aria-labelledby="leaver-title">
            <h2 id="leaver-title">"Somebody leaves, or is off"</h2>
            <p class="hint">
                "Everything they work on or were handed is taken back with one reason, noted in each tip. What they \
                 saved stays. What they signed waits on, and any colleague can release it."
            </p>
            {whose(console, all, from)}
            <Show when=may_take>
                {on_to(console, from, to)}
                <SayWhy
                    id="leaver-why"
                    label="Take everything back"
                    question="Why is it taken back?"
                    yes="Take everything back now"
                    on_yes=take
                />
            </Show>
            {move || left(console)}
        </section>
    }
}

/// What everybody has in hand.
fn everybody(console: Console) -> Vec<InHand> {
    let me = console.me.with(|me| me.as_ref().map(|me| me.officer));
    let Some(me) = me else {
        return Vec::new();
    };
    console.cards.with(|cards| {
        let cards = cards.as_deref().unwrap_or_default();
        console.drafts.with(|drafts| {
            let drafts = drafts.as_deref().unwrap_or_default();
            in_hand(cards, drafts, me)
        })
    })
}

/// Somebody's name: also of one whom the roster names no more, as long as they hold something.
fn name(console: Console, officer: OfficerId) -> String {
    let held = console.cards.with(|cards| {
        let mut claims = cards
            .iter()
            .flatten()
            .filter_map(|card| card.claim.as_ref());
        let claim = claims.find(|claim| claim.officer == officer)?;
        Some(claim.name.clone())
    });
    held.unwrap_or_else(|| console.name_of(officer))
}

fn whose(
    console: Console,
    all: Memo<Vec<InHand>>,
    from: RwSignal<Option<OfficerId>>,
) -> impl IntoView {
    let choose = move |event| from.set(event_target_value(&event).parse().ok());
    let options = move || {
        let all = all.get().into_iter().map(|one| {
            let officer = one.officer;
            view! {
                <option value=officer.to_string() prop:selected=move || from.get() == Some(officer)>
                    {format!("{}: {}", name(console, officer), words(&one))}
                </option>
            }
        });
        all.collect_view()
    };
    let nobody = move || all.with(Vec::is_empty);
    let choice = move || {
        view! {
            <div class="field">
                <label for="leaver">"Who?"</label>
                <select id="leaver" on:change=choose>
                    <option value="" prop:selected=move || from.get().is_none()>
                        "Choose somebody"
                    </option>
                    {options}
                </select>
            </div>
        }
    };
    view! {
        <Show when=move || !nobody() fallback=|| view! { <p class="empty">"No colleague has anything in hand."</p> }>
            {choice()}
        </Show>
    }
}

fn on_to(
    console: Console,
    from: RwSignal<Option<OfficerId>>,
    to: RwSignal<Option<OfficerId>>,
) -> impl IntoView {
    let choose = move |event| to.set(event_target_value(&event).parse().ok());
    let options = move || {
        let all = console.colleagues.get().into_iter();
        let others = all.filter(move |one| Some(one.officer) != from.get());
        let options = others.map(|one| {
            let officer = one.officer;
            view! {
                <option value=officer.to_string() prop:selected=move || to.get() == Some(officer)>
                    {format!("{} ({})", one.name, one.role.label())}
                </option>
            }
        });
        options.collect_view()
    };
    view! {
        <div class="field">
            <label for="leaver-to">"Hand it to"</label>
            <select id="leaver-to" on:change=choose>
                <option value="" prop:selected=move || to.get().is_none()>
                    "Nobody yet: whoever takes it next"
                </option>
                {options}
            </select>
        </div>
    }
}

/// What was taken last, and what was not, with the reason.
fn left(console: Console) -> Option<impl IntoView> {
    let TookAll { taken, left } = console.taken_all.get()?;
    let lines = left.iter().map(|words| {
        view! { <li dir="auto">{words.clone()}</li> }
    });
    let class = if left.is_empty() {
        "strip"
    } else {
        "strip strip-bad"
    };
    Some(view! {
        <div class=class id="taken-all" role="status">
            <p>{outcome(taken, left.len())}</p>
            <ul>{lines.collect_view()}</ul>
        </div>
    })
}
