//! The 3x5x2 grade, picked: source, assessment, handling, and what each choice asks for.

use domain::answers::Knows;
use domain::grade::{ActionCode, SanitisationCode};
use domain::work::{AssessmentCode, GradeDraft, HandlingCode, SourceCode, WorkProblem};
use leptos::prelude::*;

use super::fields::{Area, Line, error_of};
use crate::browser;
use crate::words::{grade, suggest};

/// One change to a grade.
pub(crate) type Change = Box<dyn FnOnce(&mut GradeDraft) + Send + Sync>;

#[derive(Clone, Copy)]
struct Picker {
    value: Signal<GradeDraft>,
    problems: RwSignal<Vec<WorkProblem>>,
    locked: Signal<bool>,
    change: Callback<Change>,
    prefix: StoredValue<String>,
}

impl Picker {
    fn id(self, part: &str) -> String {
        self.prefix.with_value(|prefix| format!("{prefix}-{part}"))
    }

    fn error(self, part: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || error_of(self.problems, &self.id(part)))
    }

    fn text(self, read: fn(&GradeDraft) -> &String) -> Signal<String> {
        Signal::derive(move || self.value.with(|grade| read(grade).clone()))
    }

    fn write(self, write: fn(&mut GradeDraft, String)) -> Callback<String> {
        Callback::new(move |text: String| {
            let change: Change = Box::new(move |grade| write(grade, text));
            self.change.run(change);
        })
    }

    /// A row of choices, of which one is taken.
    fn choices<T: Copy + PartialEq + Send + Sync + 'static>(
        self,
        part: &'static str,
        legend: &'static str,
        all: impl IntoIterator<Item = (T, &'static str, &'static str)>,
        chosen: fn(&GradeDraft) -> Option<T>,
        choose: fn(&mut GradeDraft, T),
    ) -> impl IntoView {
        let name = self.id(part);
        let error = self.error(part);
        let choice = |(at, (value, code, words)): (usize, (T, &'static str, &'static str))| {
            let id = if at == 0 {
                name.clone()
            } else {
                format!("{name}-{at}")
            };
            let taken = move || self.value.with(|grade| chosen(grade) == Some(value));
            let take = move |_| {
                let change: Change = Box::new(move |grade| choose(grade, value));
                self.change.run(change);
            };
            view! {
                <label class="seg" class:seg-on=taken>
                    <input
                        type="radio"
                        name=name.clone()
                        id=id
                        prop:checked=taken
                        disabled=move || self.locked.get()
                        on:change=take
                    />
                    <b>{code}</b>
                    <span>{words}</span>
                </label>
            }
        };
        let choices = all.into_iter().enumerate().map(choice).collect_view();
        view! {
            <fieldset class="segs" class:field-wrong=move || error.with(Option::is_some)>
                <legend>{legend}</legend>
                <Show when=move || error.with(Option::is_some)>
                    <p class="error">{move || error.get()}</p>
                </Show>
                <div class="segs-row">{choices}</div>
            </fieldset>
        }
    }
}

/// The picker. Ids begin with `prefix`, as the fields of a broken rule are named.
#[component]
pub(crate) fn GradePicker(
    #[prop(into)] prefix: String,
    #[prop(into)] value: Signal<GradeDraft>,
    problems: RwSignal<Vec<WorkProblem>>,
    #[prop(into)] locked: Signal<bool>,
    change: Callback<Change>,
    /// What the reporter said of how they know.
    knows: Knows,
) -> impl IntoView {
    let picker = Picker {
        value,
        problems,
        locked,
        change,
        prefix: StoredValue::new(prefix),
    };
    let unreliable = move || value.with(|grade| grade.source == Some(SourceCode::NotReliable));
    let doubted = move || value.with(|grade| grade.assessment == Some(AssessmentCode::E));
    let conditional = move || value.with(|grade| grade.handling == Some(HandlingCode::C));
    view! {
        <div class="grade-picker">
            {usual(picker)}
            {picker
                .choices(
                    "source",
                    "Source",
                    grade::SOURCES,
                    |grade| grade.source,
                    |grade, to| grade.source = Some(to),
                )}
            <Show when=unreliable>{why_unreliable(picker)}</Show>
            {picker
                .choices(
                    "assessment",
                    "Assessment",
                    grade::ASSESSMENTS,
                    |grade| grade.assessment,
                    |grade, to| grade.assessment = Some(to),
                )}
            <p class="hint">{suggest::assessment_advice(knows)}</p>
            {contradiction(picker, knows)}
            <Show when=doubted>{why_doubted(picker)}</Show>
            {picker
                .choices(
                    "handling",
                    "Handling",
                    grade::HANDLINGS,
                    |grade| grade.handling,
                    |grade, to| grade.handling = Some(to),
                )} <Show when=conditional>{conditions(picker)}</Show>
        </div>
    }
}

