//! A tip that waits for an officer, as far as its parts have come.

use std::collections::{BTreeMap, BTreeSet};

use domain::answers::{Answers, Danger, Details};
use domain::console::{CanReply, TipView};
use domain::tip::{BundleSlot, TipPart};
use domain::wire::PARTS_NONCE_LEN;
use domain::work::{Original, Since};
use domain::{Category, Day, Hour, IntakeId};
use seal::follow_up::signed_by;

/// Stands in a text where a part has not come.
const GAP: &str = "\n[…]\n";

/// A tip of which at least one part was opened.
#[derive(Default)]
pub(super) struct Waiting {
    parts: BTreeMap<u8, TipPart>,
    /// Every frame a part came in, in the order opened.
    frames: Vec<(u8, Frame)>,
}

/// A frame that was opened.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) id: IntakeId,
    pub(super) day: Day,
    pub(super) since: Since,
}

impl Waiting {
    /// Puts a part beside the others; false if it cannot belong here.
    pub(super) fn add(&mut self, part: TipPart, frame: Frame) -> bool {
        if !self.takes(&part) {
            return false;
        }
        self.frames.push((part.part, frame));
        self.parts.insert(part.part, part);
        true
    }

    /// Takes out what came in these frames. Answers whether any of them was one of this tip's.
    pub(super) fn lose(&mut self, gone: &BTreeSet<IntakeId>) -> bool {
        let before = self.frames.len();
        self.frames.retain(|(_, frame)| !gone.contains(&frame.id));
        let frames = &self.frames;
        let came = |number: u8| frames.iter().any(|(part, _)| *part == number);
        self.parts.retain(|number, _| came(*number));
        self.frames.len() < before
    }

    /// Whether every part has gone.
    pub(super) fn is_over(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether the part can belong here: alike in all that parts share, no other of its number, and
    /// no answer that another part gives.
    fn takes(&self, part: &TipPart) -> bool {
        let same = self.parts.get(&part.part);
        let alike = |other: &TipPart| {
            (other.thread, other.parts, other.week, other.hour)
                == (part.thread, part.parts, part.week, part.hour)
                && (&other.lang, other.knows, other.path) == (&part.lang, part.knows, part.path)
        };
        let mut others = self.parts.values().filter(|other| other.part != part.part);
        same.is_none_or(|same| same == part)
            && self.parts.values().next().is_none_or(alike)
            && others.all(|other| other.details().is_apart(part.details()))
    }

    /// The day its first frame came.
    fn day(&self) -> Option<Day> {
        self.frames.iter().map(|(_, frame)| frame.day).min()
    }

    /// Since when it waits.
    fn since(&self) -> Option<Since> {
        let all = self.frames.iter().map(|(_, frame)| frame.since);
        all.reduce(Since::and)
    }

    /// One frame of each part, then those in which parts came once more.
    fn intake(&self) -> Vec<i64> {
        let mut seen = BTreeSet::new();
        let (first, copies): (Vec<_>, Vec<_>) =
            self.frames.iter().partition(|(part, _)| seen.insert(*part));
        let all = first.into_iter().chain(copies);
        all.map(|(_, frame)| frame.id.get()).collect()
    }

    pub(super) fn missing(&self) -> Vec<u8> {
        let parts = self.parts.values().next().map_or(0, |part| part.parts);
        (1..=parts)
            .filter(|number| !self.parts.contains_key(number))
            .collect()
    }

    fn text(&self) -> String {
        let parts = self.parts.values().next().map_or(0, |part| part.parts);
        let text = |number| self.parts.get(&number).map_or(GAP, |part| &part.text);
        (1..=parts).map(text).collect()
    }

    /// What the parts that came answer beyond the first one.
    fn more(&self) -> Details {
        let mut more = Details::default();
        for part in self.parts.values() {
            more.join(part.more.clone());
        }
        more
    }

    /// What was answered, as far as it came; nothing without the first part.
    fn answers(&self) -> Option<Answers> {
        let mut answers = self.parts.get(&1)?.answers.clone()?;
        answers.details.join(self.more());
        Some(answers)
    }

    /// As the console shows it.
    pub(super) fn view(&self) -> Option<TipView> {
        let any = self.parts.values().next()?;
        Some(TipView {
            tip: any.tip,
            day: self.day()?,
            since: self.since()?,
            answers: self.answers(),
            story: self.text(),
            lang: any.lang.clone(),
            knows: any.knows,
            path: any.path,
            hour: Hour(any.hour),
            parts: any.parts,
            missing: self.missing(),
            thread: any.thread,
            reply: CanReply::of(any.reply.as_ref()),
            has_files: self.bundle().is_some(),
            has_token: any.champion.is_some(),
        })
    }

    /// What opens its files, if there are any and the first part has come.
    pub(super) fn bundle(&self) -> Option<&BundleSlot> {
        self.parts.get(&1)?.bundle.as_ref()
    }

    /// As it is kept, once its first part has come.
    pub(super) fn original(&self) -> Option<Original> {
        let first = self.parts.get(&1)?;
        self.made_of(first, self.answers()?)
    }

    /// Without its first part a tip lacks the first answers: then none are made up, and it is missing.
    pub(super) fn remains(&self) -> Option<Original> {
        let any = self.parts.values().next()?;
        let none = || Answers {
            danger: Danger::No,
            about: vec![Category::NotSure],
            place: String::new(),
            areas: Vec::new(),
            details: self.more(),
        };
        self.made_of(any, self.answers().unwrap_or_else(none))
    }

    fn made_of(&self, first: &TipPart, answers: Answers) -> Option<Original> {
        Some(Original {
            tip: first.tip,
            thread: first.thread,
            day: self.day()?,
            since: self.since()?,
            hour: first.hour,
            answers,
            text: self.text(),
            lang: first.lang.clone(),
            knows: first.knows,
            path: first.path,
            parts: first.parts,
            missing: self.missing(),
            intake: self.intake(),
            reply: first.reply.clone(),
            bundle: first.bundle.clone(),
            champion: first.champion.clone(),
            nonce: [0; PARTS_NONCE_LEN].into(),
            signed_by: signed_by(self.parts.values()).map(|key| (*key.as_bytes()).into()),
        })
    }
}
