//! What the console knows, and what it does: signals every room reads, actions every room calls.

mod acts;
mod cases;
mod clocks;
mod drafts;
mod exports;
mod files;
mod finding;
mod hands;
mod intake;
mod keeping;
mod leaver;
mod lists;
mod lock;
mod related;
mod releases;
mod sending;
mod session;
mod sheets;
mod signposts;
mod ticks;
mod translating;
mod way;

use std::ops::Deref;
use std::rc::Rc;

use domain::console::{
    Answer, Ask, CardView, CaseRow, CaseView, DraftView, Failure, InboxRow, Me, TipView,
};
use domain::wire::{Colleague, DeliveryRow, OfficerRow};
use domain::{Desk, Minute, RecordId, TipId, UnixSeconds};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::bench::Bench;
use crate::browser::{self, Page};
use crate::opener::{Opener, Progress};
use crate::place::{Place, Trail};
use crate::search::Index;
use crate::words::failure::{self, Advice, Tone};
use crate::words::filter::Filter;
use crate::words::order::Shelf;

pub(crate) use exports::Given;
pub(crate) use files::{Files, Saved, Shown};
pub(crate) use leaver::TookAll;
pub(crate) use lock::{Locked, Why};

/// The desk that keeps tips.
pub(crate) const KEEPER: Desk = Desk::Triage;

/// Whether the opener can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Link {
    Loading,
    Ready,
    Broken,
}

/// Something the console says above the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    pub(crate) tone: Tone,
    pub(crate) advice: Advice,
    /// A room to go to from here, with the words on the link.
    pub(crate) onward: Option<(Place, &'static str)>,
}

/// The intake, as far as this console has opened it.
#[derive(Clone, Copy)]
pub(crate) struct IntakeState {
    pub(crate) tips: RwSignal<Vec<TipView>>,
    /// Which page of them is drawn, counted from 0.
    pub(crate) page: RwSignal<usize>,
    /// What of them is asked for.
    pub(crate) filter: RwSignal<Filter>,
    /// Where those stand among all, in their order.
    pub(crate) shown: Memo<Vec<usize>>,
    pub(crate) index: StoredValue<Index<TipId>>,
    pub(crate) chosen: RwSignal<Option<TipId>>,
    /// The tip being read, if another officer has taken it meanwhile.
    pub(crate) taken: RwSignal<Option<TipId>>,
    pub(crate) progress: RwSignal<Option<(u32, u32)>>,
    pub(crate) fetched: RwSignal<Option<UnixSeconds>>,
    pub(crate) tried: RwSignal<Option<UnixSeconds>>,
    pub(crate) unopened: RwSignal<u32>,
    pub(crate) jumped: RwSignal<bool>,
    pub(crate) every: RwSignal<Option<u32>>,
}

