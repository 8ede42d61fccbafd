//! Enrolling and signing in, with the browser's half of OPAQUE.

use ::actors::recipient;
use api::staff::{InvitationCode, officer_id};
use domain::wire::{
    Blob, EnrolChallenge, EnrolFinish, EnrolStart, Me, SignInChallenge, SignInFinish, SignInStart,
};
use domain::{Clock, Desk, OfficerId, Role};
use notes::SigningKey;
use notes::card::Card;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use signin::{LoginFinished, Stretch};
use storage::{Invitation, OfficerStore};

use crate::actors::Browser;
use crate::house::{Answer, House, INST};

const PASSPHRASE: &[u8] = b"quilt ember walnut sandy";

struct Officer {
    rng: ChaCha20Rng,
    /// What the last sign-in derived.
    token: Option<String>,
}

impl Officer {
    fn new() -> Self {
        let rng = ChaCha20Rng::seed_from_u64(5);
        Self { rng, token: None }
    }

    async fn enrol(&mut self, house: &House, code: &str) -> Answer {
        self.enrol_with(house, code, |id| id).await
    }

    /// Enrols with a card that names whomever the closure says.
    async fn enrol_with(
        &mut self,
        house: &House,
        code: &str,
        named: impl Fn(OfficerId) -> OfficerId,
    ) -> Answer {
        let (state, request) = signin::register_start(&mut self.rng, PASSPHRASE).unwrap();
        let start = EnrolStart {
            invitation: code.into(),
            request: Blob(request),
        };
        let answer = Browser::nobody()
            .post(house, "/api/enrol/start", start)
            .await;
        if answer.status != 200 {
            return answer;
        }
        let challenge: EnrolChallenge = answer.json();
        let stretch = Stretch::cheap_for_tests();
        let response = &challenge.response.0;
        let registered = state
            .finish(&mut self.rng, PASSPHRASE, response, &stretch)
            .unwrap();
        let key = SigningKey::from_seed(&[9; 32]);
        let card = Card::sign(challenge.inst, named(challenge.officer), recipient(2), &key);
        let finish = EnrolFinish {
            invitation: code.into(),
            upload: Blob(registered.upload),
            card: card.to_text(),
        };
        Browser::nobody()
            .post(house, "/api/enrol/finish", finish)
            .await
    }

    async fn sign_in(&mut self, house: &House, name: &str, passphrase: &[u8]) -> Answer {
        self.sign_in_at(house, "192.0.2.1", name, passphrase).await
    }

    /// Signs in from an address; the server's refusal to begin is the answer if it refuses.
    async fn sign_in_at(
        &mut self,
        house: &House,
        address: &str,
        name: &str,
        passphrase: &[u8],
    ) -> Answer {
        let (state, request) = signin::login_start(&mut self.rng, passphrase).unwrap();
        let start = SignInStart {
            name: name.into(),
            request: Blob(request),
        };
        let peer = format!("{address}:40000").parse().unwrap();
        let request = Browser::nobody().request("POST", "/api/sign-in/start");
        let answer = house.staff(request.peer_addr(peer).set_json(start)).await;
        if answer.status != 200 {
            return answer;
        }
        let challenge: SignInChallenge = answer.json();
        let stretch = Stretch::cheap_for_tests();
        let finished = state.finish(&mut self.rng, passphrase, &challenge.response.0, &stretch);
        let token = |finished: &LoginFinished| finished.session_key.to_token().to_string();
        self.token = finished.as_ref().ok().map(token);
        let finalization = finished.map_or(vec![0; 64], |finished| finished.finalization);
        let finish = SignInFinish {
            attempt: challenge.attempt,
            finalization: Blob(finalization),
        };
        Browser::nobody()
            .post(house, "/api/sign-in/finish", finish)
            .await
    }
}

async fn invite(house: &House, name: &str) -> String {
    let code = InvitationCode::make(&mut ChaCha20Rng::seed_from_u64(name.len() as u64));
    let invitation = Invitation {
        code: code.hash(),
        name: name.parse().unwrap(),
        role: Role::Officer,
        desks: vec![Desk::Triage],
        expires: house.clock.now().plus(3_600),
    };
    house.store.invite(invitation).await.unwrap();
    code.expose_grouped().to_string()
}

