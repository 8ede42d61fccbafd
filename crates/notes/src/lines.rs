//! Reads lines of `key value value…`, each in its place.

use std::str::FromStr;

use crate::body::Malformed;

/// The lines of a body that are still to be read.
pub(crate) struct Lines<'a>(std::iter::Peekable<std::str::Lines<'a>>);

impl<'a> Lines<'a> {
    /// Begins with the line that names the format.
    pub(crate) fn begin(text: &'a str, context: &str) -> Result<Self, Malformed> {
        let mut lines = text.lines();
        if lines.next() == Some(context) {
            Ok(Self(lines.peekable()))
        } else {
            Err(Malformed)
        }
    }

    /// Takes the next line, which must begin with this key, and reads its one value.
    pub(crate) fn value<T: FromStr>(&mut self, key: &str) -> Result<T, Malformed> {
        let [value] = self.values(key)?.ok_or(Malformed)?;
        parse(value)
    }

    /// Takes the next line if it begins with this key, and splits its `N` values.
    pub(crate) fn values<const N: usize>(
        &mut self,
        key: &str,
    ) -> Result<Option<[&'a str; N]>, Malformed> {
        let is_key = |line: &&str| line.split(' ').next() == Some(key);
        let Some(line) = self.0.next_if(is_key) else {
            return Ok(None);
        };
        let values: Vec<&str> = line.splitn(N.saturating_add(2), ' ').skip(1).collect();
        values.try_into().map(Some).map_err(|_| Malformed)
    }

    /// Takes all lines that begin with this key.
    pub(crate) fn all<const N: usize, T>(
        &mut self,
        key: &str,
        read: impl Fn([&'a str; N]) -> Result<T, Malformed>,
    ) -> Result<Vec<T>, Malformed> {
        let mut all = Vec::new();
        while let Some(values) = self.values(key)? {
            all.push(read(values)?);
        }
        Ok(all)
    }

    /// Refuses lines that are left over.
    pub(crate) fn end(mut self) -> Result<(), Malformed> {
        self.0.next().map_or(Ok(()), |_| Err(Malformed))
    }
}

/// Reads one value.
pub(crate) fn parse<T: FromStr>(text: &str) -> Result<T, Malformed> {
    text.parse().map_err(|_| Malformed)
}

/// Refuses a list that is not in strictly ascending order.
pub(crate) fn ascending<T: Ord>(keys: impl Iterator<Item = T>) -> Result<(), Malformed> {
    if keys.is_sorted_by(|a, b| a < b) {
        Ok(())
    } else {
        Err(Malformed)
    }
}
