//! Makes a partnership, or brings one up to date.

use std::path::Path;

use domain::{InstallationId, UnixSeconds};
use notes::Authorities;

use crate::ceremony::{self, DemoCeremony};
use crate::enrol::{self, At, opener};
use crate::error::DemoError;
use crate::kept::{self, DemoOfficer};
use crate::layout::{self, Layout, Passing};
use crate::operator::Operator;
use crate::people::{self, Post};
use crate::server::{Server, check_free};
use crate::settings::{self, Ports};
use crate::told;

/// What a demonstration is made of.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The data folder, made if it is not there.
    pub data: &'a Path,
    /// The `ginnel` program.
    pub ginnel: &'a Path,
    /// The built browser modules.
    pub site: &'a Path,
    /// Where both listeners are to be.
    pub ports: Ports,
    /// Files with the addresses of two databases, store and wrappers; a new one is begun there, else in files.
    pub databases: Option<[&'a Path; 2]>,
    /// The time by which notes are written.
    pub now: UnixSeconds,
}

/// A demonstration that is ready to be served.
#[derive(Debug)]
pub struct Partnership {
    /// The installation.
    pub inst: InstallationId,
    /// Who vouches for its notes.
    pub authorities: Authorities,
    /// Its officers, with their passphrases.
    pub officers: Vec<DemoOfficer>,
    /// Its listeners, once it is served.
    pub ports: Ports,
    /// Whether anything was made or renewed.
    pub changed: bool,
}

/// Takes lines for people.
pub type Tell<'a> = &'a mut dyn FnMut(&str);

impl Partnership {
    /// Makes a demonstration in the data folder, or renews what has ended or soon will.
    ///
    /// Everything goes the way it goes in earnest: with the ceremony's code, the operator's program
    /// and the officers' browser module. What was cut off half-way is gone on with.
    pub fn make(wanted: Wanted<'_>, tell: Tell<'_>) -> Result<Self, DemoError> {
        let layout = Layout::at(wanted.data);
        let operator = Operator {
            program: wanted.ginnel,
            data: wanted.data,
        };
        let (inst, began) = installation(&layout, &operator, wanted, tell)?;
        let ceremony = DemoCeremony::open(&layout, inst, wanted.now.day())?;
        let mut changed = began;
        if ceremony.renew_directories()? {
            tell("Both authorities signed new directories: keys for the next four weeks.");
            changed = true;
        }
        let authorities = ceremony::authorities(&layout)?;
        let mut partnership = Self {
            inst,
            authorities,
            officers: kept::read(&layout)?,
            ports: wanted.ports,
            changed,
        };
        partnership.fill_posts(&layout, &operator, &ceremony, wanted, tell)?;
        partnership.approve(&layout, &operator, &ceremony, tell)?;
        partnership.write_down(&layout)?;
        Ok(partnership)
    }

    /// Writes `DEMO.txt`, by the settings as they are now.
    fn write_down(&self, layout: &Layout) -> Result<(), DemoError> {
        let settings = layout::read_if_there(&layout.settings())?;
        let settings = settings.unwrap_or_default();
        let window = settings::window(&settings);
        let window = window.ok_or_else(|| DemoError::Damaged(layout.settings()))?;
        let mails = settings::mails(&settings);
        let text = told::text(&self.officers, self.ports, window, mails.as_deref());
        layout::write_private(&layout.told(), &text)
    }

    /// Invites and enrols whoever is missing, over a server that runs just for that.
    fn fill_posts(
        &mut self,
        layout: &Layout,
        operator: &Operator<'_>,
        ceremony: &DemoCeremony<'_>,
        wanted: Wanted<'_>,
        tell: Tell<'_>,
    ) -> Result<(), DemoError> {
        let known = |post: &Post| self.officers.iter().any(|one| one.name == post.name);
        let missing: Vec<Post> = people::posts()
            .into_iter()
            .filter(|post| !known(post) && ceremony.has_desks_of(post))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        // The first import: from now on tips can be sent, though nobody could open them yet.
        operator.import(ceremony.export()?.path())?;
        check_free(wanted.ports.public)?;
        check_free(wanted.ports.staff)?;
        let server = Server::start(operator, layout, wanted.site, wanted.ports.staff)?;
        let clock = At(wanted.now);
        let mut opener = opener(self.inst, &self.authorities, wanted.ports.staff, clock);
        for post in missing {
            tell(&format!("{} is invited and enrols.", post.name));
            let code = operator.invite(&post)?;
            let enrolled = enrol::enrol(&mut opener, &post.name, &code)?;
            self.officers.push(DemoOfficer {
                name: enrolled.name,
                passphrase: enrolled.passphrase.into_inner(),
                role: post.role,
                desks: post.desks,
                fingerprint: enrolled.fingerprint,
            });
            kept::write(layout, &self.officers)?;
        }
        drop(server);
        self.changed = true;
        Ok(())
    }

    /// Approves the cards, wraps the keys and imports, unless all that is imported already.
    fn approve(
        &mut self,
        layout: &Layout,
        operator: &Operator<'_>,
        ceremony: &DemoCeremony<'_>,
        tell: Tell<'_>,
    ) -> Result<(), DemoError> {
        let imported = layout::read_if_there(&layout.imported())?;
        if !self.changed && imported == Some(ceremony.serials()?) && !ceremony.rosters_end_soon()? {
            return Ok(());
        }
        let folder = Passing::at(layout.below("cards"));
        operator.cards(folder.path())?;
        let cards = ceremony.read_cards(&folder)?;
        if ceremony.renew_rosters(&self.officers, &cards)? > 0 {
            tell("Every card was approved by its six words; both authorities signed the rosters.");
        }
        let wrapped = ceremony.wrap()?;
        operator.import(ceremony.export()?.path())?;
        layout::write_private(&layout.imported(), &ceremony.serials()?)?;
        tell(&format!(
            "{wrapped} keys are wrapped to the officers and imported."
        ));
        self.changed = true;
        Ok(())
    }
}

/// Finds the installation, or makes it. Answers its id, and whether it is new.
fn installation(
    layout: &Layout,
    operator: &Operator<'_>,
    wanted: Wanted<'_>,
    tell: Tell<'_>,
) -> Result<(InstallationId, bool), DemoError> {
    let path = layout.settings();
    let begun = layout.ceremony().exists();
    if let Some(text) = layout::read_if_there(&path)?
        && (begun || !ceremony::has_authorities(layout))
    {
        if !begun {
            return Err(DemoError::NotADemo(layout.data().into()));
        }
        let inst = settings::installation(&text).ok_or(DemoError::Damaged(path.clone()))?;
        if let Some(moved) = settings::with_ports(&text, wanted.ports) {
            layout::write_private(&path, &moved)?;
            tell("The listeners have other ports now.");
        }
        return Ok((inst, false));
    }
    layout.create()?;
    let authorities = ceremony::authorities(layout)?;
    let said = operator.init(wanted.databases)?;
    let inst = said
        .split_whitespace()
        .rev()
        .find_map(|word| word.parse().ok());
    let inst = inst.ok_or(DemoError::NotADemo(layout.data().into()))?;
    layout::write_private(
        &path,
        &settings::write(inst, &authorities, wanted.ports, wanted.databases),
    )?;
    tell(&format!(
        "A demonstration begins in {}.",
        layout.data().display()
    ));
    Ok((inst, true))
}
