use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;

use super::*;

const PASSPHRASE: &[u8] = b"quilt ember walnut sandy";

struct House {
    rng: ChaCha20Rng,
    setup: ServerSetup,
    stretch: Stretch,
}

impl House {
    fn new(stretch: Stretch) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let setup = ServerSetup::make(&mut rng);
        Self {
            rng,
            setup,
            stretch,
        }
    }

    fn enrol(&mut self, name: &str) -> (Vec<u8>, ExportKey) {
        let (state, request) = register_start(&mut self.rng, PASSPHRASE).unwrap();
        let response = self.setup.register(name, &request).unwrap();
        let registered = state
            .finish(&mut self.rng, PASSPHRASE, &response, &self.stretch)
            .unwrap();
        let record = keep_registration(&registered.upload).unwrap();
        (record, registered.export_key)
    }

    fn sign_in(
        &mut self,
        name: &str,
        record: Option<&[u8]>,
        passphrase: &[u8],
    ) -> Result<(LoginFinished, SessionKey), SignInError> {
        let (state, request) = login_start(&mut self.rng, passphrase)?;
        let answer = self
            .setup
            .login_start(&mut self.rng, name, record, &request)?;
        let finished = state.finish(&mut self.rng, passphrase, &answer.response, &self.stretch)?;
        let key = answer.attempt.finish(&finished.finalization)?;
        Ok((finished, key))
    }
}

fn cheap() -> House {
    House::new(Stretch::cheap_for_tests())
}

#[test]
fn an_enrolled_officer_signs_in_and_has_the_same_secret_every_time() {
    let mut house = cheap();
    let (record, enrolled_with) = house.enrol("amina");
    let (first, key) = house
        .sign_in("amina", Some(&record), PASSPHRASE)
        .expect("the passphrase is right");
    assert_eq!(first.session_key, key);
    assert_eq!(first.export_key, enrolled_with);
    let (second, other_key) = house.sign_in("amina", Some(&record), PASSPHRASE).unwrap();
    assert_eq!(second.export_key, enrolled_with);
    assert_ne!(key, other_key);
    assert_eq!(first.session_key.to_token(), key.to_token());
    assert_ne!(key.to_token(), other_key.to_token());
    assert_eq!(key.to_token().len(), 43, "base64url of 32 bytes");
}

#[test]
fn a_setup_read_back_lets_the_same_officers_in() {
    let mut house = cheap();
    let (record, _) = house.enrol("amina");
    let bytes = house.setup.to_bytes();
    assert_eq!(bytes.len(), ServerSetup::LEN);
    house.setup = ServerSetup::from_bytes(&bytes).unwrap();
    assert!(house.sign_in("amina", Some(&record), PASSPHRASE).is_ok());
    house.setup = ServerSetup::make(&mut house.rng);
    let refused = house.sign_in("amina", Some(&record), PASSPHRASE);
    assert_eq!(refused.unwrap_err(), SignInError::Refused);
}

#[test]
fn a_wrong_passphrase_another_name_and_other_costs_are_refused() {
    let mut house = cheap();
    let (record, _) = house.enrol("amina");
    for (name, passphrase) in [("amina", &b"wrong"[..]), ("omar", PASSPHRASE)] {
        let refused = house.sign_in(name, Some(&record), passphrase);
        assert_eq!(refused.unwrap_err(), SignInError::Refused);
    }
    house.stretch = Stretch::with_for_tests(16);
    let refused = house.sign_in("amina", Some(&record), PASSPHRASE);
    assert_eq!(refused.unwrap_err(), SignInError::Refused);
}

#[test]
fn an_unknown_name_is_answered_in_the_same_shape_and_refused() {
    let mut house = cheap();
    let (record, _) = house.enrol("amina");
    let (_, request) = login_start(&mut house.rng, PASSPHRASE).unwrap();
    let known = house
        .setup
        .login_start(&mut house.rng, "amina", Some(&record), &request)
        .unwrap();
    let unknown = house
        .setup
        .login_start(&mut house.rng, "nobody", None, &request)
        .unwrap();
    assert_eq!(known.response.len(), unknown.response.len());
    let refused = house.sign_in("nobody", None, PASSPHRASE);
    assert_eq!(refused.unwrap_err(), SignInError::Refused);
}

#[test]
fn a_made_up_finalization_is_refused() {
    let mut house = cheap();
    let (record, _) = house.enrol("amina");
    let (_, request) = login_start(&mut house.rng, PASSPHRASE).unwrap();
    let answer = house
        .setup
        .login_start(&mut house.rng, "amina", Some(&record), &request)
        .unwrap();
    assert_eq!(answer.attempt.finish(&[7; 64]), Err(SignInError::Refused));
}

#[test]
fn messages_of_any_other_length_or_content_are_refused_without_a_panic() {
    let mut house = cheap();
    let (record, _) = house.enrol("amina");
    let (_, request) = login_start(&mut house.rng, PASSPHRASE).unwrap();
    let mut longer = request.clone();
    longer.push(0);
    for bytes in [&[][..], &[0; 32], &[0xff; 32], &[0xff; 96], &[1; 500]] {
        let answer = house
            .setup
            .login_start(&mut house.rng, "amina", Some(&record), bytes);
        assert!(answer.is_err());
        assert!(house.setup.register("amina", bytes).is_err());
        assert!(keep_registration(bytes).is_err());
        assert!(ServerSetup::from_bytes(bytes).is_err());
    }
    let answer = house
        .setup
        .login_start(&mut house.rng, "amina", Some(&record), &longer);
    assert_eq!(answer.unwrap_err(), SignInError::Malformed);
}

#[test]
fn the_full_costs_are_those_the_protocol_names() {
    let mut house = House::new(Stretch::full());
    assert_eq!(format!("{:?}", house.stretch), "Stretch(65536 KiB, 3)");
    let (record, _) = house.enrol("amina");
    assert!(house.sign_in("amina", Some(&record), PASSPHRASE).is_ok());
}

#[test]
fn secrets_do_not_print() {
    let mut house = cheap();
    let (record, export_key) = house.enrol("amina");
    let (finished, _) = house.sign_in("amina", Some(&record), PASSPHRASE).unwrap();
    assert_eq!(format!("{export_key:?}"), "ExportKey(..)");
    assert!(format!("{finished:?}").contains("SessionKey(..)"));
    assert_eq!(format!("{:?}", house.setup), "ServerSetup(..)");
}
