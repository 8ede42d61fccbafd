//! The conversation with a reporter: what they sent and what was replied, and a reply in the making.

use domain::console::{CanReply, FollowUp, RecordView};
use domain::mailbox::REPLY_TEXT_MAX;
use domain::message::{Message, MessageKind};
use domain::tip::Language;
use domain::wire::DeliveryState;
use domain::{Day, Minute, RecordId};
use leptos::prelude::*;

use super::{Area, AskFirst};
use crate::console::{Console, KEEPER, use_console};
use crate::place::Place;
use crate::words::{answers, asked as asked_words, day, sanitise, saved_replies};

/// The conversation of a record; nothing if its reporter has no phrase.
#[component]
pub(crate) fn Conversation(view: RecordView) -> impl IntoView {
    let console = use_console();
    let reply = view.original.reply;
    let asked = questions(console, &view);
    (reply != CanReply::No).then(|| {
        let class = if reply == CanReply::Safe {
            "strip"
        } else {
            "strip strip-bad"
        };
        let signed = if view.follow_up == FollowUp::Unproven {
            "strip strip-bad"
        } else {
            "hint"
        };
        view! {
            <section class="conversation" aria-labelledby="conversation-title">
                <h2 class="form-head" id="conversation-title">
                    "Conversation"
                </h2>
                <p class=class id="safe-to-reply">
                    {answers::can_reply(reply)}
                </p>
                <p class=signed id="follow-up">
                    {answers::follow_up(view.follow_up)}
                </p>
                {turns(console, &view)}
                {move || asked.get().into_iter().map(|one| question(console, one)).collect_view()}
                <Writing
                    record=view.record
                    lang=view.original.lang.as_str().to_owned()
                    asked=asked
                />
            </section>
        }
    })
}

/// One thing that was said in a conversation. Of one day, tips up to the record's own come first, then
/// replies to it, then later tips: of a reply only the day is kept.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Turn {
    day: Day,
    of_the_day: OfTheDay,
    since: Option<Minute>,
    said: Said,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum OfTheDay {
    Tip,
    Reply,
    LaterTip,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    OwnTip,
    OtherTip(RecordId),
    Reply {
        seq: u32,
        text: String,
        lang: String,
    },
}

/// What the reporter sent and what was replied from this record, oldest first. Replies from records of
/// other tips stand there.
fn turns(console: Console, view: &RecordView) -> impl IntoView + use<> {
    let (thread, own) = (view.original.thread, view.record);
    let since = view.original.since.minute;
    let mut known = replies(view);
    known.push(tip(since, since, Said::OwnTip));
    let all = move || {
        let mut turns = known.clone();
        console.cards.with(|cards| {
            for card in cards.iter().flatten().filter(|card| card.record != own) {
                let face = card.card.as_ref().ok();
                let same = face.filter(|face| face.thread == Some(thread));
                let said = Said::OtherTip(card.record);
                turns.extend(same.map(|face| tip(face.since.minute, since, said)));
            }
        });
        turns.sort();
        turns
    };
    view! {
        <ol class="history" id="turns">
            {move || all().into_iter().map(turn).collect_view()}
        </ol>
    }
}

fn tip(came: Minute, own: Minute, said: Said) -> Turn {
    let of_the_day = if came > own {
        OfTheDay::LaterTip
    } else {
        OfTheDay::Tip
    };
    Turn {
        day: came.start().day(),
        of_the_day,
        since: Some(came),
        said,
    }
}

fn replies(view: &RecordView) -> Vec<Turn> {
    let replied = view.history.entries.iter().filter_map(|entry| {
        let (seq, text, lang) = entry.act.reply()?;
        Some(Turn {
            day: entry.day,
            of_the_day: OfTheDay::Reply,
            since: None,
            said: Said::Reply {
                seq,
                text: text.to_owned(),
                lang: lang.as_str().to_owned(),
            },
        })
    });
    replied.collect()
}

fn turn(
    Turn {
        day: said_on, said, ..
    }: Turn,
) -> impl IntoView {
    let date = day::long(said_on);
    match said {
        Said::OwnTip => view! { <li>{format!("This tip, {date}")}</li> }.into_any(),
        Said::OtherTip(record) => view! {
            <li>
                <a href=Place::Record(record).to_string()>
                    {format!("Another tip of theirs, {date}")}
                </a>
            </li>
        }
        .into_any(),
        Said::Reply { seq, text, lang } => view! {
            <li class="replied">
                <span class="muted">
                    {format!("Reply {seq}, {date}, {}", answers::language(&lang))}
                </span>
                <p class="reply-text" dir="auto" lang=lang>
                    {text}
                </p>
            </li>
        }
        .into_any(),
    }
}

