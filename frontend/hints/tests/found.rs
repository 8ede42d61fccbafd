//! What the page is told.

use hints::found;

#[test]
fn each_phrase_comes_once_with_the_key_of_its_explanation() {
    let text = "My cousin sells it 🙂. Ring my cousin at 07700 900123. My cousin!";
    let wanted = [
        ["giveaway-ties", "My cousin"],
        ["giveaway-ties", "my cousin"],
        ["giveaway-phone", "07700 900123"],
    ];
    assert_eq!(found(text, "en"), wanted.concat());
}

#[test]
fn the_language_of_the_page_decides_which_words_are_known() {
    assert_eq!(found("mój kuzyn", "pl"), ["giveaway-ties", "mój kuzyn"]);
    assert!(found("A van comes at night.", "ur").is_empty());
}

#[test]
fn what_is_no_language_finds_nothing() {
    assert!(found("my cousin", "<b>").is_empty());
}
