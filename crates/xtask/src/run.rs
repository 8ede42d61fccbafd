//! `cargo xtask run`: build everything, make a demo partnership, serve it on this machine.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::process::Command;

use crate::shell::{Failure, program, run};
use crate::stage::{say, say_total, stage};
use crate::{herald, needs, place, site};

/// The reporters' form.
pub(crate) const PUBLIC: u16 = 8080;
/// The staff console.
pub(crate) const STAFF: u16 = 8081;

/// Builds, makes or renews `./data`, and becomes the server.
pub(crate) fn everything() -> Result<(), Failure> {
    stage("this machine", "seconds", || {
        needs::disk(6)?;
        ports_are_free()?;
        needs::wasm_target()
    })?;
    stage("programs", "about 4 min", site::programs)?;
    site::modules_and_pages()?;
    stage("demo partnership", "seconds", || run(&mut demo()))?;
    serve()
}

fn ports_are_free() -> Result<(), Failure> {
    for port in [PUBLIC, STAFF] {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        if let Err(error) = TcpListener::bind(address) {
            return Err(Failure::new(format!(
                "port {port} on this machine cannot be used ({error}); \
                 is another `cargo xtask run` still running?"
            )));
        }
    }
    Ok(())
}

/// Makes the demo partnership, or renews it when its notes have run out.
fn demo() -> Command {
    let mut command = program(place::built("demo"));
    command.arg("--data").arg(place::data());
    command.arg("--ginnel").arg(place::built("ginnel"));
    command.arg("--site").arg(place::site());
    command
}

/// Becomes the server, so that Ctrl-C reaches it and nothing is left behind; a herald prints
/// where to go as soon as it answers.
fn serve() -> Result<(), Failure> {
    say_total();
    say("\n== serving (until Ctrl-C)");
    herald::send()?;
    let error = program(place::built("ginnel"))
        .arg("serve")
        .arg("--data")
        .arg(place::data())
        .arg("--site")
        .arg(place::site())
        .exec();
    Err(Failure::new(format!("ginnel could not start: {error}")))
}
