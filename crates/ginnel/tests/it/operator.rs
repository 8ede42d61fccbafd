//! The program, as an operator types it, and what it said.

use std::process::{Command, Output};

use crate::installation::Installation;

/// Runs the program; `DATA`, `CONFIG` and `SITE` stand for this installation's.
pub fn ginnel(installation: &Installation, arguments: &[&str]) -> Output {
    let data = installation.data().path().display().to_string();
    let config = installation.settings().display().to_string();
    let site = installation.site().display().to_string();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ginnel"));
    for argument in arguments {
        let argument = argument.replace("DATA", &data).replace("CONFIG", &config);
        command.arg(argument.replace("SITE", &site));
    }
    command.output().unwrap()
}

/// What it printed.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What it complained of.
pub fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
