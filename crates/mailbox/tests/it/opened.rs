//! Replies, opened.

use domain::mailbox::{Address, Reply};
use domain::{Desk, FRAME_LEN, InstallationId, ThreadId};
use mailbox::Fetched;
use minicbor::bytes::ByteArray;
use notes::SigningKey;
use seal::reply::seal_reply;
use seal::{Kind, SealError, seal_frame};

use crate::actors::{INST, Reporter, answer, desk_key, listed, sealed};

fn opened(reporter: &Reporter, frames: &[domain::SealedFrame]) -> Fetched {
    let fetched = reporter.mailbox.open(&answer(frames), &listed());
    fetched.unwrap()
}

#[test]
fn replies_come_in_the_order_they_were_written_each_with_what_deletes_it() {
    let reporter = Reporter::new(1);
    let (first, second) = (
        reporter.reply(5, 1, "When was that?"),
        reporter.reply(0, 2, "Thank you."),
    );
    let frames = [sealed(&reporter, &second), sealed(&reporter, &first)];
    let fetched = opened(&reporter, &frames);
    assert_eq!(fetched.doubtful, 0);
    let [one, two] = fetched.replies.as_slice() else {
        panic!("{} replies", fetched.replies.len());
    };
    assert_eq!((one.seq, one.text.as_str()), (1, "When was that?"));
    assert_eq!((two.seq, two.text.as_str()), (2, "Thank you."));
    assert_eq!(one.desk, Desk::Triage);
    let address = |token: &phrase::Token| ByteArray::from(*token.address().as_bytes());
    assert_eq!(address(&one.token), first.address);
    assert_eq!(address(&two.token), second.address);
}

#[test]
fn an_empty_mailbox_is_eight_frames_that_open_nothing() {
    let reporter = Reporter::new(1);
    assert_eq!(opened(&reporter, &[]), Fetched::default());
}

#[test]
fn another_phrase_opens_nothing_and_notices_nothing() {
    let (reporter, other) = (Reporter::new(1), Reporter::new(2));
    let frame = sealed(&reporter, &reporter.reply(0, 1, "for one only"));
    assert_eq!(opened(&other, &[frame]), Fetched::default());
}

#[test]
fn the_same_reply_served_twice_counts_once() {
    let reporter = Reporter::new(1);
    let frame = sealed(&reporter, &reporter.reply(0, 1, "once"));
    let fetched = opened(&reporter, &[frame.clone(), frame]);
    assert_eq!(fetched.replies.len(), 1);
}

#[test]
fn a_reply_of_another_slot_conversation_or_installation_is_counted_and_not_shown() {
    let (reporter, other) = (Reporter::new(1), Reporter::new(2));
    let reply = reporter.reply(0, 1, "moved");
    let moved = [
        Reply {
            address: other.slot.addresses[0],
            ..reply.clone()
        },
        Reply {
            thread: ThreadId::from_bytes([9; 16]),
            ..reply.clone()
        },
        Reply {
            inst: InstallationId::from_bytes([9; 16]),
            ..reply
        },
    ];
    for reply in moved {
        let fetched = opened(&reporter, &[sealed(&reporter, &reply)]);
        assert!(fetched.replies.is_empty());
        assert_eq!(fetched.doubtful, 1);
    }
}

#[test]
fn a_reply_that_no_listed_desk_signed_is_counted_and_not_shown() {
    let reporter = Reporter::new(1);
    let reply = reporter.reply(0, 1, "forged");
    let stranger = SigningKey::from_seed(&[8; 32]);
    let frame = seal_reply(&reporter.recipient(), &reply, &stranger).unwrap();
    assert_eq!(opened(&reporter, &[frame]).doubtful, 1);
}

#[test]
fn malformed_bodies_are_counted_and_not_shown() {
    let reporter = Reporter::new(1);
    let reply = reporter.reply(0, 1, "changed");
    let body = minicbor::to_vec(&reply).unwrap();
    let signed = |body: &[u8]| {
        let signature = desk_key().sign(domain::mailbox::REPLY_CONTEXT, body);
        [body, &signature].concat()
    };
    let with = |change: &dyn Fn(&mut Reply)| {
        let mut reply = reply.clone();
        change(&mut reply);
        signed(&minicbor::to_vec(&reply).unwrap())
    };
    let mut unsigned = signed(&body);
    unsigned.pop();
    let bodies = [
        vec![],
        vec![0; 64],
        unsigned,
        signed(&[body.as_slice(), &[0]].concat()),
        with(&|reply| reply.ctx = "ginnel/reply/v2".into()),
        with(&|reply| reply.text = String::new()),
        with(&|reply| reply.text = "x".repeat(12_001)),
        with(&|reply| reply.seq = 0),
    ];
    for (number, body) in bodies.iter().enumerate() {
        let frame = seal_frame(&reporter.recipient(), Kind::Reply, INST, body).unwrap();
        assert_eq!(opened(&reporter, &[frame]).doubtful, 1, "body {number}");
    }
}

#[test]
fn a_tip_or_report_is_not_opened_even_with_the_right_key() {
    let reporter = Reporter::new(1);
    let body = minicbor::to_vec(reporter.reply(0, 1, "of another kind")).unwrap();
    for kind in [Kind::Tip, Kind::Report, Kind::Record, Kind::Cover] {
        let frame = seal_frame(&reporter.recipient(), kind, INST, &body).unwrap();
        let fetched = opened(&reporter, &[frame]);
        assert!(
            fetched.replies.is_empty() && fetched.doubtful == 1,
            "{kind:?}"
        );
    }
}

#[test]
fn anything_but_eight_frames_is_refused() {
    let reporter = Reporter::new(1);
    for len in [
        0,
        FRAME_LEN,
        7 * FRAME_LEN,
        8 * FRAME_LEN - 1,
        9 * FRAME_LEN,
    ] {
        assert!(reporter.mailbox.open(&vec![0; len], &listed()).is_err());
    }
}

#[test]
fn a_reply_that_could_not_be_read_is_not_sealed() {
    let reporter = Reporter::new(1);
    let refused = |change: &dyn Fn(&mut Reply)| {
        let mut reply = reporter.reply(0, 1, "text");
        change(&mut reply);
        let sealed = seal_reply(&reporter.recipient(), &reply, &desk_key());
        assert_eq!(sealed.err(), Some(SealError::NotAllowed));
    };
    refused(&|reply| reply.text = "x".repeat(12_001));
    refused(&|reply| reply.text = String::new());
    refused(&|reply| reply.seq = 0);
    refused(&|reply| reply.ctx = "ginnel/report/v1".into());
}

#[test]
fn the_longest_reply_in_any_script_fits_its_frame() {
    let reporter = Reporter::new(1);
    let text = "ਸ".repeat(4_000);
    let frame = sealed(&reporter, &reporter.reply(7, u32::MAX, &text));
    let fetched = opened(&reporter, &[frame]);
    assert_eq!(fetched.replies[0].text.as_str(), text);
}

#[test]
fn nothing_of_a_mailbox_prints() {
    let reporter = Reporter::new(1);
    let frame = sealed(&reporter, &reporter.reply(0, 1, "a secret answer"));
    let fetched = opened(&reporter, &[frame]);
    let printed = format!("{fetched:?} {:?}", reporter.mailbox);
    assert!(!printed.contains("secret"), "{printed}");
    assert_eq!(format!("{:?}", Address::from_bytes([1; 32])), "Address(..)");
}
