//! `ginnel migrate`: brings the database to this program's version.

use std::path::Path;

use super::opened::OpenedError;
use crate::database::Database;
use crate::place::Place;

/// Brings the database forward and answers each step that was due. Safe beside a running server of the
/// same version; one of the version before must be stopped first, since it knows the old tables only.
pub async fn migrate(file: &Path) -> Result<Vec<String>, OpenedError> {
    Ok(Database::migrate(&Place::read(file)?).await?)
}
