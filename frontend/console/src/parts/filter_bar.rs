//! What of a list is shown: words, filters, and filters that were given a name.

use domain::{Category, District, Priority};
use leptos::ev;
use leptos::prelude::*;

use crate::browser;
use crate::console::{Console, use_console};
use crate::search::Query;
use crate::words::answers;
use crate::words::filter::{Filter, Stage};

/// Which list it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    Intake,
    Kept,
}

impl Over {
    fn filter(self, console: Console) -> RwSignal<Filter> {
        match self {
            Self::Intake => console.intake.filter,
            Self::Kept => console.filter,
        }
    }
}

/// The bar; `/` leads to its words, `f` to its filters.
#[component]
pub(crate) fn FilterBar(over: Over) -> impl IntoView {
    let console = use_console();
    let filter = over.filter(console);
    let open = RwSignal::new(filter.with_untracked(|filter| filter.parts() > 0));
    listen_for_keys(open);
    let typed = RwSignal::new(String::new());
    let search = move |event| {
        let text = event_target_value(&event);
        filter.update(|filter| filter.words = Query::of(&text));
        typed.set(text);
    };
    let clear = move |_| {
        typed.set(String::new());
        filter.set(Filter::default());
        browser::focus("search");
    };
    let head = move || match filter.with(Filter::parts) {
        0 => "Filters".to_owned(),
        1 => "1 filter".to_owned(),
        count => format!("{count} filters"),
    };
    view! {
        <search class="filter-bar">
            <div class="filter-line">
                <label class="unseen" for="search">
                    "Search these tips"
                </label>
                <input
                    type="search"
                    id="search"
                    placeholder="Search: any language, with or without accents"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || typed.get()
                    on:input=search
                />
                <button
                    type="button"
                    class="btn"
                    id="filters"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {head}
                </button>
                <Show when=move || filter.with(Filter::is_set)>
                    <button type="button" class="btn" id="clear-filters" on:click=clear>
                        "Show all"
                    </button>
                </Show>
            </div>
            <Show when=move || open.get()>{fields(over, filter)} {views(console, filter)}</Show>
        </search>
    }
}

fn fields(over: Over, filter: RwSignal<Filter>) -> impl IntoView {
    let priorities = Priority::ALL
        .iter()
        .map(|one| (one.code(), one.code().to_owned()));
    let categories = Category::ALL
        .iter()
        .map(|one| (one.code(), one.label().to_owned()));
    let districts = District::ALL
        .iter()
        .map(|one| (one.code(), one.label().to_owned()));
    let priority = pick(
        "filter-priority",
        "Priority",
        priorities.collect(),
        Signal::derive(move || filter.with(|one| one.priority.map(|one| one.code().to_owned()))),
        Callback::new(move |code: String| {
            filter.update(|filter| filter.priority = Priority::from_code(&code));
        }),
    );
    let category = pick(
        "filter-category",
        "Category",
        categories.collect(),
        Signal::derive(move || filter.with(|one| one.category.map(|one| one.code().to_owned()))),
        Callback::new(move |code: String| {
            filter.update(|filter| filter.category = Category::from_code(&code));
        }),
    );
    let district = pick(
        "filter-district",
        "District",
        districts.collect(),
        Signal::derive(move || filter.with(|one| one.district.map(|one| one.code().to_owned()))),
        Callback::new(move |code: String| {
            filter.update(|filter| filter.district = District::from_code(&code));
        }),
    );
    let own = match over {
        Over::Intake => of_intake(filter).into_any(),
        Over::Kept => of_kept(filter).into_any(),
    };
    view! {
        <div class="filter-fields">
            {priority} {category} {district} {own}
            {tick("filter-overdue", "Overdue", filter, |filter| &mut filter.overdue)}
        </div>
    }
}

const LANGUAGES: [&str; 9] = ["en", "ur", "pa", "pa-Arab", "pl", "bn", "ar", "ro", "gu"];

