//! The right time: whether those who keep this machine's clock say that it is. Asks nobody elsewhere.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

use domain::UnixSeconds;

use crate::findings::Finding;

/// Where chrony answers who asks on this machine.
pub(super) const CHRONY: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 323);
const MEND: &str = "`chronyc sources` says which time servers answer; deploy/host/chrony.conf";
const PATIENCE: Duration = Duration::from_secs(2);
/// A clock nobody looked after for so long has gone a second or more wrong.
const STALE_SECONDS: i64 = 86_400;

/// What chrony says of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tracking {
    is_synchronised: bool,
    /// When it was last compared with a time server.
    compared: UnixSeconds,
}

/// Asks chrony at this address, and looks for what systemd's own time service leaves under this folder.
pub(super) fn look(root: &Path, chrony: SocketAddr, now: UnixSeconds) -> Finding {
    let what = "right time";
    match ask(chrony) {
        Ok(Tracking {
            is_synchronised: false,
            ..
        }) => Finding::broken(what, "chrony says that no time server was heard", MEND),
        Ok(Tracking { compared, .. }) => {
            let ago = now.0.saturating_sub(compared.0);
            if is_stale(ago) {
                let hours = ago / 3_600;
                let seen = format!("chrony last compared it {hours} hours ago");
                return Finding::broken(what, seen, MEND);
            }
            Finding::well(what, "chrony compares it with time servers")
        }
        Err(_) => by_timesyncd(what, &root.join("run/systemd/timesync/synchronized"), now),
    }
}

/// systemd's own time service touches this file whenever it has compared the clock.
fn by_timesyncd(what: &'static str, mark: &Path, now: UnixSeconds) -> Finding {
    let Ok(mark) = std::fs::metadata(mark) else {
        return Finding::look(
            what,
            "nobody on this machine says whether the clock is right",
            "let chrony keep it, as deploy/host/chrony.conf has it",
        );
    };
    let ago = now.0.saturating_sub(mark.mtime());
    if is_stale(ago) {
        let hours = ago / 3_600;
        let seen = format!("systemd-timesyncd last compared it {hours} hours ago");
        let mend = "`timedatectl timesync-status` says which time server answers; or let chrony keep it, as \
            deploy/host/chrony.conf has it";
        return Finding::broken(what, seen, mend);
    }
    Finding::well(what, "systemd-timesyncd compares it with a time server")
}

const fn is_stale(ago: i64) -> bool {
    ago.unsigned_abs() > STALE_SECONDS.unsigned_abs()
}

const REQUEST: u8 = 1;
const REPLY: u8 = 2;
const VERSION: u8 = 6;
const TRACKING: [u8; 2] = [0, 33];
const IS_TRACKING: [u8; 2] = [0, 5];
const SUCCESS: [u8; 2] = [0, 0];
/// What chrony calls a clock that follows nobody.
const UNSYNCHRONISED: [u8; 2] = [0, 3];
/// A request must be as long as its reply.
const LENGTH: usize = 104;

/// chrony's own protocol, version 6, with the numbers of its `candm.h`: version, kind, two bytes unused,
/// command, and all else nought.
fn ask(chrony: SocketAddr) -> io::Result<Tracking> {
    let mut request = vec![VERSION, REQUEST, 0, 0];
    request.extend(TRACKING);
    request.resize(LENGTH, 0);
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0))?;
    socket.connect(chrony)?;
    socket.set_read_timeout(Some(PATIENCE))?;
    socket.send(&request)?;
    let mut reply = [0; LENGTH];
    let length = socket.recv(&mut reply)?;
    let reply = reply.get(..length).unwrap_or_default();
    parse(reply).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// 28 bytes of head, in which stand kind, command, reply and status; then id (4), address (20), stratum