/// The one console of the page, handed on freely.
#[derive(Clone, Copy)]
pub(crate) struct Console(&'static State);

impl Deref for Console {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// Everything the console knows.
pub(crate) struct State {
    opener: StoredValue<Option<Rc<Opener>>, LocalStorage>,
    pub(crate) link: RwSignal<Link>,
    pub(crate) me: RwSignal<Option<Me>>,
    /// Set while somebody's session waits behind the lock.
    pub(crate) locked: RwSignal<Option<Locked>>,
    /// Counts sessions: an answer to an earlier one is nobody's.
    sessions: StoredValue<u32>,
    pub(crate) now: RwSignal<UnixSeconds>,
    /// The minute that clocks go by.
    pub(crate) minute: RwSignal<Minute>,
    /// How many tips are overdue.
    pub(crate) overdue: RwSignal<usize>,
    /// Whether a bell rings for what is overdue.
    pub(crate) sound: RwSignal<bool>,
    /// When the officer last touched a key or the pointer.
    pub(crate) awake: RwSignal<UnixSeconds>,
    pub(crate) place: RwSignal<Place>,
    trail: StoredValue<Trail>,
    pub(crate) notice: RwSignal<Option<Notice>>,
    pub(crate) offline: RwSignal<bool>,
    pub(crate) busy: RwSignal<u32>,
    pub(crate) intake: IntakeState,
    pub(crate) shelf: RwSignal<Shelf>,
    /// What of the accepted tips is asked for.
    pub(crate) filter: RwSignal<Filter>,
    /// What cards say, and the records this officer has opened.
    pub(crate) index: StoredValue<Index<RecordId>>,
    /// Filters that have a name, for this session.
    pub(crate) views: RwSignal<Vec<(String, Filter)>>,
    pub(crate) cards: RwSignal<Option<Vec<CardView>>>,
    /// What waits for a second officer.
    pub(crate) drafts: RwSignal<Option<Vec<DraftView>>>,
    pub(crate) deliveries: RwSignal<Option<Vec<DeliveryRow>>>,
    pub(crate) inbox: RwSignal<Vec<(Desk, Vec<InboxRow>)>>,
    pub(crate) cases: RwSignal<Vec<(Desk, Vec<CaseRow>)>>,
    /// The case that is open.
    pub(crate) case: RwSignal<Option<CaseView>>,
    /// What was given to another force last, and from which record.
    pub(crate) given: RwSignal<Option<(RecordId, Given)>>,
    /// What was taken from a colleague last: how much, and what was left, with the reason.
    pub(crate) taken_all: RwSignal<Option<TookAll>>,
    pub(crate) officers: RwSignal<Option<Vec<OfficerRow>>>,
    pub(crate) colleagues: RwSignal<Vec<Colleague>>,
    pub(crate) bench: Bench,
}

/// The console, from any room.
pub(crate) fn use_console() -> Console {
    expect_context()
}

impl Console {
    /// An empty console whose opener is still loading. It lives as long as the page.
    pub(crate) fn new() -> Self {
        let (tips, filter) = (RwSignal::new(Vec::new()), RwSignal::new(Filter::default()));
        let (index, minute) = (
            StoredValue::new(Index::default()),
            RwSignal::new(browser::now().minute()),
        );
        let me = RwSignal::new(None);
        Self(Box::leak(Box::new(State {
            opener: StoredValue::new_local(None),
            link: RwSignal::new(Link::Loading),
            me,
            locked: RwSignal::new(None),
            sessions: StoredValue::new(0),
            now: RwSignal::new(browser::now()),
            minute,
            overdue: RwSignal::new(0),
            sound: RwSignal::new(false),
            awake: RwSignal::new(browser::now()),
            place: RwSignal::new(browser::address().parse().unwrap_or(Place::Home)),
            trail: StoredValue::new(Trail::new(browser::now().0.to_string())),
            notice: RwSignal::new(None),
            offline: RwSignal::new(false),
            busy: RwSignal::new(0),
            intake: IntakeState {
                tips,
                filter,
                shown: finding::shown(tips, filter, index, minute, me),
                index,
                page: RwSignal::new(0),
                chosen: RwSignal::new(None),
                taken: RwSignal::new(None),
                progress: RwSignal::new(None),
                fetched: RwSignal::new(None),
                tried: RwSignal::new(None),
                unopened: RwSignal::new(0),
                jumped: RwSignal::new(false),
                every: RwSignal::new(Some(60)),
            },
            shelf: RwSignal::new(Shelf::Open),
            filter: RwSignal::new(Filter::default()),
            index: StoredValue::new(Index::default()),
            views: RwSignal::new(Vec::new()),
            cards: RwSignal::new(None),
            drafts: RwSignal::new(None),
            deliveries: RwSignal::new(None),
            inbox: RwSignal::new(Vec::new()),
            cases: RwSignal::new(Vec::new()),
            case: RwSignal::new(None),
            given: RwSignal::new(None),
            taken_all: RwSignal::new(None),
            officers: RwSignal::new(None),
            colleagues: RwSignal::new(Vec::new()),
            bench: Bench::new(),
        })))
    }

    /// Starts the opener's worker.
    pub(crate) fn load(self) {
        spawn_local(async move {
            let opener = match Page::read() {
                Some(page) => Opener::load(&page).await.ok(),
                None => None,
            };
            self.link.set(match opener {
                Some(_) => Link::Ready,
                None => Link::Broken,
            });
            self.opener.set_value(opener.map(Rc::new));
        });
    }

    /// Asks the opener; an ended session locks at once, a lost connection is remembered.
    pub(crate) async fn ask(self, ask: Ask) -> Result<Answer, Failure> {
        self.ask_long(ask, None).await
    }

    async fn ask_long(self, ask: Ask, progress: Option<Progress>) -> Result<Answer, Failure> {
        let opener = self.opener.get_value().ok_or(Failure::Unexpected)?;
        let signing_in = matches!(ask, Ask::SignIn { .. } | Ask::Enrol { .. });
        let session = self.sessions.get_value();
        let answer = opener.ask(ask, progress).await;
        if self.sessions.get_value() != session {
            return Err(Failure::SignedOut);
        }
        self.offline
            .set(matches!(answer, Err(Failure::Unreachable)));
        if matches!(answer, Err(Failure::SignedOut)) && !signing_in {
            self.session_ended();
        }
        answer
    }

    /// Asks something that shows as busy, and says what went wrong if it did.
    pub(crate) fn act<F: Future<Output = Result<(), Failure>> + 'static>(self, deed: F) {
        spawn_local(async move {
            self.busy.update(|busy| *busy = busy.saturating_add(1));
            let done = deed.await;
            self.busy.update(|busy| *busy = busy.saturating_sub(1));
            if let Err(failure) = done {
                self.say_failed(&failure);
            }
        });
    }

    /// Says what went wrong. A lost connection has a line of its own for as long as it lasts.
    pub(crate) fn say_failed(self, failure: &Failure) {
        if *failure == Failure::Unreachable {
            return;
        }
        self.notice.set(Some(Notice {
            tone: failure::tone(failure),
            advice: failure::of(failure),
            onward: None,
        }));
    }

    /// Says what went well.
    pub(crate) fn say_done(
        self,
        title: impl Into<String>,
        todo: impl Into<String>,
        onward: Option<(Place, &'static str)>,
    ) {
        let advice = Advice {
            title: title.into(),
            todo: todo.into(),
        };
        self.notice.set(Some(Notice {
            tone: Tone::Good,
            advice,
            onward,
        }));
    }

    /// What was said is read by now: somebody does the next thing. What went wrong stays.
    pub(crate) fn forget_notice(self) {
        let read = |notice: &Notice| notice.tone != Tone::Bad;
        if self
            .notice
            .with_untracked(|notice| notice.as_ref().is_some_and(read))
        {
            self.notice.set(None);
        }
    }

    /// The desks whose reports this officer reads.
    pub(crate) fn inboxes(self) -> Vec<Desk> {
        self.desks(Desk::receives_reports)
    }

    /// Whether this officer works at triage.
    pub(crate) fn at_triage(self) -> bool {
        !self.desks(|desk| desk == KEEPER).is_empty()
    }

    fn desks(self, wanted: impl Fn(Desk) -> bool) -> Vec<Desk> {
        self.me.with(|me| {
            let desks = me.iter().flat_map(|me| &me.desks);
            desks
                .map(|keys| keys.desk)
                .filter(|desk| wanted(*desk))
                .collect()
        })
    }
}
