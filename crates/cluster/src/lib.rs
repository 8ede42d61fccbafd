//! A `PostgreSQL` cluster of one's own, for tests and measurements: made in a temporary folder, reached
//! by a socket in it, gone when the process is.
//!
//! Nothing of the machine's own clusters is touched. A shell beside us holds the other end of a pipe:
//! when this process ends, by whatever signal, the pipe does too, and the shell stops the server and
//! removes the folder.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

mod programs;

pub use programs::programs;

/// Debian's package, and what installs it.
pub const INSTALL: &str = "apt-get install -y --no-install-recommends postgresql";

const QUICK: &[&str] = &[
    "fsync=off",
    "full_page_writes=off",
    "autovacuum=off",
    "shared_buffers=32MB",
];

/// Why there is no cluster, or it did not do what it was told.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    /// `PostgreSQL`'s programs are nowhere.
    #[error("PostgreSQL is not installed. Install it with\n\n    sudo {INSTALL}\n")]
    NotInstalled,
    /// A program did not start, or the shell beside us is gone.
    #[error("a program did not start or went away")]
    Process(#[from] std::io::Error),
    /// The server or `psql` said why.
    #[error("the cluster refused: {0}")]
    Refused(String),
}

/// A running cluster.
#[derive(Debug)]
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    port: String,
    keeper: Mutex<Keeper>,
    databases: AtomicU32,
}

#[derive(Debug)]
struct Keeper {
    child: Child,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

/// A database of one's own; dropped with this.
#[derive(Debug)]
pub struct Database<'a> {
    cluster: &'a Cluster,
    name: String,
}

impl Cluster {
    /// The cluster that everything in this process shares: quick, since it does not wait for the disk.
    pub fn shared() -> Result<&'static Self, ClusterError> {
        static SHARED: OnceLock<Cluster> = OnceLock::new();
        static STARTING: Mutex<()> = Mutex::new(());
        let _one_at_a_time = STARTING.lock();
        if let Some(cluster) = SHARED.get() {
            return Ok(cluster);
        }
        let cluster = Self::start(QUICK)?;
        Ok(SHARED.get_or_init(|| cluster))
    }

    /// Starts a cluster with these settings, each `name=value` without a space. It listens on a socket
    /// in its folder alone, unless the settings say otherwise.
    pub fn start(settings: &[&str]) -> Result<Self, ClusterError> {
        let programs = programs()?;
        let mut ports = settings.iter().filter_map(|one| one.strip_prefix("port="));
        let port = ports.next_back().unwrap_or("5432").to_owned();
        let settings = [&["listen_addresses="], settings].concat().join(" -c ");
        let mut child = programs::shell()
            .args(["-c", include_str!("keeper.sh"), "keeper"])
            .arg(programs::temporary())
            .arg(&programs)
            .arg(format!("-c {settings}"))
            .arg(&port)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let gone = || ClusterError::Refused("no pipe to the shell".into());
        let orders = child.stdin.take().ok_or_else(gone)?;
        let answers = child.stdout.take().ok_or_else(gone)?;
        let mut keeper = Keeper {
            child,
            orders: Some(orders),
            answers: BufReader::new(answers),
        };
        Ok(Self {
            folder: keeper.answer()?.into(),
            programs,
            port,
            keeper: Mutex::new(keeper),
            databases: AtomicU32::new(0),
        })
    }

    /// Everything the server writes lies in here.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Stops the server; who was connected is cut off.
    pub fn stop(&self) -> Result<(), ClusterError> {
        self.tell("stop")
    }

    /// Starts the server again.
    pub fn start_again(&self) -> Result<(), ClusterError> {
        self.tell("start")
    }

    fn tell(&self, order: &str) -> Result<(), ClusterError> {
        let mut keeper = self.keeper.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(orders) = &mut keeper.orders {
            writeln!(orders, "{order}")?;
        }
        keeper.answer().map(drop)
    }

    /// Runs statements as the superuser, each by itself. Answers what they answered, unadorned.
    pub fn run(&self, database: &str, statements: &[&str]) -> Result<String, ClusterError> {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.arg("-qAtX").arg("-h").arg(&self.folder);
        psql.arg("-p").arg(&self.port);
        psql.args(["-U", "keeper", "-d", database, "-v", "ON_ERROR_STOP=1"]);
        for statement in statements {
            psql.args(["-c", statement]);
        }
        let ran = psql.env_remove("PGOPTIONS").output()?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
        if ran.status.success() {
            Ok(text(&ran.stdout))
        } else {
            Err(ClusterError::Refused(text(&ran.stderr)))
        }
    }

    /// Makes an empty database.
    pub fn database(&self) -> Result<Database<'_>, ClusterError> {
        let number = self.databases.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{number}");
        let made = format!("create database {name} strategy file_copy");
        self.run("postgres", &[&made])?;
        let cluster = self;
        Ok(Database { cluster, name })
    }
}

impl Keeper {
    /// The folder, if what was told last was done.
    fn answer(&mut self) -> Result<String, ClusterError> {
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        let line = line.trim_end();
        if line.starts_with('/') {
            return Ok(line.into());
        }
        let mut why = String::new();
        self.answers.read_to_string(&mut why)?;
        Err(ClusterError::Refused(why))
    }
}

impl Drop for Keeper {
    /// Closes the pipe and waits until everything is away.
    fn drop(&mut self) {
        drop(self.orders.take());
        let _ = self.child.wait();
    }
}

impl Database<'_> {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The address as `postgres://…`, as the superuser.
    pub fn address(&self) -> String {
        let (folder, port) = (self.cluster.folder.display(), &self.cluster.port);
        let name = &self.name;
        format!("postgres:///{name}?host={folder}&port={port}&user=keeper")
    }
}

impl Drop for Database<'_> {
    fn drop(&mut self) {
        let gone = format!("drop database if exists {} with (force)", self.name);
        let _ = self.cluster.run("postgres", &[&gone]);
    }
}

#[cfg(test)]
mod tests;
