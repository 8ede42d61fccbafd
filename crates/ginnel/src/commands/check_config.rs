//! `ginnel config check`: what would be served, and everything that is wrong with that.

use std::net::SocketAddr;
use std::path::Path;

use domain::Desk;
use report::Lang;
use storage::Audience;

use crate::findings::{Finding, Findings, whole};
use crate::folder::FolderError;
use crate::place::Place;
use crate::serving::Site;
use crate::settings::{PublicSettings, Settings, SettingsError};

/// Reads the settings and every file they name; opens no database and no socket.
pub fn check_config(file: &Path, site: Option<&Path>) -> Findings {
    match Place::read(file) {
        Ok(place) => findings(&place, site),
        Err(error) => refused(file, &error),
    }
}

/// What settings that can be read lead to.
pub(super) fn findings(place: &Place, site: Option<&Path>) -> Findings {
    let Place { settings, .. } = place;
    let mut findings = Findings::default();
    findings.push(installation(settings));
    findings.push(authorities(settings));
    let public = &settings.public;
    findings.push(listener("public", public.bind));
    findings.push(listener("staff", settings.staff.bind));
    findings.push(languages(public));
    findings.extend(contacts(public));
    findings.push(proxies(settings));
    findings.extend(data(place));
    findings.push(key(place));
    findings.push(mail(settings));
    findings.extend(storage(settings));
    findings.push(pages(site.or(settings.folders.site.as_deref())));
    findings
}

/// Settings that cannot be used.
pub(super) fn refused(file: &Path, error: &SettingsError) -> Findings {
    let mend = format!("edit {}", file.display());
    match error {
        SettingsError::Values(problems) => problems
            .iter()
            .map(|one| Finding::broken(one.place, one.problem, &mend))
            .collect(),
        SettingsError::File(_) | SettingsError::Form(_) => {
            [Finding::broken("settings", whole(error), &mend)]
                .into_iter()
                .collect()
        }
    }
}

fn installation(settings: &Settings) -> Finding {
    let installation = &settings.installation;
    let seen = format!("{} ({})", installation.name, installation.id);
    Finding::well("installation", seen)
}

fn authorities(settings: &Settings) -> Finding {
    let what = "installation.authorities";
    match settings.authorities() {
        Ok(pinned) => {
            let names: Vec<_> = pinned.iter().map(|one| one.name().to_owned()).collect();
            Finding::well(what, names.join(" and "))
        }
        Err(error) => {
            let mend = "copy the lines `ginnel-keys authority new` printed at each organisation";
            Finding::broken(what, error.to_string(), mend)
        }
    }
}

fn listener(what: &'static str, bind: SocketAddr) -> Finding {
    if bind.ip().is_loopback() {
        return Finding::well(what, format!("http://{bind}, this machine only"));
    }
    let mend = "nothing here encrypts: let only the proxy that ends TLS reach this address";
    Finding::look(what, format!("http://{bind}, other machines too"), mend)
}

/// Which languages are offered, and which of them nobody who speaks them has read yet.
fn languages(public: &PublicSettings) -> Finding {
    let what = "public.languages";
    let named = |langs: &[Lang]| {
        let names: Vec<_> = langs.iter().map(|lang| lang.name).collect();
        names.join(", ")
    };
    let offered: Vec<_> = public.offered().collect();
    let unread: Vec<_> = offered.iter().filter_map(Lang::awaiting_check).collect();
    let lacks = |lang: &Lang| !lang.lacks().is_empty();
    let lacking: Vec<_> = offered.iter().copied().filter(lacks).collect();
    if unread.is_empty() && lacking.is_empty() {
        return Finding::well(what, named(&offered));
    }
    let but = |what: &str, names: &str| match names {
        "" => String::new(),
        some => format!("; {what}: {some}"),
    };
    let seen = [
        named(&offered),
        but(
            "machine-made, not yet checked by a native reader",
            &unread.join(", "),
        ),
        but("in part in English", &named(&lacking)),
    ];
    let mend = "have a native reader check it, or take it out of public.languages";
    Finding::look(what, seen.concat(), mend)
}

