//! Sealing and opening on one core of this machine; the browsers' modules are slower.

use std::time::Duration;

use domain::answers::FilledForm;
use domain::tip::{Language, SealPath, Tip};
use domain::{InstallationId, SealedFrame, ThreadId, TipId};
use rand::rngs::OsRng;
use seal::{TipRoute, seal_tip};
use tests::today;
use unseal::Identity;
use unseal::tip::open_tip;

use crate::stopwatch::rate;
use crate::table::{heading, row};

const TIME: Duration = Duration::from_secs(2);
const FRAMES: usize = 200;

/// Prints frames sealed a second, opened with the right key, and tried with a wrong one.
pub(crate) fn print(inst: InstallationId) {
    let (right, wrong) = (
        Identity::generate(&mut OsRng),
        Identity::generate(&mut OsRng),
    );
    let (tip, week) = (tip(), today().day().week());
    let mut frames: Vec<SealedFrame> = Vec::new();
    let sealed = rate(TIME, FRAMES, || {
        let parts = seal_tip(&tip, TipRoute::Triage(right.recipient()), week, inst);
        frames.extend(parts.expect("a short tip for triage"));
    });
    let opened = |identity: &Identity, opens: bool| {
        let mut frames = frames.iter().cycle();
        rate(TIME, usize::MAX, || {
            let frame = frames.next().expect("at least one was sealed");
            let part = open_tip(&[(week, identity)], frame, inst);
            assert_eq!(part.is_ok(), opens);
        })
    };
    heading("one core, keys expanded once", ["a second", "to opened"]);
    let hit = opened(&right, true);
    let miss = opened(&wrong, false);
    for (what, figure) in [
        ("sealed", sealed),
        ("opened", hit),
        ("for somebody else", miss),
    ] {
        row(
            &format!("  frames {what}"),
            [format!("{figure:.0}"), format!("{:.2}", figure / hit)],
        );
    }
}

fn tip() -> Tip {
    let pairs = [
        ("danger", "no"),
        ("about", "drugs_supply"),
        ("district", "leeds"),
        ("knows", "saw"),
        (
            "story",
            "A car with its engine running stands there every evening.",
        ),
    ];
    Tip::from_form(
        FilledForm::from_pairs(pairs).expect("a form filled in well"),
        TipId::from_bytes([1; 16]),
        ThreadId::from_bytes([2; 16]),
        today().hour(),
        Language::try_from("en".to_owned()).expect("a language"),
        SealPath::Browser,
    )
}
