//! A staff listener in memory: the least that keeps the opener's promises testable.

mod accounts;
mod drafts;
mod keeping;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::wire::{self, Blob, DeliveryState};
use domain::{
    BlobId, Day, Desk, DraftId, InstallationId, IntakeId, OfficerId, RecordId, ReportId, Retention,
    Role, SealedFrame, UnixSeconds,
};
use opener::transport::{Call, Reply, Transport, Unreachable};
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use serde::Serialize;
use serde::de::DeserializeOwned;
use signin::{ServerAttempt, ServerSetup};

/// Everything the server holds, open to every test.
pub struct Server {
    pub inst: InstallationId,
    pub today: Day,
    pub invitations: BTreeMap<String, Person>,
    pub people: Vec<Person>,
    pub sessions: BTreeMap<String, OfficerId>,
    pub notes: wire::Notes,
    pub wrappers: Vec<(OfficerId, wire::Wrapper)>,
    pub intake: BTreeMap<IntakeId, (Day, SealedFrame)>,
    pub given: BTreeSet<(String, IntakeId)>,
    /// How long every frame has waited.
    pub waited: wire::Waited,
    pub accepted: BTreeSet<IntakeId>,
    pub records: BTreeMap<RecordId, Stored>,
    pub drafts: BTreeMap<DraftId, (OfficerId, wire::PutDraft)>,
    pub reports: Vec<Delivered>,
    /// Where reports went, by the ids of the cards that say so.
    pub traces: BTreeMap<RecordId, wire::Trace>,
    /// Why none of them can be kept.
    pub untraced: Option<&'static str>,
    pub blobs: BTreeMap<BlobId, Vec<u8>>,
    /// What supervisors erased, and why.
    pub erased: Vec<(RecordId, domain::EraseReason)>,
    /// How long things are kept.
    pub retention: Retention,
    /// Test tips that consoles said had come.
    pub canaries: Vec<wire::CanaryArrived>,
    /// It cannot be told of any.
    pub hears_no_canary: bool,
    /// Every byte that ever came in.
    pub heard: Vec<u8>,
    pub is_down: bool,
    pub replies: Vec<wire::PutReply>,
    pub sheets: Vec<String>,
    /// Every place for a reply is taken.
    pub is_full: bool,
    /// Why what is disclosed cannot be recorded.
    pub unrecorded: Option<&'static str>,
    setup: ServerSetup,
    attempts: BTreeMap<Vec<u8>, (ServerAttempt, String)>,
    rng: ChaCha20Rng,
}

#[derive(Clone)]
pub struct Person {
    pub officer: OfficerId,
    pub name: String,
    pub role: Role,
    pub desks: Vec<Desk>,
    pub card: String,
    record: Vec<u8>,
}

#[derive(Clone)]
pub struct Stored {
    pub desk: Desk,
    pub quarter: domain::Quarter,
    pub wrapper: Blob,
    pub frames: [SealedFrame; 3],
    pub card: Blob,
    pub version: u32,
    pub closed: bool,
    pub day: Day,
    pub review: Option<Day>,
    pub claim: Option<OfficerId>,
    pub lease: u32,
    /// The frames and the nonce it was accepted with.
    pub made_of: (BTreeSet<IntakeId>, Blob),
}

pub struct Delivered {
    pub report: wire::NewReport,
    pub state: DeliveryState,
    pub by: Option<String>,
    pub released_by: Option<OfficerId>,
    pub recalled: Option<wire::Recalled>,
    pub restored: Option<ReportId>,
    /// Whose notice it is.
    pub author: Option<OfficerId>,
}

impl Delivered {
    /// A report nobody has opened yet.
    pub const fn new(report: wire::NewReport, released_by: Option<OfficerId>) -> Self {
        Self {
            report,
            state: DeliveryState::New,
            by: None,
            released_by,
            recalled: None,
            restored: None,
            author: None,
        }
    }
}

impl Person {
    fn opens(&self) -> bool {
        !self.desks.is_empty() && matches!(self.role, Role::Officer | Role::Supervisor)
    }
}

