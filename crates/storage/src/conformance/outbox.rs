//! The outbox.

use domain::{Desk, District, Minute};

use super::Case;
use super::actors::{Fallible, NOW, Shared, race};
use crate::{Audience, LeasedMail, Mail, MailKind, MailState, NotSent, OutboxMail, PutMail, Slot};

const LEEDS: Desk = Desk::Bronze(District::Leeds);
const DIGEST: Mail = digest(LEEDS);
const OTHER: Mail = digest(Desk::Triage);

const fn digest(desk: Desk) -> Mail {
    Mail {
        desk,
        audience: Audience::Desk,
        kind: MailKind::Digest,
    }
}

fn now() -> Minute {
    NOW.minute()
}

/// The slot of this number, different from every other.
const fn slot(number: i64) -> Slot {
    Slot { number, apart: 1 }
}

async fn put(store: &Shared, mail: Mail, number: i64) -> Fallible<PutMail> {
    Ok(store.put_mail(mail, slot(number)).await?)
}

/// The one mail that is due.
async fn taken(store: &Shared, at: Minute) -> Fallible<LeasedMail> {
    match store.take_mails(10, at).await?.as_slice() {
        [one] => Ok(*one),
        other => Err(format!("{} mails are due", other.len()).into()),
    }
}

async fn due(store: &Shared, at: Minute) -> Fallible<Vec<Mail>> {
    let taken = store.take_mails(100, at).await?;
    Ok(taken.into_iter().map(|one| one.mail).collect())
}

fn waiting(mail: Mail, attempts: u32, next_try: Option<Minute>) -> OutboxMail {
    OutboxMail {
        mail,
        state: MailState::Waiting,
        attempts,
        next_try,
    }
}

/// Sent once, and gone.
pub async fn a_mail_waits_until_it_is_sent(store: Shared) -> Case {
    assert_eq!(store.mails().await?, []);
    assert_eq!(put(&store, DIGEST, 1).await?, PutMail::Waits);
    assert_eq!(store.mails().await?, [waiting(DIGEST, 0, None)]);
    let leased = taken(&store, now()).await?;
    assert_eq!((leased.mail, leased.attempts), (DIGEST, 1));
    assert_eq!(store.mails().await?.len(), 1, "until it is sent");
    store.mail_sent(DIGEST, leased.lease).await?;
    assert_eq!(store.mails().await?, []);
    assert_eq!(due(&store, now().plus(100_000)).await?, []);
    Ok(())
}

/// However long the mail server is away.
pub async fn of_one_kind_for_one_desk_at_most_one_mail_waits(store: Shared) -> Case {
    assert_eq!(put(&store, DIGEST, 1).await?, PutMail::Waits);
    for number in 2..10 {
        assert_eq!(put(&store, DIGEST, number).await?, PutMail::WaitsAlready);
    }
    assert_eq!(due(&store, now()).await?, [DIGEST]);
    Ok(())
}

/// Each desk, audience and kind for itself; listed by their names.
pub async fn mails_of_other_desks_audiences_and_kinds_wait_beside_it(store: Shared) -> Case {
    let mut all = Vec::new();
    for desk in [LEEDS, Desk::Silver, Desk::Triage] {
        for &audience in Audience::ALL {
            for &kind in MailKind::ALL {
                all.push(Mail {
                    desk,
                    audience,
                    kind,
                });
            }
        }
    }
    for &mail in &all {
        assert_eq!(put(&store, mail, 1).await?, PutMail::Waits);
    }
    let names = |mail: &Mail| {
        (
            mail.desk.to_string(),
            mail.audience.code(),
            mail.kind.code(),
        )
    };
    all.sort_by_key(names);
    let listed = store.mails().await?;
    assert_eq!(
        listed,
        all.iter()
            .map(|&mail| waiting(mail, 0, None))
            .collect::<Vec<_>>()
    );
    let mut taken = due(&store, now()).await?;
    taken.sort_by_key(names);
    assert_eq!(taken, all);
    Ok(())
}

