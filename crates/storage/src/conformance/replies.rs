//! Replies: which slot they take, when they can be read, and how they go.

use std::sync::Arc;

use domain::mailbox::{Address, SLOTS};

use super::Case;
use super::actors::{Fallible, Shared, frame, today};
use crate::{NewReply, PutReplyError};

/// Slot `i` of one mailbox, whose addresses differ from every other's.
fn address(mailbox: u8, slot: u8) -> Address {
    let mut bytes = [mailbox.wrapping_mul(37); 32];
    bytes[0] = slot.wrapping_mul(91) ^ mailbox;
    bytes[31] = slot;
    Address::from_bytes(bytes)
}

fn addresses(mailbox: u8) -> [Address; SLOTS] {
    let mut slots = 0..;
    [(); SLOTS].map(|()| address(mailbox, slots.next().unwrap_or_default()))
}

/// A reply whose frame for slot `i` is number `first + i`.
fn reply(mailbox: u8, first: u8) -> NewReply {
    let mut slots = 0..;
    addresses(mailbox).map(|address| (address, frame(first + slots.next().unwrap_or_default())))
}

/// The numbers of the frames that lie in a mailbox, slot by slot.
async fn lying(store: &Shared, mailbox: u8) -> Fallible<Vec<Option<u8>>> {
    let read = store.read_slots(&addresses(mailbox)).await?;
    assert_eq!(read.len(), SLOTS);
    let lying = read.iter().map(|slot| {
        let first = slot.frame.as_bytes().first().copied();
        first.filter(|_| slot.is_reply)
    });
    Ok(lying.collect())
}

/// These in the lowest slots, nothing in the rest.
fn only<T: Copy + Into<Option<u8>>>(numbers: &[T]) -> Vec<Option<u8>> {
    let mut slots: Vec<_> = numbers.iter().map(|number| (*number).into()).collect();
    slots.resize(SLOTS, None);
    slots
}

/// A reply is not there before its window is over, and is there once.
pub async fn a_reply_is_read_only_after_its_window(store: Shared) -> Case {
    store.put_reply(reply(1, 10)).await?;
    assert_eq!(lying(&store, 1).await?, only::<u8>(&[]));
    assert_eq!(store.hand_out_replies(today()).await?, 1);
    assert_eq!(lying(&store, 1).await?, only(&[10]));
    assert_eq!(store.hand_out_replies(today()).await?, 0);
    assert_eq!(lying(&store, 1).await?, only(&[10]));
    Ok(())
}

/// Waiting replies count as lying there; each takes the frame sealed for its slot.
pub async fn a_reply_takes_the_lowest_free_slot(store: Shared) -> Case {
    store.put_reply(reply(1, 10)).await?;
    store.put_reply(reply(1, 20)).await?;
    store.hand_out_replies(today()).await?;
    store.put_reply(reply(1, 30)).await?;
    store.hand_out_replies(today()).await?;
    assert_eq!(lying(&store, 1).await?, only(&[10, 21, 32]));
    store.delete_reply(address(1, 1)).await?;
    store.put_reply(reply(1, 40)).await?;
    store.hand_out_replies(today()).await?;
    assert_eq!(lying(&store, 1).await?, only(&[10, 41, 32]));
    Ok(())
}

/// Whether they were handed out or still wait.
pub async fn when_every_slot_is_taken_nothing_is_overwritten(store: Shared) -> Case {
    for number in 0..8 {
        store.put_reply(reply(1, number * 10)).await?;
        if number == 4 {
            store.hand_out_replies(today()).await?;
        }
    }
    let refused = store.put_reply(reply(1, 100)).await;
    assert_eq!(refused, Err(PutReplyError::Full));
    store.hand_out_replies(today()).await?;
    let refused = store.put_reply(reply(1, 100)).await;
    assert_eq!(refused, Err(PutReplyError::Full));
    let full = [0, 11, 22, 33, 44, 55, 66, 77];
    assert_eq!(lying(&store, 1).await?, only(&full));
    store.put_reply(reply(2, 100)).await?;
    Ok(())
}

