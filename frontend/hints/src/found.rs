//! What the page is told.

use domain::tip::Language;
use giveaway::hints;

/// What in a text could give its teller away: `key words key words …`, each once, in the order of the
/// text. The key is that of the page's explanation. A language the page does not have finds nothing.
pub fn found(text: &str, lang: &str) -> Vec<String> {
    let Ok(language) = Language::try_from(lang.to_owned()) else {
        return Vec::new();
    };
    let mut found: Vec<[&str; 2]> = Vec::new();
    for hint in hints(text, &language) {
        let words = text.get(hint.bytes).unwrap_or_default();
        let one = [hint.kind.key(), words];
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found.into_iter().flatten().map(str::to_owned).collect()
}
