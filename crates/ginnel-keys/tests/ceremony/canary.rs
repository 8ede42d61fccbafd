//! Which key marks test tips.

use ginnel_keys::{Body, Waiting, authority, canary, directory};
use notes::{Authority, PublicKey};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

use crate::party::Party;

fn listed(party: &Party) -> (Option<PublicKey>, Vec<String>) {
    let written = directory::write(&party.ceremony, party.today, Waiting::GiveUp).unwrap();
    let [_, body] = written;
    let summary = body.summary();
    let Body::Staff(staff) = body else {
        panic!("the second is the staff directory");
    };
    (staff.canary, summary)
}

fn key(party: &Party, seed: u64) -> Authority {
    let file = party.path(&format!("canary-{seed}.key"));
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    authority::make(canary::NAME, &file, &mut rng).unwrap()
}

#[test]
fn a_directory_names_the_newest_canary_and_who_signs_it_reads_which() {
    let party = Party::begin("2026-11-22");
    assert_eq!(
        listed(&party).0,
        None,
        "none unless somebody sends test tips"
    );
    for seed in [1, 2] {
        let key = key(&party, seed);
        canary::name(&party.ceremony, &key).unwrap();
        let (named, summary) = listed(&party);
        assert_eq!(named, Some(key.key()));
        let line = format!("test tips are marked by {}", key.key());
        assert!(summary.contains(&line), "{summary:?}");
    }
}
