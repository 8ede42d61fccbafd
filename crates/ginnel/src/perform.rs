//! Does what was typed, and prints what came of it.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use domain::Desk;
use domain::wire::OfficerRow;
use ginnel::commands::{self, Beginning, Invited, MailTo, Opened, Restoring, Surroundings};
use ginnel::findings::Findings;
use ginnel::{Place, StorageSettings, SystemClock};
use rand::rngs::OsRng;

use crate::arguments::{Command, Config, Doctor, Mail, Officer, Restore};

/// Performs a command. Fails without an error where what was looked at is not well.
pub(crate) async fn command(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Init {
            data,
            config,
            store_url_file,
            wrappers_url_file,
        } => {
            let beginning = Beginning {
                data: &data,
                settings: config.as_deref(),
                storage: StorageSettings::at(store_url_file, wrappers_url_file),
            };
            let id = commands::init(beginning, &mut OsRng).await?;
            say(&id.to_string())?;
        }
        Command::Serve { which, site } => {
            Box::pin(commands::serve(&which.file(), site.as_deref())).await?;
        }
        Command::Migrate(which) => migrate(&which.file()).await?,
        Command::Backup { which, out } => backup(&which.file(), out.as_deref()).await?,
        Command::Restore(wanted) => restore(wanted).await?,
        Command::Doctor(wanted) => return doctor(wanted).await,
        Command::Config(Config::Check { which, site }) => {
            return check(&which.file(), site.as_deref());
        }
        Command::Version => commands::version().iter().try_for_each(|line| say(line))?,
        Command::Log { which, year, out } => {
            let opened = Opened::at(&which.file()).await?;
            let clock = Arc::new(SystemClock);
            let count = commands::log_files(&opened, year, &out, clock).await?;
            say(&format!("{count} entries of {year}"))?;
        }
        Command::Mail(command) => return mail(command).await,
        Command::Officer(command) => officer(command).await?,
        Command::Import { which, folder } => {
            let opened = Opened::at(&which.file()).await?;
            let done = commands::import(&opened, &folder, &SystemClock).await?;
            say(&format!(
                "{} notes, {} wrappers, {} officers changed",
                done.notes, done.wrappers, done.approved
            ))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn migrate(file: &Path) -> anyhow::Result<()> {
    let steps = commands::migrate(file).await?;
    if steps.is_empty() {
        return say("nothing to do: the database is at this version");
    }
    steps.iter().try_for_each(|step| say(step))
}

fn check(file: &Path, site: Option<&Path>) -> anyhow::Result<ExitCode> {
    tell(&commands::check_config(file, site))
}

async fn backup(file: &Path, out: Option<&Path>) -> anyhow::Result<()> {
    let backed = commands::backup(file, out, &SystemClock).await?;
    say(&backed.file.display().to_string())?;
    if backed.deleted > 0 {
        say(&format!("{} older backups deleted", backed.deleted))?;
    }
    Ok(())
}

async fn restore(wanted: Restore) -> anyhow::Result<()> {
    let restoring = Restoring {
        from: &wanted.folder,
        data: &wanted.data,
        settings: wanted.config.as_deref(),
        authorities: &wanted.authorities,
    };
    let inst = commands::restore(restoring).await?;
    say(&format!("installation {inst} is restored"))?;
    say("nobody is signed in, approved or invited any more, and nobody holds keys")?;
    say("look through the settings before you start: nobody signed the backup")?;
    say("next: `ginnel import` of the ceremony's last export approves and hands out keys")
}

async fn doctor(wanted: Doctor) -> anyhow::Result<ExitCode> {
    let (file, site) = (wanted.which.file(), wanted.site.as_deref());
    if wanted.page_hash {
        let hashes = commands::page_hashes(&file, site)?;
        write!(std::io::stdout(), "{hashes}")?;
        return Ok(ExitCode::SUCCESS);
    }
    let around = Surroundings {
        root: Path::new("/"),
        clock: &SystemClock,
        chrony: commands::CHRONY,
    };
    let findings = match wanted.through {
        Some(through) => commands::try_proxy(&file, through, wanted.at, around, &mut OsRng)?,
        None => commands::doctor(&file, site, around, &mut OsRng).await,
    };
    if wanted.json {
        say(&serde_json::to_string_pretty(&findings)?)?;
        return Ok(verdict(&findings));
    }
    tell(&findings)?;
    say(&format!("\n{}", findings.sum()))?;
    Ok(verdict(&findings))
}

/// Says what was found; fails if something is broken.
fn tell(findings: &Findings) -> anyhow::Result<ExitCode> {
    findings.iter().try_for_each(|one| say(&one.to_string()))?;
    Ok(verdict(findings))
}

fn verdict(findings: &Findings) -> ExitCode {
    if findings.is_well() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

async fn mail(command: Mail) -> anyhow::Result<ExitCode> {
    match command {
        Mail::List(which) => {
            let opened = Opened::at(&which.file()).await?;
            let lines = commands::list_mails(&opened).await?;
            if lines.is_empty() {
                say("no mail waits, none was given up")?;
            }
            lines.iter().try_for_each(|line| say(line))?;
        }
        Mail::Retry(which) => {
            let opened = Opened::at(&which.file()).await?;
            let count = commands::retry_mails(&opened).await?;
            say(&format!("{count} mails are tried again"))?;
        }
        Mail::Test {
            which,
            desk,
            supervisors,
        } => {
            let to = match desk {
                Some(desk) => MailTo::Desk(desk),
                None if supervisors => MailTo::Supervisors,
                None => MailTo::Nobody,
            };
            let place = Place::read(&which.file())?;
            let findings = commands::test_mail(&place, to, &SystemClock, &mut OsRng).await;
            return tell(&findings);
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn officer(command: Officer) -> anyhow::Result<()> {
    match command {
        Officer::Invite {
            which,
            name,
            role,
            desks,
        } => {
            let opened = Opened::at(&which.file()).await?;
            let invited = Invited { name, role, desks };
            let code = commands::invite(&opened, invited, &SystemClock, &mut OsRng).await?;
            let hours = opened.settings.staff.invitation_hours;
            say(&format!(
                "tell them this code in person or by telephone; it works once, for {hours} hours:"
            ))?;
            // EXPOSE: the operator tells this code to the officer.
            say(&code.expose_grouped())
        }
        Officer::Cards { which, out } => {
            let opened = Opened::at(&which.file()).await?;
            let count = commands::cards(&opened, &out).await?;
            say(&format!("{count} cards"))
        }
        Officer::List(which) => {
            let opened = Opened::at(&which.file()).await?;
            let rows = commands::list(&opened, &SystemClock).await?;
            if rows.is_empty() {
                say("nobody yet: `ginnel officer invite`")?;
            }
            rows.iter().try_for_each(|row| say(&line(row)))
        }
        Officer::Remove { which, officer } => {
            let opened = Opened::at(&which.file()).await?;
            commands::remove(&opened, officer).await?;
            say("removed; now make a new roster and new weeks (ginnel-keys), within 72 hours")
        }
        Officer::Reset { which, officer } => {
            let opened = Opened::at(&which.file()).await?;
            let code = commands::reset(&opened, officer, &SystemClock, &mut OsRng).await?;
            say(
                "reset; once they have enrolled, their new card goes into the rosters (ginnel-keys)",
            )?;
            // EXPOSE: the operator tells this code to the officer.
            say(&code.expose_grouped())
        }
    }
}

fn line(row: &OfficerRow) -> String {
    let desks: Vec<_> = row.desks.iter().map(Desk::to_string).collect();
    let (id, state, role, desks) = (row.officer, row.state, row.role, desks.join(" "));
    format!("{id}  {state:?}  {role}  {}  {desks}", row.name)
}

fn say(line: &str) -> anyhow::Result<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}
