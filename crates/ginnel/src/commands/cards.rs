//! `ginnel officer cards`: what the ceremony needs to approve officers.

use std::fs;
use std::io;
use std::path::Path;

use api::staff::officer_row;
use storage::OfficerState;

use super::opened::Opened;

/// Writes `<officer>.card` for everybody who is enrolled or approved, and `officers.json`, which says
/// who they are. Nothing in them is secret. Answers how many.
pub async fn cards(opened: &Opened, out: &Path) -> io::Result<usize> {
    let officers = opened.store.officers().await.map_err(io::Error::other)?;
    let present = officers
        .into_iter()
        .filter(|one| one.state != OfficerState::Removed);
    fs::create_dir_all(out)?;
    let mut rows = Vec::new();
    for officer in present {
        let card = out.join(format!("{}.card", officer.id));
        fs::write(card, officer.card.as_str())?;
        rows.push(officer_row(officer));
    }
    fs::write(out.join("officers.json"), serde_json::to_vec_pretty(&rows)?)?;
    Ok(rows.len())
}
