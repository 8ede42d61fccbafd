//! What `unseal` opens, and what it refuses.

#[cfg(test)]
mod actors;
#[cfg(test)]
mod bundle;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod draft;
#[cfg(test)]
mod follow_up;
#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod kept;
#[cfg(test)]
mod reply;
#[cfg(test)]
mod report;
#[cfg(test)]
mod seen;
#[cfg(test)]
mod tip;
#[cfg(test)]
mod triage;
