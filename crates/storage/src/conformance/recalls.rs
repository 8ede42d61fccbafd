//! Reports taken back, and put back.

use domain::{Desk, District, DraftId, Hour, ReportId};

use super::Case;
use super::actors::{Shared, frame, officer, race, today, week};
use crate::{
    AcknowledgeError, DraftRelease, DraftRow, NewDraft, NewReport, OpenReportError,
    RECALLS_AN_HOUR, Recall, RecallError, ReleasedReport, Restore, RestoreError, TakenBack,
};

const LEEDS: Desk = Desk::Bronze(District::Leeds);
const KIRKLEES: Desk = Desk::Bronze(District::Kirklees);
const HOUR: Hour = Hour(498_720);

fn id(number: u8) -> ReportId {
    ReportId::from_bytes([number; 16])
}

fn report(number: u8, desk: Desk) -> NewReport {
    NewReport {
        id: id(number),
        desk,
        week: week(),
        frame: frame(number),
        day: today(),
        author: officer(1),
        second_signer: None,
        review: None,
    }
}

/// A report as a second officer releases it.
fn released(number: u8, desk: Desk) -> NewReport {
    NewReport {
        second_signer: Some(officer(3)),
        ..report(number, desk)
    }
}

fn recall(number: u8, notice: u8) -> Recall {
    Recall {
        report: id(number),
        notice: report(notice, LEEDS),
        hour: HOUR,
    }
}

/// By this officer.
fn restore(number: u8, notice: u8, by: u8) -> Restore {
    let notice = NewReport {
        author: officer(by),
        ..report(notice, LEEDS)
    };
    Restore {
        report: id(number),
        notice,
    }
}

/// Opened or not; with the day, and the notice beside it. Once more with the same notice is no error.
pub async fn a_recalled_report_is_told_of_and_handed_out_no_more(store: Shared) -> Case {
    for number in [1, 2] {
        store.deliver_message(released(number, LEEDS)).await?;
    }
    store.open_report(LEEDS, id(2), officer(2), today()).await?;
    for (number, notice) in [(1, 5), (2, 6)] {
        store.recall(recall(number, notice)).await?;
        store.recall(recall(number, notice)).await?;
        let other = store.recall(recall(number, 7)).await;
        assert_eq!(other, Err(RecallError::AlreadyRecalled));
        let opened = store
            .open_report(LEEDS, id(number), officer(4), today())
            .await;
        assert_eq!(opened, Err(OpenReportError::Recalled));
        let taken_on = store
            .acknowledge(LEEDS, id(number), officer(2), today(), None)
            .await;
        assert_eq!(taken_on, Err(AcknowledgeError::Recalled));
        let notice_of = store
            .open_report(LEEDS, id(notice), officer(2), today())
            .await?;
        assert_eq!(notice_of.map(|one| one.frame), Some(frame(notice)));
        let inbox = store.inbox(LEEDS).await?;
        let mut rows = inbox.iter().filter(|one| one.recalled.is_some());
        let row = rows.find(|one| one.id == id(number)).ok_or("not there")?;
        assert_eq!(row.recalled, Some((today(), id(notice))));
    }
    let states = store.deliveries(today()).await?;
    let opened = states.iter().find(|one| one.id == id(1));
    assert_eq!(opened.and_then(|one| one.opened), None);
    assert_eq!(states.len(), 4);
    Ok(())
}

/// Where the notice cannot lie the report stays as it was.
pub async fn a_recall_and_its_notice_come_both_or_neither(store: Shared) -> Case {
    store.deliver_message(released(1, LEEDS)).await?;
    store.deliver_message(report(5, KIRKLEES)).await?;
    let refused = store.recall(recall(1, 5)).await;
    assert_eq!(refused, Err(RecallError::NoticeIdTaken));
    let inbox = store.inbox(LEEDS).await?;
    let recalled: Vec<_> = inbox.iter().map(|one| one.recalled).collect();
    assert_eq!(recalled, [None]);
    let opened = store.open_report(LEEDS, id(1), officer(2), today()).await?;
    assert_eq!(opened.map(|opened| opened.frame), Some(frame(1)));
    Ok(())
}

