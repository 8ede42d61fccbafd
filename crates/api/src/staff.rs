//! The staff listener's API.
//!
//! Every handler names in its own signature who may call it (`May<Who, What>`), and is handed what was
//! sent only together with who sent it.

mod attempts;
mod code;
mod given;
mod known_places;
mod may;
mod recorded;
mod rows;
mod seen;
mod sign_in_limits;
mod who;

mod blob;
mod canary;
mod colleagues;
mod deliveries;
mod draft_open;
mod draft_put;
mod draft_release;
mod draft_remove;
mod drafts;
mod enrol_finish;
mod enrol_start;
mod inbox;
mod inbox_acknowledge;
mod inbox_open;
mod intake_accept;
mod intake_fetch;
mod intake_waits;
mod log;
mod me;
mod message;
mod notes;
mod officers;
mod recall;
mod reply;
mod restore;
mod sheet;
mod sign_in_finish;
mod sign_in_start;
mod sign_out;
mod sign_out_everywhere;
mod trace_keep;
mod traces;
mod vault_cards;
mod vault_claim;
mod vault_disclose;
mod vault_erase;
mod vault_keep;
mod vault_open;
mod vault_postpone;
mod vault_put_back;
mod vault_refer;
mod vault_release;
mod vault_take_back;
mod vault_write;
mod wrappers;

use std::sync::Arc;

use ::notes::Authorities;
use actix_web::web::{self, ServiceConfig};
use blobs::Blobs;
use domain::{Clock, Clocks, InstallationId, Retention};
use signin::ServerSetup;
use storage::{OperationsLog, Store};

pub use attempts::Attempts;
pub use code::{InvitationCode, officer_id};
pub use given::Given;
pub use intake_waits::Waits;
pub use recorded::Altered;
pub use rows::{delivery_row, invited_row, officer_row};
pub use sign_in_limits::SignInLimits;

use crate::assets::{self, Assets};
use crate::dice::Dice;
use crate::limits::Lane;

/// How long a session lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionTimes {
    /// Seconds without a request; so long without anybody there, a console locks itself.
    pub idle: u32,
    /// Seconds in all.
    pub whole: u32,
}

/// What the staff handlers need.
pub struct Staff {
    /// Everything the service keeps.
    pub store: Arc<dyn Store>,
    /// Where operations are recorded before they are done.
    pub log: Arc<dyn OperationsLog>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Draws tokens and orders.
    pub dice: Arc<Dice>,
    /// The installation.
    pub inst: InstallationId,
    /// Who vouches for its notes.
    pub authorities: Authorities,
    /// The server's OPAQUE keys.
    pub setup: ServerSetup,
    /// How long sessions last.
    pub times: SessionTimes,
    /// How long tips of each priority may wait at triage.
    pub clocks: Clocks,
    /// How long desks keep things.
    pub retention: Retention,
    /// Sign-ins under way.
    pub attempts: Attempts,
    /// Which frames each session was given.
    pub given: Given,
    /// How long each frame has waited.
    pub waits: Arc<Waits>,
    /// Tips' files, sealed.
    pub blobs: Arc<Blobs>,
    /// How often anybody may try to sign in or enrol.
    pub limits: SignInLimits,
    /// How many replies an officer may write: who could try without end would learn from the answers
    /// when a reporter empties a mailbox, or fill it up.
    pub replies: Lane,
    /// How many operations of an officer may be recorded.
    pub operations: Lane,
    /// What officers wrote in this hour.
    pub altered: Altered,
}

const SMALL: usize = 16 * 1_024;
const RECORD: usize = 256 * 1_024;
const REPORTS: usize = 512 * 1_024;

macro_rules! table {
    ($($method:ident $path:literal, $limit:expr => $handler:path;)+) => {
        /// Every API route of the staff listener: method and path.
        pub const ROUTES: &[(&str, &str)] = &[$((stringify!($method), $path),)+];

        /// Every API route of the staff listener, and its assets.
        pub fn routes(
            staff: web::Data<Staff>,
            assets: web::Data<Assets>,
        ) -> impl FnOnce(&mut ServiceConfig) {
            move |config| {
                config.app_data(staff).app_data(assets).app_data(may::path_config())
                    .app_data(may::query_config());
                $(config.service(
                    web::resource($path)
                        .app_data(may::json_config($limit))
                        .route(web::method(actix_web::http::Method::$method).to($handler)),
                );)+
                let asset = web::get().to(assets::asset);
                config.service(web::resource("/assets/{file:.+}").route(asset));
            }
        }
    };
}

