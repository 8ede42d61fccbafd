//! The proxy: whether its files let it keep what passes through.
//!
//! Reads what is written there. Whether the proxy that runs has read the same files, and whether others
//! stand behind them by `include`, is not looked at.

use std::path::PathBuf;

use crate::findings::Finding;
use crate::settings::PublicSettings;

const WHAT: &str = "proxy";
const NAME_THEM: &str = "name every file of its settings in public.proxy_files; deploy/ has such that \
    keep nothing";

/// What nginx must be told, for what it does if it is not.
const NGINX_NEEDS: [(&str, &str); 4] = [
    (
        "proxy_request_buffering off",
        "it spools what is sent to a disk",
    ),
    (
        "proxy_buffering off",
        "it spools what is answered to a disk",
    ),
    ("access_log off", "it writes visitors down"),
    ("error_log /dev/null emerg", "its errors name visitors"),
];
/// What nginx must not be told.
const NGINX_NEVER: [(&str, &str); 5] = [
    (
        "proxy_request_buffering on",
        "it spools what is sent to a disk",
    ),
    ("proxy_buffering on", "it spools what is answered to a disk"),
    (
        "client_body_in_file_only on",
        "it keeps what is sent in files",
    ),
    (
        "client_body_in_file_only clean",
        "it writes what is sent into files",
    ),
    ("proxy_store on", "it keeps what is answered in files"),
];
/// What Caddy must not be told.
const CADDY_NEVER: [(&str, &str); 2] = [
    ("request_buffers", "it holds what is sent back"),
    ("response_buffers", "it holds what is answered back"),
];

/// Reads the files that the settings name.
pub(super) fn look(settings: &PublicSettings) -> Finding {
    let files = &settings.proxy_files;
    if files.is_empty() {
        let seen = "not looked at: whether it keeps what passes through";
        return Finding::look(WHAT, seen, NAME_THEM);
    }
    match read(files) {
        Ok(lines) => judge(&lines),
        Err(seen) => Finding::broken(WHAT, seen, NAME_THEM),
    }
}

/// Every line that is no remark, its words one space apart.
fn read(files: &[PathBuf]) -> Result<Vec<String>, String> {
    let mut lines = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file);
        let text = text.map_err(|error| format!("{}: {error}", file.display()))?;
        lines.extend(text.lines().map(plain).filter(|line| !line.is_empty()));
    }
    Ok(lines)
}

fn plain(line: &str) -> String {
    let line = line.split('#').next().unwrap_or_default();
    let words: Vec<_> = line.split_whitespace().collect();
    words.join(" ").trim_end_matches(';').to_owned()
}

fn judge(lines: &[String]) -> Finding {
    let says = |word: &str| lines.iter().any(|line| line.starts_with(word));
    let complaint = if says("proxy_pass") {
        nginx(lines)
    } else if says("reverse_proxy") {
        caddy(lines)
    } else {
        Some("is neither nginx nor Caddy, or these are not all its files".into())
    };
    match complaint {
        Some(seen) => Finding::broken(WHAT, seen, NAME_THEM),
        None => Finding::well(WHAT, "its files let it keep nothing of what passes through"),
    }
}

fn nginx(lines: &[String]) -> Option<String> {
    let says = |wanted: &str| lines.iter().any(|line| line == wanted);
    let lacks = NGINX_NEEDS.iter().find(|(wanted, _)| !says(wanted));
    let lacks = lacks.map(|(wanted, why)| format!("`{wanted}` is missing: {why}"));
    let never = NGINX_NEVER.iter().find(|(word, _)| says(word));
    let never = never.map(|(word, why)| format!("`{word}`: {why}"));
    let logs = lines
        .iter()
        .any(|line| line.starts_with("access_log ") && line != "access_log off");
    let logs = logs.then(|| "an `access_log` writes visitors down".to_owned());
    lacks.or(never).or(logs)
}

fn caddy(lines: &[String]) -> Option<String> {
    let first = |line: &String| line.split(' ').next().unwrap_or_default().to_owned();
    let words: Vec<_> = lines.iter().map(first).collect();
    let never = CADDY_NEVER
        .iter()
        .find(|(word, _)| words.iter().any(|one| one == word));
    let never = never.map(|(word, why)| format!("`{word}`: {why}"));
    // One `log` is needed, at the head, to leave out what names visitors.
    let logs = words.iter().filter(|word| *word == "log").count();
    let leaves_out = lines.iter().any(|line| line == "exclude http");
    let logs = (logs != 1 || !leaves_out)
        .then(|| "`log { exclude http }` at its head, and no other `log`, is missing".to_owned());
    never.or(logs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Verdict;

    const DEPLOY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy/");

    fn ours(names: &[&str]) -> Vec<PathBuf> {
        names
            .iter()
            .map(|name| format!("{DEPLOY}{name}").into())
            .collect()
    }

    fn looked_at(proxy_files: Vec<PathBuf>) -> Finding {
        look(&PublicSettings {
            proxy_files,
            ..PublicSettings::default()
        })
    }

    /// Our own files, with this line in the place of that.
    fn changed(names: &[&str], from: &str, to: &str) -> Finding {
        let folder = tempfile::tempdir().unwrap();
        let change = |(number, file): (usize, PathBuf)| {
            let text = std::fs::read_to_string(file).unwrap();
            let copy = folder.path().join(number.to_string());
            std::fs::write(&copy, text.replace(from, to)).unwrap();
            copy
        };
        looked_at(ours(names).into_iter().enumerate().map(change).collect())
    }

    const NGINX: [&str; 5] = [
        "nginx/nginx.conf",
        "nginx/proxy.conf",
        "nginx/public.conf",
        "nginx/onion.conf",
        "nginx/staff.conf",
    ];

    #[test]
    fn our_own_files_keep_nothing() {
        for files in [ours(&NGINX), ours(&["caddy/Caddyfile"])] {
            let finding = looked_at(files);
            assert_eq!(finding.verdict, Verdict::Well, "{finding}");
        }
        assert_eq!(looked_at(Vec::new()).verdict, Verdict::Look);
    }

    #[test]
    fn a_proxy_that_would_keep_something_is_told() {
        for (from, to) in [
            ("proxy_request_buffering off;", ""),
            (
                "proxy_request_buffering off;",
                "# proxy_request_buffering off;",
            ),
            (
                "proxy_buffering off;",
                "proxy_buffering off; \n proxy_buffering on;",
            ),
            (
                "access_log off;",
                "access_log off;\naccess_log /var/log/nginx/access.log;",
            ),
            (
                "error_log /dev/null emerg;",
                "error_log /var/log/nginx/e.log;",
            ),
        ] {
            let finding = changed(&NGINX, from, to);
            assert_eq!(finding.verdict, Verdict::Broken, "{to}: {finding}");
        }
        for (from, to) in [
            ("exclude http", ""),
            ("header -Server", "log\nheader -Server"),
            ("transport http {", "request_buffers 4KB\ntransport http {"),
        ] {
            let finding = changed(&["caddy/Caddyfile"], from, to);
            assert_eq!(finding.verdict, Verdict::Broken, "{to}: {finding}");
        }
        let elsewhere = looked_at(vec!["/nowhere/at/all".into()]);
        assert_eq!(elsewhere.verdict, Verdict::Broken);
        assert_eq!(looked_at(ours(&["README.md"])).verdict, Verdict::Broken);
    }
}