fn of_intake(filter: RwSignal<Filter>) -> impl IntoView {
    let languages = LANGUAGES.map(|tag| (tag, answers::language(tag)));
    let language = pick(
        "filter-language",
        "Language",
        languages.into(),
        Signal::derive(move || filter.with(|filter| filter.language.clone())),
        Callback::new(move |tag: String| {
            filter.update(|filter| filter.language = (!tag.is_empty()).then_some(tag));
        }),
    );
    view! {
        {language}
        {tick("filter-files", "With files", filter, |filter| &mut filter.files)}
    }
}

fn of_kept(filter: RwSignal<Filter>) -> impl IntoView {
    let stages: Vec<_> = Stage::ALL
        .iter()
        .map(|(_, label)| (*label, (*label).to_owned()))
        .collect();
    let named = |wanted: Stage| {
        let one = Stage::ALL.iter().find(|(stage, _)| *stage == wanted);
        one.map(|(_, label)| (*label).to_owned())
    };
    let stage = pick(
        "filter-stage",
        "State",
        stages,
        Signal::derive(move || filter.with(|filter| filter.stage.and_then(named))),
        Callback::new(move |text: String| {
            let one = Stage::ALL.iter().find(|(_, label)| *label == text);
            filter.update(|filter| filter.stage = one.map(|(stage, _)| *stage));
        }),
    );
    view! {
        {stage}
        {tick("filter-unclaimed", "Held by nobody", filter, |filter| &mut filter.unclaimed)}
    }
}

fn pick(
    id: &'static str,
    label: &'static str,
    options: Vec<(&'static str, String)>,
    value: Signal<Option<String>>,
    on_pick: Callback<String>,
) -> impl IntoView {
    let options = options.into_iter().map(|(code, words)| {
        view! {
            <option value=code prop:selected=move || value.get().as_deref() == Some(code)>
                {words}
            </option>
        }
    });
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change=move |event| on_pick.run(event_target_value(&event))>
                <option value="" prop:selected=move || value.get().is_none()>
                    "Any"
                </option>
                {options.collect_view()}
            </select>
        </div>
    }
}

fn tick(
    id: &'static str,
    label: &'static str,
    filter: RwSignal<Filter>,
    of: fn(&mut Filter) -> &mut bool,
) -> impl IntoView {
    let on = move || filter.with(|filter| *of(&mut filter.clone()));
    view! {
        <label class="check">
            <input
                type="checkbox"
                id=id
                prop:checked=on
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    filter.update(|filter| *of(filter) = on);
                }
            />
            {label}
        </label>
    }
}

/// Filters with a name: there is no sealed place for them, so they end with the session, and it says so.
fn views(console: Console, filter: RwSignal<Filter>) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let save = move |_| {
        let named = name.get_untracked().trim().to_owned();
        if named.is_empty() {
            return browser::focus("view-name");
        }
        let kept = filter.get_untracked();
        console.views.update(|views| {
            views.retain(|(known, _)| *known != named);
            views.push((named, kept));
        });
        name.set(String::new());
    };
    let chips = move || {
        let views = console.views.get().into_iter();
        let chips = views.map(|(name, kept)| {
            view! {
                <button type="button" class="btn btn-small" on:click=move |_| filter.set(kept.clone())>
                    {name}
                </button>
            }
        });
        chips.collect_view()
    };
    view! {
        <div class="filter-views">
            <span class="hint" id="views-hint">
                "Views, kept until you sign out:"
            </span>
            {chips}
            <label class="unseen" for="view-name">
                "Name for this view"
            </label>
            <input
                type="text"
                id="view-name"
                placeholder="Name for this view"
                maxlength="40"
                autocomplete="off"
                aria-describedby="views-hint"
                prop:value=move || name.get()
                on:input=move |event| name.set(event_target_value(&event))
            />
            <button type="button" class="btn btn-small" id="save-view" on:click=save>
                "Keep it"
            </button>
        </div>
    }
}

fn listen_for_keys(open: RwSignal<bool>) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if browser::is_typing(&event) {
            return;
        }
        match event.key().as_str() {
            "/" => browser::focus("search"),
            "f" => {
                open.set(true);
                browser::focus_soon("filter-priority");
            }
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}
