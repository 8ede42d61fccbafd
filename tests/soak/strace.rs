//! The real server under strace: a frame is on the disk before anybody is told so.

use std::fs;
use std::io::Write;
use std::net::TcpStream;
use std::process::Command;
use std::sync::Barrier;
use std::thread::scope;

use domain::FRAME_LEN;
use domain::wire::PUZZLE_HEADER;
use tests::{Answered, NO_LIMITS, Partnership, until};

use crate::checker::{Acknowledged, check};
use crate::plan::Plan;

/// Enough of a page to see whose it is.
const SHOWN_BYTES: &str = "120";
const CALLS: &str = "trace=fdatasync,fsync,write,writev,pwrite64,pwritev,sendto,sendmsg";
const ALONE: usize = 8;
const TOGETHER: usize = 16;

/// One after the other, each waits for a sync of its own; at once, they may share one.
pub fn before_every_202_its_frame_is_synced(_: &Plan) {
    let mut served = Partnership::make("strace", NO_LIMITS);
    let file = served.data().with_file_name("trace");
    served.restart(|command| {
        let mut strace = Command::new("strace");
        // -D: the server is our own child, and strace beside it, so that the one that is ended is it.
        strace.args(["-D", "-f", "-yy", "-s", SHOWN_BYTES, "-e", CALLS, "-o"]);
        strace.arg(&file).arg(command.get_program());
        strace.args(command.get_args());
        strace
    });
    let mut sent: Vec<(String, u16)> = (0..ALONE).map(|tip| send(&served, tip)).collect();
    let start = Barrier::new(TOGETHER);
    scope(|scope| {
        let senders: Vec<_> = (ALONE..ALONE + TOGETHER)
            .map(|tip| {
                let (served, start) = (&served, &start);
                scope.spawn(move || {
                    start.wait();
                    send(served, tip)
                })
            })
            .collect();
        let sent_at_once = senders
            .into_iter()
            .map(|one| one.join().expect("it is sent"));
        sent.extend(sent_at_once);
    });
    let process = format!("{} ", served.process());
    served.stop();
    let trace = until("strace to have written all", || {
        let trace = fs::read_to_string(&file).ok()?;
        let mut of_it = trace.lines().filter(|line| line.starts_with(&process));
        let is_whole = of_it.any(|line| line.contains("+++ exited with"));
        is_whole.then_some(trace)
    });
    for (marker, port) in &sent {
        let frame = Acknowledged {
            marker,
            port: *port,
        };
        assert_eq!(
            check(&without_others(&trace, marker), &frame),
            Ok(()),
            "{marker}: {}",
            file.display()
        );
    }
}

/// The trace without pages that are shared: the next batch writes such a page again, with what was
/// synced already, while an answer is still on its way.
fn without_others(trace: &str, marker: &str) -> String {
    // A leaf of the table begins with 13; a frame's own pages do not.
    let is_shared = |line: &&str| line.contains(marker) && line.contains(", \"\\r");
    let lines = trace.lines().filter(|line| !is_shared(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Sends a frame that says on each of its pages which it is; gives that and the port it left by.
fn send(served: &Partnership, tip: usize) -> (String, u16) {
    let marker = format!("tip-under-strace-{tip:03}.");
    let body: Vec<u8> = marker.bytes().cycle().take(FRAME_LEN).collect();
    let mut stream = TcpStream::connect(served.public_address()).expect("it listens");
    let head = format!(
        "POST /api/tips HTTP/1.1\r\nHost: strace\r\nContent-Type: application/octet-stream\r\n\
         Content-Length: {FRAME_LEN}\r\n{PUZZLE_HEADER}: {}\r\n\r\n",
        served.solved()
    );
    stream.write_all(head.as_bytes()).expect("it reads");
    stream.write_all(&body).expect("it reads");
    assert_eq!(Answered::read(&mut stream).status, 202);
    let port = stream.local_addr().expect("it is connected").port();
    (marker, port)
}
