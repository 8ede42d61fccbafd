//! What the form asks beyond the first answers: each answer under the number of its field.
//!
//! A console reads what it knows. An answer under a number of a later version is kept as it came,
//! so that a tip reads the same when it is written again.

use std::collections::BTreeMap;

use minicbor::decode::Error;
use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::{Deserialize, Serialize};

use crate::question::{Entry, Field};

/// Answers by the number of their field: what was written, or the values chosen.
///
/// CBOR: `{u16 number: [text, …], …}`, numbers rising; left out where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Details(BTreeMap<u16, Vec<String>>);

impl Details {
    /// What was answered to a field; whoever sealed the tip chose the words.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &str> {
        let answered = field.number().and_then(|number| self.0.get(&number));
        answered.into_iter().flatten().map(String::as_str)
    }

    /// Everything that was answered, also to fields of a later version.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().flatten().map(String::as_str)
    }

    /// Takes out what was said of people, vehicles and accounts.
    #[must_use]
    pub fn split_entries(&mut self) -> Self {
        Self(self.0.split_off(&Entry::FIRST_NUMBER))
    }

    /// Takes out the first answers, as many as have no more bytes than this as CBOR, the map's head apart.
    #[must_use]
    pub fn take_fitting(&mut self, bytes: usize) -> Self {
        let mut left = bytes;
        let over = self.0.iter().find_map(|(number, values)| {
            let len = minicbor::len(number).saturating_add(minicbor::len(values));
            let fits = left.checked_sub(len);
            left = fits.unwrap_or(left);
            fits.is_none().then_some(*number)
        });
        let rest = over.map(|number| self.0.split_off(&number));
        Self(std::mem::replace(&mut self.0, rest.unwrap_or_default()))
    }

    /// Whether nothing is answered both here and there.
    pub fn is_apart(&self, other: &Self) -> bool {
        other.0.keys().all(|number| !self.0.contains_key(number))
    }

    /// Adds answers that stand apart from these; what is answered here stays as it is.
    pub fn join(&mut self, others: Self) {
        for (number, values) in others.0 {
            self.0.entry(number).or_insert(values);
        }
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes what was answered; fields with a place of their own in the answers are passed over.
    pub fn put(&mut self, field: Field, values: &[&str]) {
        if let (Some(number), false) = (field.number(), values.is_empty()) {
            let values = values.iter().map(|value| (*value).to_owned());
            self.0.insert(number, values.collect());
        }
    }
}

impl<C> Encode<C> for Details {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        c: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        self.0.encode(e, c)
    }

    fn is_nil(&self) -> bool {
        self.is_empty()
    }
}

impl<'b, C> Decode<'b, C> for Details {
    fn decode(d: &mut Decoder<'b>, c: &mut C) -> Result<Self, Error> {
        BTreeMap::decode(d, c).map(Self)
    }

    fn nil() -> Option<Self> {
        Some(Self::default())
    }
}
