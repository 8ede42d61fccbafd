//! Which tips a list shows.

use domain::answers::Area;
use domain::console::{CardView, TipView};
use domain::work::WorkState;
use domain::{Category, District, Priority};

use super::clock;
use crate::search::Query;

/// What an officer asked to see; everything unless said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    pub(crate) words: Query,
    pub(crate) priority: Option<Priority>,
    pub(crate) category: Option<Category>,
    pub(crate) district: Option<District>,
    pub(crate) language: Option<String>,
    pub(crate) stage: Option<Stage>,
    pub(crate) overdue: bool,
    pub(crate) files: bool,
    pub(crate) unclaimed: bool,
}

/// How far an accepted tip has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    New,
    Begun,
    Over,
}

impl Stage {
    pub(crate) const ALL: [(Self, &str); 3] = [
        (Self::New, "Nobody has begun"),
        (Self::Begun, "In progress"),
        (Self::Over, "Finished"),
    ];

    fn holds(self, state: WorkState) -> bool {
        match self {
            Self::New => state == WorkState::New,
            Self::Begun => state != WorkState::New && !state.is_over(),
            Self::Over => state.is_over(),
        }
    }
}

impl Filter {
    /// Whether it leaves anything out.
    pub(crate) fn is_set(&self) -> bool {
        *self != Self::default()
    }

    /// How many of its parts are set, the words left out.
    pub(crate) fn parts(&self) -> usize {
        let set = [
            self.priority.is_some(),
            self.category.is_some(),
            self.district.is_some(),
            self.language.is_some(),
            self.stage.is_some(),
            self.overdue,
            self.files,
            self.unclaimed,
        ];
        set.into_iter().filter(|set| *set).count()
    }

    /// Whether a waiting tip is shown, its words and its clock left aside.
    pub(crate) fn holds_tip(&self, tip: &TipView) -> bool {
        let answers = tip.answers.as_ref();
        let about = |wanted| answers.is_some_and(|answers| answers.about.contains(&wanted));
        let in_area = |wanted| answers.is_some_and(|one| one.areas.contains(&Area::In(wanted)));
        self.priority.is_none_or(|one| clock::of_tip(tip) == one)
            && self.category.is_none_or(about)
            && self.district.is_none_or(in_area)
            && self
                .language
                .as_ref()
                .is_none_or(|one| tip.lang.as_str() == one)
            && (!self.files || tip.has_files)
    }

    /// Whether an accepted tip is shown, its words and its clock left aside. One that cannot be read is
    /// always shown.
    pub(crate) fn holds_card(&self, card: &CardView) -> bool {
        let Ok(face) = &card.card else { return true };
        self.priority.is_none_or(|one| clock::of_card(face) == one)
            && self.category.is_none_or(|one| face.category == one)
            && self
                .district
                .is_none_or(|one| face.areas.contains(&Area::In(one)))
            && self.stage.is_none_or(|one| one.holds(face.state))
            && (!self.unclaimed || card.claim.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::answers::tests::tip;
    use domain::answers::Danger;

    #[test]
    fn each_part_of_a_filter_leaves_out_what_is_not_asked_for() {
        let mut one = tip(1, Danger::Unsaid, 0);
        one.answers.as_mut().unwrap().areas = vec![Area::In(District::Leeds)];
        let holds = |set: fn(&mut Filter)| {
            let mut filter = Filter::default();
            set(&mut filter);
            assert!(filter.is_set() && filter.parts() == 1);
            filter.holds_tip(&one)
        };
        assert!(Filter::default().holds_tip(&one) && !Filter::default().is_set());
        assert!(holds(|filter| filter.priority = Some(Priority::P1)));
        assert!(!holds(|filter| filter.priority = Some(Priority::P2)));
        assert!(holds(|filter| filter.category = Some(Category::DrugsSupply)));
        assert!(!holds(|filter| filter.category = Some(Category::Cyber)));
        assert!(holds(|filter| filter.district = Some(District::Leeds)));
        assert!(!holds(|filter| filter.district = Some(District::Kirklees)));
        assert!(!holds(|filter| filter.language = Some("ur".into())));
        assert!(!holds(|filter| filter.files = true));
    }

    #[test]
    fn stages_tell_states_apart() {
        let reason = domain::work::CloseReason::Known;
        assert!(Stage::New.holds(WorkState::New) && !Stage::Begun.holds(WorkState::New));
        assert!(Stage::Begun.holds(WorkState::InProgress));
        assert!(Stage::Over.holds(WorkState::Routed));
        assert!(Stage::Over.holds(WorkState::Closed(reason)));
    }
}
