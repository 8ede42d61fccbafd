//! `card show`.

use std::path::PathBuf;

use clap::Subcommand;
use ginnel_keys::card;

use super::{InFolder, Run, next, read};

/// The cards that officers' browsers make at enrolment.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Prints a card's six words, to compare with what the officer reads out.
    ///
    /// Have the officer read first, from their own screen, by telephone or in person; then look.
    Show {
        #[command(flatten)]
        folder: InFolder,
        /// The card, from `ginnel officer cards`.
        card: PathBuf,
    },
}

impl Command {
    pub(crate) fn run(self, run: &mut Run<'_>) -> anyhow::Result<()> {
        let Self::Show { folder, card } = self;
        let ceremony = folder.open(run)?;
        let card = card::read(&read(&card)?, ceremony.inst())?;
        writeln!(run.out, "officer {}", card.officer())?;
        writeln!(run.out, "{}", card::six_words(&card))?;
        next(
            run,
            "`roster add`, with the words the officer read to you, not these.",
        )
    }
}
