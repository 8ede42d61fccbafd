//! What a machine needs before anything is built: found, installed, or asked for in one line.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::place;
use crate::shell::{self, Failure, is_installed, program, run};
use crate::stage::say;

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Whether packages may be installed on this machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Install {
    IfMissing,
    Never,
}

/// Something the tests need: Debian's package, and how to see that it is there.
struct Need {
    package: &'static str,
    is_there: fn() -> bool,
}

const TEST_NEEDS: &[Need] = &[
    Need {
        package: "chromium",
        is_there: || is_installed("chromium"),
    },
    Need {
        package: "chromium-driver",
        is_there: || is_installed("chromedriver"),
    },
    Need {
        package: "fonts-noto-core",
        is_there: || Path::new("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf").is_file(),
    },
    Need {
        package: "libimage-exiftool-perl",
        is_there: || is_installed("exiftool"),
    },
    Need {
        package: "npm",
        is_there: || is_installed("npm"),
    },
    Need {
        package: "postgresql",
        is_there: || is_installed("initdb") || debian_has("initdb"),
    },
    Need {
        package: "strace",
        is_there: || is_installed("strace"),
    },
    Need {
        package: "python3-aiosmtpd",
        is_there: || Path::new("/usr/lib/python3/dist-packages/aiosmtpd").is_dir(),
    },
];

/// Whether one of `PostgreSQL`'s programs lies where Debian keeps those it puts on nobody's path.
fn debian_has(program: &str) -> bool {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut versions = versions.flatten();
    versions.any(|version| version.path().join("bin").join(program).is_file())
}

/// What the tests of deploy/ are tried with in CI. Some are daemons that start when they are
/// installed, so nobody's desk is given them: there those tests are skipped, and say so.
const DEPLOY_NEEDS: &[Need] = &[
    Need {
        package: "caddy",
        is_there: || is_installed("caddy"),
    },
    Need {
        package: "chrony",
        is_there: || Path::new("/usr/sbin/chronyd").is_file(),
    },
    Need {
        package: "curl",
        is_there: || is_installed("curl"),
    },
    Need {
        package: "iproute2",
        is_there: || is_installed("ip") || Path::new("/sbin/ip").is_file(),
    },
    Need {
        package: "nftables",
        is_there: || Path::new("/usr/sbin/nft").is_file(),
    },
    Need {
        package: "nginx-light",
        is_there: || Path::new("/usr/sbin/nginx").is_file(),
    },
    Need {
        package: "openssl",
        is_there: || is_installed("openssl"),
    },
    Need {
        package: "systemd",
        is_there: || is_installed("systemd-analyze"),
    },
    Need {
        package: "tor",
        is_there: || is_installed("tor"),
    },
];

/// The Rust target of the browser modules; rustup adds it when it is missing.
pub(crate) fn wasm_target() -> Result<(), Failure> {
    let sysroot = shell::read(program("rustc").args(["--print", "sysroot"]))?;
    let libraries = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM)
        .join("lib");
    if libraries.is_dir() {
        return Ok(());
    }
    if !is_installed("rustup") {
        return Err(Failure::new(format!(
            "this Rust has no {WASM} target, and there is no rustup to add it"
        )));
    }
    say(&format!(
        "Adding the {WASM} target: rustup target add {WASM}"
    ));
    run(program("rustup").args(["target", "add", WASM]))
}

/// Room for everything the build writes.
pub(crate) fn disk(gigabytes: u64) -> Result<(), Failure> {
    let listing = shell::read(program("df").args(["--output=avail", "-B1", "."]))?;
    let free = listing
        .split_whitespace()
        .last()
        .and_then(|number| number.parse::<u64>().ok());
    match free {
        Some(bytes) if bytes / 1_000_000_000 < gigabytes && !place::site().exists() => {
            Err(Failure::new(format!(
                "the build wants about {gigabytes} GB of disk, here are {} GB free",
                bytes / 1_000_000_000
            )))
        }
        Some(_) | None => Ok(()),
    }
}

/// Browser, driver, fonts, npm, a database server and strace for the tests; in CI the proxies too.
pub(crate) fn for_tests(install: Install) -> Result<(), Failure> {
    let in_ci = std::env::var_os("CI").is_some();
    let for_deploy = if in_ci { DEPLOY_NEEDS } else { &[] };
    let missing: Vec<&str> = TEST_NEEDS
        .iter()
        .chain(for_deploy)
        .filter(|need| !(need.is_there)())
        .map(|need| need.package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let line = format!(
        "apt-get install -y --no-install-recommends {}",
        missing.join(" ")
    );
    let Some(mut prefix) = (if install == Install::IfMissing {
        as_root()
    } else {
        None
    }) else {
        return Err(Failure::new(format!(
            "the tests need some packages first. Install them with\n\n    sudo {line}\n"
        )));
    };
    say(&format!("Installing what the tests need: {line}"));
    prefix.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    apt(&prefix, &["update", "-q"])?;
    let mut arguments = vec!["install", "-q", "-y", "--no-install-recommends"];
    arguments.extend(&missing);
    apt(&prefix, &arguments)
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Result<(), Failure> {
    let (first, rest) = prefix.split_first().expect("a prefix ends in apt-get");
    run(program(first).args(rest).args(arguments))
}

/// The words before a command that make root run it, if this user may.
fn as_root() -> Option<Vec<&'static str>> {
    if !is_installed("apt-get") {
        return None;
    }
    let is_root = shell::read(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if is_root {
        return Some(Vec::new());
    }
    let may = program("sudo")
        .args(["-n", "true"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    may.then(|| vec!["sudo", "-n"])
}
