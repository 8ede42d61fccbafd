//! A server around the pages: one desk, one authority, and a staging that only remembers.

use std::sync::{Arc, Mutex, OnceLock};

use actix_web::{HttpRequest, web};
use async_trait::async_trait;
use domain::mailbox::Address;
use domain::{BlobId, Desk, FRAME_LEN, InstallationId, SealedFrame, UnixSeconds};
use notes::{
    Authorities, DeskKey, Head, NoteBody, PublicDirectory, RecipientText, ReplyKey, Sheet, Signer,
    SigningKey, Unverified, Validity, Verified, sign,
};
use phrase::{Phrase, TOKEN_LEN, Token};
use rand::RngCore;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use report::{Assets, Contacts, Kept, Lang, PageSettings, Pages, Sender, Server, Wait};
use unseal::Identity;

pub const INST: InstallationId = InstallationId::from_bytes([0x47; 16]);

/// The seed of the key that signs triage's replies.
pub const REPLY_SEED: [u8; 32] = [8; 32];

/// What the server does with frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Staging {
    Takes,
    IsFull,
}

pub struct FakeServer {
    pub now: UnixSeconds,
    pub note: String,
    pub triage: Identity,
    pub authorities: Authorities,
    pub staging: Mutex<Staging>,
    pub staged: Mutex<Vec<Vec<SealedFrame>>>,
    pub replies: Mutex<Vec<(Address, SealedFrame)>>,
    pub sheets: Mutex<Result<Vec<Sheet>, Wait>>,
    pub blobs: Mutex<Vec<(BlobId, Vec<u8>)>>,
    directory: Mutex<Option<Arc<Verified<PublicDirectory>>>>,
    rng: Mutex<ChaCha20Rng>,
}

impl FakeServer {
    pub fn new(now: UnixSeconds) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(7);
        let signer = Signer::new("Calder-partnership", SigningKey::from_seed(&[3; 32])).unwrap();
        let authorities = Authorities::new(vec![signer.authority().clone()]).unwrap();
        let triage = Identity::generate(&mut rng);
        let body = directory(now, &triage).write();
        let note = sign(&body, &[&signer]).unwrap();
        let verified = Unverified::<PublicDirectory>::parse(&note)
            .unwrap()
            .verify(&authorities, INST, now.day(), None)
            .unwrap();
        Self {
            now,
            note,
            triage,
            authorities,
            staging: Mutex::new(Staging::Takes),
            staged: Mutex::default(),
            replies: Mutex::default(),
            sheets: Mutex::new(Ok(Vec::new())),
            blobs: Mutex::default(),
            directory: Mutex::new(Some(Arc::new(verified))),
            rng: Mutex::new(rng),
        }
    }

    pub fn close(&self) {
        *self.directory.lock().unwrap() = None;
    }

    pub fn settings(&self) -> PageSettings {
        PageSettings {
            name: "Ginnel West Yorkshire".into(),
            inst: INST,
            authorities: self.authorities.clone(),
            languages: Lang::SHIPPED.to_vec(),
            exit_url: PageSettings::EXIT_URL.into(),
            window_seconds: 120,
            kept: Kept {
                intake_days: Some(28),
                record_days: Some(90),
                report_years: Some(6),
                files_dated: false,
            },
            tab_title: None,
            contacts: Contacts::default(),
            onion: None,
        }
    }
}

fn directory(now: UnixSeconds, triage: &Identity) -> PublicDirectory {
    let today = now.day();
    PublicDirectory {
        head: Head {
            inst: INST,
            serial: 1,
            validity: Validity::new(today, today.plus(14), 14).unwrap(),
        },
        desks: vec![DeskKey {
            desk: Desk::Triage,
            week: today.week(),
            recipient: RecipientText::parse(&triage.recipient().encode()).unwrap(),
        }],
        replies: vec![ReplyKey {
            desk: Desk::Triage,
            key: SigningKey::from_seed(&REPLY_SEED).public(),
        }],
    }
}

#[async_trait]
impl Server for FakeServer {
    fn now(&self) -> UnixSeconds {
        self.now
    }

    fn random(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.rng.lock().unwrap().fill_bytes(&mut bytes);
        bytes
    }

    fn seed(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.rng.lock().unwrap().fill_bytes(&mut bytes);
        bytes
    }

    fn draw_phrase(&self) -> Phrase {
        Phrase::make(&mut *self.rng.lock().unwrap())
    }

    fn directory(&self) -> Option<Arc<Verified<PublicDirectory>>> {
        self.directory.lock().unwrap().clone()
    }

    fn admit_page(&self, request: &HttpRequest) -> Result<(), Wait> {
        refused_by(request, "x-test-flood")
    }

    fn admit(&self, request: &HttpRequest) -> Result<(), Wait> {
        refused_by(request, "x-test-crowded")
    }

    fn admit_pictures(&self, request: &HttpRequest) -> Result<Sender, Wait> {
        refused_by(request, "x-test-heavy").map(|()| Sender {
            place: [1; 16],
            is_shared: false,
        })
    }

    async fn read_mailbox(&self, tokens: &[u8]) -> Result<Vec<u8>, Wait> {
        let replies = self.replies.lock().unwrap();
        let at = |token: &[u8]| {
            let token: [u8; TOKEN_LEN] = token.try_into().unwrap();
            let address = Token::from_bytes(token).address();
            let frame = replies.iter().find(|(place, _)| *place == address);
            frame.map_or(vec![7; FRAME_LEN], |(_, frame)| frame.as_bytes().to_vec())
        };
        Ok(tokens.chunks(TOKEN_LEN).flat_map(at).collect())
    }

    async fn delete_replies(&self, tokens: &[Token]) -> Result<(), Wait> {
        let mut replies = self.replies.lock().unwrap();
        replies.retain(|(place, _)| tokens.iter().all(|token| *place != token.address()));
        Ok(())
    }

    async fn sheets(&self) -> Result<Vec<Sheet>, Wait> {
        self.sheets.lock().unwrap().clone()
    }

    async fn keep(&self, blob: Vec<u8>, _: Sender) -> Result<BlobId, Wait> {
        let id = BlobId::from_bytes(self.random());
        self.blobs.lock().unwrap().push((id, blob));
        Ok(id)
    }

    async fn stage(&self, frames: Vec<SealedFrame>) -> Result<(), Wait> {
        match *self.staging.lock().unwrap() {
            Staging::Takes => {
                self.staged.lock().unwrap().push(frames);
                Ok(())
            }
            Staging::IsFull => Err(Wait { seconds: 20 }),
        }
    }
}

fn refused_by(request: &HttpRequest, header: &str) -> Result<(), Wait> {
    let refused = request.headers().contains_key(header);
    (!refused).then_some(()).ok_or(Wait { seconds: 30 })
}

/// A manifest as `bundle` writes it, the file names being the logical ones. The hashes are not any, so
/// that browsers take the files as they are.
pub fn assets() -> Assets {
    let entries: Vec<_> = report::NEEDED
        .iter()
        .map(|name| format!(r#""{name}":{{"file":"{name}","integrity":"sha384-?"}}"#))
        .collect();
    Assets::from_manifest(&format!("{{{}}}", entries.join(","))).unwrap()
}

/// The pages, drawn once for all tests.
pub fn pages(fake: &FakeServer) -> web::Data<Pages> {
    static PAGES: OnceLock<web::Data<Pages>> = OnceLock::new();
    let draw = || web::Data::new(Pages::new(fake.settings(), assets()));
    PAGES.get_or_init(draw).clone()
}
