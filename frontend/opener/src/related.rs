//! What a tip has in common with others: waiting tips, and the cards of kept ones.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet};

use domain::console::{AlsoNamed, Answer, Burst, Failure, Related, SimilarTip, Subject};
use domain::work::{ENTITIES_MAX, Entity, History, Original, Work, with_translation};
use domain::{Desk, Quarter, TipId};
use minicbor::bytes::ByteArray;
use pole::{Reader, Sketch, Told, distinct, within_a_day};
use rand::RngCore;
use unseal::mark::{Mark, MarkKey};

use crate::intake::IntakeRoom;
use crate::opener::Room;
use crate::session::Held;
use crate::transport::Transport;

/// Waiting tips read for one answer: a desk of ten thousand is read over many.
const READ_AT_ONCE: usize = 400;
/// Tips and records named in one answer for one entity, and similar tips in all.
const NAMED_MAX: usize = 12;
/// Tips within a day that name the same: from so many on it is a burst.
const BURST: usize = 3;

/// What was read of waiting tips, and the tables they are read with.
#[derive(Default)]
pub(crate) struct Insight {
    reader: OnceCell<Reader>,
    read: HashMap<TipId, Gist>,
}

/// What is kept of a tip to compare it.
struct Gist {
    /// How many of its parts had not come when it was read.
    missing: usize,
    minute: i64,
    telling: HashSet<String>,
    sketch: Sketch,
}

/// The tip that is compared.
struct Compared {
    entities: Vec<Entity>,
    sketch: Sketch,
    minute: i64,
}

/// What marks on a card what its tip names.
pub(crate) struct Marker<'a> {
    insight: &'a Insight,
    key: MarkKey,
}

impl Marker<'_> {
    /// The marks of what a kept tip names.
    pub(crate) fn marks(
        &self,
        original: &Original,
        work: &Work,
        history: &History,
    ) -> Vec<ByteArray<8>> {
        let entities = self.insight.entities(original, work, history);
        let telling = entities.iter().filter_map(Entity::telling);
        let marks = telling.map(|telling| self.key.mark(&telling).into());
        marks.take(ENTITIES_MAX).collect()
    }
}

impl Held {
    /// What marks the cards of a desk in a quarter, if its key is open.
    pub(crate) fn marker(&self, desk: Desk, quarter: Quarter) -> Option<Marker<'_>> {
        let insight = &self.insight;
        let key = self.ring.mark_key(desk, quarter)?;
        Some(Marker { insight, key })
    }
}

impl Insight {
    /// Whom and what a kept tip names: as an officer corrected it, else as it was read, in English too.
    pub(crate) fn entities(
        &self,
        original: &Original,
        work: &Work,
        history: &History,
    ) -> Vec<Entity> {
        let read = || {
            let text = with_translation(original.text.clone(), history.translation.as_deref());
            self.read(Some(&original.answers), &text)
        };
        work.entities.clone().unwrap_or_else(read)
    }

    fn read(&self, answers: Option<&domain::answers::Answers>, story: &str) -> Vec<Entity> {
        let reader = self.reader.get_or_init(Reader::open);
        distinct(&reader.mentions(&Told { answers, story }))
    }

    /// Reads some waiting tips that were not read, or of which more has come. Answers how many are left.
    fn catch_up(&mut self, intake: &IntakeRoom) -> usize {
        let waiting: Vec<(TipId, usize)> = intake.waiting().collect();
        let known: HashSet<TipId> = waiting.iter().map(|(tip, _)| *tip).collect();
        self.read.retain(|tip, _| known.contains(tip));
        let is_unread = |(tip, missing): &(TipId, usize)| {
            self.read
                .get(tip)
                .is_none_or(|gist| gist.missing != *missing)
        };
        let unread: Vec<_> = waiting.into_iter().filter(is_unread).collect();
        for (tip, _) in unread.iter().take(READ_AT_ONCE) {
            if let Some(gist) = self.gist(intake, *tip) {
                self.read.insert(*tip, gist);
            }
        }
        unread.len().saturating_sub(READ_AT_ONCE)
    }

    fn gist(&self, intake: &IntakeRoom, tip: TipId) -> Option<Gist> {
        let view = intake.view(tip)?;
        let entities = self.read(view.answers.as_ref(), &view.story);
        Some(Gist {
            missing: view.missing.len(),
            minute: view.since.minute.0,
            telling: entities.iter().filter_map(Entity::telling).collect(),
            sketch: Sketch::of(&view.story),
        })
    }
}

