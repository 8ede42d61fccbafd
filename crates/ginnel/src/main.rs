//! `ginnel`: the server's program.

mod arguments;
mod perform;

use std::alloc::System;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use zeroizing_alloc::ZeroAlloc;

use arguments::Arguments;

/// Everything that is freed is wiped: a tip that came without scripts does not stay in memory.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    ginnel::telemetry::init();
    let system = actix_web::rt::System::new();
    match system.block_on(perform::command(arguments.command)) {
        Ok(code) => code,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "ginnel: {error:#}");
            ExitCode::FAILURE
        }
    }
}
