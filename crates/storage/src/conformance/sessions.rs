//! Sessions.

use domain::{Desk, UnixSeconds};

use super::Case;
use super::actors::{Fallible, NOW, Shared, enrolled, officer};
use crate::{NewSession, StartSessionError, TokenHash};

const TOKEN: TokenHash = TokenHash([1; 32]);
const OTHER: TokenHash = TokenHash([2; 32]);
const HOURS: i64 = 3_600;

fn session(token: TokenHash, by: u8) -> NewSession {
    NewSession {
        token,
        officer: officer(by),
        created: NOW,
        expires: NOW.plus(8 * HOURS),
        idle_seconds: 900,
    }
}

async fn alive(store: &Shared, token: TokenHash, at: UnixSeconds) -> Fallible<bool> {
    Ok(store.session(token, at).await?.is_some())
}

/// As things are now, not as they were at sign-in.
pub async fn a_session_says_who_and_what_they_may(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    store.start_session(session(TOKEN, 1)).await?;
    store.approve(officer(1), &[Desk::Silver]).await?;
    let signed_in = store.session(TOKEN, NOW).await?.ok_or("no session")?;
    assert_eq!(
        Some(signed_in.officer.clone()),
        store.officer(officer(1)).await?
    );
    assert_eq!(signed_in.officer.desks, [Desk::Silver]);
    assert_eq!(signed_in.expires, NOW.plus(8 * HOURS));
    assert!(!alive(&store, OTHER, NOW).await?);
    Ok(())
}

/// However busy.
pub async fn a_session_ends_at_its_end_even_in_use(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    store.start_session(session(TOKEN, 1)).await?;
    for minutes in (0..8 * 60).step_by(10) {
        assert!(alive(&store, TOKEN, NOW.plus(minutes * 60)).await?);
    }
    assert!(alive(&store, TOKEN, NOW.plus(8 * HOURS - 1)).await?);
    assert!(!alive(&store, TOKEN, NOW.plus(8 * HOURS)).await?);
    Ok(())
}

/// Each use counts from when it was.
pub async fn a_session_in_use_does_not_idle_out(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    store.start_session(session(TOKEN, 1)).await?;
    for seconds in [5, 600, 1_400, 2_200] {
        assert!(alive(&store, TOKEN, NOW.plus(seconds)).await?, "{seconds}");
    }
    Ok(())
}

/// Also for a clock that went back in between.
pub async fn an_idle_session_ends(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    store.start_session(session(TOKEN, 1)).await?;
    assert!(alive(&store, TOKEN, NOW.plus(500)).await?);
    assert!(alive(&store, TOKEN, NOW).await?);
    assert!(!alive(&store, TOKEN, NOW.plus(1_400)).await?);
    Ok(())
}

/// Ending twice is no error.
pub async fn an_ended_session_is_gone(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    store.start_session(session(TOKEN, 1)).await?;
    store.start_session(session(OTHER, 1)).await?;
    store.end_session(TOKEN).await?;
    store.end_session(TOKEN).await?;
    assert!(!alive(&store, TOKEN, NOW).await?);
    assert!(alive(&store, OTHER, NOW).await?);
    Ok(())
}

/// Nobody else's.
pub async fn all_sessions_of_an_officer_end(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    enrolled(&store, 2, "Bilal").await?;
    store.start_session(session(TOKEN, 1)).await?;
    store.start_session(session(TokenHash([3; 32]), 1)).await?;
    store.start_session(session(OTHER, 2)).await?;
    assert_eq!(store.end_sessions_of(officer(1)).await?, 2);
    assert!(!alive(&store, TOKEN, NOW).await?);
    assert!(alive(&store, OTHER, NOW).await?);
    Ok(())
}

/// From the moment of removal.
pub async fn a_removed_officer_has_no_session(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    store.start_session(session(TOKEN, 1)).await?;
    store.remove(officer(1)).await?;
    assert!(!alive(&store, TOKEN, NOW).await?);
    let refused = store.start_session(session(OTHER, 1)).await;
    assert_eq!(refused, Err(StartSessionError::NoSuchOfficer));
    Ok(())
}

/// No session without an officer.
pub async fn nobody_unknown_gets_a_session(store: Shared) -> Case {
    let refused = store.start_session(session(TOKEN, 1)).await;
    assert_eq!(refused, Err(StartSessionError::NoSuchOfficer));
    assert!(!alive(&store, TOKEN, NOW).await?);
    Ok(())
}

/// Idle ones and those past their end.
pub async fn purging_deletes_ended_sessions_only(store: Shared) -> Case {
    enrolled(&store, 1, "Amina").await?;
    store.start_session(session(TOKEN, 1)).await?;
    let long = NewSession {
        idle_seconds: 100_000,
        ..session(OTHER, 1)
    };
    store.start_session(long).await?;
    assert_eq!(store.purge_sessions(NOW.plus(899)).await?, 0);
    assert_eq!(store.purge_sessions(NOW.plus(900)).await?, 1);
    assert!(alive(&store, OTHER, NOW.plus(900)).await?);
    assert_eq!(store.purge_sessions(NOW.plus(8 * HOURS)).await?, 1);
    Ok(())
}
