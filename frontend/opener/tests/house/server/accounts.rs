//! Enrolling and signing in, the server's half.

use domain::wire::{self, Blob};
use signin::keep_registration;

use super::{Outcome, Server, json};

impl Server {
    pub(super) fn enrol_start(&mut self, start: &wire::EnrolStart) -> Outcome {
        let person = self.invitations.get(&start.invitation);
        let person = person.ok_or((404, "no-invitation"))?;
        let response = self.setup.register(&person.name, &start.request.0).unwrap();
        Ok(json(&wire::EnrolChallenge {
            officer: person.officer,
            name: person.name.clone(),
            inst: self.inst,
            response: Blob(response),
        }))
    }

    pub(super) fn enrol_finish(&mut self, finish: wire::EnrolFinish) -> Outcome {
        let person = self.invitations.remove(&finish.invitation);
        let mut person = person.ok_or((404, "no-invitation"))?;
        person.record = keep_registration(&finish.upload.0).unwrap();
        person.card = finish.card;
        self.people.push(person);
        Ok(vec![])
    }

    pub(super) fn sign_in_start(&mut self, start: &wire::SignInStart) -> Vec<u8> {
        let record = self.people.iter().find(|person| person.name == start.name);
        let record = record.map(|person| person.record.as_slice());
        let answer = self
            .setup
            .login_start(&mut self.rng, &start.name, record, &start.request.0);
        let answer = answer.unwrap();
        let attempt = self.draw::<16>().to_vec();
        let kept = (answer.attempt, start.name.clone());
        self.attempts.insert(attempt.clone(), kept);
        json(&wire::SignInChallenge {
            attempt: Blob(attempt),
            response: Blob(answer.response),
        })
    }

    pub(super) fn sign_in_finish(&mut self, finish: &wire::SignInFinish) -> Outcome {
        let (attempt, name) = self.attempts.remove(&finish.attempt.0).unwrap();
        let done = attempt.finish(&finish.finalization.0);
        let key = done.map_err(|_| (401, "sign-in-refused"))?;
        let person = self.people.iter().find(|person| person.name == name);
        let person = person.unwrap().clone();
        let token = key.to_token().to_string();
        self.sessions.insert(token, person.officer);
        Ok(json(&self.me(&person)))
    }
}