table! {
    POST "/api/enrol/start", SMALL => enrol_start::enrol_start;
    POST "/api/enrol/finish", SMALL => enrol_finish::enrol_finish;
    POST "/api/sign-in/start", SMALL => sign_in_start::sign_in_start;
    POST "/api/sign-in/finish", SMALL => sign_in_finish::sign_in_finish;
    POST "/api/sign-out", SMALL => sign_out::sign_out;
    POST "/api/sign-out-everywhere", SMALL => sign_out_everywhere::sign_out_everywhere;
    GET "/api/me", SMALL => me::me;
    GET "/api/notes", SMALL => notes::notes;
    GET "/api/wrappers", SMALL => wrappers::wrappers;
    POST "/api/intake/fetch", SMALL => intake_fetch::intake_fetch;
    POST "/api/intake/accept", RECORD => intake_accept::intake_accept;
    POST "/api/canary", SMALL => canary::canary;
    GET "/api/vault/{desk}", SMALL => vault_cards::vault_cards;
    POST "/api/cases/{desk}", RECORD => vault_keep::vault_keep;
    POST "/api/vault/{desk}/{record}/open", SMALL => vault_open::vault_open;
    POST "/api/vault/{desk}/{record}/claim", SMALL => vault_claim::vault_claim;
    POST "/api/vault/{desk}/{record}/disclose", SMALL => vault_disclose::vault_disclose;
    POST "/api/vault/{desk}/{record}/refer", SMALL => vault_refer::vault_refer;
    GET "/api/colleagues/{desk}", SMALL => colleagues::colleagues;
    POST "/api/vault/{desk}/{record}/take-back", SMALL => vault_take_back::vault_take_back;
    POST "/api/vault/{desk}/{record}/release", SMALL => vault_release::vault_release;
    PUT "/api/vault/{desk}/{record}", RECORD => vault_write::vault_write;
    POST "/api/vault/{desk}/{record}/put-back", SMALL => vault_put_back::vault_put_back;
    POST "/api/vault/{desk}/{record}/postpone", RECORD => vault_postpone::vault_postpone;
    POST "/api/vault/{desk}/{record}/erase", SMALL => vault_erase::vault_erase;
    POST "/api/drafts/hand-in", RECORD => draft_put::draft_put;
    GET "/api/drafts", SMALL => drafts::drafts;
    POST "/api/drafts/{draft}/open", SMALL => draft_open::draft_open;
    POST "/api/drafts/{draft}/release", REPORTS => draft_release::draft_release;
    POST "/api/drafts/{draft}/remove", SMALL => draft_remove::draft_remove;
    POST "/api/replies", RECORD => reply::reply;
    POST "/api/messages/{desk}", RECORD => message::message;
    GET "/api/deliveries", SMALL => deliveries::deliveries;
    GET "/api/deliveries/all", SMALL => deliveries::all_deliveries;
    POST "/api/traces/keep", SMALL => trace_keep::trace_keep;
    GET "/api/traces", SMALL => traces::traces;
    POST "/api/deliveries/{desk}/{report}/recall", RECORD => recall::recall;
    POST "/api/deliveries/{desk}/{report}/restore", RECORD => restore::restore;
    GET "/api/inbox/{desk}", SMALL => inbox::inbox;
    POST "/api/inbox/{desk}/{report}/open", SMALL => inbox_open::inbox_open;
    POST "/api/inbox/{desk}/{report}/acknowledge", SMALL => inbox_acknowledge::inbox_acknowledge;
    POST "/api/desks/{desk}/sheets", SMALL => sheet::sheet;
    GET "/api/log", SMALL => log::log;
    GET "/api/officers", SMALL => officers::officers;
    GET "/api/blobs/{blob}", SMALL => blob::blob;
}
