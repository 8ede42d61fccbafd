//! Who gets a mail, how often, and what it tells them.

use domain::Desk;
use notify::LETTER_LEN;
use storage::{Audience, Mail, MailKind, MailState, OutboxStore};

use crate::house::{House, LEEDS, count_by_reader, digest};
use crate::server::{MailServer, Mailboxes};

#[tokio::test]
async fn two_servers_at_one_database_send_every_mail_once() {
    let mailboxes = Mailboxes::new();
    let server = MailServer::start(&mailboxes, &[]);
    let all = Desk::all();
    let names: Vec<_> = all
        .iter()
        .map(|desk| desk.to_string().replace('/', "."))
        .collect();
    let names: Vec<_> = names.iter().map(|name| [name.as_str()]).collect();
    let desks: Vec<(Desk, &[&str])> = all
        .iter()
        .zip(&names)
        .map(|(desk, name)| (*desk, &name[..]))
        .collect();
    let mut one = House::mailing_to(server.port, &desks).await;
    let mut other = one.beside(server.port, &desks);
    one.frames_wait();
    other.frames_wait();
    for _ in 0..25 {
        tokio::join!(one.minute(), other.minute());
    }
    let counts = count_by_reader(&mailboxes);
    // The digests of noon, of ten and of twenty past; triage and the corruption desks were rung, too.
    let mut expected: Vec<_> = all.iter().map(|_| 3).collect();
    expected[..3].fill(4);
    expected.push(3);
    let mut found: Vec<_> = counts.into_values().collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
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
        for &audience in Audience::ALL {
            for &kind in MailKind::ALL {
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
    let all = 2 * Audience::ALL.len() * MailKind::ALL.len();
    assert_eq!(house.sender.send_due().await, Ok(all));
    let arrived = mailboxes.arrived();
    assert_eq!(arrived.len(), all);
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
    planted.extend(MailKind::ALL.iter().map(|kind| kind.code()));
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
