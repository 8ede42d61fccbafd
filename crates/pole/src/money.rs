//! Bank accounts and wallets.

use domain::work::EntityKind;
use giveaway::{Word, key};

use crate::reader::Spot;

/// Words before an account's number, and before a sort code.
const NAMED: &[&str] = &[
    "account", "acc", "acct", "sort", "code", "bank", "konto", "konta",
];
/// Words in which they are looked for.
const REACH: usize = 5;

/// The bank accounts and wallets of a text.
pub(crate) fn accounts(text: &str, words: &[Word<'_>]) -> Vec<Spot> {
    let numbers = (0..words.len()).filter_map(|at| british(text, words, at));
    let wallets = words.iter().filter(|word| is_wallet(word.typed));
    let wallet =
        |word: &Word<'_>| Spot::new(word.at.clone(), EntityKind::Money, word.typed.to_owned());
    numbers.chain(wallets.map(wallet)).collect()
}

/// `12-34-56` or eight digits, behind a word for them.
fn british(text: &str, words: &[Word<'_>], at: usize) -> Option<Spot> {
    let word = words.get(at)?;
    let before = words.get(at.saturating_sub(REACH)..at)?;
    let is_named = before
        .iter()
        .any(|near| near.sentence == word.sentence && NAMED.contains(&near.key.as_str()));
    if !is_named {
        return None;
    }
    if word.key.len() == 8 && word.key.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Spot::new(
            word.at.clone(),
            EntityKind::Money,
            word.key.clone(),
        ));
    }
    let [one, two, three] = words.get(at..at.checked_add(3)?)? else {
        return None;
    };
    let pair =
        |word: &Word<'_>| word.key.len() == 2 && word.key.bytes().all(|byte| byte.is_ascii_digit());
    let dash = |one: &Word<'_>, two: &Word<'_>| {
        matches!(text.get(one.at.end..two.at.start), Some("-" | " "))
    };
    let fits = [one, two, three].into_iter().all(pair) && dash(one, two) && dash(two, three);
    let value = format!("{}-{}-{}", one.key, two.key, three.key);
    fits.then(|| Spot::new(one.at.start..three.at.end, EntityKind::Money, value))
}

/// What looks like a wallet of the two best known currencies, or an international account number.
fn is_wallet(typed: &str) -> bool {
    let plain = typed.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let bitcoin = typed.starts_with("bc1") && (26..=62).contains(&typed.len());
    let ether = typed
        .strip_prefix("0x")
        .is_some_and(|rest| rest.len() == 40 && rest.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let small = key(typed);
    let iban = (18..=30).contains(&typed.len())
        && small.bytes().take(2).all(|byte| byte.is_ascii_lowercase())
        && small
            .bytes()
            .skip(2)
            .take(2)
            .all(|byte| byte.is_ascii_digit())
        && small.bytes().filter(u8::is_ascii_digit).count() >= 12;
    plain && (bitcoin || ether || iban)
}

#[cfg(test)]
mod tests {
    use giveaway::split;

    use super::*;

    #[test]
    fn accounts_are_found_behind_a_word_for_them_and_other_digits_are_not() {
        let found = |text: &str| -> Vec<String> {
            let spots = accounts(text, &split(text)).into_iter();
            spots.map(|spot| spot.value).collect()
        };
        assert_eq!(
            found("sort code 12-34-56, account 12345678"),
            ["12-34-56", "12345678"]
        );
        assert_eq!(
            found("pay GB82WEST12345698765432"),
            ["GB82WEST12345698765432"]
        );
        assert_eq!(found("crime number 12345678 on 12-10-20"), [""; 0]);
    }
}
