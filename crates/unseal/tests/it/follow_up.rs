//! Who holds the phrase shows it, for every byte of a tip.

use domain::ThreadId;
use domain::tip::TipPart;
use seal::follow_up::signed_by;
use seal::{TIP_BODY_LEN, TipRoute, read_tip_body, seal_signed_tip, seal_tip};
use unseal::tip::open_tip;

use crate::actors::{INST, identity, tip, week};
use crate::kept::key;

fn opened(text: &str, signed: bool) -> Vec<TipPart> {
    let desk = identity(1);
    let (route, week) = (TipRoute::Triage(desk.recipient()), week("2026-W47"));
    let sealed = if signed {
        seal_signed_tip(&tip(text), route, week, INST, &key(5))
    } else {
        seal_tip(&tip(text), route, week, INST)
    };
    let open = |frame| open_tip(&[(week, &desk)], frame, INST).unwrap();
    sealed.unwrap().iter().map(open).collect()
}

#[test]
fn every_part_of_a_follow_up_is_signed_by_the_phrase_s_key() {
    for text in ["one more thing", &"long ".repeat(9_000)] {
        let parts = opened(text, true);
        assert_eq!(signed_by(&parts), Some(key(5).public()));
        let told: String = parts.iter().map(|part| part.text.as_str()).collect();
        assert_eq!(told, text);
    }
}

#[test]
fn a_tip_without_a_signature_or_with_one_part_unsigned_is_unproven() {
    assert_eq!(signed_by(&opened("unsigned", false)), None);
    assert_eq!(signed_by(&[]), None);
    let mut parts = opened(&"long ".repeat(9_000), true);
    assert!(parts.len() > 1);
    parts[1].follow_up = None;
    assert_eq!(signed_by(&parts), None);
}

#[test]
fn nothing_of_a_signed_part_can_be_changed() {
    let parts = opened("as I said", true);
    let [part] = parts.as_slice() else {
        panic!("one part")
    };
    let tamperings: [&dyn Fn(&mut TipPart); 5] = [
        &|part| part.text.push('!'),
        &|part| part.thread = ThreadId::from_bytes([9; 16]),
        &|part| part.hour += 1,
        &|part| part.parts = 2,
        &|part| part.answers = None,
    ];
    for tamper in tamperings {
        let mut changed = part.clone();
        tamper(&mut changed);
        assert_eq!(signed_by([&changed]), None);
    }
}

#[test]
fn a_signature_in_a_tip_s_body_is_read_back_in_one_way_only() {
    let parts = opened("as I said", true);
    let mut body = minicbor::to_vec(&parts[0]).unwrap();
    body.resize(TIP_BODY_LEN, 0);
    assert_eq!(read_tip_body(&body).unwrap(), parts[0]);
}
