//! The machine's own settings: each file is read by the program it is for.

use std::fs;
use std::path::Path;

use cluster::Cluster;
use tests::scratch;

use crate::house::House;
use crate::place::{deploy, root, said, text, tool};

/// nftables takes the whole set; nothing is changed.
pub fn the_firewall_is_accepted(_: &House) {
    let file = scratch("nftables").join("nftables.conf");
    // The service's user is not on this machine.
    let rules = text("host/nftables.conf").replace("skuid \"ginnel\"", "skuid \"nobody\"");
    fs::write(&file, rules).expect("a scratch folder can be written");
    said(tool("nft").arg("--check").arg("--file").arg(&file));
    assert!(
        !text("host/nftables.conf").contains(" log "),
        "no rule writes a visit down"
    );
}

/// In a network of its own: officers' port is for the proxy, and the service's user asks for no names.
pub fn the_firewall_keeps_local_users_from_what_is_not_theirs(_: &House) {
    if !tool("unshare")
        .args(["--net", "true"])
        .status()
        .is_ok_and(|ran| ran.success())
    {
        tests::skip("no network of its own can be made here".into());
    }
    let file = scratch("nftables-tried").join("nftables.conf");
    let rules = text("host/nftables.conf").replace("skuid \"ginnel\"", "skuid \"nobody\"");
    fs::write(&file, rules).expect("a scratch folder can be written");
    // Nobody listens at any of these ports: what is let through is refused, which is another error.
    let asks = "for user in www-data nobody; do for port in 8080 8081 53; do
            setpriv --reuid=$user --clear-groups curl --noproxy '*' --verbose \
                http://127.0.0.1:$port/ 2>&1 | grep -q 'Connection refused' && echo $user $port
        done; done; true";
    let _needed = tool("ip");
    let script = format!("ip link set lo up && nft -f {} && {asks}", file.display());
    let through = said(tool("unshare").args(["--net", "sh", "-c", &script]));
    let through: Vec<&str> = through.lines().collect();
    assert_eq!(
        through,
        [
            "www-data 8080",
            "www-data 8081",
            "www-data 53",
            "nobody 8080"
        ]
    );
}

/// The clock's daemon takes every line.
pub fn the_clock_is_accepted(_: &House) {
    let file = deploy().join("host/chrony.conf");
    let said = said(tool("chronyd").arg("-p").arg("-f").arg(file));
    assert!(said.contains("noclientlog"), "{said}");
}

/// apt takes the rules for updates.
pub fn the_updates_are_accepted(_: &House) {
    let file = deploy().join("host/apt.conf");
    let said = said(tool("apt-config").arg("-c").arg(file).arg("dump"));
    assert!(
        said.contains("Unattended-Upgrade::Automatic-Reboot \"true\""),
        "{said}"
    );
}

/// This kernel knows every name, but for those that are marked as maybe missing.
pub fn the_kernel_knows_every_setting(_: &House) {
    let text = text("host/sysctl.conf");
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with(['#', '-']));
    let names: Vec<&str> = lines.filter_map(|line| line.split(" = ").next()).collect();
    assert!(names.len() > 8, "{names:?}");
    for name in names {
        let path = Path::new("/proc/sys").join(name.replace('.', "/"));
        assert!(path.exists(), "{name}");
    }
}

/// The journal's daemon knows every name.
pub fn the_journal_knows_every_setting(_: &House) {
    let daemon = Path::new("/lib/systemd/systemd-journald");
    let Ok(daemon) = fs::read(daemon) else {
        tests::skip("systemd-journald is not installed".into());
    };
    for line in text("host/journald.conf").lines() {
        if let Some((name, _)) = line.split_once('=') {
            let known = format!("Journal.{name}");
            assert!(
                memchr::memmem::find(&daemon, known.as_bytes()).is_some(),
                "{known}"
            );
        }
    }
}

/// `PostgreSQL` reads who may come in, and lets in nobody else.
pub fn the_database_lets_nobody_else_in(_: &House) {
    let cluster = Cluster::start(&[]).expect("PostgreSQL is installed for the tests");
    let rules = text("postgresql/pg_hba.conf");
    let file = cluster.folder().join("hba.conf");
    // The test's own way in, before ours.
    fs::write(&file, format!("local all keeper trust\n{rules}")).expect("a folder of ours");
    let change = format!("alter system set hba_file = '{}'", file.display());
    cluster.run("postgres", &[&change]).expect("a superuser's");
    cluster.stop().expect("it runs");
    cluster.start_again().expect("the file can be read");
    let ask = "select concat_ws(' ', type, database, user_name, auth_method, error)
        from pg_hba_file_rules order by line_number";
    let read = cluster.run("postgres", &[ask]).expect("a view");
    assert_eq!(
        read.lines().skip(1).collect::<Vec<_>>(),
        [
            "local {all} {postgres} peer",
            "local {ginnel} {ginnel} peer",
            "local {ginnel_wrappers} {ginnel} peer",
            "local {all} {all} reject",
            "host {all} {all} reject",
            "host {all} {all} reject",
        ]
    );
}

/// What visitors can ring while the server is away are the numbers its own pages give.
pub fn the_closed_page_gives_the_pages_own_numbers(_: &House) {
    let page = text("proxy/closed.html");
    let file = root().join("frontend/report/data/helplines.csv");
    let helplines = fs::read_to_string(file).expect("the pages' own numbers");
    for (name, number) in [
        ("emergency", "999"),
        ("nonemergency", "101"),
        ("crimestoppers", "0800 555 111"),
    ] {
        assert!(helplines.contains(&format!("{name},{number},")), "{name}");
        assert!(page.contains(number), "{number}");
    }
    assert!(!page.contains("<script") && !page.contains("style") && !page.contains("src="));
}
