//! Passphrases: drawn for the officer, and read leniently when typed.

use domain::console::Passphrase;
use notes::fingerprint;
use rand::{CryptoRng, Rng, RngCore};
use zeroize::Zeroizing;

/// Words of the EFF long list: 77 bits, and every guess costs 64 MiB and needs the server's setup.
const WORDS: usize = 6;

/// Draws a passphrase.
pub(crate) fn make_passphrase<R: RngCore + CryptoRng>(rng: &mut R) -> Passphrase {
    let list: Vec<&str> = fingerprint::word_list().collect();
    let mut word = || {
        let index = rng.gen_range(0..list.len());
        list.get(index).copied().unwrap_or_default()
    };
    Passphrase::new([(); WORDS].map(|()| word()).join(" "))
}

/// What is stretched: small letters, single spaces. What was typed is wiped.
pub(crate) fn canonical(passphrase: Passphrase) -> Zeroizing<String> {
    let typed = Zeroizing::new(passphrase.into_inner());
    let lower = Zeroizing::new(typed.to_lowercase());
    let mut text = Zeroizing::new(String::with_capacity(lower.len()));
    for word in lower.split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    use super::*;

    #[test]
    fn a_drawn_passphrase_has_six_words_and_is_its_own_canonical_form() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let drawn = make_passphrase(&mut rng);
        assert_eq!(drawn.expose().split(' ').count(), WORDS);
        assert_eq!(canonical(drawn.clone()).as_str(), drawn.expose());
        assert_ne!(make_passphrase(&mut rng), drawn);
    }

    #[test]
    fn capitals_and_spaces_do_not_matter_when_typing() {
        let typed = Passphrase::new("  Plum\tHARBOUR \n ink ".into());
        assert_eq!(canonical(typed).as_str(), "plum harbour ink");
    }
}