/// A line to the server.
#[derive(Clone)]
pub struct Line(pub Rc<RefCell<Server>>);

impl Transport for Line {
    async fn send(&self, call: Call<'_>) -> Result<Reply, Unreachable> {
        self.0.borrow_mut().answer(&call)
    }
}

type Outcome = Result<Vec<u8>, (u16, &'static str)>;
const CONFLICT: u16 = 409;

impl Server {
    pub fn new(inst: InstallationId, today: Day) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(99);
        Self {
            inst,
            today,
            invitations: BTreeMap::new(),
            people: Vec::new(),
            sessions: BTreeMap::new(),
            notes: wire::Notes {
                public: None,
                staff: None,
                rosters: vec![],
            },
            wrappers: Vec::new(),
            intake: BTreeMap::new(),
            given: BTreeSet::new(),
            waited: wire::Waited {
                minutes: 0,
                is_least: false,
            },
            accepted: BTreeSet::new(),
            records: BTreeMap::new(),
            drafts: BTreeMap::new(),
            reports: Vec::new(),
            traces: BTreeMap::new(),
            untraced: None,
            blobs: BTreeMap::new(),
            erased: Vec::new(),
            retention: Retention::default(),
            canaries: Vec::new(),
            hears_no_canary: false,
            heard: Vec::new(),
            is_down: false,
            replies: Vec::new(),
            sheets: Vec::new(),
            is_full: false,
            unrecorded: None,
            setup: ServerSetup::make(&mut rng),
            attempts: BTreeMap::new(),
            rng,
        }
    }

    pub fn invite(&mut self, name: &str, role: Role, desks: &[Desk]) -> String {
        let officer = OfficerId::from_bytes(self.draw());
        let code = format!("code-{name}");
        let person = Person {
            officer,
            name: name.into(),
            role,
            desks: desks.to_vec(),
            card: String::new(),
            record: vec![],
        };
        self.invitations.insert(code.clone(), person);
        code
    }

    pub fn take_in(&mut self, frame: SealedFrame) -> IntakeId {
        let id = IntakeId::from_random(self.draw());
        self.intake.insert(id, (self.today, frame));
        id
    }

    fn draw<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.rng.fill_bytes(&mut bytes);
        bytes
    }

    fn answer(&mut self, call: &Call<'_>) -> Result<Reply, Unreachable> {
        if self.is_down {
            return Err(Unreachable);
        }
        self.heard.extend_from_slice(call.path.as_bytes());
        self.heard.extend_from_slice(call.body.unwrap_or_default());
        let path = call.path.strip_prefix("/api/").unwrap();
        let path: Vec<String> = path.split('/').map(|p| p.replace("%2F", "/")).collect();
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let body = call.body.unwrap_or_default();
        let mut remaining = None;
        let outcome = match path.as_slice() {
            ["enrol", "start"] => self.enrol_start(&read(body)),
            ["enrol", "finish"] => self.enrol_finish(read(body)),
            ["sign-in", "start"] => Ok(self.sign_in_start(&read(body))),
            ["sign-in", "finish"] => self.sign_in_finish(&read(body)),
            inside => match call.token.and_then(|token| self.who(token)) {
                None => Err((401, "not-signed-in")),
                Some(person) => {
                    self.inside(&person, call.token.unwrap(), inside, body, &mut remaining)
                }
            },
        };
        let (status, body) = match outcome {
            Ok(body) => (200, body),
            Err((status, code)) => {
                let fault = wire::Fault {
                    status,
                    title: "No.".into(),
                    code: code.into(),
                    retry_after: None,
                };
                (status, json(&fault))
            }
        };
        Ok(Reply {
            status,
            remaining,
            body,
        })
    }

    fn inside(
        &mut self,
        person: &Person,
        token: &str,
        path: &[&str],
        body: &[u8],
        remaining: &mut Option<u32>,
    ) -> Outcome {
        match path {
            ["sign-out"] => {
                self.sessions.remove(token);
                Ok(vec![])
            }
            ["sign-out-everywhere"] => {
                self.sessions
                    .retain(|_, officer| *officer != person.officer);
                Ok(vec![])
            }
            ["me"] => Ok(json(&self.me(person))),
            ["notes" | "wrappers"] if !person.opens() => Err((403, "forbidden")),
            ["notes"] => Ok(json(&self.notes)),
            ["wrappers"] => {
                let own = self
                    .wrappers
                    .iter()
                    .filter(|(who, _)| *who == person.officer);
                let wrappers = own.map(|(_, wrapper)| wrapper.clone()).collect();
                Ok(json(&wire::Wrappers { wrappers }))
            }
            ["intake", "fetch"] => Ok(self.fetch(token, &read(body), remaining)),
            ["intake", "accept"] => self.accept(person, read(body)),
            ["canary"] if self.hears_no_canary => Err((503, "unavailable")),
            ["canary"] => {
                let arrived: wire::CanaryArrived = read(body);
                self.canaries.push(arrived);
                Ok(vec![])
            }
            ["colleagues", desk] => {
                let desk: Desk = desk.parse().unwrap();
                let own = self.people.iter().filter(|one| one.desks.contains(&desk));
                let colleagues = own.map(|one| wire::Colleague {
                    officer: one.officer,
                    name: one.name.clone(),
                    role: one.role,
                });
                let colleagues = colleagues.collect();
                Ok(json(&wire::Colleagues { colleagues }))
            }
            ["vault", desk] => Ok(json(&self.cards(desk.parse().unwrap()))),
            ["vault", _, record, rest @ ..] => {
                self.vault(person, record.parse().unwrap(), rest, body)
            }
            ["messages", _] => {
                self.reports.push(Delivered::new(read(body), None));
                Ok(vec![])
            }
            ["cases", desk] => self.keep(person, desk.parse().unwrap(), read(body)),
            ["drafts", rest @ ..] => self.drafts(person, rest, body),
            ["replies"] if self.is_full => Err((CONFLICT, "mailbox-full")),
            ["replies"] => {
                self.replies.push(read(body));
                Ok(vec![])
            }
            ["desks", _, "sheets"] => {
                let new: wire::NewSheet = read(body);
                if self.sheets.iter().any(|there| *there != new.sheet) {
                    return Err((CONFLICT, "already-published"));
                }
                self.sheets = vec![new.sheet];
                Ok(vec![])
            }
            ["deliveries", _, report, "recall"] => self.recall(report, person, read(body)),
            ["deliveries", _, report, "restore"] => self.restore(report, person, read(body)),
            ["traces"] => Ok(json(&self.traces(None))),
            ["traces", "keep"] => match self.untraced {
                Some(why) => Err((503, why)),
                None => self.keep_trace(read(body)),
            },
            [asked] if asked.starts_with("traces?after=") => {
                Ok(json(&self.traces(asked.strip_prefix("traces?after="))))
            }
            ["deliveries", "all"] => Ok(json(&self.deliveries(|_| true))),
            ["deliveries"] => Ok(json(&self.deliveries(|_| true))),
            ["inbox", desk] => {
                let desk: Desk = desk.parse().unwrap();
                Ok(json(&self.deliveries(|one| one.report.desk == desk)))
            }
            ["inbox", _, report, what] => self.report(person, report, what),
            ["blobs", blob] => {
                let blob = self.blobs.get(&blob.parse().unwrap());
                blob.cloned().ok_or((404, "not-found"))
            }
            _ => Err((404, "not-found")),
        }
    }

    fn who(&self, token: &str) -> Option<Person> {
        let officer = self.sessions.get(token)?;
        let mut people = self.people.iter();
        people.find(|person| person.officer == *officer).cloned()
    }

    fn me(&self, person: &Person) -> wire::Me {
        wire::Me {
            officer: person.officer,
            name: person.name.clone(),
            role: person.role,
            desks: person.desks.clone(),
            inst: self.inst,
            until: UnixSeconds(self.today.plus(1).start().0),
            idle: 900,
            clocks: domain::Clocks::default(),
            retention: self.retention,
        }
    }
}

fn json<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).unwrap()
}

fn read<T: DeserializeOwned>(body: &[u8]) -> T {
    serde_json::from_slice(body).unwrap()
}
