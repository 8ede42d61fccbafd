//! Reading a window again, as far as its disk has kept it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use domain::{Day, SealedFrame};
use futures_util::TryStreamExt;
use sqlx::error::DatabaseError;

use super::Window;
use crate::TurnError;

/// No window is larger; what says so is not believed.
const MOST: u64 = 16 << 30;

/// Where frames lie in a window: their days by their keys.
#[derive(Default)]
pub(crate) struct Places {
    pub(crate) found: BTreeMap<i64, Day>,
    /// Whether there may be others that cannot be read.
    pub(crate) is_damaged: bool,
}

impl Window {
    /// Where the frames lie, in no meaningful order; none if the file was never finished.
    pub(crate) async fn places(&mut self) -> Result<Places, TurnError> {
        let finished = sqlx::query_scalar(
            "select exists (
                select 1
                from sqlite_schema
                where name = 'staged'
             )",
        );
        let finished: Result<bool, _> = finished.fetch_one(&mut self.connection).await;
        let mut places = Places::default();
        match finished {
            Ok(false) => {}
            Err(error) if is_damage(&error) => places.is_damaged = true,
            Err(error) => return Err(error.into()),
            // A page that cannot be read is met from either side.
            Ok(true) => {
                for ask in [
                    "select key, day from staged order by key",
                    "select key, day from staged order by key desc",
                ] {
                    self.read_places(ask, &mut places).await?;
                }
            }
        }
        Ok(places)
    }

    /// Reads on until the end, or until something cannot be read.
    async fn read_places(
        &mut self,
        ask: &'static str,
        places: &mut Places,
    ) -> Result<(), TurnError> {
        let mut rows = sqlx::query_as(ask).fetch(&mut self.connection);
        loop {
            let row: Result<Option<(i64, i64)>, _> = rows.try_next().await;
            match row {
                Ok(None) => return Ok(()),
                Ok(Some((key, day))) => match i32::try_from(day) {
                    Ok(day) => drop(places.found.insert(key, Day(day))),
                    Err(_) => places.is_damaged = true,
                },
                Err(error) if is_damage(&error) => {
                    places.is_damaged = true;
                    return Ok(());
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The frame at this place; none if it cannot be read any more.
    pub(crate) async fn frame(&mut self, key: i64) -> Result<Option<SealedFrame>, TurnError> {
        let frame = sqlx::query_scalar(
            "select frame
             from staged
             where key = $1",
        );
        let frame = frame.bind(key).fetch_optional(&mut self.connection);
        let frame: Option<Vec<u8>> = match frame.await {
            Err(error) if is_damage(&error) => None,
            read => read?,
        };
        Ok(frame.and_then(|frame| SealedFrame::try_from(frame).ok()))
    }
}

/// Whether the file itself is at fault, and not just the moment.
pub(crate) fn is_damage(error: &sqlx::Error) -> bool {
    // SQLITE_CORRUPT and SQLITE_NOTADB, each with what more they say in the bits above.
    const DAMAGE: [i32; 2] = [11, 26];
    let code = error.as_database_error().and_then(DatabaseError::code);
    let code = code.and_then(|code| code.parse::<i32>().ok());
    let is_decoding = matches!(error, sqlx::Error::ColumnDecode { .. });
    is_decoding || code.is_some_and(|code| DAMAGE.contains(&(code & 0xff)))
}

/// Gives a file back the length it says it has: `SQLite` reads nothing of one that lost its end, and
/// of zeros it says that they are damage. Layout: <https://sqlite.org/fileformat2.html#the_database_header>
pub(super) fn lengthen(path: &Path) -> Result<(), io::Error> {
    let mut file = File::options().read(true).write(true).open(path)?;
    let (mut magic, mut page, mut between, mut pages) = ([0; 16], [0; 2], [0; 10], [0; 4]);
    for part in [&mut magic[..], &mut page, &mut between, &mut pages] {
        if file.read_exact(part).is_err() {
            return Ok(());
        }
    }
    let pages = u64::from(u32::from_be_bytes(pages));
    let page = u64::from(u16::from_be_bytes(page));
    let length = pages.saturating_mul(page);
    if &magic == b"SQLite format 3\0" && (file.metadata()?.len()..MOST).contains(&length) {
        file.set_len(length)?;
    }
    Ok(())
}
