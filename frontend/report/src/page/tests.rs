//! Every string is said somewhere, and every problem there can be has one.

use std::collections::BTreeSet;

use ::mailbox::{Fetched, OpenedReply};
use ::phrase::{NotAPhrase, Phrase, Token};
use domain::answers::{FilledForm, Problem};
use domain::case::Outcome;
use domain::question::{Field, Kind};
use domain::sheet::Cell;
use domain::{Category, District, InstallationId, TipId};
use notes::{Authorities, Signer, SigningKey};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use zeroize::Zeroizing;

use super::strings::{error_key, every_problem};
use super::*;
use crate::assets::sample;
use crate::settings::{Contacts, Kept};

const TIP: TipId = TipId::from_bytes([9; 16]);

fn settings(onion: Option<String>, kept: Kept, window_seconds: u32) -> PageSettings {
    let signer = Signer::new("Calder", SigningKey::from_seed(&[1; 32])).unwrap();
    PageSettings {
        name: "Ginnel".into(),
        inst: InstallationId::from_bytes([2; 16]),
        authorities: Authorities::new(vec![signer.authority().clone()]).unwrap(),
        languages: Lang::SHIPPED.to_vec(),
        exit_url: PageSettings::EXIT_URL.into(),
        window_seconds,
        kept,
        tab_title: None,
        contacts: Contacts::default(),
        onion,
    }
}

/// Everything answered, every choice of every kind taken.
fn everything() -> Entries {
    let mut pairs = Vec::new();
    for field in Field::ALL {
        let mut put = |value: &str| pairs.push((*field, Zeroizing::new(value.to_owned())));
        match field.kind() {
            Kind::OneOf(values) | Kind::SeveralOf(values) => values.into_iter().for_each(put),
            Kind::LongText { .. } | Kind::ShortText { .. } => put("words"),
        }
    }
    Entries::new(pairs)
}

fn all_problems() -> Vec<Problem> {
    let problems = every_problem().into_iter();
    let problem = |(field, rule): (Field, _)| Problem {
        field: field.name(),
        rule,
    };
    problems.map(problem).collect()
}

fn some_fetched() -> Fetched {
    let reply = OpenedReply {
        desk: domain::Desk::Triage,
        seq: 1,
        day: "2026-11-23".parse().unwrap(),
        text: Zeroizing::new("words".to_owned()),
        lang: "en".to_owned().try_into().unwrap(),
        token: Token::from_bytes([1; 32]),
    };
    Fetched {
        replies: vec![reply],
        doubtful: 1,
    }
}

/// A month of every name and what every case can come to, and one of nothing.
fn every_count() -> Vec<notes::Sheet> {
    let of = |month: &str, cells| notes::Sheet {
        inst: InstallationId::from_bytes([2; 16]),
        district: District::Leeds,
        month: month.parse().unwrap(),
        cells,
    };
    let cells = Outcome::ALL.iter().map(|outcome| Cell {
        category: Category::Fraud,
        outcome: *outcome,
        cases: 5,
    });
    let mut all: Vec<_> = (1..=12)
        .map(|month| of(&format!("2026-{month:02}"), vec![]))
        .collect();
    all.push(of("2025-01", cells.collect()));
    all
}

fn draw_all(sheet: &Sheet<'_>) -> Vec<String> {
    let failures = [
        Failure::Closed,
        Failure::Full { seconds: 1 },
        Failure::Crowded { seconds: 30 },
        Failure::Crowded { seconds: 601 },
        Failure::TooBig,
        Failure::Unreadable,
        Failure::Picture(Unfit::Many),
        Failure::Picture(Unfit::Room),
        Failure::Picture(Unfit::Other(2)),
        Failure::Picture(Unfit::TooLarge(2)),
        Failure::Picture(Unfit::Unreadable(2)),
    ];
    let phrase = Phrase::make(&mut ChaCha20Rng::seed_from_u64(1));
    let entries = everything()
        .with_problems(all_problems())
        .with_phrase(Some(phrase));
    let mut pages: Vec<String> = AT_REST.iter().map(|(_, draw)| draw(sheet)).collect();
    let counted = every_count();
    pages.extend([None, Some(&[][..]), Some(&counted[..])].map(|one| results_page(sheet, one)));
    pages.extend([
        filled_form_page(sheet, TIP, &entries),
        check_page(sheet, TIP, &entries),
        check_page(sheet, TIP, &Entries::default()),
        lost_page(sheet),
    ]);
    pages.extend(
        [
            NotAPhrase::Count,
            NotAPhrase::Group(3),
            NotAPhrase::Together,
        ]
        .map(|why| mistyped_page(sheet, why)),
    );
    pages.extend([
        opened_page(sheet, TIP, &entries, &Fetched::default(), false),
        opened_page(sheet, TIP, &entries, &some_fetched(), true),
    ]);
    let kept = Again {
        tip: TIP,
        entries: &entries,
        to: SEND,
        chosen: true,
    };
    for kept in [Some(kept), None] {
        pages.extend(failures.map(|failure| failure_page(sheet, failure, kept)));
    }
    pages
}

