//! The kernel's list of connections: the end of ours that the proxy holds.

use std::fs;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;

/// Whether the program that holds a connection's end is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holders {
    /// It is, and what it holds open could be listed.
    Known,
    /// It is not: it runs elsewhere, or belongs to somebody else.
    Unknown,
}

/// A connection, as one end of it sees it.
#[derive(Debug, PartialEq, Eq)]
struct Connection {
    own: SocketAddr,
    other: SocketAddr,
    unread: u64,
    inode: u64,
}

/// How many bytes have come to this end that its program has not read; none if there is no such end.
pub(super) fn unread(root: &Path, ends: (SocketAddr, SocketAddr)) -> Option<u64> {
    Some(find(root, ends)?.unread)
}

/// Looks for the program that holds this end.
pub(super) fn holders(root: &Path, ends: (SocketAddr, SocketAddr)) -> Holders {
    let Some(found) = find(root, ends) else {
        return Holders::Unknown;
    };
    let wanted = format!("socket:[{}]", found.inode);
    let holds = |file: &Path| fs::read_link(file).is_ok_and(|to| to.as_os_str() == wanted.as_str());
    let listed = super::spool::open_files(&root.join("proc"));
    if listed.files.iter().any(|file| holds(file)) {
        Holders::Known
    } else {
        Holders::Unknown
    }
}

fn find(root: &Path, (own, other): (SocketAddr, SocketAddr)) -> Option<Connection> {
    let (own, other) = (plain(own), plain(other));
    let lists = ["proc/net/tcp", "proc/net/tcp6"].map(|list| fs::read_to_string(root.join(list)));
    let texts = lists.into_iter().flatten();
    let mut all = texts.flat_map(|text| text.lines().filter_map(parse).collect::<Vec<_>>());
    all.find(|one| plain(one.own) == own && plain(one.other) == other)
}

/// An IPv4 address is the same in the clothes of IPv6.
fn plain(address: SocketAddr) -> SocketAddr {
    SocketAddr::new(address.ip().to_canonical(), address.port())
}

/// `sl own other state sending:unread … … uid timeout inode`, addresses as words of the machine:
/// <https://docs.kernel.org/networking/proc_net_tcp.html>
fn parse(line: &str) -> Option<Connection> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (_, unread) = words.get(4)?.split_once(':')?;
    Some(Connection {
        own: address(words.get(1)?)?,
        other: address(words.get(2)?)?,
        unread: u64::from_str_radix(unread, 16).ok()?,
        inode: words.get(9)?.parse().ok()?,
    })
}

fn address(text: &str) -> Option<SocketAddr> {
    let (ip, port) = text.split_once(':')?;
    let mut bytes = Vec::new();
    for word in ip.as_bytes().chunks(8) {
        let word = u32::from_str_radix(std::str::from_utf8(word).ok()?, 16).ok()?;
        bytes.extend(word.to_ne_bytes());
    }
    let ip: IpAddr = match ip.len() {
        8 => Ipv4Addr::from(<[u8; 4]>::try_from(bytes).ok()?).into(),
        32 => Ipv6Addr::from(<[u8; 16]>::try_from(bytes).ok()?).into(),
        _ => return None,
    };
    Some(SocketAddr::new(ip, u16::from_str_radix(port, 16).ok()?))
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::net::{TcpListener, TcpStream};

    use super::*;

    #[test]
    fn what_a_program_has_not_read_yet_is_known_and_who_holds_it() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut ours = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (theirs, _) = listener.accept().unwrap();
        let ends = (theirs.local_addr().unwrap(), theirs.peer_addr().unwrap());
        let root = Path::new("/");
        ours.write_all(b"hello").unwrap();
        assert_eq!(unread(root, ends), Some(5));
        assert_eq!(holders(root, ends), Holders::Known);
        drop((ours, theirs));
        assert_eq!(holders(root, ends), Holders::Unknown);
    }

    #[test]
    fn a_connection_of_either_kind_is_read_and_anything_else_is_none() {
        let word = |bytes| format!("{:08X}", u32::from_ne_bytes(bytes));
        let four = word([127, 0, 0, 1]);
        let mapped = [
            word([0; 4]),
            word([0; 4]),
            word([0, 0, 255, 255]),
            four.clone(),
        ]
        .concat();
        for ip in [four, mapped] {
            let line = format!("  0: {ip}:01BB {ip}:C350 01 00000000:00000010 00:0 0 33 0 777 1");
            let found = parse(&line).unwrap();
            assert_eq!((found.unread, found.inode), (16, 777));
            assert_eq!(plain(found.own), SocketAddr::from(([127, 0, 0, 1], 443)));
            assert_eq!(found.other.port(), 50_000);
        }
        for line in [
            "",
            "sl local_address",
            "0: 7F:1 7F:1 01 0:0 0:0 0 0 0 7",
            "0: x y z",
        ] {
            assert_eq!(parse(line), None, "{line}");
        }
    }
}
