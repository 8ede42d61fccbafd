//! Other ways to report: only what was checked in a published source.

/// One row of `data/helplines.csv`; name and use are looked up as `helpline-<id>` and `…-when`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Helpline {
    pub(crate) id: &'static str,
    pub(crate) phone: Option<&'static str>,
    pub(crate) web: Option<&'static str>,
    /// What it is for.
    pub(crate) group: &'static str,
    verified: &'static str,
}

/// Every row, in the order shown.
pub(crate) fn all() -> impl Iterator<Item = Helpline> {
    let rows = include_str!("../data/helplines.csv").lines().skip(1);
    rows.filter_map(Helpline::read)
        .filter(Helpline::is_verified)
}

/// The row with this id.
pub(crate) fn find(id: &str) -> Option<Helpline> {
    all().find(|helpline| helpline.id == id)
}

impl Helpline {
    fn read(row: &'static str) -> Option<Self> {
        let mut cells = row.split(',');
        let mut cell = || cells.next();
        Some(Self {
            id: cell()?,
            phone: cell().filter(|phone| !phone.is_empty()),
            web: cell().filter(|web| !web.is_empty()),
            group: cell()?,
            verified: cell()?,
        })
    }

    fn is_verified(&self) -> bool {
        self.verified.starts_with("verified")
    }

    /// The telephone link, digits only.
    pub(crate) fn tel(&self) -> Option<String> {
        self.phone
            .map(|phone| format!("tel:{}", phone.replace(' ', "")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_verified_rows_are_shown_and_none_is_lost() {
        let rows = include_str!("../data/helplines.csv").lines().count() - 1;
        assert_eq!(all().count(), rows);
        let unverified = Helpline::read("x,1,,police,memory only,nobody").unwrap();
        assert!(!unverified.is_verified());
    }

    #[test]
    fn a_telephone_link_has_no_spaces() {
        let line = find("crimestoppers").unwrap();
        assert_eq!(line.tel().as_deref(), Some("tel:0800555111"));
    }
}
