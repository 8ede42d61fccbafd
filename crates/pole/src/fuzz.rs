//! One body for what reads a tip's story: it must not panic, and what it finds keeps its rules.

use domain::work::ENTITY_MAX;

use crate::{Reader, Told, distinct};

/// A body: says whether it found something, and panics if a rule is broken.
pub type Body = fn(&[u8]) -> bool;

/// Every body with its name.
pub const BODIES: &[(&str, Body)] = &[("tip-entities", story)];

thread_local! {
    static READER: Reader = Reader::open();
}

fn story(bytes: &[u8]) -> bool {
    let story = String::from_utf8_lossy(bytes);
    READER.with(|reader| is_sound(reader, &story))
}

/// Whether anything was found: all of it in order, apart, within the text.
fn is_sound(reader: &Reader, story: &str) -> bool {
    let told = Told {
        answers: None,
        story,
    };
    let mentions = reader.mentions(&told);
    let mut end = 0;
    for mention in &mentions {
        assert!(end <= mention.at.start && story.get(mention.at.clone()).is_some());
        assert!((1..=ENTITY_MAX).contains(&mention.entity.value.len()));
        end = mention.at.end;
    }
    !distinct(&mentions).is_empty()
}