/// Whom the pages name, and whether the notice about personal data is theirs.
fn contacts(public: &PublicSettings) -> [Finding; 2] {
    let contacts = &public.contacts;
    let named = [
        ("responsible", &contacts.responsible),
        ("accessibility", &contacts.accessibility),
        ("paper", &contacts.paper),
    ];
    let unsaid = named.iter().filter(|(_, line)| line.is_none());
    let unsaid: Vec<_> = unsaid.map(|(name, _)| *name).collect();
    let what = "public.contacts";
    let named = match unsaid.as_slice() {
        [] => Finding::well(what, "every page that names somebody does"),
        some => {
            let seen = format!("not said: {}; the pages say so", some.join(", "));
            Finding::look(what, seen, "write them into the section [public.contacts]")
        }
    };
    let what = "privacy notice";
    let approved = if contacts.privacy_notice_approved {
        Finding::well(what, "approved by who is responsible")
    } else {
        let seen = "its legal bases (Data Protection Act 2018 part 3, UK GDPR article 6(1)(e)) are to be \
            confirmed by the force";
        let mend = "have it approved, then say public.contacts.privacy_notice_approved = true";
        Finding::look(what, seen, mend)
    };
    [named, approved]
}

fn proxies(settings: &Settings) -> Finding {
    let what = "public.trusted_proxies";
    let trusted = &settings.public.trusted_proxies;
    if trusted.is_empty() {
        let mend = "behind a proxy all reporters share one limit until its address stands here";
        return Finding::look(what, "none", mend);
    }
    Finding::well(what, trusted.join(", "))
}

fn data(place: &Place) -> Vec<Finding> {
    let what = "folders.data";
    let path = place.folder.path();
    let seen = path.display().to_string();
    let mut findings = vec![match place.folder.is_private() {
        Ok(true) => Finding::well(what, seen),
        Ok(false) => {
            let mend = format!("chmod 700 {}", path.display());
            Finding::broken(what, format!("{seen} can be reached by other users"), mend)
        }
        Err(error) => {
            let mend = "begin the installation with `ginnel init`, or restore it";
            Finding::broken(what, format!("{seen}: {error}"), mend)
        }
    }];
    let here = place.settings.is_on_this_machine_only();
    if place.folder.holds_a_demonstration() && !here {
        let mend = "serve it on loopback addresses only, or begin a real installation elsewhere";
        findings.push(Finding::broken(what, "holds a demonstration", mend));
    }
    findings
}

fn key(place: &Place) -> Finding {
    let what = "signin.key";
    match place.folder.read_sign_in_key() {
        Ok(_) => Finding::well(what, "is there, for its owner only"),
        Err(error @ FolderError::OpenSignInKey) => {
            let mend = format!("chmod 600 {}", place.folder.sign_in_key().display());
            Finding::broken(what, error.to_string(), mend)
        }
        Err(error) => {
            let mend = "restore it from the backup: no officer can sign in without it";
            Finding::broken(what, whole(&error), mend)
        }
    }
}

/// Reads the passphrase, too; connects to nobody.
fn mail(settings: &Settings) -> Finding {
    let what = "mail";
    let Some(mail) = &settings.mail else {
        let mend = "say who is mailed that something may be waiting, in the section [mail]";
        return Finding::look(what, "nobody is mailed", mend);
    };
    let plan = match mail.post().and_then(|_| Ok(mail.plan()?)) {
        Ok(plan) => plan,
        Err(error) => return Finding::broken(what, whole(&error), "edit the section [mail]"),
    };
    if let Some(folder) = &mail.folder {
        let seen = format!("files in {}, nobody is sent one", folder.display());
        return Finding::look(what, seen, "take mail.folder out to send mails");
    }
    let (desk, supervisors) = (Audience::Desk, Audience::Supervisors);
    if !plan.book.has(Desk::Triage, desk) || !plan.book.has(Desk::Triage, supervisors) {
        let mend = "write addresses into mail.desks for triage, and into mail.supervisors";
        return Finding::look(what, "an alarm of triage would not reach everybody", mend);
    }
    let desks: Vec<_> = plan.book.desks().map(|desk| desk.to_string()).collect();
    Finding::well(what, desks.join(", "))
}

/// Whether the storage of files could be asked; it is not.
fn storage(settings: &Settings) -> Option<Finding> {
    let what = "blobs.s3";
    let s3 = settings.blobs.s3.as_ref()?;
    Some(match s3.objects() {
        Ok(_) => Finding::well(what, s3.endpoint.clone()),
        Err(error) => Finding::broken(what, whole(&error), "edit the section [blobs.s3]"),
    })
}

fn pages(site: Option<&Path>) -> Finding {
    let what = "folders.site";
    let mend = "name the folder `bundle` made";
    let Some(site) = site else {
        return Finding::broken(what, "is not said", mend);
    };
    match Site::load(site) {
        Ok(_) => Finding::well(what, site.display().to_string()),
        Err(error) => Finding::broken(what, whole(&error), mend),
    }
}
