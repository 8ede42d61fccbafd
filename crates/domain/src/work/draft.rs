//! From half-done work to a report that may be sealed.

use std::ops::RangeInclusive;

use super::problem::{GradePart, ReportField, ReportRule, WorkProblem};
use super::{ItemDraft, Work};
use crate::calendar::Day;
use crate::category::Category;
use crate::desk::Desk;
use crate::grade::{Assessment, Grade, Handling, Source};
use crate::id::{InstallationId, OfficerId, ReportId};
use crate::priority::Priority;
use crate::report::{
    CHANGED_MAX, Correction, Marking, REPORT_CONTEXT, REPORT_TEXT_MAX, Report, ReportItem,
    TITLE_MAX,
};

/// Most items in one report.
pub const ITEMS_MAX: usize = 20;
/// Most bytes of UTF-8 in the purpose.
pub const PURPOSE_MAX: usize = 500;
/// A report stays so many days at least: nobody could act on it in less.
pub const REVIEW_DAYS_MIN: i32 = 28;
/// A report stays until the end of this month from now at most, whatever a setting or a form says.
pub const REVIEW_MONTHS_MAX: u16 = 120;

/// The days on which a report that is sent today may be reviewed.
pub(super) fn reviews(today: Day) -> RangeInclusive<Day> {
    today.plus(REVIEW_DAYS_MIN)..=today.month().plus(REVIEW_MONTHS_MAX).last_day()
}

/// A report that passed every rule, not yet made out to a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportDraft {
    marking: Marking,
    priority: Priority,
    category: Category,
    intelligence_day: Option<Day>,
    title: String,
    items: Vec<ReportItem>,
    provenance: String,
    grade: Grade,
    purpose: String,
    review: Day,
    desks: Vec<Desk>,
    acting: Option<Vec<Desk>>,
    created: Day,
    version: u32,
    what_changed: String,
}

impl ReportDraft {
    /// The desks it goes to: at least one, each once, each takes reports.
    pub fn desks(&self) -> &[Desk] {
        &self.desks
    }

    /// Which version it is, from 1.
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// A report made out, in the place of one that its desk has.
    pub fn replacing(&self, report: Report, replaces: ReportId) -> Report {
        let correction = Some(Correction {
            version: self.version,
            replaces: Some(replaces),
            what_changed: self.what_changed.clone(),
        });
        Report {
            correction,
            ..report
        }
    }

    /// The report for one of its desks, which had none before.
    pub fn made_out(
        &self,
        inst: InstallationId,
        report: ReportId,
        desk: Desk,
        reference: &str,
        author: OfficerId,
    ) -> Report {
        Report {
            ctx: REPORT_CONTEXT.into(),
            inst,
            report,
            desk,
            reference: reference.into(),
            marking: self.marking,
            priority: self.priority,
            category: self.category,
            created: self.created,
            intelligence_day: self.intelligence_day,
            title: self.title.clone(),
            items: self.items.clone(),
            provenance: self.provenance.clone(),
            grade: self.grade.clone(),
            pii_considered: true,
            purpose: self.purpose.clone(),
            review: self.review,
            author,
            acting: self.acting.clone(),
            correction: (self.version > 1).then(|| Correction {
                version: self.version,
                replaces: None,
                what_changed: String::new(),
            }),
        }
    }

    /// Of work that is whole; its review must lie in these days.
    pub(super) fn of(
        work: &Work,
        today: Day,
        reviews: RangeInclusive<Day>,
    ) -> Result<Self, Vec<WorkProblem>> {
        let mut check = Check::default();
        let priority = check.needs(work.priority, ReportField::Priority);
        check.problems.extend(work.threat_problems());
        let title = check.line(&work.title, TITLE_MAX, ReportField::Title);
        let items = check.items(&work.items);
        let provenance = check.line(&work.provenance, REPORT_TEXT_MAX, ReportField::Provenance);
        let grade = work.grade.check();
        let grade = check.grade(grade, |part| ReportField::Grade { part });
        check.handling(&items, grade.as_ref());
        let version = work.next_version();
        let changed = work.what_changed.as_deref().unwrap_or_default();
        let what_changed = match version {
            1 => String::new(),
            _ => check.line(changed, CHANGED_MAX, ReportField::Changed),
        };
        check.budget(&items, &[&provenance, &what_changed], grade.as_ref());
        check.rule(work.pii_considered, ReportField::Pii, ReportRule::Missing);
        let purpose = check.line(&work.purpose, PURPOSE_MAX, ReportField::Purpose);
        let review = check.review(work.review, &reviews);
        let acting = check.desks(work);
        let (Some(priority), Some(grade), Some(review), true) =
            (priority, grade, review, check.problems.is_empty())
        else {
            return Err(check.problems);
        };
        Ok(Self {
            marking: work.marking,
            priority,
            category: work.category,
            intelligence_day: work.intelligence_day,
            title,
            items,
            provenance,
            grade,
            purpose,
            review,
            desks: work.desks.clone(),
            acting,
            created: today,
            version,
            what_changed,
        })
    }
}

