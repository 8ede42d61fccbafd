//! The staff API's routes as this side calls them, and what their refusals mean.

mod refusal;
mod traces;

use std::fmt::Write;

use domain::console::Failure;
use domain::wire::{
    Accept, CanaryArrived, Cards, Claim, Colleagues, Deliver, Deliveries, Drafts, EnrolChallenge,
    EnrolFinish, EnrolStart, Erase, FetchIntake, IntakeBatch, LeaseOnly, Me, NewRecord, NewReport,
    NewSheet, Notes, Officers, OpenedDraft, OpenedRecord, OpenedReport, Postpone, Purpose, PutBack,
    PutDraft, PutReply, SignInChallenge, SignInFinish, SignInStart, Wrappers, WriteRecord,
};
use domain::{BlobId, Desk, DraftId, RecordId, ReportId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroize;

use self::refusal::{
    acknowledging, conflict, good_or, held, invitation, ordinary, recalled, releasing, sign_in,
};
use crate::transport::{Call, Method, Reply, Transport, Unreachable};

/// Calls routes, with or without a session's token.
pub(crate) struct Api<'a, T> {
    pub(crate) transport: &'a T,
    pub(crate) token: Option<&'a str>,
}

impl<T: Transport> Api<'_, T> {
    pub(crate) async fn enrol_start(&self, body: &EnrolStart) -> Result<EnrolChallenge, Failure> {
        let reply = self.post("/api/enrol/start", body).await?;
        parsed(&good_or(&reply, invitation)?.body)
    }

    pub(crate) async fn enrol_finish(&self, body: &EnrolFinish) -> Result<(), Failure> {
        let reply = self.post("/api/enrol/finish", body).await?;
        good_or(&reply, invitation).map(|_| ())
    }

    pub(crate) async fn sign_in_start(
        &self,
        body: &SignInStart,
    ) -> Result<SignInChallenge, Failure> {
        let reply = self.post("/api/sign-in/start", body).await?;
        parsed(&good_or(&reply, sign_in)?.body)
    }

    pub(crate) async fn sign_in_finish(&self, body: &SignInFinish) -> Result<Me, Failure> {
        let reply = self.post("/api/sign-in/finish", body).await?;
        parsed(&good_or(&reply, sign_in)?.body)
    }

    pub(crate) async fn sign_out(&self) -> Result<(), Failure> {
        self.post_nothing("/api/sign-out").await.map(|_| ())
    }

    pub(crate) async fn sign_out_everywhere(&self) -> Result<(), Failure> {
        let reply = self.post_nothing("/api/sign-out-everywhere").await;
        reply.map(|_| ())
    }

    pub(crate) async fn me(&self) -> Result<Me, Failure> {
        self.get("/api/me").await
    }

    pub(crate) async fn notes(&self) -> Result<Notes, Failure> {
        self.get("/api/notes").await
    }

    pub(crate) async fn wrappers(&self) -> Result<Wrappers, Failure> {
        self.get("/api/wrappers").await
    }

    /// Frames, and how many are still to come.
    pub(crate) async fn fetch_intake(
        &self,
        body: &FetchIntake,
    ) -> Result<(IntakeBatch, u32), Failure> {
        let reply = self.post("/api/intake/fetch", body).await?;
        good_or(&reply, ordinary)?;
        let batch = IntakeBatch::parse(&reply.body).ok_or(Failure::Unexpected)?;
        Ok((batch, reply.remaining.unwrap_or(0)))
    }

    pub(crate) async fn accept(&self, body: &Accept) -> Result<(), Failure> {
        let reply = self.post("/api/intake/accept", body).await?;
        let meaning = |reply: &Reply| conflict(reply, Failure::AlreadyAccepted);
        good_or(&reply, meaning).map(|_| ())
    }

    /// Says that a test tip came; the server has its mark's key, too.
    pub(crate) async fn canary_arrived(&self, body: &CanaryArrived) -> Result<(), Failure> {
        let reply = self.post("/api/canary", body).await?;
        let meaning = |reply: &Reply| match reply.status {
            500 | 502 | 504 => Failure::Unreachable,
            _ => ordinary(reply),
        };
        good_or(&reply, meaning).map(|_| ())
    }

    pub(crate) async fn cards(&self, desk: Desk) -> Result<Cards, Failure> {
        self.get(&format!("/api/vault/{}", segment(desk))).await
    }

    pub(crate) async fn write_message(&self, from: Desk, body: &NewReport) -> Result<(), Failure> {
        let path = format!("/api/messages/{}", segment(from));
        let reply = self.post(&path, body).await?;
        good_or(&reply, ordinary).map(|_| ())
    }

    /// Keeps a case, claimed; a colleague who kept the same report was first.
    pub(crate) async fn keep(&self, desk: Desk, body: &NewRecord) -> Result<Claim, Failure> {
        let reply = self
            .post(&format!("/api/cases/{}", segment(desk)), body)
            .await?;
        let meaning = |reply: &Reply| conflict(reply, Failure::AlreadyAcknowledged);
        parsed(&good_or(&reply, meaning)?.body)
    }

    pub(crate) async fn open_record(
        &self,
        desk: Desk,
        record: RecordId,
        body: &Purpose,
    ) -> Result<OpenedRecord, Failure> {
        let reply = self.post(&record_path(desk, record, "/open"), body).await?;
        parsed(&good_or(&reply, ordinary)?.body)
    }

    pub(crate) async fn claim(&self, desk: Desk, record: RecordId) -> Result<Claim, Failure> {
        let reply = self
            .post_nothing_raw(&record_path(desk, record, "/claim"))
            .await?;
        let meaning = |reply: &Reply| conflict(reply, Failure::ClaimedByAnother);
        parsed(&good_or(&reply, meaning)?.body)
    }

    /// Has it recorded that a record is disclosed.
    pub(crate) async fn disclose(&self, desk: Desk, record: RecordId) -> Result<(), Failure> {
        let path = record_path(desk, record, "/disclose");
        self.post_nothing(&path).await.map(|_| ())
    }

    /// Has it recorded that somebody is referred with what a record says.
    pub(crate) async fn refer(&self, desk: Desk, record: RecordId) -> Result<(), Failure> {
        let path = record_path(desk, record, "/refer");
        self.post_nothing(&path).await.map(|_| ())
    }

    /// Claims a record for a supervisor, whoever works on it.
    pub(crate) async fn take_back(&self, desk: Desk, record: RecordId) -> Result<Claim, Failure> {
        let path = record_path(desk, record, "/take-back");
        let reply = self.post_nothing(&path).await?;
        parsed(&reply.body)
    }

    pub(crate) async fn colleagues(&self, desk: Desk) -> Result<Colleagues, Failure> {
        self.get(&format!("/api/colleagues/{}", segment(desk)))
            .await
    }

    pub(crate) async fn release(
        &self,
        desk: Desk,
        record: RecordId,
        body: LeaseOnly,
    ) -> Result<(), Failure> {
        let path = record_path(desk, record, "/release");
        let reply = self.post(&path, &body).await?;
        good_or(&reply, held).map(|_| ())
    }

    pub(crate) async fn put_back(
        &self,
        desk: Desk,
        record: RecordId,
        body: &PutBack,
    ) -> Result<(), Failure> {
        let path = record_path(desk, record, "/put-back");
        let reply = self.post(&path, body).await?;
        good_or(&reply, held).map(|_| ())
    }

    pub(crate) async fn write_record(
        &self,
        desk: Desk,
        record: RecordId,
        body: &WriteRecord,
    ) -> Result<(), Failure> {
        let path = record_path(desk, record, "");
        let reply = self.send(Method::Put, &path, Some(body)).await?;
        good_or(&reply, held).map(|_| ())
    }

    /// Writes a version that says why a record stays, and until when.
    pub(crate) async fn postpone(
        &self,
        desk: Desk,
        record: RecordId,
        body: &Postpone,
    ) -> Result<(), Failure> {
        let path = record_path(desk, record, "/postpone");
        let reply = self.post(&path, body).await?;
        good_or(&reply, held).map(|_| ())
    }

    /// Erases a record for a supervisor.
    pub(crate) async fn erase(
        &self,
        desk: Desk,
        record: RecordId,
        body: &Erase,
    ) -> Result<(), Failure> {
        let path = record_path(desk, record, "/erase");
        let reply = self.post(&path, body).await?;
        good_or(&reply, held).map(|_| ())
    }

    pub(crate) async fn put_draft(&self, body: &PutDraft) -> Result<(), Failure> {
        let reply = self.post("/api/drafts/hand-in", body).await?;
        good_or(&reply, ordinary).map(|_| ())
    }

    pub(crate) async fn drafts(&self) -> Result<Drafts, Failure> {
        self.get("/api/drafts").await
    }

    pub(crate) async fn open_draft(
        &self,
        draft: DraftId,
        body: &Purpose,
    ) -> Result<OpenedDraft, Failure> {
        let reply = self
            .post(&format!("/api/drafts/{draft}/open"), body)
            .await?;
        parsed(&good_or(&reply, ordinary)?.body)
    }

    /// Delivers a draft's reports, signed by two.
    pub(crate) async fn release_draft(
        &self,
        draft: DraftId,
        body: &Deliver,
    ) -> Result<(), Failure> {
        let path = format!("/api/drafts/{draft}/release");
        let reply = self.post(&path, body).await?;
        good_or(&reply, releasing).map(|_| ())
    }

    pub(crate) async fn remove_draft(&self, draft: DraftId) -> Result<(), Failure> {
        let path = format!("/api/drafts/{draft}/remove");
        self.post_nothing(&path).await.map(|_| ())
    }

    pub(crate) async fn deliveries(&self) -> Result<Deliveries, Failure> {
        self.get("/api/deliveries").await
    }

    pub(crate) async fn inbox(&self, desk: Desk) -> Result<Deliveries, Failure> {
        self.get(&format!("/api/inbox/{}", segment(desk))).await
    }

    pub(crate) async fn open_report(
        &self,
        desk: Desk,
        report: ReportId,
        body: &Purpose,
    ) -> Result<OpenedReport, Failure> {
        let path = format!("/api/inbox/{}/{report}/open", segment(desk));
        let reply = self.post(&path, body).await?;
        parsed(&good_or(&reply, recalled)?.body)
    }

    /// Takes a report back from a desk, with what tells it so.
    pub(crate) async fn recall(&self, report: ReportId, notice: &NewReport) -> Result<(), Failure> {
        let path = format!("/api/deliveries/{}/{report}/recall", segment(notice.desk));
        let reply = self.post(&path, notice).await?;
        good_or(&reply, recalled).map(|_| ())
    }

    /// Lets a report stand again at its desk, with what tells it so.
    pub(crate) async fn restore(
        &self,
        report: ReportId,
        notice: &NewReport,
    ) -> Result<(), Failure> {
        let path = format!("/api/deliveries/{}/{report}/restore", segment(notice.desk));
        let reply = self.post(&path, notice).await?;
        good_or(&reply, recalled).map(|_| ())
    }

    pub(crate) async fn acknowledge(&self, desk: Desk, report: ReportId) -> Result<(), Failure> {
        let path = format!("/api/inbox/{}/{report}/acknowledge", segment(desk));
        let reply = self.post_nothing_raw(&path).await?;
        good_or(&reply, acknowledging).map(|_| ())
    }

    /// A tip's files as they came.
    pub(crate) async fn blob(&self, blob: BlobId) -> Result<Vec<u8>, Failure> {
        let path = format!("/api/blobs/{blob}");
        let reply = self.send::<()>(Method::Get, &path, None).await?;
        good_or(&reply, ordinary)?;
        Ok(reply.body)
    }

    /// Hands in a reply; it waits for its window.
    pub(crate) async fn put_reply(&self, body: &PutReply) -> Result<(), Failure> {
        let reply = self.post("/api/replies", body).await?;
        let meaning = |reply: &Reply| conflict(reply, Failure::MailboxFull);
        good_or(&reply, meaning).map(|_| ())
    }

    /// Publishes a sheet, once.
    pub(crate) async fn post_sheet(&self, desk: Desk, body: &NewSheet) -> Result<(), Failure> {
        let path = format!("/api/desks/{}/sheets", segment(desk));
        let reply = self.post(&path, body).await?;
        let meaning = |reply: &Reply| conflict(reply, Failure::AlreadyPublished);
        good_or(&reply, meaning).map(|_| ())
    }

    pub(crate) async fn officers(&self) -> Result<Officers, Failure> {
        self.get("/api/officers").await
    }

    async fn get<B: DeserializeOwned>(&self, path: &str) -> Result<B, Failure> {
        let reply = self.send::<()>(Method::Get, path, None).await?;
        parsed(&good_or(&reply, ordinary)?.body)
    }

    async fn post<A: Serialize>(&self, path: &str, body: &A) -> Result<Reply, Failure> {
        self.send(Method::Post, path, Some(body)).await
    }

    async fn post_nothing(&self, path: &str) -> Result<Reply, Failure> {
        let reply = self.post_nothing_raw(path).await?;
        good_or(&reply, ordinary)?;
        Ok(reply)
    }

    async fn post_nothing_raw(&self, path: &str) -> Result<Reply, Failure> {
        self.send::<()>(Method::Post, path, None).await
    }

    async fn send<A: Serialize>(
        &self,
        method: Method,
        path: &str,
        body: Option<&A>,
    ) -> Result<Reply, Failure> {
        let body = body.map(serde_json::to_vec).transpose();
        let mut body = body.map_err(|_| Failure::Unexpected)?;
        let call = Call {
            method,
            path,
            token: self.token,
            body: body.as_deref(),
        };
        let reply = self.transport.send(call).await;
        body.zeroize();
        reply.map_err(|Unreachable| Failure::Unreachable)
    }
}

fn parsed<B: DeserializeOwned>(body: &[u8]) -> Result<B, Failure> {
    serde_json::from_slice(body).map_err(|_| Failure::Unexpected)
}

fn record_path(desk: Desk, record: RecordId, rest: &str) -> String {
    format!("/api/vault/{}/{record}{rest}", segment(desk))
}

/// A desk's name as one path segment.
fn segment(desk: Desk) -> String {
    let mut segment = String::new();
    for byte in desk.to_string().bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => segment.push(char::from(byte)),
            _ => write!(segment, "%{byte:02X}").expect("writing to a String cannot fail"),
        }
    }
    segment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_is_one_path_segment() {
        let desk: Desk = "bronze/leeds".parse().unwrap();
        assert_eq!(segment(desk), "bronze%2Fleeds");
        assert_eq!(segment(Desk::CorruptionA), "corruption-a");
        let team: Desk = "team/precision_socu".parse().unwrap();
        assert_eq!(segment(team), "team%2Fprecision_socu");
    }
}