/// Also when the clock of one of them is a little behind, and after it was sent.
pub async fn two_servers_with_the_same_thought_send_one_mail(store: Shared) -> Case {
    let hours = |number| Slot { number, apart: 2 };
    assert_eq!(store.put_mail(DIGEST, hours(50)).await?, PutMail::Waits);
    let leased = taken(&store, now()).await?;
    store.mail_sent(DIGEST, leased.lease).await?;
    for number in [49, 50, 51] {
        let again = store.put_mail(DIGEST, hours(number)).await?;
        assert_eq!(again, PutMail::TooSoon, "{number}");
    }
    assert_eq!(store.mails().await?, []);
    assert_eq!(store.put_mail(DIGEST, hours(52)).await?, PutMail::Waits);
    Ok(())
}

/// One waits, one is told so.
pub async fn of_two_mails_put_at_once_one_waits(store: Shared) -> Case {
    let (a, b) = (store.clone(), store.clone());
    let (first, second) = race(
        async move { a.put_mail(DIGEST, slot(1)).await },
        async move { b.put_mail(DIGEST, slot(1)).await },
    )
    .await?;
    let mut answers = [first?, second?];
    answers.sort_by_key(|answer| *answer != PutMail::Waits);
    assert_eq!(answers, [PutMail::Waits, PutMail::TooSoon]);
    assert_eq!(due(&store, now()).await?, [DIGEST]);
    Ok(())
}

/// A slot far ahead was written by a clock that is right again.
pub async fn a_clock_that_was_set_back_silences_no_mail(store: Shared) -> Case {
    let (wrong, right) = (now().plus(60 * 24 * 365), now());
    put(&store, DIGEST, wrong.0).await?;
    let leased = taken(&store, wrong).await?;
    let then = NotSent::RetryAt(wrong.plus(5));
    assert_eq!(due(&store, right).await?, [DIGEST], "despite the lease");
    store.mail_not_sent(DIGEST, leased.lease, then).await?;
    let leased = taken(&store, right.plus(Mail::LEASE_MINUTES)).await?;
    store.mail_not_sent(DIGEST, leased.lease, then).await?;
    let leased = taken(&store, right).await?;
    store.mail_sent(DIGEST, leased.lease).await?;
    assert_eq!(put(&store, DIGEST, right.0).await?, PutMail::Waits);
    Ok(())
}

/// Not before its minute, and counted.
pub async fn a_mail_that_was_not_sent_is_tried_again_later(store: Shared) -> Case {
    put(&store, DIGEST, 1).await?;
    let (mut at, wait) = (now(), 7);
    for attempt in 1..5 {
        let leased = taken(&store, at).await?;
        assert_eq!(leased.attempts, attempt);
        let next = at.plus(wait);
        let then = NotSent::RetryAt(next);
        store.mail_not_sent(DIGEST, leased.lease, then).await?;
        assert_eq!(store.mails().await?, [waiting(DIGEST, attempt, Some(next))]);
        assert_eq!(due(&store, next.plus(-1)).await?, []);
        at = next;
    }
    Ok(())
}

/// Seen and counted, until somebody says so.
pub async fn a_dead_mail_is_kept_until_it_is_revived(store: Shared) -> Case {
    put(&store, DIGEST, 1).await?;
    put(&store, OTHER, 1).await?;
    for leased in store.take_mails(10, now()).await? {
        let then = NotSent::Dead;
        store.mail_not_sent(leased.mail, leased.lease, then).await?;
    }
    assert_eq!(store.dead_mails().await?, 2);
    assert_eq!(due(&store, now().plus(100_000)).await?, []);
    let dead = OutboxMail {
        state: MailState::Dead,
        ..waiting(DIGEST, 1, None)
    };
    assert_eq!(store.mails().await?.first(), Some(&dead));
    assert_eq!(store.revive_mails().await?, 2);
    assert_eq!(store.revive_mails().await?, 0);
    assert_eq!(store.dead_mails().await?, 0);
    let again = store.take_mails(10, now()).await?;
    assert!(again.iter().all(|one| one.attempts == 1) && again.len() == 2);
    Ok(())
}