/// A mailbox whose sender chose addresses that begin alike holds up nobody's replies.
pub async fn addresses_that_begin_alike_stop_no_other_reply(store: Shared) -> Case {
    let alike = |first: u8| {
        let mut slots = 0..;
        [(); SLOTS].map(|()| {
            let slot = slots.next().unwrap_or_default();
            let mut bytes = [9; 32];
            bytes[31] = slot;
            (Address::from_bytes(bytes), frame(first + slot))
        })
    };
    store.put_reply(alike(10)).await?;
    store.hand_out_replies(today()).await?;
    // Whether there is room for a second one is the backend's affair.
    let _ = store.put_reply(alike(20)).await;
    store.put_reply(reply(1, 30)).await?;
    store.hand_out_replies(today()).await?;
    assert_eq!(lying(&store, 1).await?, only(&[30]));
    Ok(())
}

/// Nobody can tell by what is read that a mailbox was never written to.
pub async fn an_empty_slot_is_read_as_a_frame_that_is_no_reply(store: Shared) -> Case {
    store.put_reply(reply(1, 10)).await?;
    store.hand_out_replies(today()).await?;
    let read = store.read_slots(&addresses(2)).await?;
    assert_eq!(read.len(), SLOTS);
    assert!(read.iter().all(|slot| !slot.is_reply));
    Ok(())
}

/// Deleting what is not there is no error, and changes nothing.
pub async fn a_deleted_reply_is_gone_and_no_other(store: Shared) -> Case {
    store.put_reply(reply(1, 10)).await?;
    store.put_reply(reply(1, 20)).await?;
    store.put_reply(reply(2, 30)).await?;
    store.hand_out_replies(today()).await?;
    store.delete_reply(address(1, 0)).await?;
    store.delete_reply(address(1, 0)).await?;
    store.delete_reply(address(3, 0)).await?;
    assert_eq!(lying(&store, 1).await?, only(&[None, Some(21)]));
    assert_eq!(lying(&store, 2).await?, only(&[30]));
    Ok(())
}

/// A reply that waits is not old.
pub async fn purging_deletes_replies_of_old_days_only(store: Shared) -> Case {
    store.put_reply(reply(1, 10)).await?;
    store.hand_out_replies(today().plus(-90)).await?;
    store.put_reply(reply(1, 20)).await?;
    store.hand_out_replies(today().plus(-89)).await?;
    store.put_reply(reply(2, 30)).await?;
    assert_eq!(store.purge_replies(today().plus(-89)).await?, 1);
    store.hand_out_replies(today()).await?;
    assert_eq!(lying(&store, 1).await?, only(&[None, Some(21)]));
    assert_eq!(lying(&store, 2).await?, only(&[30]));
    Ok(())
}

/// Settling writes everything anew; replies are as they were.
pub async fn settling_leaves_replies_as_they_were(store: Shared) -> Case {
    store.put_reply(reply(1, 10)).await?;
    store.hand_out_replies(today()).await?;
    store.put_reply(reply(1, 20)).await?;
    store.settle_intake(today()).await?;
    assert_eq!(lying(&store, 1).await?, only(&[10]));
    store.hand_out_replies(today()).await?;
    assert_eq!(lying(&store, 1).await?, only(&[10, 21]));
    Ok(())
}

/// Two officers answer the same reporter at the same moment.
pub async fn of_replies_at_once_each_takes_a_slot_of_its_own(store: Shared) -> Case {
    let puts = (0..8).map(|number| {
        let store = Arc::clone(&store);
        tokio::spawn(async move { store.put_reply(reply(1, number * 10)).await })
    });
    for put in puts.collect::<Vec<_>>() {
        put.await??;
    }
    store.hand_out_replies(today()).await?;
    let mut numbers = Vec::new();
    for (slot, number) in lying(&store, 1).await?.into_iter().enumerate() {
        let number = number.ok_or("an empty slot")?;
        assert_eq!(usize::from(number % 10), slot);
        numbers.push(number / 10);
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (0..8).collect::<Vec<_>>());
    Ok(())
}