/// Two officers of triage at the same moment: one notice.
pub async fn of_two_recalls_at_once_one_counts(store: Shared) -> Case {
    store.deliver_message(released(1, LEEDS)).await?;
    let (a, b) = (store.clone(), store.clone());
    let (first, second) = race(async move { a.recall(recall(1, 5)).await }, async move {
        b.recall(recall(1, 6)).await
    })
    .await?;
    let told = match (first, second) {
        (Ok(()), Err(RecallError::AlreadyRecalled)) => id(5),
        (Err(RecallError::AlreadyRecalled), Ok(())) => id(6),
        other => return Err(format!("not exactly one: {other:?}").into()),
    };
    let inbox = store.inbox(LEEDS).await?;
    assert_eq!(inbox.len(), 2);
    let recalled = inbox.iter().find_map(|one| one.recalled);
    assert_eq!(recalled, Some((today(), told)));
    Ok(())
}

/// No message, nothing of another desk, nothing that is not there.
pub async fn only_a_released_report_is_recalled(store: Shared) -> Case {
    store.deliver_message(report(1, LEEDS)).await?;
    store.deliver_message(released(2, KIRKLEES)).await?;
    for number in [1, 2, 3] {
        let refused = store.recall(recall(number, 5)).await;
        assert_eq!(refused, Err(RecallError::NotFound), "{number}");
    }
    assert_eq!(store.inbox(LEEDS).await?.len(), 1);
    let inbox = store.inbox(KIRKLEES).await?;
    assert_eq!(inbox.first().map(|one| one.recalled), Some(None));
    Ok(())
}

/// By another officer than who took it back, and as if it had never been: opened by whoever comes first.
pub async fn what_was_taken_back_is_put_back_by_another_officer(store: Shared) -> Case {
    store.deliver_message(released(1, LEEDS)).await?;
    let early = store.restore(restore(1, 6, 2)).await;
    assert_eq!(early, Err(RestoreError::NotRecalled));
    store.recall(recall(1, 5)).await?;
    let own = store.restore(restore(1, 6, 1)).await;
    assert_eq!(own, Err(RestoreError::OwnRecall));
    let opened = store.open_report(LEEDS, id(1), officer(4), today()).await;
    assert_eq!(opened, Err(OpenReportError::Recalled));
    assert_eq!(store.inbox(LEEDS).await?.len(), 2);
    for _ in 0..2 {
        store.restore(restore(1, 6, 2)).await?;
    }
    let other = store.restore(restore(1, 7, 2)).await;
    assert_eq!(other, Err(RestoreError::NotRecalled));
    let inbox = store.inbox(LEEDS).await?;
    assert_eq!(inbox.len(), 3, "both notices lie there");
    let row = inbox.iter().find(|one| one.id == id(1));
    let row = row.ok_or("not there")?;
    assert_eq!((row.recalled, row.restored), (None, Some(id(6))));
    let opened = store.open_report(LEEDS, id(1), officer(4), today()).await?;
    assert_eq!(opened.map(|opened| opened.frame), Some(frame(1)));
    store
        .acknowledge(LEEDS, id(1), officer(4), today(), None)
        .await?;
    Ok(())
}

/// A notice that is sent once more neither takes back what was put back since, nor the other way round.
pub async fn an_old_notice_undoes_nothing(store: Shared) -> Case {
    store.deliver_message(released(1, LEEDS)).await?;
    store.recall(recall(1, 5)).await?;
    store.restore(restore(1, 6, 2)).await?;
    let again = store.recall(recall(1, 5)).await;
    assert_eq!(again, Err(RecallError::NoticeIdTaken));
    store.recall(recall(1, 7)).await?;
    let again = store.restore(restore(1, 6, 2)).await;
    assert_eq!(again, Err(RestoreError::NoticeIdTaken));
    let inbox = store.inbox(LEEDS).await?;
    let recalled = inbox.iter().find_map(|one| one.recalled);
    assert_eq!(recalled, Some((today(), id(7))));
    Ok(())
}

