//! The files that came with a tip: fetched when asked for, pictures shown, other files only handed on.

use domain::console::{Failure, FileView, Passphrase};
use domain::{Day, TipId};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::console::{Files, Saved, Shown, use_console};
use crate::words::files as words;

/// How far they have come.
enum Opened {
    Closed,
    Opening,
    Open(Files),
    Failed(Failure),
}

/// The files of one tip; what is shown is gone with this part of the page.
#[component]
pub(crate) fn TipFiles(tip: TipId, day: Day) -> impl IntoView {
    let console = use_console();
    let files = RwSignal::new_local(Opened::Closed);
    let open = move |_| {
        files.set(Opened::Opening);
        spawn_local(async move {
            let opened = console.open_files(tip).await;
            // Nobody looks any more: then what came is dropped.
            files.try_set(opened.map_or_else(Opened::Failed, Opened::Open));
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
                Opened::Closed => view! {
                    <button type="button" class="btn" id="open-files" on:click=open>
                        "Show them"
                    </button>
                }
                    .into_any(),
                Opened::Opening => view! { <p role="status">"Fetching and opening…"</p> }.into_any(),
                Opened::Open(files) => all(files).into_any(),
                Opened::Failed(why) => failed(why, open).into_any(),
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

fn all(files: &Files) -> impl IntoView + use<> {
    let count = files.files.len();
    let items = files.files.iter().map(|(file, shown)| {
        let (name, size) = (words::name(file, count), words::size(file.bytes));
        let item = match shown {
            Shown::Picture(address) => picture(file, &name, &size, address).into_any(),
            Shown::Sealed(saved) => other(file, name, size, saved).into_any(),
        };
        view! { <li>{item}</li> }
    });
    let items: Vec<_> = items.collect();
    view! {
        <ul class="files">{items}</ul>
        {files.passphrase.as_ref().map(carried)}
    }
}

/// A picture, which grows to its own size and back. It stands in a frame without scripts that has an
/// origin of its own: what might be wrong with a browser's decoder happens there, and not here.
fn picture(file: &FileView, name: &str, size: &str, address: &str) -> impl IntoView + use<> {
    let large = RwSignal::new(false);
    let (width, height) = file.pixels.unwrap_or((1, 1));
    let label = name.to_owned();
    let does = move || {
        let does = if large.get() {
            "show it smaller"
        } else {
            "show it in full size"
        };
        format!("{label}: {does}")
    };
    let wide = move || {
        if large.get() {
            format!("{width}px")
        } else {
            format!("min(100%, 18rem * {width} / {height})")
        }
    };
    view! {
        <figure class="picture" class:picture-large=move || large.get()>
            <div class="picture-hold">
                <div
                    class="picture-fit"
                    style:aspect-ratio=format!("{width} / {height}")
                    style:width=wide
                >
                    <iframe
                        sandbox=""
                        title=name.to_owned()
                        tabindex="-1"
                        srcdoc=words::framed(name, address)
                        {..custom_attribute("scrolling", "no")}
                    ></iframe>
                    <button
                        type="button"
                        class="picture-zoom"
                        aria-label=does
                        aria-pressed=move || large.get().to_string()
                        on:click=move |_| large.update(|large| *large = !*large)
                    ></button>
                </div>
            </div>
            <figcaption class="muted">
                {format!("{name}, {size}, without place, time and camera")}
            </figcaption>
        </figure>
    }
}

/// A file that is only saved, sealed.
fn other(file: &FileView, name: String, size: String, saved: &Saved) -> impl IntoView + use<> {
    view! {
        <div class="file-other">
            <p>
                <b>{name}</b>
                ", "
                {size}
            </p>
            <p>{words::NEVER_OPEN}</p>
            <a class="btn" href=saved.0.clone() download=words::save_as(file)>
                "Save it sealed"
            </a>
        </div>
    }
}

/// How what was saved is opened, elsewhere.
fn carried(passphrase: &Passphrase) -> impl IntoView + use<> {
    // EXPOSE: the officer copies it by hand, beside the file.
    let words = passphrase.expose().to_owned();
    view! {
        <div class="file-passphrase">
            <p>"Saved files open with this passphrase, which is drawn anew each time:"</p>
            <p><b translate="no">{words}</b></p>
            <p class="hint">{words::HOW_TO_OPEN}</p>
        </div>
    }
}
