//! The files that came with a tip: fetched when asked for, pictures shown, other files only handed on.

use domain::console::Failure;
use domain::{Day, TipId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::console::{Shown, use_console};
use crate::words::files as words;

/// How far they have come.
enum Files {
    Closed,
    Opening,
    Open(Vec<Shown>),
    Failed(Failure),
}

/// The files of one tip; what is shown is gone with this part of the page.
#[component]
pub(crate) fn TipFiles(tip: TipId, day: Day) -> impl IntoView {
    let console = use_console();
    let files = RwSignal::new_local(Files::Closed);
    let open = move |_| {
        files.set(Files::Opening);
        spawn_local(async move {
            let opened = console.open_files(tip).await;
            // Nobody looks any more: then what came is dropped.
            files.try_set(opened.map_or_else(Files::Failed, Files::Open));
            browser::focus_soon("files-title");
        });
    };
    view! {
        <section aria-labelledby="files-title">
            <h3 class="paper-head" id="files-title" tabindex="-1">
                "Pictures and files"
            </h3>
            <p class="muted">{words::until(day)}</p>
            {move || files.with(|files| match files {
                Files::Closed => view! {
                    <button type="button" class="btn" id="open-files" on:click=open>
                        "Show them"
                    </button>
                }
                    .into_any(),
                Files::Opening => view! { <p role="status">"Fetching and opening…"</p> }.into_any(),
                Files::Open(shown) => all(shown).into_any(),
                Files::Failed(why) => failed(why, open).into_any(),
            })}
        </section>
    }
}

fn failed(why: &Failure, again: impl Fn(web_sys::MouseEvent) + 'static) -> impl IntoView {
    let advice = words::failed(why);
    view! {
        <div class="file-failed" role="alert">
            <p>
                <b>{advice.title}</b>
            </p>
            <p>{advice.todo}</p>
            <button type="button" class="btn btn-small" on:click=again>
                "Try again"
            </button>
        </div>
    }
}

fn all(shown: &[Shown]) -> impl IntoView + use<> {
    let count = shown.len();
    let items = shown.iter().map(|one| {
        let (name, size) = (words::name(&one.file, count), words::size(one.file.bytes));
        let url = one.url.clone();
        let item = if words::is_picture(one.file.kind) {
            picture(name, size, url).into_any()
        } else {
            let save_as = one.file.kind.name(one.file.number);
            other(name, size, url, save_as).into_any()
        };
        view! { <li>{item}</li> }
    });
    let items: Vec<_> = items.collect();
    view! { <ul class="files">{items}</ul> }
}

/// A picture, which grows to its own size and back.
fn picture(name: String, size: String, url: String) -> impl IntoView {
    let large = RwSignal::new(false);
    let label = name.clone();
    let does = move || {
        let does = if large.get() {
            "show it smaller"
        } else {
            "show it in full size"
        };
        format!("{label}: {does}")
    };
    view! {
        <figure class="picture" class:picture-large=move || large.get()>
            <button
                type="button"
                class="picture-zoom"
                aria-label=does
                aria-pressed=move || large.get().to_string()
                on:click=move |_| large.update(|large| *large = !*large)
            >
                <img src=url alt=name.clone() />
            </button>
            <figcaption class="muted">{name}", "{size}", without place, time and camera"</figcaption>
        </figure>
    }
}

/// A file that is only saved.
fn other(name: String, size: String, url: String, save_as: String) -> impl IntoView {
    view! {
        <div class="file-other">
            <p>
                <b>{name}</b>
                ", "
                {size}
            </p>
            <p>{words::NEVER_OPEN}</p>
            <a class="btn" href=url download=save_as>
                "Save it to open it off this system"
            </a>
        </div>
    }
}
