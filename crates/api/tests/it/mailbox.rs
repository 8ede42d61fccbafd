//! A reporter comes back, and nobody learns what for.

mod alike;

use actix_web::test::TestRequest;
use domain::wire::{Blob, PutReply, SlotFrame};
use domain::{Desk, FRAME_LEN, Role, SealedFrame};
use phrase::{SLOTS, Token};

use crate::actors::{Browser, sealed};
use crate::house::{Answer, House};
use crate::way::triage_house;

const ANSWER_LEN: usize = SLOTS * FRAME_LEN;

/// The tokens of one phrase; a stranger's are of another number.
fn tokens(phrase: u8) -> [Token; SLOTS] {
    let mut slots = 0..;
    [(); SLOTS].map(|()| {
        let mut bytes = [phrase; 32];
        bytes[0] = slots.next().unwrap();
        Token::from_bytes(bytes)
    })
}

fn post(path: &str, body: Vec<u8>) -> TestRequest {
    TestRequest::post()
        .uri(path)
        .peer_addr("192.0.2.7:40000".parse().unwrap())
        .insert_header(("content-type", "application/octet-stream"))
        .insert_header(("content-length", body.len().to_string()))
        .set_payload(body)
}

async fn fetch(house: &House, phrase: u8) -> Answer {
    let body: Vec<u8> = tokens(phrase)
        .iter()
        .flat_map(|one| *one.expose())
        .collect();
    house.public(post("/api/mailbox", body)).await
}

/// Which of these frames lie in the answer, at which place of the eight.
fn places(answer: &Answer, frames: &[SealedFrame]) -> Vec<Option<usize>> {
    assert_eq!(
        (answer.status.as_u16(), answer.body.len()),
        (200, ANSWER_LEN)
    );
    let find = |frame: &SealedFrame| {
        let mut places = answer.body.chunks_exact(FRAME_LEN);
        places.position(|place| place == frame.as_bytes())
    };
    frames.iter().map(find).collect()
}

/// A reply whose frame for slot `i` is number `first + i`.
fn reply(phrase: u8, first: u8) -> PutReply {
    let slots = tokens(phrase).into_iter().zip(first..);
    let slots = slots.map(|(token, number)| SlotFrame {
        address: Blob(token.address().as_bytes().to_vec()),
        frame: sealed(number),
    });
    PutReply {
        slots: slots.collect(),
    }
}

async fn answered(house: &House, triage: &Browser, reply: &PutReply) -> u16 {
    triage
        .post(house, "/api/replies", reply)
        .await
        .status
        .as_u16()
}

#[actix_web::test]
async fn a_reply_is_among_eight_frames_once_its_window_is_over_and_until_it_is_deleted() {
    let (house, triage) = triage_house(0).await;
    assert_eq!(answered(&house, &triage, &reply(1, 10)).await, 204);
    assert_eq!(places(&fetch(&house, 1).await, &[sealed(10)]), [None]);
    house.turn_window().await;
    let there = places(&fetch(&house, 1).await, &[sealed(10), sealed(11)]);
    assert!(there[0].is_some() && there[1].is_none());
    assert_eq!(places(&fetch(&house, 2).await, &[sealed(10)]), [None]);
    house.clock.forward(600);
    let [first, ..] = tokens(1);
    // And seven that nobody has.
    let named = [first.expose().as_slice(), &[0xee; 224]].concat();
    for _ in 0..2 {
        let deleted = post("/api/mailbox/delete", named.clone());
        let deleted = house.public(deleted).await;
        assert_eq!((deleted.status.as_u16(), deleted.body.len()), (204, 0));
    }
    assert_eq!(places(&fetch(&house, 1).await, &[sealed(10)]), [None]);
}

#[actix_web::test]
async fn the_order_of_the_frames_is_not_that_of_the_slots_and_fillers_are_never_the_same() {
    let (house, triage) = triage_house(0).await;
    for first in [10, 20, 30] {
        answered(&house, &triage, &reply(1, first)).await;
    }
    house.turn_window().await;
    let frames = [sealed(10), sealed(21), sealed(32)];
    let mut orders = Vec::new();
    let mut fillers = Vec::new();
    for _ in 0..4 {
        let answer = fetch(&house, 1).await;
        orders.push(places(&answer, &frames));
        let is_filler = |place: &&[u8]| frames.iter().all(|frame| frame.as_bytes() != *place);
        let all = answer.body.chunks_exact(FRAME_LEN).filter(is_filler);
        fillers.extend(all.map(<[u8]>::to_vec));
    }
    assert!(orders.iter().all(|order| order.iter().all(Option::is_some)));
    orders.dedup();
    assert!(orders.len() > 1, "{orders:?}");
    let drawn = fillers.len();
    fillers.sort();
    fillers.dedup();
    assert_eq!((drawn, fillers.len()), (20, 20));
}

