//! Drafts: kept, released by a second officer, withdrawn.

use domain::{Desk, District, DraftId, Hour, OfficerId, ReportId};

use super::Case;
use super::actors::{Shared, frame, officer, race, today, week};
use crate::{
    DraftRelease, DraftRow, NewDraft, NewReport, PutDraftError, Recall, ReleaseDraftError,
    ReleasedReport, TakenBack,
};

const LEEDS: Desk = Desk::Bronze(District::Leeds);
const KIRKLEES: Desk = Desk::Bronze(District::Kirklees);

fn id(number: u8) -> DraftId {
    DraftId::from_bytes([number; 16])
}

fn draft(number: u8) -> NewDraft {
    let row = DraftRow {
        id: id(number),
        week: week(),
        day: today(),
        author: officer(1),
    };
    let frame = frame(number);
    NewDraft { row, frame }
}

fn report(number: u8, desk: Desk) -> ReleasedReport {
    ReleasedReport {
        id: ReportId::from_bytes([number; 16]),
        desk,
        week: week(),
        frame: frame(number),
    }
}

/// From one desk to Leeds.
fn message(number: u8) -> NewReport {
    NewReport {
        id: ReportId::from_bytes([number; 16]),
        desk: LEEDS,
        week: week(),
        frame: frame(number),
        day: today(),
        author: officer(2),
        second_signer: None,
        review: None,
    }
}

fn release(by: OfficerId, reports: Vec<ReleasedReport>) -> DraftRelease {
    DraftRelease {
        draft: id(1),
        by,
        day: today(),
        hour: Hour(0),
        review: today().plus(30),
        reports,
        notices: Vec::new(),
        taken_back: Vec::new(),
    }
}

/// Byte for byte; the oldest day first.
pub async fn a_draft_waits_and_reads_back(store: Shared) -> Case {
    let mut older = draft(2);
    older.row.day = today().plus(-1);
    store.put_draft(draft(1)).await?;
    store.put_draft(older.clone()).await?;
    assert_eq!(store.drafts().await?, [older.row, draft(1).row]);
    let opened = store.open_draft(id(1)).await?.ok_or("not there")?;
    assert_eq!((opened.row, opened.frame), (draft(1).row, frame(1)));
    assert!(store.open_draft(id(9)).await?.is_none());
    Ok(())
}

/// A lost answer, sent again; but nobody writes over another's.
pub async fn keeping_the_same_draft_again_is_no_error(store: Shared) -> Case {
    store.put_draft(draft(1)).await?;
    store.put_draft(draft(1)).await?;
    let (mut bytes, mut author) = (draft(1), draft(1));
    bytes.frame = frame(9);
    author.row.author = officer(9);
    for other in [bytes, author] {
        let refused = store.put_draft(other).await;
        assert_eq!(refused, Err(PutDraftError::DraftIdTaken));
    }
    assert_eq!(store.drafts().await?.len(), 1);
    Ok(())
}

/// With both officers' names, and the draft is gone.
pub async fn a_released_draft_is_delivered_to_its_desks(store: Shared) -> Case {
    store.put_draft(draft(1)).await?;
    let reports = vec![report(3, LEEDS), report(4, KIRKLEES)];
    store.release_draft(release(officer(2), reports)).await?;
    assert_eq!(store.drafts().await?, []);
    for (desk, number) in [(LEEDS, 3), (KIRKLEES, 4)] {
        let inbox = store.inbox(desk).await?;
        let [delivery] = inbox.as_slice() else {
            return Err("not exactly one report".into());
        };
        assert_eq!((delivery.author, delivery.day), (officer(1), today()));
        assert_eq!(delivery.second_signer, Some(officer(2)));
        let opened = store
            .open_report(desk, delivery.id, officer(5), today())
            .await?;
        assert_eq!(opened.map(|one| one.frame), Some(frame(number)));
    }
    let again = release(officer(2), vec![report(5, LEEDS)]);
    let again = store.release_draft(again).await;
    assert_eq!(again, Err(ReleaseDraftError::NotFound));
    assert_eq!(store.inbox(LEEDS).await?.len(), 1);
    Ok(())
}

/// What one desk's report is taken back for: the report in its place, or a notice.
fn taken_back(report: u8, desk: Desk, notice: u8) -> TakenBack {
    TakenBack {
        report: ReportId::from_bytes([report; 16]),
        desk,
        notice: ReportId::from_bytes([notice; 16]),
    }
}

/// The first version at two desks, of which the second then gets it at one: the other is told.
pub async fn a_correction_takes_back_what_it_replaces_and_what_it_drops(store: Shared) -> Case {
    store.put_draft(draft(1)).await?;
    let first = vec![report(3, LEEDS), report(4, KIRKLEES)];
    store.release_draft(release(officer(2), first)).await?;
    store.put_draft(draft(1)).await?;
    store.deliver_message(message(8)).await?;
    let corrected = DraftRelease {
        notices: vec![report(6, KIRKLEES)],
        taken_back: vec![
            taken_back(3, LEEDS, 5),
            taken_back(4, KIRKLEES, 6),
            // Purged, another desk's, a message: none of it is taken back, and nothing is kept from being sent.
            taken_back(9, LEEDS, 5),
            taken_back(4, LEEDS, 5),
            taken_back(8, LEEDS, 5),
        ],
        ..release(officer(2), vec![report(5, LEEDS)])
    };
    store.release_draft(corrected).await?;
    for (desk, old, new, second) in [(LEEDS, 3, 5, Some(officer(2))), (KIRKLEES, 4, 6, None)] {
        let id = |number: u8| ReportId::from_bytes([number; 16]);
        let inbox = store.inbox(desk).await?;
        let find = |wanted| inbox.iter().find(|one| one.id == wanted);
        let was = find(id(old)).ok_or("the old one is gone")?;
        assert_eq!(was.recalled, Some((today(), id(new))));
        let is = find(id(new)).ok_or("nothing new")?;
        assert_eq!((is.recalled, is.second_signer), (None, second));
    }
    let inbox = store.inbox(LEEDS).await?;
    let told = inbox.iter().filter(|one| one.recalled.is_some());
    assert_eq!(told.count(), 1, "not the message");
    Ok(())
}

