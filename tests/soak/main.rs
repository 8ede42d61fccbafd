//! The real server is killed while frames arrive, again and again: what it acknowledged must be there,
//! once. And killing shows only that a process may die, so the order of the system calls is shown too.
//!
//! `cargo xtask soak` kills it a hundred times; `cargo xtask test` ten times.

mod backend;
mod checker;
mod frames;
mod ledger;
mod plan;
mod postgres;
mod sender;
mod soak;
mod strace;
mod syscalls;
mod verdict;

use std::process::ExitCode;

use plan::Plan;
use tests::{Trial, run};

const TRIALS: &[Trial<Plan>] = &[
    (
        "killed_under_load_it_keeps_every_acknowledged_frame_once_on_sqlite",
        soak::on_sqlite,
    ),
    (
        "killed_under_load_it_keeps_every_acknowledged_frame_once_on_postgres",
        soak::on_postgres,
    ),
    (
        "an_acknowledged_frame_that_is_lost_is_noticed",
        soak::a_lost_window_is_noticed,
    ),
    (
        "lost_doubled_and_foreign_frames_are_told_apart",
        verdict::lost_doubled_and_foreign_frames_are_told_apart,
    ),
    (
        "before_every_202_its_frame_is_synced_to_the_disk",
        strace::before_every_202_its_frame_is_synced,
    ),
    (
        "a_trace_in_any_other_order_is_refused",
        checker::a_trace_in_any_other_order_is_refused,
    ),
];

fn main() -> ExitCode {
    run(TRIALS, Plan::from_environment)
}
