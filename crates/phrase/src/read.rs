//! What somebody typed, read kindly.

use notes::fingerprint::word_list;
use zeroize::Zeroizing;

use crate::phrase::{GROUPS, Phrase, WORDS};

/// More bytes than any way of typing a phrase has.
const TYPED_MAX: usize = 1_024;

const DIGITS_A_GROUP: usize = 4;

/// What is wrong with a phrase. It never says what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPhrase {
    /// Not eight words, nor eight groups of four digits.
    #[error("a phrase is eight words, or eight groups of four digits")]
    Count,
    /// This word or group, counted from 1, is none of the list.
    #[error("word or group {0} is not one of ours")]
    Group(u8),
    /// Each is one of ours, but together they are no phrase: one was misread, or they changed places.
    #[error("these do not belong together")]
    Together,
}

pub(crate) fn read(typed: &str) -> Result<Phrase, NotAPhrase> {
    if typed.len() > TYPED_MAX {
        return Err(NotAPhrase::Count);
    }
    if typed.chars().any(char::is_alphabetic) {
        read_words(typed)
    } else {
        read_digits(typed)
    }
}

fn read_words(typed: &str) -> Result<Phrase, NotAPhrase> {
    let lower = Zeroizing::new(typed.to_lowercase());
    let words = lower.split(|character: char| !character.is_alphabetic());
    let words = Zeroizing::new(
        words
            .filter(|word| !word.is_empty())
            .map(|word| word_list().position(|listed| listed == word))
            .map(|position| position.and_then(|position| u16::try_from(position).ok()))
            .take(GROUPS + 1)
            .collect::<Vec<_>>(),
    );
    Phrase::of(numbers(&words)?).ok_or(NotAPhrase::Together)
}

/// Eight groups however they are parted, or 32 digits in one.
fn read_digits(typed: &str) -> Result<Phrase, NotAPhrase> {
    let mut groups: Zeroizing<Vec<Vec<u8>>> = Zeroizing::new(vec![]);
    let mut parted = true;
    for character in typed.chars() {
        match digit(character) {
            Some(digit) if parted => groups.push(vec![digit]),
            Some(digit) => groups
                .last_mut()
                .into_iter()
                .for_each(|group| group.push(digit)),
            None => {}
        }
        parted = digit(character).is_none();
    }
    let all = Zeroizing::new(groups.concat());
    let groups = match groups.len() {
        GROUPS => groups,
        _ if all.len() == GROUPS * DIGITS_A_GROUP => {
            Zeroizing::new(all.chunks(DIGITS_A_GROUP).map(<[u8]>::to_vec).collect())
        }
        _ => return Err(NotAPhrase::Count),
    };
    let groups = Zeroizing::new(groups.iter().map(|group| number(group)).collect::<Vec<_>>());
    let numbers = numbers(&groups)?;
    Phrase::of(numbers)
        .or_else(|| Phrase::of(Phrase::turned(numbers)))
        .ok_or(NotAPhrase::Together)
}

/// Eight numbers of the list, or which of them is none.
fn numbers(groups: &[Option<u16>]) -> Result<[u16; GROUPS], NotAPhrase> {
    let groups = <[Option<u16>; GROUPS]>::try_from(groups).map_err(|_| NotAPhrase::Count)?;
    let mut numbers = [0; GROUPS];
    for ((number, group), place) in numbers.iter_mut().zip(groups).zip(1..) {
        let listed = group.filter(|group| *group < WORDS);
        *number = listed.ok_or(NotAPhrase::Group(place))?;
    }
    Ok(numbers)
}

fn number(group: &[u8]) -> Option<u16> {
    let group = <&[u8; DIGITS_A_GROUP]>::try_from(group).ok()?;
    let number = group
        .iter()
        .fold(0_u16, |number, digit| number * 10 + u16::from(*digit));
    Some(number)
}

/// Where the digits begin of those who read the pages: European, Arabic-Indic, Persian and Urdu,
/// Gurmukhi, Bengali.
const ZEROS: [char; 5] = ['0', '٠', '۰', '੦', '০'];

fn digit(character: char) -> Option<u8> {
    ZEROS.into_iter().find_map(|zero| {
        let over = u32::from(character).checked_sub(u32::from(zero))?;
        u8::try_from(over).ok().filter(|digit| *digit < 10)
    })
}
