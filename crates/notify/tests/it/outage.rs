//! A mail server that is away, and comes back.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::{Clock, Desk, District, Minute};
use notify::{
    AddressBook, Arrivals, DigestTimes, LETTER_LEN, Lookout, Patience, Plan, Post, Sender, Smtp,
    StaffedHours, Tls,
};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use storage::{Mail, MailState, OutboxStore, Store};
use storage_sqlite::SqliteStore;
use tempfile::TempDir;

use crate::actors::{HandClock, NOON, address, settings};
use crate::server::{MailServer, Mailboxes};

const LEEDS: Desk = Desk::Bronze(District::Leeds);

/// Frames that nobody fetches have been there since noon, if there are any.
#[derive(Default)]
struct SinceNoon(AtomicBool);

impl Arrivals for SinceNoon {
    fn first_since(&self, _: Option<Minute>) -> Option<Minute> {
        self.0.load(Ordering::SeqCst).then(|| NOON.minute())
    }
}

/// A server that looks out and sends, in a world whose clock only the test moves.
struct House {
    store: Arc<SqliteStore>,
    clock: Arc<HandClock>,
    arrivals: Arc<SinceNoon>,
    lookout: Lookout,
    sender: Sender<ChaCha20Rng>,
    _folder: TempDir,
}

impl House {
    async fn mailing_to(port: u16, desks: &[(Desk, &[&str])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(SqliteStore::open(folder.path()).await.unwrap());
        let shared: Arc<dyn Store> = store.clone();
        let clock = Arc::new(HandClock::at(NOON));
        let arrivals = Arc::new(SinceNoon::default());
        let desks = desks.iter().map(|(desk, names)| {
            let names = names
                .iter()
                .map(|name| address(&format!("{name}@example.org")));
            (*desk, names.collect())
        });
        let book = AddressBook::new(desks, [address("supervisor@example.org")]);
        let plan = Plan {
            book: book.clone(),
            // Every ten minutes: far more than anybody would set.
            digests: DigestTimes::new(
                (0..24 * 6)
                    .map(|ten| format!("{:02}:{}0", ten / 6, ten % 6).parse().unwrap())
                    .collect(),
            ),
            staffed: StaffedHours::Always,
            patience: Patience {
                intake: 10,
                record: 15,
                absent: 4_320,
            },
        };
        let smtp: Arc<dyn Post> = Arc::new(Smtp::new(settings(port, Tls::None)).unwrap());
        Self {
            lookout: Lookout::new(shared.clone(), plan, arrivals.clone(), NOON),
            sender: Sender {
                store: shared,
                post: smtp,
                book,
                from: address("ginnel@example.org"),
                clock: clock.clone(),
                rng: ChaCha20Rng::seed_from_u64(1),
                handed: notify::Handed::default(),
            },
            store,
            clock,
            arrivals,
            _folder: folder,
        }
    }

    /// A minute passes: one look, one round of sending.
    async fn minute(&mut self) {
        self.lookout.look(self.clock.now()).await.unwrap();
        self.sender.send_due().await.unwrap();
        self.clock.pass(60);
    }

    async fn put(&self, mail: Mail) {
        let slot = storage::Slot {
            number: self.clock.now().0,
            apart: 1,
        };
        self.store.put_mail(mail, slot).await.unwrap();
    }
}

const fn digest(desk: Desk) -> Mail {
    Mail {
        desk,
        audience: storage::Audience::Desk,
        kind: storage::MailKind::Digest,
    }
}

fn nobodys_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn count_by_reader(mailboxes: &Mailboxes) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for mail in mailboxes.arrived() {
        *counts.entry(mail.to[0].clone()).or_default() += 1;
    }
    counts
}

#[tokio::test]
async fn a_mail_server_away_for_an_hour_loses_nothing_and_is_not_flooded() {
    let (port, mailboxes) = (nobodys_port(), Mailboxes::new());
    let desks: [(Desk, &[&str]); 3] = [
        (Desk::Triage, &["triage"]),
        (LEEDS, &["leeds", "deputy.leeds"]),
        (Desk::Silver, &["silver"]),
    ];
    let mut house = House::mailing_to(port, &desks).await;
    house.arrivals.0.store(true, Ordering::SeqCst);
    for _ in 0..60 {
        house.minute().await;
    }
    assert!(mailboxes.arrived().is_empty());
    // Three digests, and triage's alarm at the desk and at the supervisors.
    assert_eq!(house.store.mails().await.unwrap().len(), 5);
    assert_eq!(house.store.dead_mails().await, Ok(0));
    let server = MailServer::start(&mailboxes, &["--port", &port.to_string()]);
    // No digest is due in the nine minutes of a ten; all tries fall into the next hour and a quarter.
    let before = house.clock.now();
    while house
        .store
        .mails()
        .await
        .unwrap()
        .iter()
        .any(|mail| mail.attempts > 0)
    {
        house.minute().await;
        let waited = house.clock.now().0 - before.0;
        assert!(waited < 80 * 60, "all were sent within {waited} seconds");
    }
    drop(server);
    let counts = count_by_reader(&mailboxes);
    let count = |name: &str| counts[&format!("{name}@example.org")];
    assert_eq!(count("supervisor"), 1, "{counts:?}");
    // What fell due meanwhile is its own mail; the hour that was missed came as one.
    let regular = usize::try_from((house.clock.now().0 - before.0) / 600 + 1).unwrap();
    assert!((1..=1 + regular).contains(&count("silver")), "{counts:?}");
    assert_eq!(count("leeds"), count("deputy.leeds"));
    let all = mailboxes.arrived();
    assert!(all.iter().all(|mail| mail.bytes.len() == LETTER_LEN));
}

