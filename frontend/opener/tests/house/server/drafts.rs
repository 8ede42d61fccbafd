//! What waits for a second officer.

use domain::DraftId;
use domain::wire;

use super::{CONFLICT, Delivered, Outcome, Person, Server, json, read};

impl Server {
    pub(super) fn drafts(&mut self, person: &Person, path: &[&str], body: &[u8]) -> Outcome {
        let [id, what] = path else {
            return Ok(match path {
                ["hand-in"] => {
                    let put: wire::PutDraft = read(body);
                    self.drafts.insert(put.draft, (person.officer, put));
                    vec![]
                }
                _ => self.list_drafts(),
            });
        };
        let id: DraftId = id.parse().unwrap();
        let (author, put) = self.drafts.get(&id).ok_or((404, "not-found"))?;
        match *what {
            "open" => {
                let (frame, week) = (put.frame.clone(), put.week);
                Ok(json(&wire::OpenedDraft { frame, week }))
            }
            "release" if *author == person.officer => Err((CONFLICT, "own-draft")),
            "release" => {
                let deliver: wire::Deliver = read(body);
                let by = Some(person.officer);
                let reports = deliver.reports.into_iter();
                let reports = reports.map(|report| Delivered::new(report, by));
                self.reports.extend(reports);
                let notices = deliver.notices.into_iter();
                self.reports
                    .extend(notices.map(|one| Delivered::new(one, None)));
                for one in deliver.taken_back {
                    self.take_back(one);
                }
                self.drafts.remove(&id);
                Ok(vec![])
            }
            "remove" => {
                self.drafts.remove(&id);
                Ok(vec![])
            }
            _ => Err((404, "not-found")),
        }
    }

    fn list_drafts(&self) -> Vec<u8> {
        let rows = self
            .drafts
            .iter()
            .map(|(id, (author, put))| wire::DraftRow {
                draft: *id,
                week: put.week,
                day: self.today,
                author: *author,
            });
        let drafts = rows.collect();
        json(&wire::Drafts { drafts })
    }
}
