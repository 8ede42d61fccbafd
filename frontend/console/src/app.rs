//! The whole console: a gate before sign-in, the rooms behind it.

use domain::{Desk, Role};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::browser;
use crate::console::{Console, Link, use_console};
use crate::parts::{AskFirst, Brand, Header, Notices, Rail, Shortcuts, Standing};
use crate::place::Place;
use crate::rooms::{CaseRoom, CasesRoom, DueRoom, MeetingRoom, PictureRoom};
use crate::rooms::{
    DeskRoom, Enrol, InboxRoom, IntakeRoom, KeptRoom, OfficersRoom, RecordRoom, ReleaseRoom,
    SentRoom,
};
use crate::rooms::{LockedCard, SignIn, WaitingRoom};

/// The console.
#[component]
pub(crate) fn App() -> impl IntoView {
    let console = Console::new();
    provide_context(console);
    console.load();
    console.tick();
    console.watch_clocks();
    follow_address(console);
    warn_before_leaving(console);
    notice_people(console);
    let behind = move || console.me.with(Option::is_some);
    view! {
        <Show when=behind fallback=Gate>
            <Rooms />
        </Show>
    }
}

/// An address of older days names a tip: it is not left standing.
fn follow_address(console: Console) {
    let place = console.place.get_untracked().to_string();
    if browser::address() != place && !browser::address().is_empty() {
        browser::rename(&place);
    }
    let moves = window_event_listener(ev::popstate, move |_| console.follow_address());
    let links = window_event_listener(ev::hashchange, move |_| console.follow_address());
    on_cleanup(move || {
        moves.remove();
        links.remove();
    });
}

/// The browser asks before a page with unsaved work is closed.
fn warn_before_leaving(console: Console) {
    let asks = move |event: web_sys::BeforeUnloadEvent| {
        if console.holds_unsaved() {
            event.prevent_default();
            event.set_return_value("unsaved");
        }
    };
    let asks = Closure::<dyn Fn(web_sys::BeforeUnloadEvent)>::new(asks);
    let target = browser::window();
    let _ = target.add_event_listener_with_callback("beforeunload", asks.as_ref().unchecked_ref());
    asks.forget();
}

/// Keys and the pointer say that somebody is there.
fn notice_people(console: Console) {
    let keys = window_event_listener(ev::keydown, move |_| console.stay_awake());
    let moves = window_event_listener(ev::pointermove, move |_| console.stay_awake());
    let downs = window_event_listener(ev::pointerdown, move |_| console.stay_awake());
    on_cleanup(move || {
        for handle in [keys, moves, downs] {
            handle.remove();
        }
    });
}

#[component]
fn Gate() -> impl IntoView {
    let console = use_console();
    let is_broken = Memo::new(move |_| console.link.get() == Link::Broken);
    let is_locked = Memo::new(move |_| console.locked.with(Option::is_some));
    let enrols = Memo::new(move |_| console.place.get() == Place::Enrol);
    // Memos, so that a form is not drawn anew (and emptied) when the opener has loaded.
    let inside = move || match (is_broken.get(), is_locked.get(), enrols.get()) {
        (true, _, _) => broken().into_any(),
        (false, true, _) => view! { <LockedCard /> }.into_any(),
        (false, false, true) => view! { <Enrol /> }.into_any(),
        (false, false, false) => view! { <SignIn /> }.into_any(),
    };
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="brand-gate">
                <Brand />
            </div>
            <div class="gate-card">{inside}</div>
            <p class="gate-foot">
                "Everything is opened in this browser only. The server keeps nothing it can read."
            </p>
        </main>
    }
}

fn broken() -> impl IntoView {
    view! {
        <h1>"The console could not start"</h1>
        <p>
            "A part of this page did not arrive or cannot run here. Reload the page. "
            "If it happens again, tell your administrator. Nothing was sent."
        </p>
    }
}

#[component]
fn Rooms() -> impl IntoView {
    let console = use_console();
    let help = RwSignal::new(false);
    listen_for_keys(console, help);
    view! {
        <div class="shell">
            <Header on_help=Callback::new(move |()| help.set(true)) />
            <Rail />
            <main id="main" tabindex="-1">
                <Standing />
                <Notices />
                <LeaveAnyway />
                {move || room(console, console.place.get())}
            </main>
        </div>
        <Shortcuts open=help />
    }
}

