//! One writing for what people write in several ways: case, digits, accents, letters of Arabic and Indic scripts.

/// The digit nought of every script whose digits are read.
const NOUGHTS: [char; 8] = ['0', '٠', '۰', '०', '০', '੦', '૦', '\u{ff10}'];

/// What a character counts, if it is a digit.
pub fn digit(c: char) -> Option<u8> {
    let count = |nought: &char| u32::from(c).checked_sub(u32::from(*nought));
    let digit = NOUGHTS.iter().filter_map(count).find(|count| *count < 10)?;
    u8::try_from(digit).ok()
}

/// Whether a character belongs to a word: also the signs that join or silence Indic letters.
pub(crate) fn is_of_a_word(c: char) -> bool {
    let joins = matches!(
        c,
        '\u{9bc}' | '\u{9cd}' | '\u{a3c}' | '\u{a4d}' | '\u{200c}' | '\u{200d}'
    );
    c.is_alphanumeric() || joins || is_silent(c)
}

/// An apostrophe, which people put or leave out.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '´')
}

/// A word as it is compared: small letters, ASCII digits, one writing for each letter.
pub fn key(word: &str) -> String {
    let heard = word
        .chars()
        .filter(|c| !is_silent(*c) && !is_apostrophe(*c));
    let small = heard.flat_map(char::to_lowercase);
    small.filter(|c| !is_silent(*c)).map(one_writing).collect()
}

/// A key without the accents of Polish and Romanian.
pub fn plain(key: &str) -> String {
    key.chars().map(without_accent).collect()
}

/// Marks that many leave out: vowels and length in Arabic script, dots beside Indic letters, joiners.
fn is_silent(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{9bc}'
            | '\u{a3c}'
            | '\u{200c}'
            | '\u{200d}'
    )
}

fn one_writing(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ه' | 'ة' | 'ۃ' | 'ۀ' => 'ہ',
        'ؤ' => 'و',
        '\u{9dc}' => 'ড',
        '\u{9dd}' => 'ঢ',
        '\u{9df}' => 'য',
        '\u{a33}' => 'ਲ',
        '\u{a36}' => 'ਸ',
        '\u{a59}' => 'ਖ',
        '\u{a5a}' => 'ਗ',
        '\u{a5b}' => 'ਜ',
        '\u{a5e}' => 'ਫ',
        c => digit(c).map_or(c, |digit| char::from(b'0'.saturating_add(digit))),
    }
}

fn without_accent(c: char) -> char {
    match c {
        'ą' | 'ă' | 'â' => 'a',
        'ć' => 'c',
        'ę' | 'é' => 'e',
        'î' => 'i',
        'ł' => 'l',
        'ń' => 'n',
        'ó' => 'o',
        'ś' | 'ș' | 'ş' => 's',
        'ț' | 'ţ' => 't',
        'ź' | 'ż' => 'z',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_count_the_same() {
        for text in [
            "0123456789",
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "০১২৩৪৫৬৭৮৯",
            "੦੧੨੩੪੫੬੭੮੯",
            "૦૧૨૩૪૫૬૭૮૯",
        ] {
            let digits: Vec<_> = text.chars().map(digit).collect();
            let wanted: Vec<_> = (0..10).map(Some).collect();
            assert_eq!(digits, wanted, "{text}");
            assert_eq!(key(text), "0123456789");
        }
        assert_eq!(digit('a'), None);
    }

    #[test]
    fn writings_of_one_word_have_one_key() {
        for (one, other) in [
            ("DON’T", "dont"),
            ("أخي", "اخی"),
            ("ਸ਼ਿਫ਼ਟ", "ਸ\u{a3c}ਿਫ\u{a3c}ਟ"),
            ("বাড়ি", "বাড\u{9bc}ি"),
            ("میری", "ميري"),
        ] {
            assert_eq!(key(one), key(other), "{one}");
        }
        assert_eq!(plain(&key("Sąsiad")), "sasiad");
        assert_eq!(plain(&key("soția")), plain(&key("soţia")));
    }
}
