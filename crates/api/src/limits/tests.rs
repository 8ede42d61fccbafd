use std::net::IpAddr;

use super::*;

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn a_network_is_an_address_or_address_and_bits_and_nothing_else() {
    for text in [
        "10.0.0.7",
        "10.0.0.0/8",
        "0.0.0.0/0",
        "fd00::/8",
        "::1",
        "::/0",
    ] {
        assert!(text.parse::<Network>().is_ok(), "{text}");
    }
    for text in [
        "",
        "10.0.0",
        "10.0.0.0/33",
        "::/129",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "host",
    ] {
        assert_eq!(text.parse::<Network>(), Err(NotANetwork), "{text}");
    }
}

#[test]
fn a_network_holds_the_addresses_that_share_its_bits() {
    let held = [
        ("10.0.0.0/8", "10.255.1.2", true),
        ("10.0.0.0/8", "11.0.0.1", false),
        ("10.0.0.7", "10.0.0.7", true),
        ("10.0.0.7", "10.0.0.8", false),
        ("0.0.0.0/0", "203.0.113.1", true),
        ("0.0.0.0/0", "2001:db8::1", false),
        ("10.0.0.0/8", "::ffff:10.1.1.1", true),
        ("fd00::/8", "fdff::1", true),
        ("fd00::/8", "fe00::1", false),
        ("::/0", "2001:db8::1", true),
    ];
    for (network, address, expected) in held {
        let network: Network = network.parse().unwrap();
        assert_eq!(
            network.contains(ip(address)),
            expected,
            "{network} {address}"
        );
    }
}

#[test]
fn a_forwarded_list_is_read_from_the_right_and_only_from_a_trusted_peer() {
    let proxies = TrustedProxies::new(vec!["10.0.0.0/8".parse().unwrap()]);
    let caller = |peer, list: &str| proxies.caller(ip(peer), list.split(','));
    let is = |address| Some(ip(address));
    assert_eq!(caller("192.0.2.1", "1.1.1.1"), is("192.0.2.1"));
    assert_eq!(caller("10.0.0.1", "1.1.1.1, 2.2.2.2"), is("2.2.2.2"));
    assert_eq!(
        caller("10.0.0.1", "1.1.1.1, 2.2.2.2,10.9.9.9"),
        is("2.2.2.2")
    );
    assert_eq!(caller("10.0.0.1", "1.1.1.1, unknown"), None);
    assert_eq!(caller("10.0.0.1", ""), None);
    assert_eq!(caller("10.0.0.1", "10.0.0.2"), None);
    assert_eq!(caller("::ffff:10.0.0.1", "::ffff:2.2.2.2"), is("2.2.2.2"));
}

#[test]
fn neighbours_count_together_strangers_apart_and_another_key_gives_other_places() {
    let place = |address, key| Caller::at(ip(address)).key(&[key; 32]);
    assert_eq!(place("192.0.2.1", 1), place("192.0.2.254", 1));
    assert_ne!(place("192.0.2.1", 1), place("192.0.3.1", 1));
    assert_ne!(place("192.0.2.1", 1), place("192.0.2.1", 2));
    assert_eq!(place("2001:db8:1::1", 1), place("2001:db8:1:ffff::9", 1));
    assert_ne!(place("2001:db8:1::1", 1), place("2001:db8:2::1", 1));
    assert_ne!(
        Caller::account("a").key(&[1; 32]),
        Caller::account("b").key(&[1; 32])
    );
    assert!(Caller::at(ip("127.9.9.9")).is_shared() && Caller::at(ip("::1")).is_shared());
    let here = Caller::at(ip("192.0.2.1")).as_account("a").key(&[1; 32]);
    assert_ne!(here, Caller::account("a").key(&[1; 32]));
    assert_ne!(
        here,
        Caller::at(ip("192.0.3.1")).as_account("a").key(&[1; 32])
    );
}
