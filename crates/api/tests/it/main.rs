//! Both apps through their own doors, on a real store.

#[cfg(test)]
mod actors;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod house;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod reports;
#[cfg(test)]
mod roles;
#[cfg(test)]
mod sabotage;
#[cfg(test)]
mod seen;
#[cfg(test)]
mod sign_in;
#[cfg(test)]
mod tips;
#[cfg(test)]
mod waits;
#[cfg(test)]
mod way;
