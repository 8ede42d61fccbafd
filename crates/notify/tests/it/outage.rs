//! A mail server that is away, and comes back.

use domain::{Clock, Desk};
use notify::{AddressBook, LETTER_LEN};
use storage::{MailState, OutboxStore};

use crate::actors::address;
use crate::house::{House, LEEDS, count_by_reader, digest};
use crate::server::{MailServer, Mailboxes};

fn nobodys_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
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
    house.frames_wait();
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