/// Collects problems in form order.
#[derive(Default)]
struct Check {
    problems: Vec<WorkProblem>,
}

impl Check {
    fn rule(&mut self, met: bool, field: ReportField, rule: ReportRule) {
        if !met {
            self.problems.push(WorkProblem { field, rule });
        }
    }

    fn needs<T>(&mut self, value: Option<T>, field: ReportField) -> Option<T> {
        self.rule(value.is_some(), field, ReportRule::Missing);
        value
    }

    fn line(&mut self, text: &str, most: usize, field: ReportField) -> String {
        let text = text.trim();
        self.rule(!text.is_empty(), field, ReportRule::Missing);
        self.rule(text.len() <= most, field, ReportRule::TooLong);
        text.to_owned()
    }

    fn items(&mut self, drafts: &[ItemDraft]) -> Vec<ReportItem> {
        self.rule(!drafts.is_empty(), ReportField::Items, ReportRule::Missing);
        let few = drafts.len() <= ITEMS_MAX;
        self.rule(few, ReportField::Items, ReportRule::TooMany);
        let numbered = (1..).zip(drafts.iter().take(ITEMS_MAX));
        numbered
            .filter_map(|(item, draft)| {
                let field = ReportField::ItemText { item };
                let text = self.line(&draft.text, REPORT_TEXT_MAX, field);
                let grade = self.grade(draft.grade.check(), |part| ReportField::ItemGrade {
                    item,
                    part,
                })?;
                Some(ReportItem { text, grade })
            })
            .collect()
    }

    fn grade(
        &mut self,
        grade: Result<Grade, Vec<(GradePart, ReportRule)>>,
        field: impl Fn(GradePart) -> ReportField,
    ) -> Option<Grade> {
        let problems = match grade {
            Ok(grade) => return Some(grade),
            Err(problems) => problems,
        };
        for (part, rule) in problems {
            self.rule(false, field(part), rule);
        }
        None
    }

    /// A list shows the grade of the whole: it must not promise freer sharing than an item allows.
    fn handling(&mut self, items: &[ReportItem], grade: Option<&Grade>) {
        let conditional = |grade: &Grade| grade.handling.code() == 'C';
        let an_item = items.iter().any(|item| conditional(&item.grade));
        let field = ReportField::Grade {
            part: GradePart::Handling,
        };
        let met = !an_item || grade.is_none_or(conditional);
        self.rule(met, field, ReportRule::LooserThanItems);
    }

    /// All texts of a report share one frame.
    fn budget(&mut self, items: &[ReportItem], others: &[&str], grade: Option<&Grade>) {
        let items = items
            .iter()
            .map(|item| item.text.len().saturating_add(reasons_len(&item.grade)));
        let others = others.iter().map(|text| text.len());
        let rest = others.fold(grade.map_or(0, reasons_len), usize::saturating_add);
        let whole = items.fold(rest, usize::saturating_add);
        self.rule(
            whole <= REPORT_TEXT_MAX,
            ReportField::Items,
            ReportRule::TooLong,
        );
    }

    fn review(&mut self, review: Option<Day>, reviews: &RangeInclusive<Day>) -> Option<Day> {
        let review = self.needs(review, ReportField::Review)?;
        let field = ReportField::Review;
        self.rule(review >= *reviews.start(), field, ReportRule::TooSoon);
        self.rule(review <= *reviews.end(), field, ReportRule::TooLate);
        Some(review)
    }

    /// The desks that are to act, if others only get to know.
    fn desks(&mut self, work: &Work) -> Option<Vec<Desk>> {
        let desks = &work.desks;
        let field = ReportField::Desks;
        self.rule(!desks.is_empty(), field, ReportRule::Missing);
        let receive = desks.iter().all(|desk| desk.receives_reports());
        self.rule(receive, field, ReportRule::NotAReceiver);
        let mut sorted = desks.clone();
        sorted.sort();
        sorted.dedup();
        self.rule(sorted.len() == desks.len(), field, ReportRule::Twice);
        let acting = desks.iter().copied().filter(|desk| !work.informs(*desk));
        let acting: Vec<Desk> = acting.collect();
        let somebody = desks.is_empty() || !acting.is_empty();
        self.rule(somebody, field, ReportRule::NobodyActs);
        (acting.len() < desks.len()).then_some(acting)
    }
}

/// Bytes of reasons and conditions in a grade.
fn reasons_len(grade: &Grade) -> usize {
    let source = match &grade.source {
        Source::NotReliable(why) => why.as_str().len(),
        Source::Reliable | Source::Untested => 0,
    };
    let assessment = match &grade.assessment {
        Assessment::SuspectedFalse(why) => why.as_str().len(),
        Assessment::KnownDirectly
        | Assessment::Corroborated
        | Assessment::KnownIndirectly
        | Assessment::NotKnown => 0,
    };
    let handling = match &grade.handling {
        Handling::Permitted => 0,
        Handling::Conditional { conditions, .. } => conditions.as_str().len(),
    };
    source.saturating_add(assessment).saturating_add(handling)
}
