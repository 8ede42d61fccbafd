//! The report in the making.

use domain::answers::Knows;
use domain::console::RecordView;
use domain::report::Marking;
use domain::work::Work;
use domain::{Category, Priority};
use leptos::prelude::*;
use pole::Suggested;

use super::desks::Desks;
use super::items::Items;
use super::signposts::Signposts;
use super::threat::ThreatPart;
use crate::console::{Console, use_console};
use crate::parts::{Area, ErrorSummary, GradePicker, Line, error_of};
use crate::words::suggest;

/// Signals and deeds the parts of the form share.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    pub(crate) console: Console,
    pub(crate) locked: Signal<bool>,
}

impl Sheet {
    /// The sheet on the bench.
    pub(crate) fn of(console: Console) -> Self {
        let locked = Signal::derive(move || !console.bench.writable());
        Self { console, locked }
    }

    /// A part of the work; the default while nothing lies on the bench.
    pub(crate) fn read<T: Default + Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Work) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        let work = self.console.bench.work;
        Signal::derive(move || work.with(|work| work.as_ref().map(&read).unwrap_or_default()))
    }

    /// Writes a text.
    pub(crate) fn write(
        self,
        write: impl Fn(&mut Work, String) + Send + Sync + 'static,
    ) -> Callback<String> {
        Callback::new(move |text| self.console.edit(|work| write(work, text)))
    }

    /// What is wrong with a field.
    pub(crate) fn error(self, id: impl Into<String>) -> Signal<Option<String>> {
        let id = id.into();
        Signal::derive(move || error_of(self.console.bench.problems, &id))
    }
}

/// The form.
#[component]
pub(crate) fn Form(view: RecordView) -> impl IntoView {
    let console = use_console();
    let sheet = Sheet::of(console);
    let knows = view.original.knows;
    let answers = view.original.answers.clone();
    let suggested = suggest::of(&view.original);
    let threat = suggested.threat.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        console.check_work();
    };
    view! {
        <form class="report-form" on:submit=submit autocomplete="off" novalidate=true>
            <h2 class="form-head">"Report"</h2>
            <ErrorSummary problems=console.bench.problems />
            {(!view.work.routings.is_empty()).then(|| changed(sheet))}
            {priority(sheet, suggested.priority)}
            <ThreatPart sheet=sheet suggested=threat />
            <div class="pair">{category(sheet, suggested.categories)} {marking(sheet)}</div>
            {title(sheet)}
            <Items sheet=sheet view=view.clone() />
            {provenance(sheet, knows)}
            {circumstances(sheet)}
            <Desks sheet=sheet suggested=suggested.desks answers=answers />
            <Signposts view=view locked=sheet.locked />
            {note(sheet)}
            <div class="deeds">
                <button class="btn btn-main" id="check" disabled=move || sheet.locked.get()>
                    "Check and route"
                </button>
                <p class="hint">"You see it as the desk will, before anything is sent."</p>
            </div>
        </form>
    }
}

fn priority(sheet: Sheet, suggested: Suggested<Priority>) -> impl IntoView {
    let chosen = sheet.read(|work| work.priority);
    let error = sheet.error("priority");
    let choice = |(at, priority): (usize, Priority)| {
        let taken = move || chosen.get() == Some(priority);
        let id = if at == 0 {
            "priority".to_owned()
        } else {
            format!("priority-{at}")
        };
        view! {
            <label class="seg" class:seg-on=taken>
                <input
                    type="radio"
                    name="priority"
                    id=id
                    prop:checked=taken
                    disabled=move || sheet.locked.get()
                    on:change=move |_| sheet.console.edit(|work| work.priority = Some(priority))
                />
                <b>{priority.code()}</b>
                <span>{priority.label()}</span>
            </label>
        }
    };
    let choices = Priority::ALL.iter().copied().enumerate().map(choice);
    view! {
        <fieldset class="segs" class:field-wrong=move || error.with(Option::is_some)>
            <legend>"Priority"</legend>
            <p class="suggest">
                <b>{format!("Suggested {}: ", suggested.value)}</b>
                {suggested.because}
            </p>
            <p class="error">{move || error.get()}</p>
            <div class="segs-row">{choices.collect_view()}</div>
        </fieldset>
    }
}

fn category(sheet: Sheet, suggested: Vec<Suggested<Category>>) -> impl IntoView {
    // What is chosen already needs no advice.
    let advice = move || {
        let chosen = sheet.console.bench.work;
        let chosen = chosen.with(|work| work.as_ref().map(|work| work.category));
        let others = suggested.iter().filter(|one| Some(one.value) != chosen);
        let lines = others.map(|one| {
            view! {
                <p class="suggest">
                    <b>{format!("Also suggested {}: ", one.value.label())}</b>
                    {one.because.clone()}
                </p>
            }
        });
        lines.collect_view()
    };
    let chosen = sheet.console.bench.work;
    let options = Category::ALL.iter().copied().map(|category| {
        let taken =
            move || chosen.with(|work| work.as_ref().is_some_and(|work| work.category == category));
        view! {
            <option value=category.code() prop:selected=taken>
                {category.label()}
            </option>
        }
    });
    let take = move |event| {
        if let Some(category) = Category::from_code(&event_target_value(&event)) {
            sheet.console.edit(|work| work.category = category);
        }
    };
    view! {
        <div class="field">
            <label for="category">"Category"</label>
            <select id="category" disabled=move || sheet.locked.get() on:change=take>
                {options.collect_view()}
            </select>
            {advice}
        </div>
    }
}