impl<T: Transport, R: RngCore> Room<'_, T, R> {
    /// What a tip names, and which others name the same or say the same.
    pub(crate) fn related(self, of: Subject) -> Result<Answer, Failure> {
        let held = self.held;
        let unread = held.insight.catch_up(&held.intake);
        let compared = match of {
            Subject::Waiting { tip } => {
                let view = held.intake.view(tip).ok_or(Failure::NotFound)?;
                Compared {
                    entities: held.insight.read(view.answers.as_ref(), &view.story),
                    sketch: Sketch::of(&view.story),
                    minute: view.since.minute.0,
                }
            }
            Subject::Kept { desk, record } => {
                let contents = &held.vault.opened(desk, record)?.contents;
                let original = &contents.original;
                let (work, history) = (&contents.work, &contents.history);
                Compared {
                    entities: held.insight.entities(original, work, history),
                    sketch: Sketch::of(&original.text),
                    minute: original.since.minute.0,
                }
            }
        };
        let keys = held.ring.mark_keys(Desk::Triage);
        let cards = held.vault.marked();
        let others = Others {
            of,
            read: &held.insight.read,
            cards: cards.collect(),
            keys,
        };
        Ok(Answer::Related(Box::new(others.compare(compared, unread))))
    }
}

/// Everything a tip is compared with.
struct Others<'a> {
    of: Subject,
    read: &'a HashMap<TipId, Gist>,
    cards: Vec<(domain::RecordId, i64, &'a [ByteArray<8>])>,
    keys: Vec<MarkKey>,
}

impl Others<'_> {
    fn compare(&self, compared: Compared, unread: usize) -> Related {
        let (mut also, mut bursts) = (Vec::new(), Vec::new());
        for entity in &compared.entities {
            let Some(telling) = entity.telling() else {
                continue;
            };
            let (named, minutes) = self.naming(entity, &telling);
            let tips = within_a_day(compared.minute, &minutes);
            if tips >= BURST {
                bursts.push(Burst {
                    entity: entity.clone(),
                    tips: count(tips),
                });
            }
            also.extend(Some(named).filter(|named| named.all > 0));
        }
        Related {
            of: self.of,
            similar: self.similar(&compared.sketch),
            entities: compared.entities,
            also,
            bursts,
            unread: count(unread),
        }
    }

    /// Which others name an entity, and when they came.
    fn naming(&self, entity: &Entity, telling: &str) -> (AlsoNamed, Vec<i64>) {
        let marks: Vec<Mark> = self.keys.iter().map(|key| key.mark(telling)).collect();
        let tips = self
            .tips()
            .filter(|(_, gist)| gist.telling.contains(telling));
        let tips: BTreeSet<(i64, TipId)> = tips.map(|(tip, gist)| (gist.minute, *tip)).collect();
        let is_other = |record: &domain::RecordId| !matches!(&self.of, Subject::Kept { record: own, .. } if own == record);
        let records: Vec<_> = self
            .cards
            .iter()
            .filter(|(record, _, all)| {
                is_other(record) && all.iter().any(|mark| marks.contains(mark))
            })
            .collect();
        let minutes = tips.iter().map(|(minute, _)| *minute);
        let minutes = minutes.chain(records.iter().map(|(_, minute, _)| *minute));
        let named = AlsoNamed {
            entity: entity.clone(),
            tips: tips.iter().map(|(_, tip)| *tip).take(NAMED_MAX).collect(),
            records: records
                .iter()
                .map(|(record, ..)| *record)
                .take(NAMED_MAX)
                .collect(),
            all: count(tips.len().saturating_add(records.len())),
        };
        (named, minutes.collect())
    }

    fn similar(&self, sketch: &Sketch) -> Vec<SimilarTip> {
        let alike = self.tips().filter_map(|(tip, gist)| {
            let share = sketch.share(&gist.sketch)?;
            Some(SimilarTip { tip: *tip, share })
        });
        let mut all: Vec<SimilarTip> = alike.collect();
        all.sort_by_key(|one| (u8::MAX.saturating_sub(one.share), one.tip));
        all.truncate(NAMED_MAX);
        all
    }

    /// The waiting tips but the one compared.
    fn tips(&self) -> impl Iterator<Item = (&TipId, &Gist)> {
        let own = match &self.of {
            Subject::Waiting { tip } => Some(tip),
            Subject::Kept { .. } => None,
        };
        self.read.iter().filter(move |(tip, _)| Some(*tip) != own)
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
