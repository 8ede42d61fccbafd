//! The running server: whether it answers, takes tips, tells callers apart, and did its nightly work.

use domain::{Day, UnixSeconds};
use serde::Deserialize;

use super::answers::{Answer, ask};
use super::clock;
use crate::diary::{Diary, Noted};
use crate::findings::Finding;
use crate::place::Place;
use crate::settings::Settings;

const START: &str = "`systemctl status ginnel-server` says why; `systemctl start ginnel-server`";

/// What `/ready` answers.
#[derive(Deserialize)]
struct Ready {
    store: bool,
    staging: bool,
    directory: bool,
    health_asked_together: u64,
    health_asked_apart: u64,
}

/// What the running server says, and what it noted down.
pub(super) fn look(place: &Place, now: UnixSeconds) -> Vec<Finding> {
    let settings = &place.settings;
    let noted = Diary::of(&place.folder).read();
    let health = ask(settings.public.bind, "/health");
    let mut findings = vec![match &health {
        Ok(Answer { status: 200, .. }) => Finding::well("server", "runs, and takes tips"),
        Ok(_) => {
            let mend = "the findings above and its log say why";
            Finding::broken("server", "runs, and takes no tips", mend)
        }
        Err(error) => Finding::broken("server", format!("does not answer: {error}"), START),
    }];
    if health.is_err() {
        // What it would say, and how its clock was, nobody knows.
        return findings;
    }
    findings.extend(ready(settings));
    findings.push(rewrite(noted, now.day()));
    findings.push(clock::look(noted, now));
    findings
}

fn ready(settings: &Settings) -> Vec<Finding> {
    let what = "readiness";
    let Some(bind) = settings.metrics.bind else {
        let mend = "set metrics.bind to an address of this machine";
        let seen = "not looked at: whether callers are told apart by the limits";
        return vec![Finding::look("limits", seen, mend)];
    };
    let answer = ask(bind, "/ready");
    let Ok(answer) = answer.map(|answer| serde_json::from_str::<Ready>(&answer.body)) else {
        let seen = "nobody answers where metrics.bind says";
        return vec![Finding::broken(
            what,
            seen,
            "look at metrics.bind, and restart the server",
        )];
    };
    let Ok(ready) = answer else {
        let seen = "somebody else answers where metrics.bind says";
        return vec![Finding::broken(
            what,
            seen,
            "give metrics.bind a port of its own",
        )];
    };
    vec![parts(&ready), callers(settings, &ready)]
}

fn parts(ready: &Ready) -> Finding {
    let parts = [
        ("the database", ready.store),
        ("the staging folder", ready.staging),
        ("the directory", ready.directory),
    ];
    let lacking: Vec<_> = parts.iter().filter(|(_, does)| !does).collect();
    let lacking: Vec<_> = lacking.iter().map(|(name, _)| *name).collect();
    if lacking.is_empty() {
        return Finding::well(
            "readiness",
            "database, staging folder and directory do their work",
        );
    }
    let seen = format!("does not do its work: {}", lacking.join(", "));
    Finding::broken(
        "readiness",
        seen,
        "look at disk, database and notes, above and below",
    )
}

/// Nobody who reports asks for `/health`, so who asked for it tells of the proxy alone.
fn callers(settings: &Settings, ready: &Ready) -> Finding {
    let what = "limits";
    let mend = "let the proxy write X-Forwarded-For, name it in public.trusted_proxies, and ask it \
        for /health from outside";
    if settings.public.trusted_proxies.is_empty() {
        return Finding::look(what, "all who come through a proxy share one limit", mend);
    }
    if ready.health_asked_apart > 0 {
        return Finding::well(
            what,
            "callers are told apart; each server counts for itself",
        );
    }
    let seen = format!(
        "nobody who asked for /health could be told from others ({} times): from outside nobody \
         asked, or everybody shares one limit",
        ready.health_asked_together
    );
    Finding::look(what, seen, mend)
}

/// Days are settled just after midnight; until then the order of a day's tips can be seen on disk.
fn rewrite(noted: Noted, today: Day) -> Finding {
    let what = "nightly rewrite";
    let mend = "the server's log says why: a full disk, or a backup that hangs; after days without a \
        server it is noted a day late";
    match noted.settled {
        None => Finding::look(
            what,
            "was not done yet",
            "wait for the first window to turn",
        ),
        // Just after midnight it is owed still.
        Some(day) if day < today.plus(-1) => {
            Finding::broken(what, format!("was last done on {day}"), mend)
        }
        Some(day) if day < today => Finding::look(what, format!("was last done on {day}"), mend),
        Some(day) => Finding::well(what, format!("was done on {day}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Verdict;

    const TODAY: Day = Day(20_780);

    #[test]
    fn a_rewrite_that_did_not_come_about_is_told() {
        let verdict = |settled: Option<i32>| {
            let noted = Noted {
                settled: settled.map(Day),
                ..Noted::default()
            };
            rewrite(noted, TODAY).verdict
        };
        assert_eq!(verdict(Some(20_780)), Verdict::Well);
        assert_eq!(verdict(Some(20_779)), Verdict::Look);
        assert_eq!(verdict(Some(20_778)), Verdict::Broken);
        assert_eq!(verdict(None), Verdict::Look);
    }

    #[test]
    fn callers_who_all_share_one_limit_are_told() {
        let head = "[installation]\nid = \"00112233445566778899aabbccddeeff\"\nname = \"T\"\n";
        let proxy = "[public]\ntrusted_proxies = [\"127.0.0.1\"]\n";
        let verdict = |more: &str, apart| {
            let settings = Settings::parse(&format!("{head}{more}")).unwrap();
            let ready = Ready {
                store: true,
                staging: true,
                directory: true,
                health_asked_together: 7,
                health_asked_apart: apart,
            };
            callers(&settings, &ready).verdict
        };
        assert_eq!(verdict(proxy, 1), Verdict::Well);
        assert_eq!(verdict(proxy, 0), Verdict::Look);
        assert_eq!(verdict("", 1), Verdict::Look);
    }

    #[test]
    fn each_part_that_does_not_do_its_work_is_named() {
        let ready = |store, staging, directory| Ready {
            store,
            staging,
            directory,
            health_asked_together: 0,
            health_asked_apart: 0,
        };
        assert_eq!(parts(&ready(true, true, true)).verdict, Verdict::Well);
        for (one, name) in [
            (ready(false, true, true), "the database"),
            (ready(true, false, true), "the staging folder"),
            (ready(true, true, false), "the directory"),
        ] {
            let finding = parts(&one);
            assert_eq!(finding.verdict, Verdict::Broken);
            assert!(finding.seen.ends_with(name), "{}", finding.seen);
        }
    }
}
