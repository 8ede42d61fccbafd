//! The name of the installation.

use domain::InstallationId;

use super::Case;
use super::actors::{Shared, race};
use crate::SetInstallationError;

const ONE: InstallationId = InstallationId::from_bytes([1; 16]);
const OTHER: InstallationId = InstallationId::from_bytes([2; 16]);

/// Named once; the same name again is no error.
pub async fn an_installation_is_named_once(store: Shared) -> Case {
    assert_eq!(store.installation().await?, None);
    store.set_installation(ONE).await?;
    store.set_installation(ONE).await?;
    let refused = store.set_installation(OTHER).await;
    assert_eq!(refused, Err(SetInstallationError::AlreadyNamed));
    assert_eq!(store.installation().await?, Some(ONE));
    Ok(())
}

/// Two first starts at once agree.
pub async fn of_two_names_at_once_one_stays(store: Shared) -> Case {
    let (a, b) = (store.clone(), store.clone());
    let (first, second) = race(async move { a.set_installation(ONE).await }, async move {
        b.set_installation(OTHER).await
    })
    .await?;
    let kept = store.installation().await?;
    match (first, second) {
        (Ok(()), Err(SetInstallationError::AlreadyNamed)) => assert_eq!(kept, Some(ONE)),
        (Err(SetInstallationError::AlreadyNamed), Ok(())) => assert_eq!(kept, Some(OTHER)),
        other => return Err(format!("not exactly one name: {other:?}").into()),
    }
    Ok(())
}

/// An open store answers.
pub async fn a_fresh_store_is_ready(store: Shared) -> Case {
    store.ready().await?;
    Ok(())
}
