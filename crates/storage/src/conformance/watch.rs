//! What alarms look at.

use domain::{Desk, District, Hour};

use super::Case;
use super::actors::{
    NOW, Shared, acceptance, accepted, arrive, held, new_record, officer, record_id, rewrite, spam,
    today,
};
use crate::{
    Audience, DeskSeen, Lease, Mail, MailKind, PutMail, RecordRewrite, RecordVersion, Review, Slot,
};

const LEEDS: Desk = Desk::Bronze(District::Leeds);

/// The last time counts.
pub async fn a_desk_is_known_by_when_it_was_last_seen(store: Shared) -> Case {
    assert_eq!(store.desks_seen().await?, []);
    let (now, later) = (NOW.minute(), NOW.minute().plus(5));
    store.desk_seen(Desk::Triage, now).await?;
    store.desk_seen(LEEDS, now).await?;
    store.desk_seen(Desk::Triage, later).await?;
    let seen = [(LEEDS, now), (Desk::Triage, later)];
    let seen = seen.map(|(desk, at)| DeskSeen { desk, at });
    assert_eq!(store.desks_seen().await?, seen);
    store.desk_seen(LEEDS, now.plus(-60)).await?;
    let seen = store.desks_seen().await?;
    let first = seen.first().map(|desk| desk.at);
    assert_eq!(first, Some(now.plus(-60)), "the clock was set back");
    Ok(())
}

/// And its next absence rings at once; other kinds and other desks keep theirs.
pub async fn a_desk_that_is_seen_takes_the_mails_back_that_missed_it(store: Shared) -> Case {
    let slot = Slot {
        number: 50,
        apart: 2,
    };
    let mut kept = Vec::new();
    let mut gone = Vec::new();
    for desk in [LEEDS, Desk::Triage] {
        for &audience in Audience::ALL {
            for &kind in MailKind::ALL {
                let mail = Mail {
                    desk,
                    audience,
                    kind,
                };
                assert_eq!(store.put_mail(mail, slot).await?, PutMail::Waits);
                match (desk, kind) {
                    (Desk::Triage, MailKind::IntakeNotFetched | MailKind::DeskAbsent) => {
                        gone.push(mail);
                    }
                    _ => kept.push(mail),
                }
            }
        }
    }
    store.desk_seen(Desk::Triage, NOW.minute()).await?;
    let mut left: Vec<_> = store.mails().await?.iter().map(|one| one.mail).collect();
    left.sort();
    kept.sort();
    assert_eq!(left, kept);
    for mail in gone {
        assert_eq!(store.put_mail(mail, slot).await?, PutMail::Waits);
    }
    Ok(())
}

/// Claimed, closed and deleted ones are not among them.
pub async fn open_records_nobody_works_on_are_unclaimed(store: Shared) -> Case {
    let first = accepted(&store, 1, 1).await?;
    let second = accepted(&store, 2, 1).await?;
    arrive(&store, &[3, 4]).await?;
    store.accept(acceptance(&[3], 1, spam(3))).await?;
    store
        .accept(acceptance(&[4], 1, new_record(4, Desk::CorruptionA)))
        .await?;
    assert_eq!(store.unclaimed(NOW).await?, []);
    store.release(held(1, 1, first)).await?;
    let one = (Desk::Triage, record_id(1));
    assert_eq!(store.unclaimed(NOW).await?, [one]);
    let ended = NOW.plus(Lease::SECONDS);
    assert_eq!(store.unclaimed(ended.plus(-1)).await?, [one]);
    let mut all = store.unclaimed(ended).await?;
    all.sort();
    let four = (Desk::CorruptionA, record_id(4));
    assert_eq!(all, [one, (Desk::Triage, record_id(2)), four]);
    store
        .claim(Desk::Triage, record_id(1), officer(2), ended)
        .await?;
    let closed = RecordRewrite {
        review: Review::Finished(today()),
        ..rewrite(RecordVersion::FIRST, 2)
    };
    store.write_record(held(2, 1, second), closed).await?;
    assert_eq!(store.unclaimed(ended).await?, [four]);
    Ok(())
}

/// An older one that was opened late says nothing of what is sent now.
pub async fn the_newest_canary_that_arrived_counts(store: Shared) -> Case {
    assert_eq!(store.newest_canary().await?, None);
    for (sent, newest) in [(7, 7), (5, 7), (7, 7), (9, 9)] {
        store.canary_arrived(Hour(sent)).await?;
        assert_eq!(store.newest_canary().await?, Some(Hour(newest)));
    }
    Ok(())
}