#[actix_web::test]
async fn an_invited_officer_enrols_signs_in_and_has_no_desk_until_approved() {
    let (house, mut officer) = (House::open().await, Officer::new());
    let code = invite(&house, "Amina Q").await;
    assert_eq!(
        officer.enrol(&house, &code.to_uppercase()).await.status,
        204
    );
    let answer = officer.sign_in(&house, "amina q", PASSPHRASE).await;
    let me: Me = answer.json();
    assert_eq!((me.name.as_str(), me.inst), ("Amina Q", INST));
    assert_eq!((me.role, me.desks.len()), (Role::Officer, 0));
    assert_eq!(me.until, house.clock.now().plus(36_000));
    house
        .store
        .approve(me.officer, &[Desk::Triage])
        .await
        .unwrap();
    let token = officer.token.unwrap();
    let said = String::from_utf8_lossy(&answer.body);
    assert!(!said.contains(&token), "both sides derive it");
    let browser = Browser::with_token(&token);
    let me: Me = browser.get(&house, "/api/me").await.json();
    assert_eq!(me.desks, [Desk::Triage]);
    assert_eq!(browser.get(&house, "/api/vault/triage").await.status, 200);
}

#[actix_web::test]
async fn an_invitation_works_once_until_it_expires_and_only_for_its_own_card() {
    let (house, mut officer) = (House::open().await, Officer::new());
    let code = invite(&house, "amina").await;
    let somebody = OfficerId::from_bytes([1; 16]);
    let other_card = officer.enrol_with(&house, &code, |_| somebody).await;
    assert_eq!(other_card.fault(), "unprocessable");
    assert_eq!(
        officer.enrol(&house, "made-up").await.fault(),
        "no-invitation"
    );
    assert_eq!(officer.enrol(&house, &code).await.status, 204);
    assert_eq!(officer.enrol(&house, &code).await.fault(), "no-invitation");
    let late = invite(&house, "omar").await;
    house.clock.forward(3_601);
    assert_eq!(officer.enrol(&house, &late).await.fault(), "no-invitation");
}

#[actix_web::test]
async fn both_halves_of_an_enrolment_name_the_same_officer() {
    let house = House::open().await;
    let code = InvitationCode::typed("ABCDE fghij-2");
    assert_eq!(code.hash(), InvitationCode::typed("abcdefghij2").hash());
    let id = officer_id(&house.setup, code.hash());
    assert_eq!(id, officer_id(&house.setup, code.hash()));
    assert_ne!(
        id,
        officer_id(&house.setup, InvitationCode::typed("x").hash())
    );
    assert_eq!(format!("{code:?}"), "InvitationCode(..)");
}

#[actix_web::test]
async fn a_wrong_passphrase_and_an_unknown_name_are_refused_alike() {
    let (house, mut officer) = (House::open().await, Officer::new());
    let code = invite(&house, "amina").await;
    officer.enrol(&house, &code).await;
    let wrong = officer.sign_in(&house, "amina", b"wrong").await;
    let unknown = officer.sign_in(&house, "nobody", PASSPHRASE).await;
    let no_name = officer.sign_in(&house, " \u{0}", PASSPHRASE).await;
    assert_eq!(wrong.fault(), "sign-in-refused");
    assert_eq!((wrong.status, &wrong.body), (unknown.status, &unknown.body));
    assert_eq!((wrong.status, &wrong.body), (no_name.status, &no_name.body));
}

#[actix_web::test]
async fn an_attempt_ends_after_a_minute_works_once_and_there_are_only_so_many() {
    let (house, mut officer) = (House::open().await, Officer::new());
    let code = invite(&house, "amina").await;
    officer.enrol(&house, &code).await;
    let (state, request) = signin::login_start(&mut officer.rng, PASSPHRASE).unwrap();
    let start = SignInStart {
        name: "amina".into(),
        request: Blob(request),
    };
    let answer = Browser::nobody()
        .post(&house, "/api/sign-in/start", &start)
        .await;
    let challenge: SignInChallenge = answer.json();
    let stretch = Stretch::cheap_for_tests();
    let response = &challenge.response.0;
    let finished = state
        .finish(&mut officer.rng, PASSPHRASE, response, &stretch)
        .unwrap();
    let finish = SignInFinish {
        attempt: challenge.attempt,
        finalization: Blob(finished.finalization),
    };
    house.clock.forward(61);
    let late = Browser::nobody()
        .post(&house, "/api/sign-in/finish", &finish)
        .await;
    assert_eq!(late.fault(), "sign-in-refused");
    house.clock.forward(-61);
    let again = Browser::nobody()
        .post(&house, "/api/sign-in/finish", &finish)
        .await;
    assert_eq!(again.fault(), "sign-in-refused");
    let mut full = 0;
    for name in 0..10 {
        let start = SignInStart {
            name: name.to_string(),
            ..start.clone()
        };
        let answer = Browser::nobody()
            .post(&house, "/api/sign-in/start", start)
            .await;
        full += usize::from(answer.status == 429);
    }
    assert_eq!(full, 2);
}