fn marking(sheet: Sheet) -> impl IntoView {
    let chosen = sheet.console.bench.work;
    let choice = |marking: Marking| {
        let taken =
            move || chosen.with(|work| work.as_ref().is_some_and(|work| work.marking == marking));
        view! {
            <label class="seg seg-small" class:seg-on=taken>
                <input
                    type="radio"
                    name="marking"
                    prop:checked=taken
                    disabled=move || sheet.locked.get()
                    on:change=move |_| sheet.console.edit(|work| work.marking = marking)
                />
                <span>{marking.label()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segs">
            <legend>"Marking"</legend>
            <div class="segs-row">
                {[Marking::Official, Marking::OfficialSensitive].map(choice).collect_view()}
            </div>
        </fieldset>
    }
}

/// Of a correction: what is different, for the desks that have the report.
fn changed(sheet: Sheet) -> impl IntoView {
    let text = sheet.read(|work| work.what_changed.clone().unwrap_or_default());
    view! {
        <div class="strip" id="correction" role="note">
            <p>
                "You are correcting a report that was sent. Its desks have it as it was until a colleague releases \
                 this. A desk you take out is told that it has lost the report; one you add gets it as new."
            </p>
        </div>
        <Area
            id="changed"
            label="What has changed"
            hint="The desks read it beside both versions. Nothing that could tell who the source is."
            rows=2
            value=text
            error=sheet.error("changed")
            locked=sheet.locked
            on_write=sheet.write(|work, text| work.what_changed = Some(text))
        />
    }
}

fn title(sheet: Sheet) -> impl IntoView {
    view! {
        <Line
            id="title"
            label="Title"
            hint="One line that says what it is, without the source."
            value=sheet.read(|work| work.title.clone())
            error=sheet.error("title")
            locked=sheet.locked
            on_write=sheet.write(|work, text| work.title = text)
        />
    }
}

fn provenance(sheet: Sheet, knows: Knows) -> impl IntoView {
    let change = Callback::new(move |change: Box<dyn FnOnce(&mut _) + Send + Sync>| {
        sheet.console.edit(|work| change(&mut work.grade));
    });
    view! {
        <section class="form-part">
            <h3>"Provenance and grade of the whole"</h3>
            <Area
                id="provenance"
                label="Provenance"
                hint="How it came to be known, without revealing who, where from or by what means."
                rows=2
                value=sheet.read(|work| work.provenance.clone())
                error=sheet.error("provenance")
                locked=sheet.locked
                on_write=sheet.write(|work, text| work.provenance = text)
            />
            <GradePicker
                prefix="grade"
                value=sheet.read(|work| work.grade.clone())
                problems=sheet.console.bench.problems
                locked=sheet.locked
                change=change
                knows=knows
            />
        </section>
    }
}

fn circumstances(sheet: Sheet) -> impl IntoView {
    view! {
        <section class="form-part">
            <h3>"Lawful sharing"</h3>
            <Area
                id="purpose"
                label="Shared for which lawful policing purpose?"
                rows=2
                value=sheet.read(|work| work.purpose.clone())
                error=sheet.error("purpose")
                locked=sheet.locked
                on_write=sheet.write(|work, text| work.purpose = text)
            />
            <div class="pair">
                <Line
                    id="intelligence-day"
                    label="Day the intelligence is from (optional)"
                    kind="date"
                    value=sheet
                        .read(|work| work.intelligence_day.map(|day| day.to_string()).unwrap_or_default())
                    locked=sheet.locked
                    on_write=sheet.write(|work, text| work.intelligence_day = text.parse().ok())
                />
                <Line
                    id="review"
                    label="Review by"
                    kind="date"
                    value=sheet.read(|work| work.review.map(|day| day.to_string()).unwrap_or_default())
                    error=sheet.error("review")
                    locked=sheet.locked
                    on_write=sheet.write(|work, text| work.review = text.parse().ok())
                />
            </div>
            {pii(sheet)}
        </section>
    }
}

fn pii(sheet: Sheet) -> impl IntoView {
    let considered = sheet.read(|work| work.pii_considered);
    let pii = sheet.error("pii");
    view! {
            <div class:field-wrong=move || pii.with(Option::is_some)>
                <p class="error">{move || pii.get()}</p>
                <label class="check">
                    <input
                        type="checkbox"
                        id="pii"
                        prop:checked=move || considered.get()
                        disabled=move || sheet.locked.get()
                        on:change=move |event| {
                            let on = event_target_checked(&event);
                            sheet.console.edit(|work| work.pii_considered = on);
                        }
                    />
                    "Public interest immunity was considered"
                </label>
            </div>
    }
}

fn note(sheet: Sheet) -> impl IntoView {
    view! {
        <Area
            id="note"
            label="Note for colleagues at triage (optional)"
            hint="Shown in the list, never in a report."
            rows=2
            value=sheet.read(|work| work.note.clone())
            locked=sheet.locked
            on_write=sheet.write(|work, text| work.note = text)
        />
    }
}