#[tokio::test]
async fn tries_during_an_outage_are_few() {
    let mut house = House::mailing_to(nobodys_port(), &[(LEEDS, &["leeds"])]).await;
    for _ in 0..60 {
        house.minute().await;
    }
    let attempts = house.store.mails().await.unwrap()[0].attempts;
    assert!((5..=8).contains(&attempts), "{attempts}");
}

#[tokio::test]
async fn a_mail_nobody_can_take_is_dead_after_most_of_a_day_and_seen() {
    let mut house = House::mailing_to(nobodys_port(), &[]).await;
    house.sender.book = AddressBook::new([(LEEDS, vec![address("leeds@example.org")])], []);
    house.put(digest(LEEDS)).await;
    let mut hours = 0;
    while house.store.dead_mails().await == Ok(0) {
        for _ in 0..60 {
            house.minute().await;
        }
        hours += 1;
        assert!(hours < 24);
    }
    assert!(hours > 12, "{hours}");
    let listed = house.store.mails().await.unwrap();
    assert_eq!(
        (listed[0].state, listed[0].attempts),
        (MailState::Dead, notify::ATTEMPTS)
    );
}

#[tokio::test]
async fn a_refused_reader_makes_a_mail_dead_at_once_and_the_others_have_it() {
    let mailboxes = Mailboxes::new();
    let server = MailServer::start(&mailboxes, &[]);
    let desks: [(Desk, &[&str]); 1] = [(LEEDS, &["leeds", "refused", "zoe"])];
    let mut house = House::mailing_to(server.port, &desks).await;
    house.put(digest(LEEDS)).await;
    house.sender.send_due().await.unwrap();
    assert_eq!(house.store.dead_mails().await, Ok(1));
    assert_eq!(mailboxes.arrived().len(), 2);
    assert_eq!(house.store.revive_mails().await, Ok(1));
}

#[tokio::test]
async fn who_has_a_mail_does_not_get_it_again_because_another_has_not() {
    let mailboxes = Mailboxes::new();
    let server = MailServer::start(&mailboxes, &[]);
    let desks: [(Desk, &[&str]); 1] = [(LEEDS, &["leeds", "later", "zoe"])];
    let mut house = House::mailing_to(server.port, &desks).await;
    house.put(digest(LEEDS)).await;
    for _ in 0..30 {
        house.sender.send_due().await.unwrap();
        house.clock.pass(60);
    }
    let listed = house.store.mails().await.unwrap();
    assert!(listed[0].attempts > 3 && listed[0].state == MailState::Waiting);
    let counts = count_by_reader(&mailboxes);
    assert_eq!(counts.into_values().collect::<Vec<_>>(), [1, 1]);
}

#[tokio::test]
async fn one_bad_address_does_not_hold_up_the_other_desks() {
    let mailboxes = Mailboxes::new();
    let server = MailServer::start(&mailboxes, &[]);
    let desks: [(Desk, &[&str]); 3] = [
        (LEEDS, &["refused"]),
        (Desk::Silver, &["later"]),
        (Desk::Triage, &["triage"]),
    ];
    let mut house = House::mailing_to(server.port, &desks).await;
    for desk in [LEEDS, Desk::Silver, Desk::Triage] {
        house.put(digest(desk)).await;
    }
    assert_eq!(house.sender.send_due().await, Ok(1));
    assert_eq!(mailboxes.arrived().len(), 1);
}

#[tokio::test]
async fn a_desk_that_is_mailed_no_longer_leaves_nothing_behind() {
    let mailboxes = Mailboxes::new();
    let server = MailServer::start(&mailboxes, &[]);
    let mut house = House::mailing_to(server.port, &[]).await;
    house.put(digest(LEEDS)).await;
    house.sender.send_due().await.unwrap();
    assert_eq!(house.store.mails().await, Ok(vec![]));
    assert!(mailboxes.arrived().is_empty());
}

#[tokio::test]
async fn no_mail_carries_a_word_of_what_it_is_about_and_all_have_one_size() {
    let mailboxes = Mailboxes::new();
    let server = MailServer::start(&mailboxes, &[]);
    let desks: [(Desk, &[&str]); 2] = [(Desk::Triage, &["one"]), (LEEDS, &["a.second.reader"])];
    let mut house = House::mailing_to(server.port, &desks).await;
    for desk in [Desk::Triage, LEEDS] {
        for &audience in storage::Audience::ALL {
            for &kind in storage::MailKind::ALL {
                house
                    .put(Mail {
                        desk,
                        audience,
                        kind,
                    })
                    .await;
            }
        }
    }
    assert_eq!(house.sender.send_due().await, Ok(16));
    let arrived = mailboxes.arrived();
    assert_eq!(arrived.len(), 16);
    let bodies: Vec<_> = arrived.iter().map(|mail| body(&mail.bytes)).collect();
    assert!(bodies.iter().all(|body| body[..500] == bodies[0][..500]));
    let mut planted = vec![
        "canary",
        "leeds",
        "bronze",
        "triage",
        "supervisor",
        "urgent",
        "P1",
    ];
    planted.extend(storage::MailKind::ALL.iter().map(|kind| kind.code()));
    planted.extend(["unclaimed", "fetched", "absent", "127.0.0.1", "http"]);
    for mail in &arrived {
        assert_eq!(mail.bytes.len(), LETTER_LEN);
        let text = String::from_utf8(mail.bytes.clone())
            .unwrap()
            .to_lowercase();
        let reader = mail.to[0].to_lowercase();
        let text = text.replace(&reader, "");
        for word in &planted {
            assert!(!text.contains(&word.to_lowercase()), "{word}: {text}");
        }
    }
}

fn body(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    text.split_once("\r\n\r\n").unwrap().1.to_owned()
}