/// The room at a place, or the first one if the officer has no key to it.
fn room(console: Console, place: Place) -> AnyView {
    let triage = console.at_triage();
    let reads = |desk| console.inboxes().contains(&desk);
    let asked = |desk| reads(desk) || (desk == Desk::Triage && triage);
    let coordinates = console
        .me
        .with(|me| me.as_ref().is_some_and(|me| me.role == Role::Coordinator));
    match place {
        Place::Intake if triage => view! { <IntakeRoom /> }.into_any(),
        Place::Kept if triage => view! { <KeptRoom /> }.into_any(),
        Place::Record(record) if triage => view! { <RecordRoom record=record /> }.into_any(),
        Place::Release if triage => view! { <ReleaseRoom /> }.into_any(),
        Place::Desk if triage && console.supervises() => view! { <DeskRoom /> }.into_any(),
        Place::Sent if triage => view! { <SentRoom /> }.into_any(),
        Place::Inbox(desk) if asked(desk) => view! { <InboxRoom desk=desk /> }.into_any(),
        Place::Report(desk, report) if asked(desk) => {
            view! { <InboxRoom desk=desk report=Some(report) /> }.into_any()
        }
        Place::Cases(desk) if reads(desk) => view! { <CasesRoom desk=desk /> }.into_any(),
        Place::Case(desk, record) if reads(desk) => {
            view! { <CaseRoom desk=desk record=record /> }.into_any()
        }
        Place::Meeting(desk) if reads(desk) => view! { <MeetingRoom desk=desk /> }.into_any(),
        Place::Due(desk) if asked(desk) => view! { <DueRoom desk=desk /> }.into_any(),
        Place::Picture(desk) if reads(desk) => view! { <PictureRoom desk=desk /> }.into_any(),
        Place::Officers if coordinates => view! { <OfficersRoom /> }.into_any(),
        _ => match console.first_room() {
            Place::Home => view! { <WaitingRoom /> }.into_any(),
            first => {
                leptos::task::spawn_local(async move { console.go_instead(first) });
                ().into_any()
            }
        },
    }
}

/// Sign-out could not save: the officer decides.
#[component]
fn LeaveAnyway() -> impl IntoView {
    let console = use_console();
    let leave = Callback::new(move |()| {
        console.bench.confirm_leave.set(false);
        leptos::task::spawn_local(console.leave_for_good());
    });
    view! {
        <Show when=move || console.bench.confirm_leave.get()>
            <div class="notice notice-bad">
                <div>
                    <p class="notice-title">"Your last changes are not saved"</p>
                    <p>"Copy what you need first. Signing out clears everything in this page."</p>
                </div>
                <AskFirst
                    label="Sign out without saving"
                    question="What you wrote since the last save will be lost."
                    yes="Sign out, lose it"
                    no="Stay"
                    grave=true
                    on_yes=leave
                />
            </div>
        </Show>
    }
}

/// Keys that work in every room: `?`, and `g` followed by a room's letter.
fn listen_for_keys(console: Console, help: RwSignal<bool>) {
    let goes = StoredValue::new(false);
    let handle = window_event_listener(ev::keydown, move |event| {
        if browser::is_typing(&event) {
            return;
        }
        let key = event.key();
        if goes.get_value() {
            goes.set_value(false);
            if let Some(place) = by_letter(console, &key) {
                console.go(place);
            }
            return;
        }
        match key.as_str() {
            "?" => help.set(true),
            "g" => goes.set_value(true),
            _ => {}
        }
    });
    on_cleanup(move || handle.remove());
}

fn by_letter(console: Console, letter: &str) -> Option<Place> {
    match letter {
        "t" => Some(Place::Intake),
        "k" => Some(Place::Kept),
        "r" => Some(Place::Release),
        "s" => Some(Place::Sent),
        "d" if untrack(|| console.supervises()) => Some(Place::Desk),
        "i" => own_desk(console).map(Place::Inbox),
        "c" => own_desk(console).map(Place::Cases),
        "m" => own_desk(console).map(Place::Meeting),
        "p" => own_desk(console).map(Place::Picture),
        "e" => due_desk(console).map(Place::Due),
        _ => None,
    }
}

/// The desk whose reviews are looked at: that of the room one is in, triage for who works there.
fn due_desk(console: Console) -> Option<Desk> {
    let desk = own_desk(console);
    desk.or_else(|| untrack(|| console.at_triage()).then_some(Desk::Triage))
}

/// The desk of the room one is in, or the first whose reports one reads.
fn own_desk(console: Console) -> Option<Desk> {
    let desks = untrack(|| console.inboxes());
    let here = match console.place.get_untracked() {
        Place::Inbox(desk)
        | Place::Report(desk, _)
        | Place::Cases(desk)
        | Place::Case(desk, _)
        | Place::Meeting(desk)
        | Place::Due(desk)
        | Place::Picture(desk) => Some(desk),
        _ => None,
    };
    here.filter(|desk| desks.contains(desk))
        .or_else(|| desks.first().copied())
}
