//! Replies: a desk cannot read what it wrote, and a changed body is not read at all.

use domain::mailbox::{REPLY_CONTEXT, Reply};
use domain::tip::Language;
use domain::{Day, Desk, ThreadId};
use minicbor::bytes::ByteArray;
use notes::ReplyKey;
use seal::Kind;
use seal::reply::{read_reply, seal_reply};
use unseal::open_frame;

use crate::actors::{INST, identity};
use crate::kept::key;

fn reply() -> Reply {
    Reply {
        ctx: REPLY_CONTEXT.into(),
        inst: INST,
        address: ByteArray::from([5; 32]),
        thread: ThreadId::from_bytes([4; 16]),
        seq: 1,
        day: Day(20_000),
        text: "Which shop was it?".into(),
        lang: Language::try_from("en".to_owned()).unwrap(),
    }
}

/// The body of a sound reply.
pub fn body() -> Vec<u8> {
    let reporter = identity(1);
    let frame = seal_reply(reporter.recipient(), &reply(), &key(1)).unwrap();
    let opened = open_frame(&[&reporter], &frame, Kind::Reply, INST);
    opened.unwrap().body.to_vec()
}

#[test]
fn no_byte_of_a_reply_can_be_changed() {
    let listed = [ReplyKey {
        desk: Desk::Triage,
        key: key(1).public(),
    }];
    let sound = body();
    let read = |bytes: &[u8]| read_reply(bytes).ok()?.verify(&listed).ok();
    assert_eq!(read(&sound), Some((reply(), Desk::Triage)));
    for at in 0..sound.len() {
        let mut changed = sound.clone();
        changed[at] ^= 1;
        assert_eq!(read(&changed), None, "byte {at}");
    }
}

#[test]
fn a_reply_of_a_desk_that_is_not_listed_does_not_verify() {
    let other = [ReplyKey {
        desk: Desk::Triage,
        key: key(2).public(),
    }];
    for keys in [&other[..], &[]] {
        assert!(read_reply(&body()).unwrap().verify(keys).is_err());
    }
}
