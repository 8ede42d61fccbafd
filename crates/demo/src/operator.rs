//! What an operator types on the server: `ginnel init`, `officer invite`, `officer cards`, `import`.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::DemoError;
use crate::people::Post;

/// Runs the `ginnel` program on one data folder.
pub(crate) struct Operator<'a> {
    pub(crate) program: &'a Path,
    pub(crate) data: &'a Path,
}

impl Operator<'_> {
    /// Makes a new installation. Answers what was printed.
    pub(crate) fn init(&self, databases: Option<[&Path; 2]>) -> Result<String, DemoError> {
        let files = databases.into_iter().flatten();
        let files = files.map(|file| file.display().to_string());
        let flags = ["--store-url-file", "--wrappers-url-file"];
        let named = flags.into_iter().zip(files);
        let arguments: Vec<_> = named
            .flat_map(|(flag, file)| [flag.to_owned(), file])
            .collect();
        self.run(&["init"], &arguments)
    }

    /// Invites an officer. Answers the one-time code.
    pub(crate) fn invite(&self, post: &Post) -> Result<String, DemoError> {
        let (name, role) = (post.name.clone(), post.role.to_string());
        let mut arguments = vec!["--name".into(), name, "--role".into(), role];
        for desk in &post.desks {
            arguments.extend(["--desk".into(), desk.to_string()]);
        }
        let said = self.run(&["officer", "invite"], &arguments)?;
        Ok(said.lines().last().unwrap_or_default().trim().to_owned())
    }

    /// Writes the cards of everybody who has enrolled.
    pub(crate) fn cards(&self, out: &Path) -> Result<(), DemoError> {
        let out = out.display().to_string();
        self.run(&["officer", "cards"], &["--out".into(), out])
            .map(drop)
    }

    /// Takes in what a ceremony exported.
    pub(crate) fn import(&self, folder: &Path) -> Result<(), DemoError> {
        self.run(&["import"], &[folder.display().to_string()])
            .map(drop)
    }

    /// The command that serves, to be started by whoever ends it.
    pub(crate) fn serve(&self, site: &Path) -> Command {
        let mut command = Command::new(self.program);
        command.arg("serve").arg("--data").arg(self.data);
        command.arg("--site").arg(site);
        command
    }

    fn run(&self, command: &[&str], arguments: &[String]) -> Result<String, DemoError> {
        let mut process = Command::new(self.program);
        process
            .args(command)
            .arg("--data")
            .arg(self.data)
            .args(arguments);
        let output = process
            .output()
            .map_err(|cause| not_run(self.program, cause))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let command = command.join(" ");
        let said = last_words(&output);
        Err(DemoError::Refused { command, said })
    }
}

pub(crate) fn not_run(program: &Path, cause: std::io::Error) -> DemoError {
    let program = PathBuf::from(program);
    DemoError::NotRun { program, cause }
}

fn last_words(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    if said.is_empty() {
        output.status.to_string()
    } else {
        said
    }
}
