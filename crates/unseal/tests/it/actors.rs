//! Who takes part: an installation, desks with keys, and a reporter with something to say.

use domain::answers::{Answers, Area, Danger, Details, Knows};
use domain::tip::{Lane, Language, SealPath, Tip};
use domain::{Category, District, Hour, InstallationId, ThreadId, TipId, Week};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use unseal::Identity;

pub const INST: InstallationId = InstallationId::from_bytes([1; 16]);
pub const OTHER_INST: InstallationId = InstallationId::from_bytes([2; 16]);

pub fn identity(seed: u64) -> Identity {
    Identity::generate(&mut ChaCha20Rng::seed_from_u64(seed))
}

pub fn week(text: &str) -> Week {
    text.parse().unwrap()
}

pub fn tip(text: &str) -> Tip {
    Tip {
        lane: Lane::Triage,
        hour: Hour(498_765),
        tip: TipId::from_bytes([3; 16]),
        thread: ThreadId::from_bytes([4; 16]),
        answers: Answers {
            danger: Danger::No,
            about: vec![Category::DrugsSupply],
            place: "by the mill".into(),
            areas: vec![Area::In(District::Leeds)],
            details: Details::default(),
        },
        text: text.into(),
        lang: Language::try_from("en".to_owned()).unwrap(),
        knows: Knows::Saw,
        path: SealPath::Browser,
        reply: None,
        bundle: None,
        champion: None,
    }
}