#[actix_web::test]
async fn the_ninth_reply_is_refused_and_overwrites_nothing() {
    let (house, triage) = triage_house(0).await;
    for number in 0..8 {
        assert_eq!(answered(&house, &triage, &reply(1, number * 10)).await, 204);
    }
    let ninth = triage.post(&house, "/api/replies", reply(1, 100)).await;
    assert_eq!(
        (ninth.status.as_u16(), ninth.fault().as_str()),
        (409, "mailbox-full")
    );
    house.turn_window().await;
    let frames = [0, 11, 22, 33, 44, 55, 66, 77].map(sealed);
    let there = places(&fetch(&house, 1).await, &frames);
    assert!(there.iter().all(Option::is_some), "{there:?}");
}

#[actix_web::test]
async fn a_request_of_another_length_or_type_is_told_so_and_reads_nothing() {
    let house = House::open().await;
    for (path, right) in [("/api/mailbox", 256), ("/api/mailbox/delete", 256)] {
        for (length, code) in [
            (0, "unprocessable"),
            (right - 1, "unprocessable"),
            (right + 1, "too-large"),
        ] {
            let answer = house.public(post(path, vec![1; length])).await;
            assert_eq!(answer.fault(), code, "{path} {length}");
        }
        let typed = post(path, vec![1; right]).insert_header(("content-type", "text/plain"));
        assert_eq!(house.public(typed).await.fault(), "wrong-type");
        let read = house.public(TestRequest::get().uri(path)).await;
        assert_eq!(read.fault(), "wrong-method");
    }
}

#[actix_web::test]
async fn who_asks_too_often_is_told_when_to_come_again() {
    let house = House::open().await;
    let mut answers = Vec::new();
    for _ in 0..6 {
        answers.push(fetch(&house, 1).await.status.as_u16());
    }
    assert_eq!(answers, [200, 200, 200, 200, 200, 429]);
}

#[actix_web::test]
async fn an_officer_who_writes_replies_without_end_is_told_when_to_go_on_and_nobody_else_is() {
    let (house, triage) = triage_house(0).await;
    let colleague = Browser::of(&house, "triage-2", Role::Officer, &[Desk::Triage]).await;
    // Refusals count as well: what they say is what somebody would ask for again and again.
    let tried = [vec![204; 8], vec![409; 2]].concat();
    for (number, status) in (0..).zip(tried) {
        assert_eq!(answered(&house, &triage, &reply(1, number)).await, status);
    }
    for phrase in [1, 2] {
        let refused = triage
            .post(&house, "/api/replies", reply(phrase, 100))
            .await;
        let code = refused.fault();
        assert_eq!((refused.status.as_u16(), code.as_str()), (429, "too-many"));
        assert_eq!(refused.header("retry-after"), "181");
    }
    assert_eq!(answered(&house, &colleague, &reply(2, 110)).await, 204);
    house.clock.forward(181);
    assert_eq!(answered(&house, &triage, &reply(2, 120)).await, 204);
    assert_eq!(answered(&house, &triage, &reply(2, 120)).await, 429);
}

#[actix_web::test]
async fn a_reply_that_does_not_name_eight_slots_is_not_put_anywhere() {
    let (house, triage) = triage_house(0).await;
    let mut seven = reply(1, 10);
    seven.slots.pop();
    let mut nine = reply(1, 10);
    nine.slots.push(nine.slots[0].clone());
    let mut short = reply(1, 10);
    short.slots[7].address.0.pop();
    let mut twice = reply(1, 10);
    twice.slots[7].address = twice.slots[6].address.clone();
    for wrong in [seven, nine, short, twice] {
        let answer = triage.post(&house, "/api/replies", wrong).await;
        assert_eq!(answer.fault(), "unprocessable");
    }
    house.turn_window().await;
    let frames: Vec<_> = (10..18).map(sealed).collect();
    assert_eq!(places(&fetch(&house, 1).await, &frames), [None; 8]);
}