/// A mailbox that was full may have room tomorrow.
pub async fn the_next_of_its_kind_revives_a_dead_mail(store: Shared) -> Case {
    put(&store, DIGEST, 1).await?;
    let leased = taken(&store, now()).await?;
    store
        .mail_not_sent(DIGEST, leased.lease, NotSent::Dead)
        .await?;
    assert_eq!(put(&store, DIGEST, 1).await?, PutMail::TooSoon);
    assert_eq!(store.dead_mails().await?, 1);
    assert_eq!(put(&store, DIGEST, 2).await?, PutMail::Waits);
    assert_eq!(store.mails().await?, [waiting(DIGEST, 0, None)]);
    Ok(())
}

/// No mail is sent twice because two servers work.
pub async fn of_two_servers_at_once_each_takes_other_mails(store: Shared) -> Case {
    for desk in Desk::all() {
        put(&store, digest(desk), 1).await?;
    }
    let (a, b) = (store.clone(), store.clone());
    let (first, second) = race(async move { due(&a, now()).await }, async move {
        due(&b, now()).await
    })
    .await?;
    let (mut both, mut all) = (first?, Desk::all());
    both.extend(second?);
    both.sort();
    all.sort();
    assert_eq!(both, all.into_iter().map(digest).collect::<Vec<_>>());
    Ok(())
}

/// No more than asked for.
pub async fn only_so_many_mails_are_taken(store: Shared) -> Case {
    for desk in Desk::all() {
        put(&store, digest(desk), 1).await?;
    }
    assert_eq!(store.take_mails(3, now()).await?.len(), 3);
    assert_eq!(due(&store, now()).await?.len(), Desk::all().len() - 3);
    Ok(())
}

/// Its server may have died.
pub async fn a_mail_whose_sender_never_answered_is_due_again(store: Shared) -> Case {
    put(&store, DIGEST, 1).await?;
    let lost = taken(&store, now()).await?;
    let late = now().plus(Mail::LEASE_MINUTES);
    assert_eq!(due(&store, late.plus(-1)).await?, []);
    let again = taken(&store, late).await?;
    assert_eq!(again.attempts, 2);
    store
        .mail_not_sent(DIGEST, lost.lease, NotSent::Dead)
        .await?;
    store.mail_sent(DIGEST, lost.lease).await?;
    assert_eq!(store.mails().await?, [waiting(DIGEST, 2, None)]);
    store.mail_sent(DIGEST, again.lease).await?;
    assert_eq!(store.mails().await?, []);
    Ok(())
}

/// What a slow sender says of the mail before is not believed of this one.
pub async fn an_old_lease_does_nothing_to_the_next_mail(store: Shared) -> Case {
    put(&store, DIGEST, 1).await?;
    let old = taken(&store, now()).await?;
    store.mail_sent(DIGEST, old.lease).await?;
    put(&store, DIGEST, 2).await?;
    store.mail_sent(DIGEST, old.lease).await?;
    let new = taken(&store, now()).await?;
    assert_ne!(new.lease, old.lease);
    store.mail_sent(DIGEST, old.lease).await?;
    store
        .mail_not_sent(DIGEST, old.lease, NotSent::Dead)
        .await?;
    assert_eq!(store.mails().await?, [waiting(DIGEST, 1, None)]);
    Ok(())
}

/// And only it; the next may come at once.
pub async fn a_mail_nobody_needs_any_more_is_taken_back(store: Shared) -> Case {
    put(&store, DIGEST, 5).await?;
    put(&store, OTHER, 5).await?;
    store.take_back_mail(DIGEST).await?;
    store.take_back_mail(DIGEST).await?;
    assert_eq!(store.mails().await?, [waiting(OTHER, 0, None)]);
    assert_eq!(put(&store, DIGEST, 5).await?, PutMail::Waits);
    let leased = taken_of(&store, DIGEST).await?;
    store.take_back_mail(DIGEST).await?;
    put(&store, DIGEST, 5).await?;
    store.mail_sent(DIGEST, leased.lease).await?;
    assert!(store.mails().await?.contains(&waiting(DIGEST, 0, None)));
    Ok(())
}

async fn taken_of(store: &Shared, mail: Mail) -> Fallible<LeasedMail> {
    let all = store.take_mails(10, now()).await?;
    let found = all.into_iter().find(|one| one.mail == mail);
    Ok(found.ok_or("not taken")?)
}
