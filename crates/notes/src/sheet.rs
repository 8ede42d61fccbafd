//! The monthly sheet as it is published: lines of numbers, signed by the desk that counted.
//!
//! ```text
//! ginnel/sheet/v1
//! inst <hex>
//! district <district>
//! month <2026-10>
//! cell <category> <outcome> <n>      ascending as in the lists, n at least 5
//! sig <base64>                       Sig(DESKSIG[bronze/<district>], "ginnel/sheet/v1", all lines before)
//! ```
//!
//! The key is the one the public directory lists for the district's desk, so anybody can verify a sheet
//! against the authorities their page pins; with the directory of its time, once the desk has a new key.
//! What is counted, and why nothing left out can be worked out: [`domain::sheet`].

use base64::{Engine, prelude::BASE64_STANDARD};
use domain::case::Outcome;
use domain::sheet::Cell;
use domain::{Category, Desk, District, InstallationId, Month};

use crate::body::Malformed;
use crate::directory::ReplyKey;
use crate::lines::{Lines, ascending, parse};
use crate::signature::{BadSignature, Signature, SigningKey, decode_exactly};

const CONTEXT: &str = "ginnel/sheet/v1";
const SIG: &str = "sig ";

/// How many cases of a district came to what in a month; nothing under five.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The installation.
    pub inst: InstallationId,
    /// The district.
    pub district: District,
    /// The month.
    pub month: Month,
    /// What is shown, ascending.
    pub cells: Vec<Cell>,
}

/// A sheet in its one form, of which nobody has checked who signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnverifiedSheet {
    sheet: Sheet,
    signature: Signature,
}

impl Sheet {
    /// The desk that counts and signs it.
    pub const fn desk(&self) -> Desk {
        Desk::Bronze(self.district)
    }

    /// The sheet as its desk publishes it.
    ///
    /// # Errors
    /// Cells out of order, twice, or too small to be shown.
    pub fn sign(&self, desk: &SigningKey) -> Result<String, Malformed> {
        let body = self.write();
        let signature = desk.sign(CONTEXT, body.as_bytes());
        let text = format!("{body}{SIG}{}\n", BASE64_STANDARD.encode(signature));
        UnverifiedSheet::parse(&text)?;
        Ok(text)
    }

    fn write(&self) -> String {
        let Self {
            inst,
            district,
            month,
            cells,
        } = self;
        let mut text = format!(
            "{CONTEXT}\ninst {inst}\ndistrict {}\nmonth {month}\n",
            district.code()
        );
        text.extend(cells.iter().map(|cell| {
            let (category, outcome) = (cell.category, cell.outcome.code());
            format!("cell {category} {outcome} {}\n", cell.cases)
        }));
        text
    }

    fn read(text: &str) -> Result<Self, Malformed> {
        let mut lines = Lines::begin(text, CONTEXT)?;
        let inst = lines.value("inst")?;
        let [district] = lines.values("district")?.ok_or(Malformed)?;
        let sheet = Self {
            inst,
            district: District::from_code(district).ok_or(Malformed)?,
            month: lines.value("month")?,
            cells: lines.all("cell", |[category, outcome, cases]| {
                Ok(Cell {
                    category: Category::from_code(category).ok_or(Malformed)?,
                    outcome: Outcome::from_code(outcome).ok_or(Malformed)?,
                    cases: parse(cases)?,
                })
            })?,
        };
        lines.end()?;
        let cells = sheet.cells.iter();
        ascending(cells.map(|cell| (cell.category, cell.outcome)))?;
        let is_fit = sheet.cells.iter().all(Cell::is_shown) && sheet.write() == text;
        is_fit.then_some(sheet).ok_or(Malformed)
    }
}

impl UnverifiedSheet {
    /// Reads a sheet in its one form.
    ///
    /// # Errors
    /// Any other form, a number too small to be shown among them.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let at = text.rfind(SIG).ok_or(Malformed)?;
        let (body, signature) = text.split_at_checked(at).ok_or(Malformed)?;
        let sheet = Sheet::read(body)?;
        let signature = signature.strip_prefix(SIG).ok_or(Malformed)?;
        let signature = signature.strip_suffix('\n').ok_or(Malformed)?;
        let signature = decode_exactly(signature)?;
        Ok(Self { sheet, signature })
    }

    /// What it says, whoever signed it.
    pub const fn unverified(&self) -> &Sheet {
        &self.sheet
    }

    /// The sheet, if one of these keys is its desk's and signed it.
    pub fn verify(self, keys: &[ReplyKey]) -> Result<Sheet, BadSignature> {
        let (desk, body) = (self.sheet.desk(), self.sheet.write());
        let mut own = keys.iter().filter(|key| key.desk == desk);
        let holds = |key: &ReplyKey| {
            let verified = key.key.verify(CONTEXT, body.as_bytes(), &self.signature);
            verified.is_ok()
        };
        own.any(holds).then_some(self.sheet).ok_or(BadSignature)
    }
}
