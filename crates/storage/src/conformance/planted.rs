//! Words planted in everything sealed that a store keeps, to be looked for once it is deleted.

use domain::mailbox::{Address, SLOTS};
use domain::{Desk, DraftId, FRAME_LEN, ReportId, SealedFrame};

use super::Case;
use super::actors::{
    Fallible, NOW, Shared, age_file, held, new_record, officer, quarter, record_id, rewrite, today,
    week,
};
use crate::{
    DraftRow, HeldClaim, Lease, NewDraft, NewRecord, NewReport, RecordRewrite, RecordVersion,
    Review, SealedCard, SmallAgeFile, Trace,
};

const SILVER: Desk = Desk::Silver;
/// The mailbox the reply lies in.
fn mailbox() -> [Address; SLOTS] {
    std::array::from_fn(|slot| {
        let slot = u8::try_from(slot).expect("there are eight");
        Address::from_bytes([slot; 32])
    })
}

/// What was planted.
#[derive(Debug, Clone, Copy)]
pub struct Planted {
    /// A desk's record, which nobody finished.
    open: Lease,
}

fn with(words: &[u8], length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    for (at, byte) in words.iter().enumerate() {
        if let Some(place) = bytes.get_mut(at + 300) {
            *place = *byte;
        }
    }
    bytes
}

fn frame(words: &[u8]) -> SealedFrame {
    SealedFrame::try_from(with(words, FRAME_LEN)).expect("a frame's length")
}

fn card(words: &[u8]) -> SealedCard {
    SealedCard::try_from(with(words, domain::wire::CARD_LEN)).expect("a card's length")
}

fn record(number: u8, words: &[u8]) -> NewRecord {
    NewRecord {
        wrapper: SmallAgeFile::try_from(with(words, 400)).expect("a small length"),
        frames: [frame(words), frame(words), frame(words)],
        card: card(words),
        ..new_record(number, SILVER)
    }
}

fn holds(number: u8, lease: Lease) -> HeldClaim {
    HeldClaim {
        desk: SILVER,
        ..held(number, 1, lease)
    }
}

/// Plants them in a record that nobody finished: its frames, card and wrapper.
pub async fn plant_record(store: &Shared, words: &[u8]) -> Fallible<Planted> {
    let open = store.keep_record(record(1, words), officer(1), NOW).await?;
    Ok(Planted { open })
}

/// Plants them in a record that goes today, both versions of it, and in a report, a draft and a reply.
pub async fn plant_rest(store: &Shared, words: &[u8]) -> Case {
    let over = store.keep_record(record(2, words), officer(1), NOW).await?;
    let finished = RecordRewrite {
        frames: [frame(words), frame(words)],
        card: card(words),
        review: Review::Finished(today()),
        ..rewrite(RecordVersion::FIRST, 9)
    };
    store.write_record(holds(2, over), finished).await?;
    let trace = Trace {
        id: record_id(3),
        quarter: quarter(),
        wrapper: age_file(3),
        card: card(words),
        review: today(),
    };
    store.keep_trace(trace).await?;
    let report = NewReport {
        id: ReportId::from_bytes([3; 16]),
        desk: SILVER,
        week: week(),
        frame: frame(words),
        day: today(),
        author: officer(1),
        second_signer: None,
        review: Some(today()),
    };
    store.deliver_message(report).await?;
    let row = DraftRow {
        id: DraftId::from_bytes([4; 16]),
        week: week(),
        day: today(),
        author: officer(1),
    };
    let frame_of_draft = frame(words);
    let draft = NewDraft {
        row,
        frame: frame_of_draft,
    };
    store.put_draft(draft).await?;
    let reply = mailbox().map(|address| (address, frame(words)));
    store.put_reply(reply).await?;
    store.hand_out_replies(today()).await?;
    Ok(())
}

/// Writes the first record anew, which leaves them in its original and its wrapper, and erases it.
pub async fn erase(store: &Shared, planted: Planted) -> Case {
    let held = holds(1, planted.open);
    store
        .write_record(held, rewrite(RecordVersion::FIRST, 9))
        .await?;
    store.delete_record(held).await?;
    Ok(())
}

/// Deletes the rest on its day.
pub async fn purge(store: &Shared) -> Case {
    let tomorrow = today().plus(1);
    assert_eq!(store.purge_vault(tomorrow).await?, 1);
    assert_eq!(store.purge_traces(tomorrow).await?, 1);
    assert_eq!(store.purge_reports(tomorrow).await?, 1);
    assert_eq!(store.purge_drafts(week().plus(1)).await?, 1);
    assert_eq!(store.purge_replies(tomorrow).await?, 1);
    assert_eq!(store.cards(SILVER, NOW).await?, []);
    Ok(())
}
