//! What lies in deploy/: valid for the programs it is written for, and keeping what it promises.

mod caddy;
mod calls;
mod certificate;
mod container;
mod front;
mod host;
mod house;
mod nginx;
mod place;
mod runbook;
mod spool;
mod systemd;
mod tor;
mod upstream;
mod visitor;
mod watch;

use std::process::ExitCode;

use house::House;
use tests::{Trial, run};

/// The names of tests and the tests.
macro_rules! trials {
    ($($module:ident::$test:ident,)+) => {
        const TRIALS: &[Trial<House>] = &[$((stringify!($test), $module::$test),)+];
    };
}

trials! {
    spool::an_unlinked_file_that_is_still_open_is_found,
    nginx::nginx_passes_bodies_on_and_spools_nothing,
    nginx::nginx_keeps_no_answer_for_the_slow,
    nginx::nginx_tells_the_address_and_nothing_else,
    nginx::nginx_lets_no_onion_visitor_shut_out_the_next,
    nginx::nginx_resumes_no_session,
    nginx::nginx_writes_nobody_down,
    nginx::nginx_opens_the_staff_site_to_known_devices_only,
    nginx::nginx_brings_pages_and_tips_to_the_real_server,
    nginx::nginx_is_tried_by_the_doctor,
    caddy::caddy_passes_bodies_on_and_spools_nothing,
    caddy::caddy_keeps_no_answer_for_the_slow,
    caddy::caddy_tells_the_address_and_nothing_else,
    caddy::caddy_lets_no_onion_visitor_shut_out_the_next,
    caddy::caddy_writes_nobody_down,
    caddy::caddy_speaks_nothing_older_than_tls_1_3,
    caddy::caddy_opens_the_staff_site_to_known_devices_only,
    caddy::caddy_brings_pages_and_tips_to_the_real_server,
    caddy::caddy_is_tried_by_the_doctor,
    systemd::the_units_are_accepted,
    systemd::the_services_are_hardly_exposed,
    systemd::the_doctor_alone_sees_the_kernel,
    systemd::every_timer_starts_something,
    systemd::the_sandbox_is_wide_enough_for_the_real_server,
    systemd::the_sandbox_is_wide_enough_for_the_doctor,
    tor::tor_accepts_the_onion_service,
    tor::tor_leads_to_the_proxy_and_not_to_the_server,
    host::the_firewall_is_accepted,
    host::the_firewall_keeps_local_users_from_what_is_not_theirs,
    host::the_clock_is_accepted,
    host::the_updates_are_accepted,
    host::the_kernel_knows_every_setting,
    host::the_journal_knows_every_setting,
    host::the_database_lets_nobody_else_in,
    host::the_closed_page_gives_the_pages_own_numbers,
    container::everything_the_container_copies_is_there,
    container::the_whole_workspace_is_copied_into_the_build,
    container::the_container_runs_as_nobody_with_nothing_around_it,
    container::the_container_is_built_with_the_projects_own_rust,
    runbook::every_command_in_the_runbook_is_understood,
    runbook::every_file_the_runbook_installs_is_there,
    watch::a_third_party_gets_the_pages_that_the_doctor_prints,
}

fn main() -> ExitCode {
    run(TRIALS, House::default)
}
