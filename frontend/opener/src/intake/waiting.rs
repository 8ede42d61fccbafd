//! A tip that waits for an officer, as far as its parts have come.

use std::collections::BTreeMap;

use domain::answers::{Answers, Danger};
use domain::console::TipView;
use domain::tip::TipPart;
use domain::wire::PARTS_NONCE_LEN;
use domain::work::{Minute, Original};
use domain::{Category, Day, Hour, IntakeId};

/// Stands in a text where a part has not come.
const GAP: &str = "\n[…]\n";

/// A tip of which at least one part was opened.
pub(super) struct Waiting {
    parts: BTreeMap<u8, TipPart>,
    /// One frame of each part.
    intake: Vec<IntakeId>,
    /// The frames in which parts came once more.
    copies: Vec<IntakeId>,
    day: Day,
    seen: Minute,
}

impl Waiting {
    /// No part yet.
    pub(super) const fn since(day: Day, seen: Minute) -> Self {
        Self {
            parts: BTreeMap::new(),
            intake: Vec::new(),
            copies: Vec::new(),
            day,
            seen,
        }
    }

    /// Puts a part beside the others; false if it cannot belong here.
    pub(super) fn add(&mut self, part: TipPart, frame: IntakeId, day: Day) -> bool {
        if !self.takes(&part) {
            return false;
        }
        match self.parts.insert(part.part, part) {
            None => self.intake.push(frame),
            Some(_) => self.copies.push(frame),
        }
        self.day = self.day.min(day);
        true
    }

    /// Whether the part can belong here: alike in all that parts share, and no other of its number.
    fn takes(&self, part: &TipPart) -> bool {
        let same = self.parts.get(&part.part);
        let alike = |other: &TipPart| {
            (other.thread, other.parts, other.week, other.hour)
                == (part.thread, part.parts, part.week, part.hour)
                && (&other.lang, other.knows, other.path) == (&part.lang, part.knows, part.path)
        };
        same.is_none_or(|same| same == part) && self.parts.values().next().is_none_or(alike)
    }

    fn missing(&self) -> Vec<u8> {
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

    /// As the console shows it.
    pub(super) fn view(&self) -> Option<TipView> {
        let any = self.parts.values().next()?;
        Some(TipView {
            tip: any.tip,
            day: self.day,
            seen: self.seen,
            answers: any.answers.clone(),
            story: self.text(),
            lang: any.lang.clone(),
            knows: any.knows,
            path: any.path,
            hour: Hour(any.hour),
            parts: any.parts,
            missing: self.missing(),
            has_reply: any.reply.is_some(),
            has_files: any.bundle.is_some(),
            has_token: any.champion.is_some(),
        })
    }

    /// As it is kept, once its first part has come.
    pub(super) fn original(&self) -> Option<Original> {
        let first = self.parts.get(&1)?;
        Some(self.made_of(first, first.answers.clone()?))
    }

    /// Without its first part a tip has no answers: then none are made up, and it is missing.
    pub(super) fn remains(&self) -> Option<Original> {
        let any = self.parts.values().next()?;
        let none = || Answers {
            danger: Danger::No,
            about: vec![Category::NotSure],
            place: String::new(),
            areas: Vec::new(),
        };
        Some(self.made_of(any, any.answers.clone().unwrap_or_else(none)))
    }

    fn made_of(&self, first: &TipPart, answers: Answers) -> Original {
        let frames = self.intake.iter().chain(&self.copies);
        Original {
            tip: first.tip,
            thread: first.thread,
            day: self.day,
            seen: self.seen,
            hour: first.hour,
            answers,
            text: self.text(),
            lang: first.lang.clone(),
            knows: first.knows,
            path: first.path,
            parts: first.parts,
            missing: self.missing(),
            intake: frames.map(|id| id.get()).collect(),
            reply: first.reply.clone(),
            bundle: first.bundle.clone(),
            champion: first.champion.clone(),
            nonce: [0; PARTS_NONCE_LEN].into(),
        }
    }
}