#[test]
fn every_key_said_is_written_and_every_key_written_is_said() {
    for lang in Lang::SHIPPED {
        let words = Words::new(*lang);
        let kept = Kept {
            intake_days: Some(28),
            record_days: Some(90),
            report_years: Some(6),
            files_dated: true,
        };
        let onion = Some("http://example.onion".to_owned());
        let small = PageSettings {
            tab_title: Some("Notes".into()),
            contacts: Contacts {
                responsible: Some("The Chief Constable".into()),
                accessibility: Some("The front desk".into()),
                paper: Some("Any library".into()),
            },
            ..settings(None, Kept::default(), 120)
        };
        for (settings, print) in [
            (settings(onion, kept, 10), Print::Usual),
            (small, Print::Large),
        ] {
            let assets = sample();
            draw_all(&Sheet {
                words: &words,
                settings: &settings,
                assets: &assets,
                languages: Lang::SHIPPED,
                print,
            });
        }
        let said: BTreeSet<String> = words.said.lock().unwrap().clone();
        let written: BTreeSet<String> = Lang::ENGLISH.keys().map(str::to_owned).collect();
        let absent: Vec<_> = said.difference(&written).collect();
        let unused: Vec<_> = written.difference(&said).collect();
        assert!(absent.is_empty(), "said but not written: {absent:?}");
        assert!(unused.is_empty(), "written but never said: {unused:?}");
    }
}

#[test]
fn every_problem_the_rules_find_is_known_and_has_a_text() {
    let long = "x".repeat(100_000);
    let mut found = BTreeSet::new();
    for (field, value) in Field::ALL.iter().flat_map(|field| {
        let values = ["", "nobody-offered-this", "corruption", long.as_str()];
        values.map(|value| (field.name(), value))
    }) {
        // What calls for every question is chosen, unless that is what is tried.
        let calls = [
            "danger yes",
            "about county_lines",
            "about firearms",
            "reply phrase",
        ];
        let calls = calls.iter().filter_map(|pair| pair.split_once(' '));
        let pairs = calls.filter(|(name, _)| *name != field);
        let pairs = pairs.chain([(field, value)]);
        let problems = FilledForm::from_pairs(pairs).err().unwrap_or_default();
        found.extend(problems.into_iter().map(|p| {
            let field = Field::from_name(p.field).unwrap();
            error_key(field, p.rule)
        }));
    }
    let words = Words::new(Lang::ENGLISH);
    let known: BTreeSet<String> = every_problem()
        .into_iter()
        .map(|(field, rule)| error_key(field, rule))
        .collect();
    assert_eq!(found, known);
    assert!(known.iter().all(|key| words.has(key)));
}

#[test]
fn every_page_that_says_how_long_a_tip_waits_says_what_the_server_does() {
    let words = Words::new(Lang::ENGLISH);
    for (seconds, said) in [
        (1, "up to one second and"),
        (10, "up to 10 seconds and"),
        (59, "up to 59 seconds and"),
        (60, "up to one minute and"),
        (61, "up to 2 minutes and"),
        (600, "up to 10 minutes and"),
    ] {
        let (settings, assets) = (settings(None, Kept::default(), seconds), sample());
        let sheet = Sheet {
            words: &words,
            settings: &settings,
            assets: &assets,
            languages: Lang::SHIPPED,
            print: Print::Usual,
        };
        for (name, draw) in AT_REST {
            let says = ["", "sent", "protects"].contains(name);
            assert!(!says || draw(&sheet).contains(said), "{name}: {seconds}");
        }
    }
}

#[test]
fn the_same_settings_draw_the_same_bytes() {
    let (words, settings, assets) = (
        Words::new(Lang::ENGLISH),
        settings(None, Kept::default(), 120),
        sample(),
    );
    let sheet = Sheet {
        words: &words,
        settings: &settings,
        assets: &assets,
        languages: Lang::SHIPPED,
        print: Print::Usual,
    };
    assert_eq!(draw_all(&sheet), draw_all(&sheet));
}