/// It was urgent, and only then written anew: the notice stays the one its desk has read.
pub async fn a_correction_follows_a_recall(store: Shared) -> Case {
    store.put_draft(draft(1)).await?;
    let first = release(officer(2), vec![report(3, LEEDS)]);
    store.release_draft(first).await?;
    let (report_id, notice) = (ReportId::from_bytes([3; 16]), message(7));
    let recall = Recall {
        report: report_id,
        notice,
        hour: Hour(0),
    };
    store.recall(recall).await?;
    store.put_draft(draft(1)).await?;
    let corrected = DraftRelease {
        taken_back: vec![taken_back(3, LEEDS, 5)],
        ..release(officer(2), vec![report(5, LEEDS)])
    };
    store.release_draft(corrected).await?;
    let inbox = store.inbox(LEEDS).await?;
    let was = inbox.iter().find(|one| one.id == report_id);
    let told = was.and_then(|one| one.recalled).map(|(_, notice)| notice);
    assert_eq!(told, Some(ReportId::from_bytes([7; 16])));
    assert_eq!(inbox.len(), 3);
    Ok(())
}

/// Nothing is delivered, and the draft waits on.
pub async fn a_drafts_author_cannot_release_it(store: Shared) -> Case {
    store.put_draft(draft(1)).await?;
    let own = release(officer(1), vec![report(3, LEEDS)]);
    let refused = store.release_draft(own).await;
    assert_eq!(refused, Err(ReleaseDraftError::OwnDraft));
    assert_eq!(store.inbox(LEEDS).await?, []);
    assert_eq!(store.drafts().await?, [draft(1).row]);
    Ok(())
}

/// A taken report id, or a desk without an inbox, stops all of it.
pub async fn a_draft_is_released_whole_or_not_at_all(store: Shared) -> Case {
    store.put_draft(draft(2)).await?;
    let mut first = release(officer(2), vec![report(3, LEEDS)]);
    first.draft = id(2);
    store.release_draft(first).await?;
    store.put_draft(draft(1)).await?;
    for (reports, why) in [
        (
            vec![report(4, KIRKLEES), report(3, KIRKLEES)],
            ReleaseDraftError::ReportIdTaken,
        ),
        (
            vec![report(4, KIRKLEES), report(5, Desk::Triage)],
            ReleaseDraftError::WrongDesk,
        ),
    ] {
        let refused = store.release_draft(release(officer(2), reports)).await;
        assert_eq!(refused, Err(why));
        assert_eq!(store.inbox(KIRKLEES).await?, []);
        assert_eq!(store.drafts().await?, [draft(1).row]);
    }
    Ok(())
}

/// Two second officers at the same moment.
pub async fn of_two_releases_at_once_one_counts(store: Shared) -> Case {
    store.put_draft(draft(1)).await?;
    let releases = |store: Shared, by, number| async move {
        let reports = vec![report(number, LEEDS)];
        store.release_draft(release(officer(by), reports)).await
    };
    let (first, second) =
        race(releases(store.clone(), 2, 3), releases(store.clone(), 3, 4)).await?;
    let won = match (first, second) {
        (Ok(()), Err(ReleaseDraftError::NotFound)) => officer(2),
        (Err(ReleaseDraftError::NotFound), Ok(())) => officer(3),
        other => return Err(format!("not exactly one: {other:?}").into()),
    };
    let inbox = store.inbox(LEEDS).await?;
    let signers: Vec<_> = inbox.iter().map(|one| one.second_signer).collect();
    assert_eq!(signers, [Some(won)]);
    Ok(())
}

/// Of two who take one out, the second is told; what was taken out is released by nobody.
pub async fn a_removed_draft_is_gone(store: Shared) -> Case {
    store.put_draft(draft(1)).await?;
    assert!(store.remove_draft(id(1)).await?);
    assert!(!store.remove_draft(id(1)).await?);
    let late = release(officer(2), vec![report(3, LEEDS)]);
    let late = store.release_draft(late).await;
    assert_eq!(late, Err(ReleaseDraftError::NotFound));
    assert_eq!(store.inbox(LEEDS).await?, []);
    Ok(())
}

/// Nobody could open them any more.
pub async fn purging_deletes_drafts_of_old_weeks_only(store: Shared) -> Case {
    let mut old = draft(2);
    old.row.week = week().plus(-5);
    store.put_draft(draft(1)).await?;
    store.put_draft(old).await?;
    assert_eq!(store.purge_drafts(week().plus(-4)).await?, 1);
    assert_eq!(store.drafts().await?, [draft(1).row]);
    Ok(())
}
