//! Both apps through their own doors, on a real store.
#![cfg(test)]

mod actors;
mod blobs;
mod canary;
mod drafts;
mod faults;
mod house;
mod limits;
mod log;
mod mailbox;
mod recalls;
mod reports;
mod retention;
mod roles;
mod sabotage;
mod seen;
mod sessions;
mod sheets;
mod sign_in;
mod tips;
mod traces;
mod waits;
mod way;
