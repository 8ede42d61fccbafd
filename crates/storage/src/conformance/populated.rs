//! What backends' tests of their migrations wrote, row by row and version by version.

use domain::mailbox::Address;
use domain::{Desk, District, ReportId, UnixSeconds};

use super::Case;
use super::actors::Shared;
use crate::{IntakeView, NoteKind, TokenHash};

/// The day the rows are of.
const NOW: UnixSeconds = UnixSeconds(20_780 * 86_400);

/// It reads back after all migrations, whichever version wrote it.
pub async fn reads_back(store: &Shared) -> Case {
    assert!(store.installation().await?.is_some());
    let leeds = Desk::Bronze(District::Leeds);
    let roster = store
        .note(NoteKind::Roster(leeds))
        .await?
        .ok_or("no roster")?;
    assert_eq!((roster.serial, roster.text.as_str()), (7, "signed text"));
    for (view, expected) in [
        (IntakeView::Triage, vec![11, 13]),
        (IntakeView::Corruption, vec![11, 12, 13]),
    ] {
        let ids = store.intake_ids(view).await?;
        let ids: Vec<_> = ids.into_iter().map(|entry| entry.id.get()).collect();
        assert_eq!(ids, expected);
    }
    let cards = store.cards(Desk::Triage, NOW).await?;
    let card = cards.first().ok_or("no card")?;
    let record = store.open_record(Desk::Triage, card.id, NOW).await?;
    assert_eq!(record.map(|record| record.row).as_ref(), Some(card));
    assert_eq!(store.traces(None, 10).await?.len(), 1);
    let inbox = store.inbox(leeds).await?;
    let report = inbox.first().ok_or("no report")?;
    let notice = ReportId::from_bytes([5; 16]);
    assert!(report.opened.is_some());
    assert_eq!(report.recalled, Some((NOW.day(), notice)));
    assert_eq!(report.restored, Some(notice));
    let drafts = store.drafts().await?;
    let drafts: Vec<_> = drafts.iter().map(|row| row.week.to_string()).collect();
    assert_eq!(drafts, ["2026-W47"]);
    let signed_in = store.session(TokenHash([0; 32]), NOW).await?;
    let signed_in = signed_in.ok_or("no session")?;
    assert_eq!(signed_in.officer.desks, [Desk::Triage]);
    assert_eq!(store.invitations(NOW).await?.len(), 1);
    let mails = store.mails().await?;
    let mails: Vec<_> = mails
        .iter()
        .map(|one| (one.mail.desk, one.attempts))
        .collect();
    assert_eq!(mails, [(Desk::Triage, 2)]);
    let seen = store.desks_seen().await?;
    assert_eq!(seen.first().map(|seen| seen.desk), Some(Desk::Triage));
    assert_eq!(store.newest_canary().await?, Some(domain::Hour(498_720)));
    assert_eq!(store.log_size(domain::Year(2026)).await?, 2);
    let sheets = store.sheets("2026-10".parse()?).await?;
    assert_eq!(sheets.first().ok_or("no sheet")?.text, "signed lines");
    let addresses = [0, 1, 2, 3, 4, 5, 6, 7].map(|byte| Address::from_bytes([byte; 32]));
    let read = store.read_slots(&addresses).await?;
    let there: Vec<_> = read.iter().map(|slot| slot.is_reply).collect();
    assert_eq!(
        there,
        [true, false, false, false, false, false, false, false]
    );
    Ok(())
}
