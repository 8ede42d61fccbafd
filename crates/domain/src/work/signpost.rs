//! Signposts: help that a reporter, or somebody at risk, is pointed to or referred to.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::Work;
use super::problem::{ReportField, ReportRule, WorkProblem};
use crate::answers::{Answers, Danger};
use crate::calendar::Day;
use crate::category::Category;
use crate::id::OfficerId;
use crate::question::Field;

/// Most bytes of UTF-8 in each line of a [`Referral`], and in why nothing is needed.
pub const SIGNPOST_LINE_MAX: usize = 200;

/// Where somebody is pointed to, or referred.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Encode, Decode,
)]
#[serde(rename_all = "snake_case")]
#[cbor(index_only)]
pub enum Signpost {
    /// A child at risk: the district's front door.
    #[n(0)]
    ChildSafeguarding,
    /// An adult at risk: the district's adult social care.
    #[n(1)]
    AdultSafeguarding,
    /// Modern slavery: the National Referral Mechanism, which first responders alone refer to.
    #[n(2)]
    ModernSlavery,
    /// Anybody affected by crime.
    #[n(3)]
    VictimSupport,
    /// Whoever lost money to a fraud.
    #[n(4)]
    ReportFraud,
}

impl Signpost {
    /// All of them, those that must be decided about first.
    pub const ALL: [Self; 5] = [
        Self::ChildSafeguarding,
        Self::AdultSafeguarding,
        Self::ModernSlavery,
        Self::VictimSupport,
        Self::ReportFraud,
    ];

    /// The word in the ids of elements.
    pub const fn id(self) -> &'static str {
        match self {
            Self::ChildSafeguarding => "child",
            Self::AdultSafeguarding => "adult",
            Self::ModernSlavery => "slavery",
            Self::VictimSupport => "victim",
            Self::ReportFraud => "fraud",
        }
    }

    /// Why it is suggested, if it is: what the tip is about comes before what was answered.
    pub fn suggested(self, category: Category, answers: Option<&Answers>) -> Option<WhySignpost> {
        let ticked = answers.into_iter().flat_map(|answers| &answers.about);
        let about = std::iter::once(&category).chain(ticked);
        let mut about = about.filter(|one| self.is_for(**one));
        if let Some(category) = about.next() {
            return Some(WhySignpost::About(*category));
        }
        let answers = answers?;
        let at_risk = |who: &str| answers.details.of(Field::RiskWho).any(|one| one == who);
        match self {
            Self::ChildSafeguarding => at_risk("child").then_some(WhySignpost::ChildAtRisk),
            Self::AdultSafeguarding => at_risk("adult").then_some(WhySignpost::AdultAtRisk),
            Self::VictimSupport => (answers.danger != Danger::No).then_some(WhySignpost::InDanger),
            Self::ModernSlavery | Self::ReportFraud => None,
        }
    }

    const fn is_for(self, category: Category) -> bool {
        match self {
            Self::ChildSafeguarding => matches!(
                category,
                Category::ChildExploitation | Category::CountyLines
            ),
            Self::AdultSafeguarding => matches!(category, Category::AdultExploitation),
            Self::ModernSlavery => matches!(category, Category::ModernSlavery),
            Self::VictimSupport => matches!(
                category,
                Category::KnivesGangs | Category::Acquisitive | Category::ModernSlavery
            ),
            Self::ReportFraud => matches!(category, Category::Fraud | Category::Cyber),
        }
    }

    /// Whether a tip about this is neither sent nor closed before an officer has decided about it.
    const fn is_asked_by(self, category: Category) -> bool {
        match self {
            Self::ChildSafeguarding => matches!(category, Category::ChildExploitation),
            Self::ModernSlavery => matches!(category, Category::ModernSlavery),
            Self::AdultSafeguarding | Self::VictimSupport | Self::ReportFraud => false,
        }
    }
}

/// Why a signpost is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhySignpost {
    /// The tip is about this.
    About(Category),
    /// The reporter said that a child is at risk.
    ChildAtRisk,
    /// The reporter said that an adult is at risk.
    AdultAtRisk,
    /// The reporter spoke of danger.
    InDanger,
}

/// A signpost, and what was decided about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Signposting {
    /// Which one.
    #[n(0)]
    pub signpost: Signpost,
    /// What was decided last; none while it is only asked for.
    #[n(1)]
    pub decided: Option<Signposted>,
}

/// A decision, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Signposted {
    /// What it is.
    #[n(0)]
    pub decision: SignpostDecision,
    /// The day.
    #[n(1)]
    pub day: Day,
    /// Who decided.
    #[n(2)]
    pub by: OfficerId,
}

/// What is done about a signpost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Encode, Decode)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum SignpostDecision {
    /// The reporter was told of it, in a reply.
    #[n(0)]
    Told {
        /// The reply's number in the conversation.
        #[n(0)]
        seq: u32,
    },
    /// An officer referred somebody at risk: never the reporter, whom nobody knows.
    #[n(1)]
    Referred {
        /// To whom, and on what ground.
        #[n(0)]
        referral: Referral,
    },
    /// Nothing is to be done.
    #[n(2)]
    NotNeeded {
        /// Why.
        #[n(0)]
        because: String,
    },
}

