//! The rule: a frame is written to a window's log, that log is synced, and only then is 202 said.

use crate::plan::Plan;
use crate::syscalls::{Call, calls};

/// What a trace must show of one frame.
pub struct Acknowledged<'a> {
    /// A text that fills the frame.
    pub marker: &'a str,
    /// The port of the connection it came over.
    pub port: u16,
}

/// How a trace breaks the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// The frame was not written to any window's log.
    NotWritten,
    /// No 202 was said over its connection.
    NotSaid,
    /// The window's folder was not synced, so the file itself could be gone.
    FolderNotSynced,
    /// The 202 began before a sync, begun after the last write, had come back well.
    SaidTooSoon,
}

/// Holds a trace against the rule.
pub fn check(trace: &str, frame: &Acknowledged<'_>) -> Result<(), Broken> {
    let calls = calls(trace);
    let said = said(&calls, frame.port).ok_or(Broken::NotSaid)?;
    let written = calls.iter().rfind(|call| {
        is_write(call)
            && call.target.ends_with(".window-wal")
            && call.arguments.contains(frame.marker)
            && call.began < said.began
    });
    let written = written.ok_or(Broken::NotWritten)?;
    let is_synced = |target: &str, after: usize| {
        calls.iter().any(|call| {
            matches!(call.name.as_str(), "fdatasync" | "fsync")
                && call.target == target
                && call.began >= after
                && call.result == Some(0)
                && call.ended < said.began
        })
    };
    if !is_synced(&written.target, written.ended) {
        return Err(Broken::SaidTooSoon);
    }
    let folder = written.target.rsplit_once('/').map(|(folder, _)| folder);
    if !is_synced(folder.unwrap_or_default(), 0) {
        return Err(Broken::FolderNotSynced);
    }
    Ok(())
}

/// The first time 202 is said to this port.
fn said(calls: &[Call], port: u16) -> Option<&Call> {
    let peer = format!(":{port}]");
    calls.iter().find(|call| {
        is_write(call)
            && call.target.starts_with("TCP")
            && call.target.ends_with(&peer)
            && call.arguments.contains("HTTP/1.1 202")
    })
}

fn is_write(call: &Call) -> bool {
    matches!(
        call.name.as_str(),
        "write" | "writev" | "pwrite64" | "pwritev" | "pwritev2" | "sendto" | "sendmsg"
    )
}

const OPENED: &str = "7 fsync(9</d/staging>) = 0";
const WRITE: &str = r#"7 pwrite64(8</d/staging/a.window-wal>, "\0\0\0\0tip-one", 4096, 32) = 4096"#;
const SYNC: &str = "7 fdatasync(8</d/staging/a.window-wal>) = 0";
const SAID: &str = r#"5 sendto(12<TCP:[127.0.0.1:80->127.0.0.1:4711]>, "HTTP/1.1 202 Accepted\r\n", 23, MSG_NOSIGNAL, NULL, 0) = 23"#;

/// A trial of the rule: the right order passes, every other is refused.
pub fn a_trace_in_any_other_order_is_refused(_: &Plan) {
    let judge = |lines: &[&str]| {
        let frame = Acknowledged {
            marker: "tip-one",
            port: 4711,
        };
        check(&lines.join("\n"), &frame)
    };
    let cut = |line: &str| line.replace(") = 0", " <unfinished ...>");
    let (begun, came_back) = (cut(SYNC), "7 <... fdatasync resumed>)      = 0");
    let failed = SYNC.replace("= 0", "= -1 EIO (Input/output error)");
    let other_file = SYNC.replace("a.window", "b.window");
    let other_port = SAID.replace(":4711", ":4712");
    assert_eq!(judge(&[OPENED, WRITE, SYNC, SAID]), Ok(()));
    assert_eq!(judge(&[OPENED, WRITE, &begun, came_back, SAID]), Ok(()));
    let refused: [(&[&str], Broken); 9] = [
        (&[OPENED, WRITE, SAID, SYNC], Broken::SaidTooSoon),
        (&[OPENED, WRITE, SAID], Broken::SaidTooSoon),
        (&[OPENED, SYNC, WRITE, SAID], Broken::SaidTooSoon),
        (&[OPENED, WRITE, SYNC, WRITE, SAID], Broken::SaidTooSoon),
        (
            &[OPENED, WRITE, &begun, SAID, came_back],
            Broken::SaidTooSoon,
        ),
        (&[OPENED, WRITE, &failed, SAID], Broken::SaidTooSoon),
        (&[OPENED, WRITE, &other_file, SAID], Broken::SaidTooSoon),
        (&[WRITE, SYNC, SAID], Broken::FolderNotSynced),
        (&[OPENED, SYNC, SAID], Broken::NotWritten),
    ];
    for (lines, broken) in refused {
        assert_eq!(judge(lines), Err(broken), "{lines:#?}");
    }
    assert_eq!(
        judge(&[OPENED, WRITE, SYNC, &other_port]),
        Err(Broken::NotSaid)
    );
}
