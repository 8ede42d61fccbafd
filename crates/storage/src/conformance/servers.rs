//! Two servers on one database: what they do at once ends as if one after the other had done it.

use std::collections::BTreeSet;

use domain::{Day, Desk, IntakeId};

use super::Case;
use super::actors::{
    Fallible, NOW, Shared, acceptance, arrive, frame, held, intake_id, new_record, officer,
    record_id, today,
};
use crate::{AcceptError, ClaimError, IntakeView};

/// The stores of two servers.
pub type Servers = [Shared; 2];

/// Runs a step for each number at once, the even ones at the first server.
async fn at_once<T, F>(
    servers: &Servers,
    numbers: impl Iterator<Item = u8>,
    step: impl Fn(Shared, u8) -> F,
) -> Fallible<Vec<T>>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let [even, odd] = servers;
    let begun: Vec<_> = numbers
        .map(|number| {
            let server = if number % 2 == 0 { even } else { odd };
            tokio::spawn(step(server.clone(), number))
        })
        .collect();
    let mut answers = Vec::new();
    for one in begun {
        answers.push(one.await?);
    }
    Ok(answers)
}

/// Whichever server they are at.
pub async fn of_many_officers_at_two_servers_one_accepts(servers: Servers) -> Case {
    arrive(&servers[0], &[1, 2]).await?;
    let answers = at_once(&servers, 0..20, |server, n| async move {
        let parts = if n % 4 < 2 { [1, 2] } else { [2, 1] };
        let record = new_record(100 + n, Desk::Triage);
        server.accept(acceptance(&parts, n, record)).await
    });
    let answers = answers.await?;
    let told = Err(AcceptError::AlreadyAccepted);
    let lost = answers.iter().filter(|answer| **answer == told).count();
    assert_eq!((answers.len(), lost), (20, 19));
    assert_eq!(servers[1].cards(Desk::Triage, NOW).await?.len(), 1);
    Ok(())
}

/// Acceptances of other tips of the same day are not lost.
pub async fn tips_accepted_at_two_servers_make_one_record_each(servers: Servers) -> Case {
    let numbers: Vec<u8> = (1..=24).collect();
    arrive(&servers[0], &numbers).await?;
    let answers = at_once(&servers, 0..48, |server, n| async move {
        let record = new_record(100 + n, Desk::Triage);
        server.accept(acceptance(&[1 + n / 2], n, record)).await
    });
    let won = answers
        .await?
        .iter()
        .filter(|answer| answer.is_ok())
        .count();
    assert_eq!(won, 24);
    let left = servers[0].intake_ids(IntakeView::Triage).await?;
    assert_eq!(left, []);
    assert_eq!(servers[1].cards(Desk::Triage, NOW).await?.len(), 24);
    Ok(())
}

/// And the others are told whose it is.
pub async fn of_many_claims_at_two_servers_one_wins(servers: Servers) -> Case {
    arrive(&servers[0], &[1]).await?;
    let record = new_record(1, Desk::Triage);
    let lease = servers[0].accept(acceptance(&[1], 99, record)).await?;
    servers[1].release(held(1, 99, lease)).await?;
    let answers = at_once(&servers, 0..20, |server, n| async move {
        let (desk, id) = (Desk::Triage, record_id(1));
        (n, server.claim(desk, id, officer(n), NOW).await)
    });
    let answers = answers.await?;
    let won = answers
        .iter()
        .filter_map(|(n, got)| Some((*n, *got.as_ref().ok()?)));
    let [(winner, lease)] = won.collect::<Vec<_>>()[..] else {
        return Err("not exactly one claim".into());
    };
    assert_eq!(lease.number.0, 2);
    for (n, answer) in answers {
        match answer {
            Err(ClaimError::Claimed(claim)) => assert_eq!(claim.officer, officer(winner)),
            other => assert_eq!((n, other), (winner, Ok(lease))),
        }
    }
    Ok(())
}

/// Reporters resent to the other server, in another order.
pub async fn windows_with_the_same_frames_are_stored_once(servers: Servers) -> Case {
    let answers = at_once(&servers, 0..12, |server, n| async move {
        let mut window: Vec<u8> = (0..30).collect();
        window.rotate_left(usize::from(n));
        if n % 2 == 0 {
            window.reverse();
        }
        // Other ids each time, as each server draws its own.
        let drawn = |f: u8| IntakeId::from_random([n, f, 1, 1, 1, 1, 1, 1]);
        let window = window.into_iter().map(|f| (drawn(f), frame(f)));
        server.shuffle_in(window.collect(), today()).await
    });
    let stored: Vec<u64> = answers.await?.into_iter().collect::<Result<_, _>>()?;
    assert_eq!(stored.iter().sum::<u64>(), 30);
    assert_eq!(servers[0].intake_ids(IntakeView::Triage).await?.len(), 30);
    Ok(())
}

