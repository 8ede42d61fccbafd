//! What somebody without scripts is shown of a mailbox.

use domain::TipId;
use domain::mailbox::REPLY_DAYS;
use leptos::prelude::*;
use mailbox::Fetched;
use phrase::NotAPhrase;

use super::check::kept;
use super::document::{Place, document};
use super::replies::{MAILBOX, REPLIES, UNTITLED, more, phrase_field};
use super::{Entries, Sheet};

/// Bytes of every answer that shows a mailbox, or twice as many: its length on the wire tells neither
/// whether there are replies nor how long they are.
const ONE_LENGTH: usize = 131_072;

/// For somebody without scripts whose phrase was none: asked again, without what was typed.
pub(crate) fn mistyped_page(sheet: &Sheet<'_>, why: NotAPhrase) -> String {
    let error = match why {
        NotAPhrase::Count => sheet.say("replies-count"),
        NotAPhrase::Group(number) => {
            let number = number.to_string();
            sheet.words.say_with("replies-group", "number", number)
        }
        NotAPhrase::Together => sheet.say("replies-together"),
    };
    let heading = sheet.say("replies-title");
    document(sheet, UNTITLED, Place::At(REPLIES), || {
        view! {
            <form class="prose" method="post" action=sheet.href(MAILBOX) autocomplete="off">
                <h1>{heading}</h1>
                {phrase_field(sheet, Some(error))}
                <div class="notice plain">
                    <p>{sheet.say("replies-plain")}</p>
                </div>
                <button type="submit" class="button">
                    {sheet.say("replies-plain-open")}
                </button>
            </form>
        }
        .into_any()
    })
}

/// What lies there, for somebody without scripts, and how to delete it or write back.
pub(crate) fn opened_page(
    sheet: &Sheet<'_>,
    tip: TipId,
    entries: &Entries,
    fetched: &Fetched,
    deleted: bool,
) -> String {
    let title = sheet.say("replies-title");
    let html = document(sheet, UNTITLED, Place::At(REPLIES), || {
        let told = deleted.then(|| view! { <p role="status">{sheet.say("replies-deleted")}</p> });
        view! {
            <article class="prose">
                <h1>{title}</h1>
                {told}
                <form method="post" action=sheet.href(MAILBOX) autocomplete="off">
                    {kept(tip, entries)} {opened(sheet, fetched)}
                </form>
                <form method="post" action=sheet.href("send") autocomplete="off">
                    {kept(tip, entries)} <input type="hidden" name="danger" value="no" />
                    <input type="hidden" name="about" value="not_sure" />
                    <input type="hidden" name="reply" value="phrase" /> {more(sheet, false)}
                    <div class="notice plain">
                        <p>{sheet.say("replies-plain")}</p>
                    </div>
                    <button type="submit" class="button">
                        {sheet.say("replies-more-plain")}
                    </button>
                </form>
            </article>
        }
        .into_any()
    });
    filled_up(html)
}

/// White space behind the document says nothing.
fn filled_up(html: String) -> String {
    let missing = html.len().next_multiple_of(ONE_LENGTH) - html.len();
    html + &" ".repeat(missing)
}

fn opened(sheet: &Sheet<'_>, fetched: &Fetched) -> AnyView {
    let delete = |value: String, key: &str| {
        view! {
            <button type="submit" class="link" name="delete" value=value>
                {sheet.say(key)}
            </button>
        }
    };
    let doubtful = (fetched.doubtful > 0).then(|| view! { <p>{sheet.say("replies-doubtful")}</p> });
    if fetched.replies.is_empty() {
        // What does not open takes room too.
        let all = doubtful
            .is_some()
            .then(|| delete("all".into(), "replies-delete-all"));
        return view! {
            <h2>{sheet.say("replies-none-title")}</h2>
            <p>{sheet.say("replies-none")}</p>
            {doubtful}
            {all}
        }
        .into_any();
    }
    let replies = fetched.replies.iter().map(|reply| {
        let written = sheet
            .words
            .say_with("replies-written", "date", reply.day.to_string());
        // EXPOSE: whoever holds the page deletes this reply with it.
        let token = hex::encode(reply.token.expose());
        view! {
            <li>
                <p>{written}</p>
                <p class="said-in-it" lang=reply.lang.as_str().to_owned() dir="auto" translate="no">
                    {reply.text.to_string()}
                </p>
                {delete(token, "replies-delete")}
            </li>
        }
    });
    let replies: Vec<_> = replies.collect();
    view! {
        <h2>{sheet.say("replies-found-title")}</h2>
        <ol class="replies">{replies}</ol>
        {doubtful}
        <p>{sheet.words.say_with("replies-days", "days", REPLY_DAYS)}</p>
        <p>{delete("all".into(), "replies-delete-all")}</p>
    }
    .into_any()
}
