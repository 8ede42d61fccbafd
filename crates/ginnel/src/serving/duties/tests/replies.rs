use domain::mailbox::{Address, SLOTS};

use super::*;

/// The eight places of a mailbox.
fn mailbox() -> [Address; SLOTS] {
    std::array::from_fn(|slot| {
        let slot = u8::try_from(slot).expect("there are eight");
        Address::from_bytes([slot; 32])
    })
}

async fn lying(store: &dyn Store) -> usize {
    let read = store.read_slots(&mailbox()).await.unwrap();
    read.iter().filter(|slot| slot.is_reply).count()
}

#[tokio::test]
async fn a_reply_can_be_read_once_its_window_is_over() {
    let mut house = House::open().await;
    let store = house.duties.store.clone();
    house.at(EVENING).await;
    let frame = SealedFrame::try_from(vec![1; FRAME_LEN]).unwrap();
    let reply = mailbox().map(|address| (address, frame.clone()));
    store.put_reply(reply).await.unwrap();
    assert_eq!(lying(&*store).await, 0);
    house.at(EVENING.plus(WINDOW)).await;
    assert_eq!(lying(&*store).await, 1);
}

#[tokio::test]
async fn replies_that_are_over_go_with_the_rest() {
    let mut house = House::open().await;
    let store = house.duties.store.clone();
    let frame = SealedFrame::try_from(vec![1; FRAME_LEN]).unwrap();
    let today = EVENING.day();
    for (day, slot) in [(today.plus(-90), 0), (today.plus(-89), 1)] {
        let reply = mailbox().map(|address| (address, frame.clone()));
        store.put_reply(reply).await.unwrap();
        store.hand_out_replies(day).await.unwrap();
        assert_eq!(lying(&*store).await, slot + 1);
    }
    house.at(EVENING).await;
    assert_eq!(lying(&*store).await, 1, "90 days are kept, today counted");
}
