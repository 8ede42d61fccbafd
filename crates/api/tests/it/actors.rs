//! Who comes to the doors.

use ::actors::Newcomer;
use actix_web::http::Method;
use actix_web::test::TestRequest;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use domain::wire::{Blob, FetchIntake, IntakeBatch, NewRecord};
use domain::{Clock, Desk, FRAME_LEN, IntakeId, OfficerId, RecordId, Role, SealedFrame};
use serde::Serialize;
use sha2::{Digest, Sha256};
use storage::{NewSession, OfficerStore, SessionStore, TokenHash};

use crate::house::{Answer, House};

/// A frame nobody can open.
pub fn frame(seed: u8) -> Vec<u8> {
    vec![seed; FRAME_LEN]
}

pub fn sealed(seed: u8) -> SealedFrame {
    SealedFrame::try_from(frame(seed)).unwrap()
}

/// A record nobody can open.
pub fn record(house: &House, id: RecordId) -> NewRecord {
    NewRecord {
        record: id,
        quarter: house.today().quarter(),
        wrapper: Blob(vec![1; 100]),
        frames: [sealed(1), sealed(2), sealed(3)],
        card: Blob(vec![4; 4_096]),
        closed: false,
    }
}

/// Somebody who sends a frame from one address.
pub struct Reporter {
    address: &'static str,
}

impl Reporter {
    pub const fn at(address: &'static str) -> Self {
        Self { address }
    }

    pub fn request(&self, body: Vec<u8>) -> TestRequest {
        let length = body.len().to_string();
        TestRequest::post()
            .uri("/api/tips")
            .peer_addr(format!("{}:40000", self.address).parse().unwrap())
            .insert_header(("content-type", "application/octet-stream"))
            .insert_header(("content-length", length))
            .set_payload(body)
    }

    pub async fn send(&self, house: &House, seed: u8) -> Answer {
        house.public(self.request(frame(seed))).await
    }
}

/// An officer's browser, with or without a session.
pub struct Browser {
    pub token: Option<String>,
    pub officer: Option<OfficerId>,
}

impl Browser {
    pub const fn nobody() -> Self {
        Self {
            token: None,
            officer: None,
        }
    }

    pub fn with_token(token: &str) -> Self {
        Self {
            token: Some(token.into()),
            officer: None,
        }
    }

    /// Somebody enrolled and approved, signed in.
    pub async fn of(house: &House, name: &str, role: Role, desks: &[Desk]) -> Self {
        let browser = Self::enrolled(house, name, role, desks).await;
        let officer = browser.officer.unwrap();
        house.store.approve(officer, desks).await.unwrap();
        browser
    }

    /// Somebody enrolled for these desks but not approved, signed in.
    pub async fn enrolled(house: &House, name: &str, role: Role, desks: &[Desk]) -> Self {
        let seed: [u8; 32] = Sha256::digest(name).into();
        let now = house.clock.now();
        let (id, _) = seed.split_at(16);
        let id = OfficerId::from_bytes(id.try_into().unwrap());
        let newcomer = Newcomer {
            name,
            role,
            desks,
            code: seed,
            id,
            card: "card",
        };
        newcomer.enrol(&*house.store, now).await;
        let nobody = Self {
            token: None,
            officer: Some(id),
        };
        nobody.begin_session(house, 0).await
    }

    /// The same officer in a session of this number; the first is the one they are introduced with.
    pub async fn begin_session(&self, house: &House, number: u8) -> Self {
        let (now, officer) = (house.clock.now(), self.officer.unwrap());
        let mut token: [u8; 32] = Sha256::digest(officer.as_bytes()).into();
        token[0] = number;
        let session = NewSession {
            token: TokenHash(Sha256::digest(token).into()),
            officer,
            created: now,
            expires: now.plus(36_000),
            idle_seconds: 900,
        };
        house.store.start_session(session).await.unwrap();
        Self {
            token: Some(BASE64.encode(token)),
            officer: Some(officer),
        }
    }

    pub fn request(&self, method: &str, path: &str) -> TestRequest {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let request = TestRequest::default().method(method).uri(path);
        match &self.token {
            Some(token) => request.insert_header(("authorization", format!("Bearer {token}"))),
            None => request,
        }
    }

    pub async fn get(&self, house: &House, path: &str) -> Answer {
        house.staff(self.request("GET", path)).await
    }

    pub async fn post(&self, house: &House, path: &str, body: impl Serialize) -> Answer {
        house.staff(self.request("POST", path).set_json(body)).await
    }

    pub async fn put(&self, house: &House, path: &str, body: impl Serialize) -> Answer {
        house.staff(self.request("PUT", path).set_json(body)).await
    }

    /// Fetches frames: their ids and first bytes, and how many remain.
    pub async fn fetch(
        &self,
        house: &House,
        most: u16,
        afresh: bool,
    ) -> (Vec<(IntakeId, u8)>, usize) {
        let (batch, remaining) = self.fetch_batch(house, most, afresh).await;
        let rows = batch.rows.into_iter();
        let rows = rows.map(|row| (row.id, row.frame.as_bytes()[0]));
        (rows.collect(), remaining)
    }

    /// Fetches frames as they come, and how many remain.
    pub async fn fetch_batch(
        &self,
        house: &House,
        most: u16,
        afresh: bool,
    ) -> (IntakeBatch, usize) {
        let wanted = FetchIntake {
            most,
            afresh,
            attended: true,
        };
        let answer = self.post(house, "/api/intake/fetch", wanted).await;
        assert_eq!(answer.status, 200);
        let remaining = answer.header("ginnel-remaining").parse().unwrap();
        (IntakeBatch::parse(&answer.body).unwrap(), remaining)
    }
}
