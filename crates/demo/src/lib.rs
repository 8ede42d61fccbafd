//! A demonstration partnership: two authorities, triage, and every desk a report can be routed to.
//!
//! It is made the way a real one is: the ceremony is `ginnel-keys`, the operator's commands are the
//! `ginnel` program's, officers enrol over HTTP with the module their browsers run. What is not real
//! is that one machine holds what should lie on many; it says so wherever it can.

mod ceremony;
mod enrol;
mod error;
mod http;
mod kept;
mod layout;
mod operator;
mod partnership;
mod people;
mod server;
mod settings;
mod told;

pub use enrol::opener;
pub use error::{DemoError, StepError};
pub use http::{Http, now};
pub use kept::DemoOfficer;
pub use partnership::{Partnership, Tell, Wanted};
pub use settings::Ports;
