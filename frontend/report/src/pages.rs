//! Every static page, drawn and compressed once, when it is first asked for.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{Mutex, OnceLock, PoisonError};

use actix_web::web::Bytes;
use notes::Sheet as Counted;
use sha2::{Digest, Sha256};

use crate::assets::Assets;
use crate::lang::Lang;
use crate::page::{self, Sheet};
use crate::preferred::preferred;
use crate::print::Print;
use crate::settings::PageSettings;
use crate::words::Words;

/// One static page, the same bytes for everyone.
#[derive(Debug, Clone)]
pub struct Page {
    /// The document.
    pub html: Bytes,
    /// The document, compressed with brotli.
    pub br: Bytes,
    /// SHA-256 of the document in hex, for anyone to compare.
    pub sha256: String,
}

impl Page {
    fn new(html: String) -> Self {
        Self {
            br: compress(&html),
            sha256: hex::encode(Sha256::digest(&html)),
            html: Bytes::from(html),
        }
    }
}

/// Every page, and what is needed to draw those that hold what somebody typed.
///
/// A page that nobody typed into is drawn and compressed when it is first asked for, and kept: a server
/// starts at once, and holds the languages that are read.
pub struct Pages {
    settings: PageSettings,
    assets: Assets,
    words: Vec<Words>,
    at_rest: BTreeMap<String, AtRest>,
    /// By the address of the form.
    lost: BTreeMap<String, AtRest>,
    /// What came of it, by address, and the sheets it was drawn from.
    results: Mutex<BTreeMap<String, Results>>,
}

type Results = (Vec<Counted>, Page);

/// A static page: how it is drawn, and what came of it.
struct AtRest {
    /// Which of the languages offered.
    language: usize,
    print: Print,
    draw: fn(&Sheet<'_>) -> String,
    page: OnceLock<Page>,
}

impl Pages {
    /// Knows the pages of every language offered.
    pub fn new(settings: PageSettings, assets: Assets) -> Self {
        let languages = settings.languages.iter().copied();
        let pages = Self {
            words: languages.map(Words::new).collect(),
            settings,
            assets,
            at_rest: BTreeMap::new(),
            lost: BTreeMap::new(),
            results: Mutex::default(),
        };
        let (mut at_rest, mut lost) = (BTreeMap::new(), BTreeMap::new());
        for (language, words) in pages.words.iter().enumerate() {
            for print in Print::ALL {
                let page = |draw| AtRest {
                    language,
                    print,
                    draw,
                    page: OnceLock::new(),
                };
                let sheet = pages.sheet(words, print);
                for (name, draw) in page::AT_REST {
                    at_rest.insert(sheet.href(name), page(*draw));
                }
                lost.insert(sheet.href(""), page(page::lost_page));
            }
        }
        Self {
            at_rest,
            lost,
            ..pages
        }
    }

    /// The static page at this path, such as `/en/protects`.
    pub fn at(&self, path: &str) -> Option<&Page> {
        self.drawn(self.at_rest.get(path)?)
    }

    fn drawn<'a>(&self, at_rest: &'a AtRest) -> Option<&'a Page> {
        let AtRest {
            language,
            print,
            draw,
            page,
        } = at_rest;
        let words = self.words.get(*language)?;
        Some(page.get_or_init(|| Page::new(draw(&self.sheet(words, *print)))))
    }

    /// The page of what came of it at this path, drawn when the sheets have changed.
    pub(crate) fn results_at(&self, path: &str, sheets: Vec<Counted>) -> Option<Page> {
        let sheet = self.sheet_at(path)?;
        // At worst it is drawn once more.
        let mut drawn = self.results.lock().unwrap_or_else(PoisonError::into_inner);
        let known = drawn.get(path).filter(|(of, _)| *of == sheets);
        if let Some((_, page)) = known {
            return Some(page.clone());
        }
        let page = Page::new(page::results_page(&sheet, Some(&sheets)));
        drawn.insert(sheet.href(page::RESULTS), (sheets, page.clone()));
        Some(page)
    }

    /// What is shown at a path of a language where no page is.
    pub(crate) fn lost_at(&self, path: &str) -> Option<&Page> {
        self.drawn(self.lost.get(&self.sheet_at(path)?.href(""))?)
    }

    /// What is shown at a path of no language where no page is.
    pub(crate) fn lost(&self, accepted: &str) -> Option<&Page> {
        self.lost_at(&self.front(accepted))
    }

    /// The paths of all static pages.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.at_rest.keys().map(String::as_str)
    }

    /// Where `/` leads somebody whose browser accepts these languages, such as `/en/`: to the best
    /// liked of those offered, else to the first.
    pub fn front(&self, accepted: &str) -> String {
        let ours = self.languages();
        let lang = preferred(accepted, ours).or(ours.first().copied());
        format!("/{}/", lang.unwrap_or(Lang::ENGLISH).code)
    }

    pub(crate) fn exit_url(&self) -> &str {
        &self.settings.exit_url
    }

    /// Where a page stands as an onion service, if there is one.
    pub(crate) fn onion_address(&self, path: &str) -> Option<String> {
        let onion = self.settings.onion.as_deref()?;
        Some(format!("{onion}{path}"))
    }

    pub(crate) fn languages(&self) -> &[Lang] {
        &self.settings.languages
    }

    /// What is needed to draw a page in the language and size of this path.
    pub(crate) fn sheet_at(&self, path: &str) -> Option<Sheet<'_>> {
        let code = path.split('/').nth(1)?;
        let mut words = self.words.iter();
        words
            .find(|words| words.lang().code == code)
            .map(|words| self.sheet(words, Print::of(path)))
    }

    fn sheet<'a>(&'a self, words: &'a Words, print: Print) -> Sheet<'a> {
        Sheet {
            words,
            settings: &self.settings,
            assets: &self.assets,
            languages: &self.settings.languages,
            print,
        }
    }
}

fn compress(html: &str) -> Bytes {
    let mut out = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut out, 4_096, 11, 20);
        writer
            .write_all(html.as_bytes())
            .expect("writing to memory cannot fail");
    }
    Bytes::from(out)
}
