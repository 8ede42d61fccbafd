//! How big a page is drawn. The size stands in the address, like the language: nothing is stored.

/// How big a page is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Print {
    /// As everybody gets it.
    Usual,
    /// Half as big again.
    Large,
}

impl Print {
    /// Both, the one whose folder lies in the other's first.
    pub(crate) const ALL: [Self; 2] = [Self::Large, Self::Usual];

    /// Where its pages lie in the folder of a language.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::Usual => "",
            Self::Large => "large/",
        }
    }

    /// What the document says of itself, for the styles.
    pub(crate) const fn name(self) -> Option<&'static str> {
        match self {
            Self::Usual => None,
            Self::Large => Some("large"),
        }
    }

    /// The size of the pages beside this one, such as `/en/large/check`.
    pub(crate) fn of(path: &str) -> Self {
        let large = Self::Large.folder().trim_end_matches('/');
        if path.split('/').nth(2) == Some(large) {
            Self::Large
        } else {
            Self::Usual
        }
    }

    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Usual => Self::Large,
            Self::Large => Self::Usual,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_the_size() {
        for (path, print) in [
            ("/en/large/", Print::Large),
            ("/en/large", Print::Large),
            ("/en/large/check", Print::Large),
            ("/en/", Print::Usual),
            ("/en/larger", Print::Usual),
            ("/large/en", Print::Usual),
            ("", Print::Usual),
        ] {
            assert_eq!(Print::of(path), print, "{path}");
        }
    }
}
