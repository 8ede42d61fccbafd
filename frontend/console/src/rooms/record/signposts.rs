//! Where the reporter, or somebody at risk, is pointed to or referred: suggested, decided, written down.

use domain::RecordId;
use domain::answers::Answers;
use domain::console::{CanReply, RecordView, SignpostDeed};
use domain::tip::Language;
use domain::work::{Referral, ReportField, Signpost, SignpostPart, WhySignpost, Work, WorkProblem};
use leptos::prelude::*;

use super::referral::{Fields, NotNeeded, Referred};
use super::told::Told;
use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::error_of;
use crate::words::{problem, signposts};

/// What is decided, in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Told,
    Referred,
    NotNeeded,
}

/// The one signpost that is being decided about, and what was typed for it.
#[derive(Clone, Copy)]
pub(super) struct Deciding {
    pub(super) console: Console,
    pub(super) open: RwSignal<Option<Signpost>>,
    pub(super) way: RwSignal<Option<Way>>,
    pub(super) referral: RwSignal<Referral>,
    pub(super) because: RwSignal<String>,
    pub(super) lang: RwSignal<String>,
    pub(super) problems: RwSignal<Vec<WorkProblem>>,
    record: RecordId,
    reply: CanReply,
}

impl Deciding {
    /// What is wrong with a part of what is said.
    pub(super) fn error(self, part: SignpostPart) -> Signal<Option<String>> {
        Signal::derive(move || {
            let signpost = self.open.get()?;
            let field = ReportField::Signpost { signpost, part };
            let wrong = |one: &WorkProblem| one.field == field;
            let one = self.problems.with(|all| all.iter().copied().find(wrong))?;
            Some(problem::sentence(one))
        })
    }

    fn opens(self, signpost: Signpost) {
        self.problems.set(Vec::new());
        self.way.set(None);
        self.open.set(Some(signpost));
        browser::focus_soon(format!("signpost-{}-form", signpost.id()));
    }

    fn decides(self) {
        let (Some(signpost), Some(way)) = (self.open.get_untracked(), self.way.get_untracked())
        else {
            return;
        };
        let deed = match way {
            Way::Referred => SignpostDeed::Refer {
                referral: self.referral.get_untracked(),
            },
            Way::NotNeeded => SignpostDeed::NotNeeded {
                because: self.because.get_untracked(),
            },
            Way::Told => {
                let lang = self.lang.get_untracked();
                let text = super::told::text(&lang).to_owned();
                let Ok(lang) = Language::try_from(lang) else {
                    return;
                };
                SignpostDeed::Tell { text, lang }
            }
        };
        self.problems.set(Vec::new());
        let (which, console) = ((self.record, signpost), self.console);
        console.act(console.decide_signpost(which, deed, self.problems));
    }
}

/// Every signpost with what was decided about it: what is asked for and what is suggested first.
#[component]
pub(super) fn Signposts(view: RecordView, #[prop(into)] locked: Signal<bool>) -> impl IntoView {
    let console = use_console();
    let answers = view.original.answers.clone();
    let deciding = Deciding {
        console,
        open: RwSignal::new(None),
        way: RwSignal::new(None),
        referral: RwSignal::new(Referral {
            day: Some(browser::today()),
            ..Referral::default()
        }),
        because: RwSignal::new(String::new()),
        lang: RwSignal::new(super::told::language(view.original.lang.as_str())),
        problems: RwSignal::new(Vec::new()),
        record: view.record,
        reply: view.original.reply,
    };
    let rows = Signpost::ALL.map(|signpost| {
        let answers = answers.clone();
        view! { <Row deciding=deciding signpost=signpost answers=answers locked=locked /> }
    });
    view! {
        <section class="form-part signposts" aria-labelledby="signposts-title">
            <h3 id="signposts-title">"Help for the reporter, or for somebody at risk"</h3>
            <p class="hint">
                "Each decision is written down at once. A referral is made by the usual channels first, and is recorded \
                 here as a disclosure."
            </p>
            <ul class="signpost-rows">{rows.collect_view()}</ul>
        </section>
    }
}