/// (2), leap (2), and the time of the last comparison: the seconds' higher and lower words.
fn parse(reply: &[u8]) -> Option<Tracking> {
    let two = |at: usize| reply.get(at..at.checked_add(2)?);
    let is_ours = reply.first() == Some(&VERSION)
        && reply.get(1) == Some(&REPLY)
        && two(4)? == TRACKING
        && two(6)? == IS_TRACKING
        && two(8)? == SUCCESS;
    let seconds = reply.get(60..64)?.try_into().ok()?;
    is_ours.then_some(Tracking {
        is_synchronised: two(54)? != UNSYNCHRONISED,
        compared: UnixSeconds(u32::from_be_bytes(seconds).into()),
    })
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;
    use crate::findings::Verdict;

    /// What chronyd 4.3 said that followed nobody, without the noughts at the end.
    const LOST: &str = "0602000000210005000000000000000000000000000000000000000000000000000000000000\
        000000000000000000000000000000000003000000000000000000000000";
    /// And of one that followed its own machine.
    const LED: &str = "06020000002100050000000000000000000000000000000000000000\
        7f7f01010000000000000000000000000000000000000000000a0000000000006b037ea5347e650d";
    const THEN: UnixSeconds = UnixSeconds(0x6b03_7ea5);

    fn said(hex: &str) -> Vec<u8> {
        let mut bytes = hex::decode(hex).unwrap();
        bytes.resize(LENGTH, 0);
        bytes
    }

    /// A time service that says this to whoever asks as chrony's own tool does.
    fn service(reply: Vec<u8>) -> SocketAddr {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        let address = socket.local_addr().unwrap();
        thread::spawn(move || {
            let mut asked = [0; 512];
            let (length, from) = socket.recv_from(&mut asked).unwrap();
            assert_eq!((length, &asked[..6]), (LENGTH, &[6, 1, 0, 0, 0, 33][..]));
            socket.send_to(&reply, from).unwrap();
        });
        address
    }

    fn nobody() -> SocketAddr {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        socket.local_addr().unwrap()
    }

    #[test]
    fn a_clock_that_follows_nobody_is_broken_and_so_is_one_that_long_has() {
        let root = tempfile::tempdir().unwrap();
        let verdict = |reply, now| look(root.path(), service(said(reply)), now).verdict;
        assert_eq!(verdict(LOST, THEN), Verdict::Broken);
        assert_eq!(verdict(LED, THEN.plus(3_600)), Verdict::Well);
        assert_eq!(verdict(LED, THEN.plus(2 * 86_400)), Verdict::Broken);
        assert_eq!(verdict(LED, THEN.plus(-2 * 86_400)), Verdict::Broken);
    }

    #[test]
    fn where_nobody_answers_the_clock_is_not_called_right() {
        let root = tempfile::tempdir().unwrap();
        let verdict = |at| look(root.path(), at, THEN).verdict;
        assert_eq!(verdict(nobody()), Verdict::Look);
        assert_eq!(verdict(service(vec![7; LENGTH])), Verdict::Look);
        assert_eq!(verdict(service(Vec::new())), Verdict::Look);
        let left = root.path().join("run/systemd/timesync");
        std::fs::create_dir_all(&left).unwrap();
        let mark = std::fs::File::create(left.join("synchronized")).unwrap();
        let then = u64::try_from(THEN.0).unwrap();
        let then = std::time::UNIX_EPOCH + Duration::from_secs(then);
        for (ago, verdict) in [
            (3_600, Verdict::Well),
            (STALE_SECONDS + 1, Verdict::Broken),
            (-STALE_SECONDS - 1, Verdict::Broken),
        ] {
            mark.set_modified(then).unwrap();
            let found = look(root.path(), nobody(), THEN.plus(ago));
            assert_eq!(found.verdict, verdict, "{ago}: {found}");
        }
    }

    #[test]
    fn a_reply_that_is_cut_off_or_to_something_else_is_none() {
        let whole = said(LED);
        assert!(parse(&whole).is_some());
        for length in 0..64 {
            assert_eq!(parse(&whole[..length]), None, "{length}");
        }
        for at in [0, 1, 5, 7, 9] {
            let mut other = whole.clone();
            other[at] ^= 0x40;
            assert_eq!(parse(&other), None, "{at}");
        }
    }
}
