//! Mail, handed to a real mail server.

#[cfg(test)]
mod actors;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod house;
#[cfg(test)]
mod mailing;
#[cfg(test)]
mod outage;
#[cfg(test)]
mod readers;
#[cfg(test)]
mod server;
#[cfg(test)]
mod trust;
