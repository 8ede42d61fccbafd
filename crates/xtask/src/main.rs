//! `cargo xtask`: the whole build without shell scripts.

mod bench;
mod browser;
mod fuzz;
mod herald;
mod lint;
mod needs;
mod npm;
mod options;
mod place;
mod reproducible;
mod run;
mod sbom;
mod shell;
mod site;
mod soak;
mod stage;
mod tally;
mod test;

use std::process::ExitCode;

use shell::Failure;

const HELP: &str = "\
cargo xtask COMMAND

  run      build everything, make a demo partnership in ./data, serve it here
  test     everything, browser tests included   (--no-install: never install packages)
  site     build the browser modules and pages into target/site
           (--check-reproducible: twice from the last commit, in two folders, and compare)
  bench    every figure and its limit, of a release build (--no-install)
  soak     kill the server under load, again and again   (--kills N, --seed N, --backend B)
  fuzz     every parser, ten million mutations each     (--executions N, --seed N, --body NAME)
  lint     format, clippy natively and for the browser, docs, scripts, clean tree
  sbom     list every package in what is shipped, in target/ginnel.cdx.json
  scripts  only the types of the pages' scripts
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let done = dispatch(&command, &rest);
    stage::say_total();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            stage::say(&format!("\nxtask {command}: {failure}"));
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: &str, rest: &[String]) -> Result<(), Failure> {
    match (command, words(rest).as_slice()) {
        ("" | "help" | "--help" | "-h", []) | (_, ["--help" | "-h"]) => {
            stage::say(HELP);
            Ok(())
        }
        ("run", []) => run::everything(),
        (herald::WORD, [herald::SEND, server]) => herald::send_on(server),
        (herald::WORD, [server]) => herald::wait_and_tell(server),
        ("test", []) => test::everything(needs::Install::IfMissing),
        ("test", ["--no-install"]) => test::everything(needs::Install::Never),
        ("site", []) => site::build(),
        ("site", ["--check-reproducible"]) => reproducible::check(),
        ("bench", []) => bench::everything(needs::Install::IfMissing, None),
        ("bench", ["--no-install"]) => bench::everything(needs::Install::Never, None),
        ("bench", [part]) => bench::everything(needs::Install::Never, Some(part)),
        ("soak", options) => soak::everything(options),
        ("fuzz", options) => fuzz::everything(options),
        ("sbom", []) => sbom::write(),
        ("lint", []) => lint::everything(),
        ("scripts", []) => lint::scripts(),
        _ => Err(Failure::new(format!("unknown command\n\n{HELP}"))),
    }
}

fn words(rest: &[String]) -> Vec<&str> {
    rest.iter().map(String::as_str).collect()
}