#[actix_web::test]
async fn a_malformed_message_is_refused_and_starts_nothing() {
    let house = House::open().await;
    let start = SignInStart {
        name: "amina".into(),
        request: Blob(vec![0xff; 96]),
    };
    let answer = Browser::nobody()
        .post(&house, "/api/sign-in/start", start)
        .await;
    assert_eq!(answer.fault(), "unprocessable");
    let finish = SignInFinish {
        attempt: Blob(vec![1, 2, 3]),
        finalization: Blob(Vec::new()),
    };
    let answer = Browser::nobody()
        .post(&house, "/api/sign-in/finish", finish)
        .await;
    assert_eq!(answer.fault(), "sign-in-refused");
}

#[actix_web::test]
async fn a_coordinator_sees_who_is_invited_enrolled_and_approved() {
    let (house, mut officer) = (House::open().await, Officer::new());
    let code = invite(&house, "amina").await;
    officer.enrol(&house, &code).await;
    invite(&house, "omar").await;
    let coordinator = Browser::of(&house, "zoe", Role::Coordinator, &[]).await;
    let answer = coordinator.get(&house, "/api/officers").await;
    let officers: domain::wire::Officers = answer.json();
    let seen: Vec<_> = officers
        .officers
        .iter()
        .map(|row| (row.name.as_str(), format!("{:?}", row.state)))
        .collect();
    let expected = [
        ("amina", "Enrolled"),
        ("omar", "Invited"),
        ("zoe", "Approved"),
    ];
    assert_eq!(seen, expected.map(|(name, state)| (name, state.to_owned())));
}

#[actix_web::test]
async fn a_flood_of_guesses_keeps_no_officer_out_where_they_have_signed_in_before() {
    let (house, mut amina, mut omar) = (House::open().await, Officer::new(), Officer::new());
    let (station, laptop) = ("192.0.2.7", "198.51.100.7");
    for (officer, name) in [(&mut amina, "amina"), (&mut omar, "omar")] {
        let code = invite(&house, name).await;
        officer.enrol(&house, &code).await;
        let answer = officer.sign_in_at(&house, station, name, PASSPHRASE).await;
        assert_eq!(answer.status, 200, "{name}");
    }
    let mut guesser = Officer::new();
    let mut refused = 0;
    for number in 0..600 {
        let from = format!("10.{}.{}.1", number % 4, number / 4);
        let name = ["amina", "somebody", "nobody", "omar"][number % 4];
        let answer = guesser.sign_in_at(&house, &from, name, b"guess").await;
        assert!([401, 429].contains(&answer.status.as_u16()), "{number}");
        refused += usize::from(answer.status == 429);
        // Two guesses a second, for five minutes.
        house.clock.forward(i64::from(number % 2 == 1));
    }
    assert!(refused > 500, "{refused}");
    for (officer, name) in [(&mut amina, "amina"), (&mut omar, "OMAR")] {
        let known = officer.sign_in_at(&house, station, name, PASSPHRASE).await;
        assert_eq!(known.status, 200, "{name} is let in at once");
    }
    let mut elsewhere = amina.sign_in_at(&house, laptop, "amina", PASSPHRASE).await;
    if elsewhere.status == 429 {
        let wait: i64 = elsewhere.header("retry-after").parse().unwrap();
        assert!(wait <= 61, "{wait}");
        house.clock.forward(wait);
        elsewhere = amina.sign_in_at(&house, laptop, "amina", PASSPHRASE).await;
    }
    assert_eq!(elsewhere.status, 200, "once the flood is over");
}

#[actix_web::test]
async fn guesses_at_the_very_place_an_officer_signs_in_delay_them_a_minute_and_nobody_else() {
    let (house, mut amina) = (House::open().await, Officer::new());
    let code = invite(&house, "amina").await;
    amina.enrol(&house, &code).await;
    let at_station = "192.0.2.7";
    amina
        .sign_in_at(&house, at_station, "amina", PASSPHRASE)
        .await;
    let mut guesser = Officer::new();
    for _ in 0..20 {
        guesser
            .sign_in_at(&house, "192.0.2.99", "amina", b"guess")
            .await;
    }
    let now = amina
        .sign_in_at(&house, at_station, "amina", PASSPHRASE)
        .await;
    let wait: i64 = now.header("retry-after").parse().unwrap();
    assert!(wait <= 61, "{wait}");
    house.clock.forward(wait);
    let then = amina
        .sign_in_at(&house, at_station, "amina", PASSPHRASE)
        .await;
    assert_eq!(then.status, 200);
}