/// Each frame moves once, and stays what it was.
pub async fn days_settled_at_two_servers_at_once_are_settled_once(servers: Servers) -> Case {
    let numbers: Vec<u8> = (0..60).collect();
    arrive(&servers[0], &numbers).await?;
    let tomorrow = today().plus(1);
    let settled = at_once(&servers, 0..4, |server, _| async move {
        server.settle_intake(tomorrow).await
    });
    let moved: Vec<u64> = settled.await?.into_iter().collect::<Result<_, _>>()?;
    assert_eq!(moved.iter().sum::<u64>(), 60);
    let ids: Vec<_> = numbers.iter().copied().map(intake_id).collect();
    let kept = servers[1].intake_frames(IntakeView::Triage, &ids).await?;
    let kept: Vec<_> = kept.into_iter().map(|one| one.frame).collect();
    assert_eq!(kept, numbers.into_iter().map(frame).collect::<Vec<_>>());
    Ok(())
}

/// Each frame goes once.
pub async fn days_purged_at_two_servers_at_once_are_purged_once(servers: Servers) -> Case {
    let numbers: Vec<u8> = (0..40).collect();
    arrive(&servers[0], &numbers).await?;
    let tomorrow = today().plus(1);
    let purged = at_once(&servers, 0..6, |server, _| async move {
        server.purge_intake(tomorrow).await
    });
    let gone: Vec<u64> = purged.await?.into_iter().collect::<Result<_, _>>()?;
    assert_eq!(gone.iter().sum::<u64>(), 40);
    assert_eq!(servers[1].intake_count_by_day().await?, []);
    Ok(())
}

/// Whatever one server does while the other settles and purges: nothing is lost, nothing is twice.
pub async fn windows_and_acceptances_while_days_are_settled_are_kept(servers: Servers) -> Case {
    let [working, settling] = servers.clone();
    let yesterday = today().plus(-1);
    let work = tokio::spawn(async move {
        for n in 0..40 {
            let day = if n % 2 == 0 { yesterday } else { today() };
            let window = vec![(intake_id(n), frame(n))];
            working.shuffle_in(window, day).await?;
            if n % 4 < 2 {
                let record = new_record(100 + n, Desk::Triage);
                working.accept(acceptance(&[n], 1, record)).await?;
            }
        }
        Fallible::Ok(())
    });
    let mut moved = 0;
    while !work.is_finished() {
        moved += settling.settle_intake(today()).await?;
        assert_eq!(settling.purge_intake(yesterday).await?, 0);
    }
    work.await??;
    moved += settling.settle_intake(today()).await?;
    assert_eq!(moved, 20, "the frames of yesterday, each once");
    let left = |view| ids(&settling, view);
    assert_eq!(left(IntakeView::Corruption).await?.len(), 40);
    let waiting: BTreeSet<_> = (0..40).filter(|n| n % 4 >= 2).map(intake_id).collect();
    assert_eq!(left(IntakeView::Triage).await?, waiting);
    assert_eq!(settling.cards(Desk::Triage, NOW).await?.len(), 20);
    Ok(())
}

/// An officer who fetches at midnight.
pub async fn readers_miss_nothing_while_days_are_settled(servers: Servers) -> Case {
    let numbers: Vec<u8> = (0..30).collect();
    arrive(&servers[0], &numbers).await?;
    for n in 0..10 {
        let record = new_record(100 + n, Desk::Triage);
        servers[0].accept(acceptance(&[n], 1, record)).await?;
    }
    let settling = servers[0].clone();
    let settle = tokio::spawn(async move {
        for later in 1..6 {
            settling.settle_intake(Day(today().0 + later)).await?;
        }
        Fallible::Ok(())
    });
    let asked: Vec<_> = numbers.iter().copied().map(intake_id).collect();
    while !settle.is_finished() {
        assert_eq!(ids(&servers[1], IntakeView::Corruption).await?.len(), 30);
        let frames = servers[1].intake_frames(IntakeView::Triage, &asked).await?;
        assert_eq!(frames.len(), 20);
        assert_eq!(servers[1].cards(Desk::Triage, NOW).await?.len(), 10);
        tokio::task::yield_now().await;
    }
    settle.await?
}

async fn ids(store: &Shared, view: IntakeView) -> Fallible<BTreeSet<IntakeId>> {
    let entries = store.intake_ids(view).await?;
    Ok(entries.into_iter().map(|entry| entry.id).collect())
}
