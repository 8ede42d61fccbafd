//! A tip as it came: a tidy summary of the answers, and the story in the reporter's own words.

use domain::console::TipView;
use domain::question::Field;
use leptos::prelude::*;

use super::tip_files::TipFiles;
use crate::words::{answers as words, day, details};

/// What is shown with how they know.
const OF_THE_REPORTER: &[Field] = &[Field::Others, Field::Helping];

/// The whole of a tip, for reading.
#[component]
pub(crate) fn TipPaper(tip: TipView) -> impl IntoView {
    let language = words::language(tip.lang.as_str());
    let missing = words::missing_parts(&tip);
    let foreign = tip.lang.as_str() != "en";
    view! {
        <div class="paper">
            {missing.map(|text| view! { <p class="paper-warn">{text}</p> })}
            <section>
                <h3 class="paper-head">
                    "What happened" {foreign.then(|| view! { <span class="chip">{language.clone()}</span> })}
                </h3>
                <div class="story" dir="auto" lang=tip.lang.as_str().to_owned()>
                    {tip.story.clone()}
                </div>
            </section>
            {tip.has_files.then(|| view! { <TipFiles tip=tip.tip day=tip.day /> })}
            <section>
                <h3 class="paper-head">"Their answers"</h3>
                <dl class="summary">{rows(&tip)}</dl>
            </section>
        </div>
    }
}

fn rows(tip: &TipView) -> impl IntoView + use<> {
    let answers = tip.answers.as_ref();
    let row = |name: &str, value: String| {
        let name = name.to_owned();
        (!value.is_empty()).then(|| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd dir="auto">{value}</dd>
                </div>
            }
        })
    };
    let danger = answers.map_or("Not known: part 1 has not come", |answers| {
        words::danger(answers.danger)
    });
    let about = answers.map(|answers| {
        let ticked = answers
            .about
            .iter()
            .map(|category| words::ticked(*category));
        ticked.collect::<Vec<_>>().join("; ")
    });
    let areas = answers.map(|answers| {
        let names = answers.areas.iter().map(|area| words::area(*area));
        names.collect::<Vec<_>>().join(", ")
    });
    let place = answers.map(|answers| answers.place.clone());
    let detail = |field: &Field| {
        let said = answers.map(|answers| details::said(&answers.details, *field));
        row(details::name(*field)?, said.unwrap_or_default())
    };
    let of_the_reporter = |field: &&Field| OF_THE_REPORTER.contains(field);
    let matter = Field::ALL.iter().filter(|field| !of_the_reporter(field));
    let mut rows = vec![
        row("In danger now?", danger.into()),
        row("About", about.unwrap_or_default()),
        row("Where", place.unwrap_or_default()),
        row("District", areas.unwrap_or_default()),
    ];
    let told = answers.map(|answers| details::entries(&answers.details));
    let told = told.into_iter().flatten();
    rows.extend(told.map(|(name, lines)| row(&name, lines)));
    rows.extend(matter.map(detail));
    rows.push(row("How they know", words::knows(tip.knows).into()));
    rows.extend(OF_THE_REPORTER.iter().map(detail));
    rows.extend([
        row("Language", words::language(tip.lang.as_str())),
        row("Arrived", day::long(tip.day)),
        row("Sealed", words::sealed(tip.path).into()),
        row("A reply", words::can_reply(tip.reply).into()),
    ]);
    rows
}
