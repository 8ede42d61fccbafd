//! What the real programs ask of the kernel, from their start to their end, as strace wrote it down.

use std::fs;

use tests::{Partnership, program, until};

use crate::place::{heard, tool};

/// A system call.
pub struct Call {
    /// Its name.
    pub name: String,
    /// Everything behind the opening bracket.
    pub arguments: String,
}

impl Call {
    /// Every call of a server that starts, gives out pages, takes a tip with and one without
    /// scripts, turns away a sign-in, and stops.
    pub fn of_a_served_tip() -> Vec<Self> {
        let mut served = Partnership::make("calls", "");
        let file = served.data().with_file_name("trace");
        served.restart(|command| {
            let mut strace = tool("strace");
            // Detached, so that whoever ends the child ends the server and not its watcher.
            strace.args(["-D", "-f", "-q", "-o"]).arg(&file);
            strace.arg(command.get_program()).args(command.get_args());
            strace
        });
        let process = served.process();
        for path in ["/", "/en/", "/api/directory", "/health"] {
            drop(ureq::get(served.reporters(path)).call());
        }
        served.send("a tip under strace");
        drop(ureq::post(served.reporters("/en/check")).send_form([("story", "plain")]));
        drop(ureq::post(served.staff("/api/sign-in/start")).send_json(["nobody"]));
        served.stop();
        let traced = until("a trace of the whole life", || {
            let traced = fs::read_to_string(&file).unwrap_or_default();
            let ends =
                |line: &str| line.starts_with(&format!("{process} ")) && line.contains("+++");
            traced.lines().any(ends).then_some(traced)
        });
        Self::all(&traced)
    }

    /// Every call of a doctor who looks at a served partnership.
    pub fn of_a_doctor(served: &Partnership) -> Vec<Self> {
        let file = served.data().with_file_name("trace-of-the-doctor");
        let mut strace = tool("strace");
        strace.args(["-f", "-q", "-o"]).arg(&file);
        strace.arg(program("GINNEL_BIN"));
        let (_, told) = heard(strace.args(["doctor", "--data"]).arg(served.data()));
        assert!(told.contains("server: runs, and takes tips"), "{told}");
        Self::all(&fs::read_to_string(&file).expect("strace wrote it"))
    }

    fn all(traced: &str) -> Vec<Self> {
        let calls = traced.lines().filter_map(Self::parse);
        // SQLite gives its files to their owner only when root runs it, as root runs CI.
        calls.filter(|call| call.name != "fchown").collect()
    }

    /// `PID name(arguments` or `PID <... name resumed>`; the latter has begun before.
    fn parse(line: &str) -> Option<Self> {
        let (_, call) = line.split_once(' ')?;
        let (name, arguments) = call.trim_start().split_once('(')?;
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        name.bytes().all(is_name).then(|| Self {
            name: name.into(),
            arguments: arguments.into(),
        })
    }
}