/// Where the notice cannot lie the report stays taken back; nothing of another desk is put back.
pub async fn what_is_put_back_and_its_notice_come_both_or_neither(store: Shared) -> Case {
    store.deliver_message(released(1, LEEDS)).await?;
    store.deliver_message(released(2, KIRKLEES)).await?;
    store.deliver_message(report(6, KIRKLEES)).await?;
    store.recall(recall(1, 5)).await?;
    let refused = store.restore(restore(1, 6, 2)).await;
    assert_eq!(refused, Err(RestoreError::NoticeIdTaken));
    for number in [2, 3, 5] {
        let refused = store.restore(restore(number, 8, 2)).await;
        assert_eq!(refused, Err(RestoreError::NotFound), "{number}");
    }
    let inbox = store.inbox(LEEDS).await?;
    let recalled = inbox.iter().find_map(|one| one.recalled);
    assert_eq!(recalled, Some((today(), id(5))));
    Ok(())
}

/// The report in its place would be undone with it.
pub async fn what_a_correction_replaced_is_not_put_back(store: Shared) -> Case {
    store.deliver_message(released(1, LEEDS)).await?;
    corrected(&store).await?;
    let refused = store.restore(restore(1, 6, 4)).await;
    assert_eq!(refused, Err(RestoreError::Corrected));
    Ok(())
}

async fn corrected(store: &Shared) -> Case {
    let row = DraftRow {
        id: DraftId::from_bytes([1; 16]),
        week: week(),
        day: today(),
        author: officer(1),
    };
    let frame = frame(9);
    store.put_draft(NewDraft { row, frame }).await?;
    let new = report(5, LEEDS);
    let release = DraftRelease {
        draft: row.id,
        by: officer(3),
        day: today(),
        hour: HOUR,
        review: today().plus(30),
        reports: vec![ReleasedReport {
            id: new.id,
            desk: LEEDS,
            week: new.week,
            frame: new.frame,
        }],
        notices: Vec::new(),
        taken_back: vec![TakenBack {
            report: id(1),
            desk: LEEDS,
            notice: new.id,
        }],
    };
    Ok(store.release_draft(release).await?)
}

/// In the next hour, or by another officer, it goes on. What was refused leaves nothing.
pub async fn one_officer_takes_so_many_back_in_an_hour_and_no_more(store: Shared) -> Case {
    let most = u8::try_from(RECALLS_AN_HOUR)?;
    for number in 1..=most.saturating_add(3) {
        store.deliver_message(released(number, LEEDS)).await?;
    }
    for number in 1..=most {
        store.recall(recall(number, number + 100)).await?;
        // Sent once more it is not counted.
        store.recall(recall(number, number + 100)).await?;
    }
    let one_more = most + 1;
    let refused = store.recall(recall(one_more, 200)).await;
    assert_eq!(refused, Err(RecallError::TooMany));
    let inbox = store.inbox(LEEDS).await?;
    assert!(inbox.iter().all(|one| one.id != id(200)));
    let row = inbox.iter().find(|one| one.id == id(one_more));
    assert_eq!(row.map(|one| one.recalled), Some(None));
    let mut by_other = recall(one_more, 200);
    by_other.notice.author = officer(2);
    store.recall(by_other).await?;
    let mut later = recall(one_more + 1, 201);
    later.hour = Hour(HOUR.0 + 1);
    store.recall(later).await?;
    Ok(())
}

/// Whoever releases a correction takes back what it replaces.
pub async fn a_correction_counts_among_what_is_taken_back(store: Shared) -> Case {
    let most = u8::try_from(RECALLS_AN_HOUR)?;
    for number in (10..most.saturating_add(10)).chain([1]) {
        store.deliver_message(released(number, LEEDS)).await?;
    }
    for number in 10..most.saturating_add(10) {
        let mut one = recall(number, number + 100);
        one.notice.author = officer(3);
        store.recall(one).await?;
    }
    let refused = corrected(&store).await;
    assert!(refused.is_err());
    assert_eq!(store.drafts().await?.len(), 1, "it waits on");
    let inbox = store.inbox(LEEDS).await?;
    assert!(inbox.iter().all(|one| one.id != id(5)));
    let row = inbox.iter().find(|one| one.id == id(1));
    assert_eq!(row.map(|one| one.recalled), Some(None));
    Ok(())
}