/// What desks ask about reports that were sent from this record, as long as triage has not answered.
fn questions(console: Console, view: &RecordView) -> Memo<Vec<Message>> {
    let sent = view.routings.iter();
    let sent = sent.map(|one| (Some(one.routing.report), one.routing.desk));
    let sent: Vec<_> = sent.collect();
    Memo::new(move |_| {
        console.inbox.with(|all| {
            let rows = all.iter().filter(|(desk, _)| *desk == KEEPER);
            let rows = rows.flat_map(|(_, rows)| rows);
            let open = rows.filter(|row| row.delivery.state != DeliveryState::Acknowledged);
            let messages = open.filter_map(|row| row.message.clone());
            let of_this = |one: &Message| {
                one.kind == MessageKind::Question && sent.contains(&(one.report, one.from))
            };
            messages.filter(of_this).collect()
        })
    })
}

fn question(console: Console, asked: Message) -> impl IntoView {
    let place = Place::Report(KEEPER, asked.id);
    view! {
        <div class="asked" role="note">
            <p>
                <b>{format!("{} waits for an answer. It asks:", asked.from.label())}</b>
            </p>
            <p class="story" dir="auto">
                {asked.text}
            </p>
            <p class="hint">
                "Decide whether they may be asked that. Ask in your own words, and say nothing of who wants to know. "
                <a href=place.to_string() on:click=console.follow(place)>
                    "Answer the desk"
                </a>
            </p>
        </div>
    }
}

/// Words of a question that stand in a reply as they came.
fn echoed(asked: Memo<Vec<Message>>, reply: &str) -> Option<impl IntoView + use<>> {
    let echoes = asked.with(|all| {
        let all = all.iter().flat_map(|one| asked_words::echoes(reply, one));
        all.collect::<Vec<_>>()
    });
    (!echoes.is_empty()).then(|| {
        view! {
            <p class="strip strip-bad" role="status" id="echoed">
                <span>
                    "As the desk wrote it, or who asks: " <b dir="auto">{sanitise::some(&echoes)}</b>
                    ". Say it in your own words, so that they learn nothing of who wants to know."
                </span>
            </p>
        }
    })
}

/// A reply in the making: their language at first, words of one's own or words saved beforehand.
#[component]
fn Writing(record: RecordId, lang: String, asked: Memo<Vec<Message>>) -> impl IntoView {
    let console = use_console();
    let text = RwSignal::new(String::new());
    let known = saved_replies::languages().contains(&lang.as_str());
    let lang = RwSignal::new(if known { lang } else { "en".to_owned() });
    let trimmed = move || text.with(|text| text.trim().to_owned());
    let left = move || {
        let bytes = text.with(String::len);
        REPLY_TEXT_MAX.checked_sub(bytes).map_or_else(
            || "This is too long".to_owned(),
            |left| format!("Room for about {} more letters", left / 100 * 100),
        )
    };
    let may_send = move || {
        let length = trimmed().len();
        (1..=REPLY_TEXT_MAX).contains(&length) && console.busy.get() == 0
    };
    let send = Callback::new(move |()| {
        let language = Language::try_from(lang.get_untracked());
        if let Ok(language) = language {
            console.act(console.reply(record, trimmed(), language));
        }
    });
    view! {
        <div class="reply-form">
            <p class="hint">
                "Whoever finds their phrase reads this too. Name nobody and no place, and do not say what the tip was about."
            </p>
            {language_choice(lang)}
            {saved_choice(lang, text)}
            <Area
                id="reply"
                label="Reply"
                rows=5
                value=text
                on_write=Callback::new(move |written| text.set(written))
            />
            <p class="hint">{left}</p>
            {move || echoed(asked, &trimmed())}
            <Show when=may_send>
                <p class="muted">"They will read:"</p>
                <p class="reply-text" id="reply-preview" dir="auto" lang=move || lang.get()>
                    {trimmed}
                </p>
                <AskFirst
                    label="Seal and send the reply"
                    question="Send it? It cannot be taken back."
                    yes="Send it"
                    no="Not yet"
                    on_yes=send
                />
            </Show>
        </div>
    }
}

fn language_choice(lang: RwSignal<String>) -> impl IntoView {
    let options = saved_replies::languages().into_iter().map(|tag| {
        view! {
            <option value=tag prop:selected=move || lang.get() == tag>
                {answers::language(tag)}
            </option>
        }
    });
    view! {
        <div class="field">
            <label for="reply-language">"Language"</label>
            <select
                id="reply-language"
                on:change=move |event| lang.set(event_target_value(&event))
            >
                {options.collect_view()}
            </select>
        </div>
    }
}

fn saved_choice(lang: RwSignal<String>, text: RwSignal<String>) -> impl IntoView {
    let option = |reply: saved_replies::SavedReply| {
        let english = saved_replies::in_english(reply.name);
        view! { <option value=reply.text>{english}</option> }
    };
    let options = move || lang.with(|lang| saved_replies::of(lang).map(option).collect_view());
    let unchecked = move || lang.with(|lang| !saved_replies::is_checked(lang));
    let take = move |event| {
        let taken = event_target_value(&event);
        if !taken.is_empty() {
            text.set(taken);
        }
    };
    view! {
        <div class="field">
            <label for="reply-saved">"Saved replies"</label>
            <select id="reply-saved" on:change=take>
                <option value="">"Write my own"</option>
                {options}
            </select>
            <Show when=unchecked>
                <p class="hint">"Machine-made translation: no native reader has checked it yet."</p>
            </Show>
        </div>
    }
}
