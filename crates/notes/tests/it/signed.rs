//! The signed note itself, whatever it says.

use notes::{Authorities, Authority, NotAnAuthority, SignedNote, Signer, sign};
use proptest::prelude::*;

use crate::actors::{both, councils, key, police, signer};

const BODY: &str = "first line\n\nthird line\n";

fn verifies(note: &str) -> bool {
    let note = SignedNote::parse(note).unwrap();
    note.verify(&both()) == Ok(BODY)
}

#[test]
fn the_example_of_the_specification_reads_and_its_key_is_not_ours() {
    let note = "Ognuno sta solo sul cuor della terra\n\
        trafitto da un raggio di sole:\n\n\
        ed è subito sera.\n\n\
        — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
    let note = SignedNote::parse(note).unwrap();
    assert!(note.verify(&both()).is_err());
}

#[test]
fn a_verifier_key_of_the_go_note_package_reads_and_verifies() {
    // From the documentation of golang.org/x/mod/sumdb/note.
    let vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    let note = "If you think cryptography is the answer to your problem,\n\
        then you don't know what your problem is.\n\n\
        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    let pinned = Authorities::parse(vkey).unwrap();
    assert_eq!(pinned.to_string(), format!("{vkey}\n"));
    let body = SignedNote::parse(note).unwrap();
    assert!(body.verify(&pinned).unwrap().ends_with("problem is.\n"));
    let skey = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    let signer = Signer::parse_secret(skey).unwrap();
    assert_eq!(signer.authority().to_string(), vkey);
    assert_eq!(signer.to_secret_text(), skey);
    let again = sign(body.verify(&pinned).unwrap(), &[&signer]).unwrap();
    assert_eq!(again, note);
}

#[test]
fn every_pinned_authority_must_have_signed() {
    assert!(verifies(&sign(BODY, &[&police(), &councils()]).unwrap()));
    assert!(verifies(&sign(BODY, &[&councils(), &police()]).unwrap()));
    assert!(!verifies(&sign(BODY, &[&police()]).unwrap()));
    assert!(!verifies(&sign(BODY, &[&councils()]).unwrap()));
}

#[test]
fn signatures_of_others_are_ignored_even_under_a_pinned_name() {
    let stranger = signer("stranger.example", 3);
    let namesake = signer("police.example/ginnel", 3);
    let signers = [&stranger, &namesake, &police(), &councils()];
    assert!(verifies(&sign(BODY, &signers).unwrap()));
    assert!(!verifies(&sign(BODY, &[&namesake, &councils()]).unwrap()));
}

#[test]
fn one_signature_twice_is_no_note() {
    assert!(sign(BODY, &[&police(), &police()]).is_err());
    let note = sign(BODY, &[&police(), &councils()]).unwrap();
    let line = note.lines().last().unwrap();
    assert!(SignedNote::parse(&format!("{note}{line}\n")).is_err());
}

#[test]
fn a_changed_body_or_signature_does_not_verify() {
    let note = sign(BODY, &[&police(), &councils()]).unwrap();
    assert!(!verifies(&note.replace("third", "forth")));
    let line = note.lines().last().unwrap();
    let at = line.len() - 20;
    let other = if &line[at..=at] == "A" { "B" } else { "A" };
    let forged = format!("{}{other}{}", &line[..at], &line[at + 1..]);
    assert!(!verifies(&note.replace(line, &forged)));
}

#[test]
fn what_is_not_in_the_form_of_a_note_is_refused() {
    let note = sign(BODY, &[&police(), &councils()]).unwrap();
    let wrong = [
        String::new(),
        "\n\n".into(),
        BODY.into(),
        note.trim_end().into(),
        format!("{note}\n"),
        format!("{note}x\n"),
        note.replace('\n', "\r\n"),
        note.replace("third", "th\tird"),
        note.replace("— ", "- "),
        note.replace("— ", "—\u{a0}"),
        note.replace("police.example", "police+example"),
        note.replace("police.example", "police\u{2003}example"),
        note.replace("=\n", "\n"),
        "x\n\n— name AAAA\n".into(),
        "x\n\n— name AAAAAA==\n".into(),
        "x".repeat(1 << 20) + "\n\n— name AAAAAAAA\n",
    ];
    for wrong in wrong {
        assert!(SignedNote::parse(&wrong).is_err(), "{wrong:?}");
    }
    let lines = |count: usize| {
        let line = |i| format!("— name{i} AAAAAAAA\n");
        format!("x\n\n{}", (0..count).map(line).collect::<String>())
    };
    assert!(SignedNote::parse(&lines(32)).is_ok());
    assert!(SignedNote::parse(&lines(33)).is_err());
}

#[test]
fn a_body_that_would_not_read_back_is_not_signed() {
    for body in ["", "no newline", "tab\t\n"] {
        assert!(sign(body, &[&police()]).is_err(), "{body:?}");
    }
    assert!(sign(BODY, &[]).is_err());
}

#[test]
fn authorities_are_at_least_one_and_none_counts_twice() {
    let (police, councils) = (police(), councils());
    let pin = |list: &[&Authority]| Authorities::new(list.iter().copied().cloned().collect());
    let other_name = Authority::new("other.example", police.authority().key()).unwrap();
    let other_key = Authority::new(police.authority().name(), key(3).public()).unwrap();
    assert_eq!(pin(&[]), Err(NotAnAuthority));
    assert_eq!(pin(&[police.authority(), &other_name]), Err(NotAnAuthority));
    assert_eq!(pin(&[police.authority(), &other_key]), Err(NotAnAuthority));
    let two = pin(&[police.authority(), councils.authority()]).unwrap();
    assert_eq!(two, both());
    assert_eq!(Authorities::parse(&two.to_string()), Ok(two));
    assert_eq!(Authorities::parse(""), Err(NotAnAuthority));
}

#[test]
fn only_the_one_way_of_writing_an_authority_is_read() {
    let text = police().authority().to_string();
    assert!(text.parse::<Authority>().is_ok());
    let wrong = [
        text.replace("police", "polite"),
        text.to_uppercase(),
        format!("{text} "),
        text.trim_end_matches('=').to_owned() + "A",
        text.replace("+A", "+B"),
        "police.example".into(),
        String::new(),
    ];
    for wrong in wrong {
        assert_eq!(wrong.parse::<Authority>(), Err(NotAnAuthority), "{wrong}");
    }
    for name in ["", "a b", "a+b", "a\nb", "a\u{2028}b"] {
        let named = Authority::new(name, key(1).public());
        assert_eq!(named, Err(NotAnAuthority), "{name:?}");
    }
}

#[test]
fn no_secret_is_printed() {
    assert_eq!(format!("{:?}", key(1)), "SigningKey(..)");
    assert_eq!(
        format!("{:?}", police()),
        "Signer(police.example/ginnel, ..)"
    );
}

proptest! {
    #[test]
    fn foreign_text_never_panics(text in "\\PC{0,200}", tail in "[ -~\n—]{0,200}") {
        let _ = SignedNote::parse(&text);
        let _ = SignedNote::parse(&format!("{text}\n\n— {tail}\n"));
        let _ = text.parse::<Authority>();
    }
}