/// A referral that an officer made by the usual channels.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Encode, Decode)]
#[cbor(map)]
pub struct Referral {
    /// The day it was made.
    #[n(0)]
    pub day: Option<Day>,
    /// Who took it.
    #[n(1)]
    pub to: String,
    /// Their number for it.
    #[n(2)]
    pub reference: String,
    /// What it was made for.
    #[n(3)]
    pub purpose: String,
    /// What allows it: a law, an agreement, consent.
    #[n(4)]
    pub basis: String,
}

/// A part of what is said of a signpost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignpostPart {
    /// What is decided at all.
    Decision,
    /// Why nothing is needed.
    Because,
    /// The day of a referral.
    Day,
    /// Who took it.
    To,
    /// Their number for it.
    Reference,
    /// What it was made for.
    Purpose,
    /// What allows it.
    Basis,
}

impl SignpostPart {
    /// What follows the signpost's own word in the id of an element.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Decision => "",
            Self::Because => "-because",
            Self::Day => "-day",
            Self::To => "-to",
            Self::Reference => "-reference",
            Self::Purpose => "-purpose",
            Self::Basis => "-basis",
        }
    }
}

impl Referral {
    /// The referral without white space around its texts, or what is still missing or too long.
    pub fn checked(&self, today: Day) -> Result<Self, Vec<(SignpostPart, ReportRule)>> {
        let day = match self.day {
            None => Some(ReportRule::Missing),
            Some(day) if day > today => Some(ReportRule::AfterToday),
            Some(_) => None,
        };
        let lines = [
            (SignpostPart::Day, day),
            (SignpostPart::To, line(&self.to)),
            (SignpostPart::Reference, line(&self.reference)),
            (SignpostPart::Purpose, line(&self.purpose)),
            (SignpostPart::Basis, line(&self.basis)),
        ];
        let wrong = lines.into_iter();
        let wrong = wrong.filter_map(|(part, rule)| Some((part, rule?)));
        let wrong: Vec<_> = wrong.collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Self {
            day: self.day,
            to: self.to.trim().into(),
            reference: self.reference.trim().into(),
            purpose: self.purpose.trim().into(),
            basis: self.basis.trim().into(),
        })
    }
}

/// Why nothing is needed, without white space around it, if it is said and not too long.
pub fn not_needed(because: &str) -> Result<String, (SignpostPart, ReportRule)> {
    match line(because) {
        None => Ok(because.trim().into()),
        Some(rule) => Err((SignpostPart::Because, rule)),
    }
}

fn line(text: &str) -> Option<ReportRule> {
    match text.trim().len() {
        0 => Some(ReportRule::Missing),
        1..=SIGNPOST_LINE_MAX => None,
        _ => Some(ReportRule::TooLong),
    }
}

impl Work {
    /// What a tip starts with: the signposts that its answers ask an officer to decide about.
    pub(super) fn asked_signposts(answers: &Answers) -> Option<Vec<Signposting>> {
        let mut all = Vec::new();
        for signpost in Signpost::ALL {
            let about = answers.about.iter();
            let about = about.copied().any(|one| signpost.is_asked_by(one));
            let child = signpost == Signpost::ChildSafeguarding
                && signpost.suggested(Category::NotSure, Some(answers))
                    == Some(WhySignpost::ChildAtRisk);
            if about || child {
                all.push(Signposting {
                    signpost,
                    decided: None,
                });
            }
        }
        (!all.is_empty()).then_some(all)
    }

    /// The signposts that an officer must decide about: those the answers ask for, and those of its category.
    pub fn must_signpost(&self) -> impl Iterator<Item = Signpost> {
        let asked = |one: &Signpost| {
            let mut kept = self.signposts.iter().flatten();
            kept.any(|kept| kept.signpost == *one && kept.decided.is_none())
        };
        let all = Signpost::ALL.into_iter();
        all.filter(move |one| asked(one) || one.is_asked_by(self.category))
    }

    /// What was decided about a signpost last.
    pub fn signposted(&self, signpost: Signpost) -> Option<&Signposted> {
        let mut kept = self.signposts.iter().flatten();
        kept.find(|one| one.signpost == signpost)?.decided.as_ref()
    }

    /// Notes a decision, in the place of an earlier one.
    pub fn decide_signpost(&mut self, signpost: Signpost, decided: Signposted) {
        let kept = self.signposts.get_or_insert_default();
        kept.retain(|one| one.signpost != signpost);
        kept.push(Signposting {
            signpost,
            decided: Some(decided),
        });
    }

    /// Takes over what another tip asks an officer to decide about, which is taken into this one.
    pub fn ask_signposts_of(&mut self, other: &Self) {
        let asked: Vec<Signpost> = other.must_signpost().collect();
        for signpost in asked {
            if other.signposted(signpost).is_some() {
                continue;
            }
            // What was decided here was decided without it.
            let kept = self.signposts.get_or_insert_default();
            kept.retain(|one| one.signpost != signpost);
            kept.push(Signposting {
                signpost,
                decided: None,
            });
        }
    }

    /// The signposts that must be decided about and are not, in their order.
    pub fn signpost_problems(&self) -> Vec<WorkProblem> {
        let open = self.must_signpost();
        let open = open.filter(|one| self.signposted(*one).is_none());
        let problem = |signpost| WorkProblem {
            field: ReportField::Signpost {
                signpost,
                part: SignpostPart::Decision,
            },
            rule: ReportRule::Missing,
        };
        open.map(problem).collect()
    }
}

#[cfg(test)]
mod tests;