/// The usual grade, one click away while nothing else is chosen; nothing is chosen for the officer.
fn usual(picker: Picker) -> impl IntoView {
    let open = move || picker.value.with(|grade| !grade::is_chosen(grade)) && !picker.locked.get();
    let take = move |_| {
        let change: Change = Box::new(grade::choose_usual);
        picker.change.run(change);
        browser::focus_soon(picker.id("source"));
    };
    view! {
        <Show when=open>
            <p class="suggest">
                <button type="button" class="btn btn-small" id=picker.id("usual") on:click=take>
                    {format!("Use the usual grade for an anonymous tip ({})", grade::usual())}
                </button>
            </p>
        </Show>
    }
}

/// Said, not forbidden: the text itself may show what the answer does not.
fn contradiction(picker: Picker, knows: Knows) -> impl IntoView {
    let said = Memo::new(move |_| {
        let chosen = picker.value.with(|grade| grade.assessment);
        chosen.and_then(|chosen| suggest::contradiction(knows, chosen))
    });
    view! {
        <p class="contradiction" role="status">
            {move || said.get()}
        </p>
    }
}

fn why_unreliable(picker: Picker) -> impl IntoView {
    view! {
        <Line
            id=picker.id("source-why")
            label="Why is the source not reliable?"
            value=picker.text(|grade| &grade.source_why)
            error=picker.error("source-why")
            locked=picker.locked
            on_write=picker.write(|grade, text| grade.source_why = text)
        />
    }
}

fn why_doubted(picker: Picker) -> impl IntoView {
    view! {
        <Line
            id=picker.id("assessment-why")
            label="Why is it suspected to be false?"
            value=picker.text(|grade| &grade.assessment_why)
            error=picker.error("assessment-why")
            locked=picker.locked
            on_write=picker.write(|grade, text| grade.assessment_why = text)
        />
    }
}

/// What code C asks for: exactly one action code, one sanitisation code, and words.
fn conditions(picker: Picker) -> impl IntoView {
    view! {
        <div class="conditions">
            {picker
                .choices(
                    "action",
                    "Action code",
                    ActionCode::ALL.iter().map(split),
                    |grade| grade.action,
                    |grade, to| grade.action = Some(to),
                )}
            {picker
                .choices(
                    "sanitisation",
                    "Sanitisation code",
                    SanitisationCode::ALL.iter().map(split),
                    |grade| grade.sanitisation,
                    |grade, to| grade.sanitisation = Some(to),
                )}
            <Area
                id=picker.id("conditions")
                label="Conditions, in words"
                hint="What the reader may do, what they may not, and whom to ask first."
                rows=2
                value=picker.text(|grade| &grade.conditions)
                error=picker.error("conditions")
                locked=picker.locked
                on_write=picker.write(|grade, text| grade.conditions = text)
            />
        </div>
    }
}

fn split<T: Copy>((code, words): &(T, &'static str)) -> (T, &'static str, &'static str) {
    let (short, rest) = words.split_once(' ').unwrap_or((words, ""));
    (*code, short, rest)
}
