//! What a tip can be about: the threat categories a reporter chooses from.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::desk::{Team, as_text, coded};
use crate::priority::Priority;

/// The text names no category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no category has this name")]
pub struct UnknownCategory;

coded! {
    /// A threat category. The label is the short name staff use; residents read what is asked.
    Category {
        /// Drug dealing.
        DrugsSupply = "drugs_supply", "Drugs supply";
        /// Young or vulnerable people used to carry or sell drugs.
        CountyLines = "county_lines", "County lines";
        /// A cannabis farm or drug factory.
        CannabisGrow = "cannabis_grow", "Cannabis cultivation";
        /// Guns.
        Firearms = "firearms", "Firearms";
        /// Street gangs, knives or violence.
        KnivesGangs = "knives_gangs", "Urban street gangs";
        /// People forced to work, beg or sell sex.
        ModernSlavery = "modern_slavery", "Modern slavery";
        /// People smuggling.
        OrganisedImmigration = "organised_immigration", "Organised immigration crime";
        /// A child being sexually or criminally exploited.
        ChildExploitation = "child_exploitation", "Child exploitation";
        /// A vulnerable adult used, or their home taken over.
        AdultExploitation = "adult_exploitation", "Adult exploitation, cuckooing";
        /// Organised burglary, robbery or vehicle theft.
        Acquisitive = "acquisitive", "Organised acquisitive crime";
        /// Fraud and scams.
        Fraud = "fraud", "Fraud";
        /// Money laundering, loan sharks, unexplained wealth.
        Money = "money", "Criminal finances";
        /// Cyber crime.
        Cyber = "cyber", "Cyber crime";
        /// Bribery or corruption by an official or professional.
        Corruption = "corruption", "Corruption";
        /// Fake or illegal goods, tobacco or vapes.
        Counterfeit = "counterfeit", "Counterfeit goods";
        /// Terrorism or extremism.
        Terrorism = "terrorism", "Terrorism";
        /// Something else.
        Other = "other", "Other";
        /// The reporter is not sure.
        NotSure = "not_sure", "Not sure";
    }
}

impl Category {
    /// What the form calls it in English: the words a reporter ticks, whatever the language.
    pub const fn asked(self) -> &'static str {
        match self {
            Self::DrugsSupply => "Drug dealing",
            Self::CountyLines => {
                "County lines: young or vulnerable people used to carry or sell drugs"
            }
            Self::CannabisGrow => "Cannabis farm or drug factory",
            Self::Firearms => "Guns",
            Self::KnivesGangs => "Street gangs, knives or violence",
            Self::ModernSlavery => "People forced to work, beg or sell sex",
            Self::OrganisedImmigration => "People smuggling",
            Self::ChildExploitation => "A child being sexually or criminally exploited",
            Self::AdultExploitation => {
                "A vulnerable adult used or their home taken over (cuckooing)"
            }
            Self::Acquisitive => "Organised burglary, robbery or vehicle theft",
            Self::Fraud => "Fraud and scams",
            Self::Money => "Money laundering, loan sharks, unexplained wealth",
            Self::Cyber => "Cyber crime",
            Self::Corruption => "Bribery or corruption by an official or professional",
            Self::Counterfeit => "Fake or illegal goods, tobacco or vapes",
            Self::Terrorism => "Terrorism or extremism",
            Self::Other => "Something else",
            Self::NotSure => "I am not sure",
        }
    }

    /// The specialist teams that work on this category, most likely first.
    pub const fn teams(self) -> &'static [Team] {
        match self {
            Self::DrugsSupply | Self::KnivesGangs | Self::Acquisitive => &[Team::PrecisionSocu],
            Self::CountyLines => &[Team::PrecisionSocu, Team::Safeguarding],
            Self::CannabisGrow => &[Team::PrecisionSocu, Team::Msht],
            Self::Firearms => &[Team::Firearms],
            Self::ModernSlavery => &[Team::Msht],
            Self::OrganisedImmigration => &[Team::Msht, Team::InternationalFno],
            Self::ChildExploitation | Self::AdultExploitation => &[Team::Safeguarding],
            Self::Fraud | Self::Money | Self::Corruption => &[Team::EconomicCrime],
            Self::Cyber => &[Team::Cyber],
            Self::Counterfeit | Self::Terrorism | Self::Other | Self::NotSure => &[],
        }
    }

    /// The lowest priority a tip of this category may be given without a second thought.
    pub const fn minimum_priority(self) -> Option<Priority> {
        match self {
            Self::Firearms | Self::ModernSlavery | Self::ChildExploitation => Some(Priority::P2),
            _ => None,
        }
    }

    /// Whether the way through triage is closed to this category: it shows other routes instead.
    pub const fn has_its_own_way(self) -> bool {
        matches!(self, Self::Corruption)
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Category {
    type Err = UnknownCategory;
    fn from_str(text: &str) -> Result<Self, UnknownCategory> {
        Self::from_code(text).ok_or(UnknownCategory)
    }
}
as_text!(Category);
