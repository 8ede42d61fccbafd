//! X25519 worked out ahead: opens what the identity opens, and nothing else.

use domain::{FRAME_LEN, SealedFrame};
use identity::ahead::{Ahead, Secret, Share, share_of};
use identity::{Identity, OpenError, open_file, open_frame};
use proptest::prelude::*;
use seal::{Kind, age_file, seal_frame};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use crate::actors::{INST, identity};

fn frame(desk: &Identity) -> (SealedFrame, Share) {
    let frame = seal_frame(desk.recipient(), Kind::Tip, INST, b"seen at night").unwrap();
    let share = share_of(&frame).expect("every frame has one");
    (frame, share)
}

/// What a browser would answer.
fn secret(identity: &Identity, share: Share) -> Secret {
    let own = StaticSecret::from(*identity.expose_x25519());
    Zeroizing::new(own.diffie_hellman(&PublicKey::from(share.0)).to_bytes())
}

fn knowing(identity: &Identity, share: Share, secret: Secret) -> Ahead<'_> {
    let mut ahead = Ahead::new(identity);
    ahead.learn(share, secret);
    ahead
}

fn error(ahead: &Ahead<'_>, frame: &SealedFrame) -> OpenError {
    let opened = open_frame(&[ahead], frame, Kind::Tip, INST);
    opened.err().expect("it must not open")
}

#[test]
fn a_secret_worked_out_ahead_opens_what_the_identity_opens() {
    let desk = identity(1);
    let (frame, share) = frame(&desk);
    let ahead = knowing(&desk, share, secret(&desk, share));
    let opened = open_frame(&[&ahead], &frame, Kind::Tip, INST).unwrap();
    let alone = open_frame(&[&desk], &frame, Kind::Tip, INST).unwrap();
    assert_eq!(opened.body, alone.body);
    assert_eq!(*opened.body, b"seen at night");
}

#[test]
fn a_share_of_which_nothing_is_known_is_worked_out_when_it_is_opened() {
    let desk = identity(1);
    let ((known, share), (unknown, _)) = (frame(&desk), frame(&desk));
    let ahead = knowing(&desk, share, secret(&desk, share));
    for frame in [known, unknown] {
        assert!(open_frame(&[&ahead], &frame, Kind::Tip, INST).is_ok());
    }
}

#[test]
fn a_wrong_secret_opens_nothing_so_it_is_really_used() {
    let desk = identity(1);
    let (frame, share) = frame(&desk);
    for wrong in [secret(&identity(2), share), Zeroizing::new([0xff; 32])] {
        let ahead = knowing(&desk, share, wrong);
        assert_eq!(error(&ahead, &frame), OpenError::NotForUs);
    }
}

#[test]
fn a_secret_of_zeroes_is_refused_as_a_share_of_low_order_is() {
    let desk = identity(1);
    let (sound, share) = frame(&desk);
    let ahead = knowing(&desk, share, Zeroizing::new([0; 32]));
    assert_eq!(error(&ahead, &sound), OpenError::Malformed);
}

#[test]
fn somebody_elses_frame_stays_shut_and_another_identity_is_tried_next() {
    let (desk, other) = (identity(1), identity(2));
    let (frame, share) = frame(&desk);
    let theirs = knowing(&other, share, secret(&other, share));
    assert_eq!(error(&theirs, &frame), OpenError::NotForUs);
    let ours = knowing(&desk, share, secret(&desk, share));
    let opened = open_file(&[&theirs, &ours], age_file(&frame).unwrap()).unwrap();
    assert_eq!(opened.by, 1);
}

#[test]
fn the_public_half_is_what_the_secret_one_and_the_base_point_come_to() {
    let desk = identity(1);
    let mut base = [0; 32];
    base[0] = 9;
    assert_eq!(*secret(&desk, Share(base)), *desk.x25519_public());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_share_is_read_from_any_bytes_without_a_panic(
        bytes in prop::collection::vec(any::<u8>(), FRAME_LEN),
        places in prop::collection::vec((0..3_000_usize, any::<u8>()), 0..8),
    ) {
        let _ = share_of(&SealedFrame::try_from(bytes).unwrap());
        let (frame, _) = frame(&identity(1));
        let mut changed = frame.as_bytes().to_vec();
        for (place, byte) in places {
            changed[place] = byte;
        }
        let _ = share_of(&SealedFrame::try_from(changed).unwrap());
    }
}