#[component]
fn Row(
    deciding: Deciding,
    signpost: Signpost,
    answers: Option<Answers>,
    locked: Signal<bool>,
) -> impl IntoView {
    let console = deciding.console;
    let id = format!("signpost-{}", signpost.id());
    let of_work = move |read: &dyn Fn(&Work) -> Option<String>| {
        let work = console.bench.work;
        work.with(|work| work.as_ref().and_then(read))
    };
    let decided = move || {
        of_work(&|work| {
            let decided = work.signposted(signpost)?;
            let words = signposts::decision(&decided.decision);
            Some(format!(
                "Decided by {}: {words}",
                console.name_of(decided.by)
            ))
        })
    };
    let asked = move || {
        let open = of_work(&|work| {
            let mut asked = work.must_signpost();
            let asked = asked.any(|one| one == signpost) && work.signposted(signpost).is_none();
            asked.then(String::new)
        });
        open.is_some()
    };
    let known = answers.clone();
    let suggested = move || -> Option<WhySignpost> {
        let work = console.bench.work;
        work.with(|work| signpost.suggested(work.as_ref()?.category, known.as_ref()))
    };
    let wrong = {
        let id = id.clone();
        move || error_of(console.bench.problems, &id)
    };
    let lines = signposts::what_to_do(signpost, answers.as_ref());
    let lines = StoredValue::new(lines);
    let is_open = move || deciding.open.get() == Some(signpost);
    let decide = move |_| deciding.opens(signpost);
    let button = format!("{id}-decide");
    view! {
        <li class="signpost" class:field-wrong=asked>
            <p id=id tabindex="-1">
                <b>{signposts::name(signpost)}</b>
                {move || asked().then(|| view! { <span class="chip chip-warn">"To be decided"</span> })}
            </p>
            {move || {
                suggested()
                    .map(|why| {
                        view! {
                            <p class="suggest">
                                <b>"Suggested: "</b>
                                {signposts::because(why)}
                            </p>
                        }
                    })
            }}
            {move || wrong().map(|words| view! { <p class="error">{words}</p> })}
            {move || decided().map(|words| view! { <p class="signpost-decided" dir="auto">{words}</p> })}
            <Show
                when=is_open
                fallback=move || {
                    view! {
                        <button
                            type="button"
                            class="btn btn-small"
                            id=button.clone()
                            aria-label=format!("Decide: {}", signposts::name(signpost))
                            disabled=move || locked.get()
                            on:click=decide
                        >
                            "Decide"
                        </button>
                    }
                }
            >
                <Decide deciding=deciding signpost=signpost lines=lines />
            </Show>
        </li>
    }
}

#[component]
fn Decide(
    deciding: Deciding,
    signpost: Signpost,
    lines: StoredValue<Vec<String>>,
) -> impl IntoView {
    let id = format!("signpost-{}-form", signpost.id());
    let may_tell = deciding.reply != CanReply::No;
    let choice = move |way: Way, code: &'static str, words: &'static str| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="signpost-way"
                    id=format!("signpost-{}-{code}", signpost.id())
                    prop:checked=move || deciding.way.get() == Some(way)
                    on:change=move |_| deciding.way.set(Some(way))
                />
                <span>{words}</span>
            </label>
        }
    };
    let lines = lines.with_value(|lines| {
        let lines = lines.iter().cloned();
        lines.map(|line| view! { <li>{line}</li> }).collect_view()
    });
    let fields = move || match deciding.way.get() {
        None => ().into_any(),
        Some(Way::Told) => view! { <Told deciding=deciding /> }.into_any(),
        Some(Way::Referred) => {
            view! { <Referred fields=Fields { deciding, signpost } /> }.into_any()
        }
        Some(Way::NotNeeded) => {
            view! { <NotNeeded fields=Fields { deciding, signpost } /> }.into_any()
        }
    };
    view! {
        <div class="ask signpost-form" role="group" aria-label=signposts::name(signpost)>
            <ul class="hint" id=id tabindex="-1">
                {lines}
            </ul>
            <fieldset class="reasons">
                <legend>"What is done"</legend>
                {may_tell.then(|| choice(Way::Told, "told", "The reporter is told, in a reply"))}
                {choice(Way::Referred, "referred", "Somebody at risk was referred by an officer")}
                {choice(Way::NotNeeded, "not-needed", "Nothing is needed")}
            </fieldset>
            {fields}
            <div class="deeds">
                <button
                    type="button"
                    class="btn btn-main"
                    id=format!("signpost-{}-do", signpost.id())
                    disabled=move || deciding.way.get().is_none() || deciding.console.busy.get() != 0
                    on:click=move |_| deciding.decides()
                >
                    {move || match deciding.way.get() {
                        Some(Way::Told) => "Send the reply and write it down",
                        Some(Way::Referred | Way::NotNeeded) | None => "Write it down",
                    }}
                </button>
                <button type="button" class="btn" on:click=move |_| deciding.open.set(None)>
                    "Back"
                </button>
            </div>
        </div>
    }
}
