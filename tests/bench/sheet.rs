//! Every figure of one run: printed as it comes, and kept as JSON.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;
use serde_json::{Value, json};
use tests::say;

/// What a figure must not go beyond.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Limit {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
}

/// One line.
#[derive(Debug, Serialize)]
struct Figure {
    section: &'static str,
    what: String,
    value: f64,
    unit: &'static str,
    limit: Option<Limit>,
    /// To the limit, or to what `to` names.
    ratio: Option<f64>,
    to: Option<&'static str>,
    is_kept: Option<bool>,
}

/// All figures so far.
pub(crate) struct Sheet {
    about: Value,
    section: &'static str,
    figures: Vec<Figure>,
}

impl Sheet {
    /// An empty one; `about` says what was measured, and where.
    pub(crate) const fn new(about: Value) -> Self {
        Self {
            about,
            section: "",
            figures: Vec::new(),
        }
    }

    /// What the next figures are of.
    pub(crate) fn section(&mut self, title: &'static str) {
        self.section = title;
        say(&format!(
            "\n{title:<52}{:>18}{:>16}{:>10}",
            "", "limit", "ratio"
        ));
    }

    /// A figure without a limit.
    pub(crate) fn tell(&mut self, what: impl Into<String>, value: f64, unit: &'static str) {
        self.add(what.into(), (value, unit), None, None);
    }

    /// A figure set beside another of the same run.
    pub(crate) fn compare(
        &mut self,
        what: impl Into<String>,
        (value, unit): (f64, &'static str),
        (to, other): (&'static str, f64),
    ) {
        self.add(what.into(), (value, unit), None, Some((value / other, to)));
    }

    /// A figure with a limit.
    pub(crate) fn hold(
        &mut self,
        what: impl Into<String>,
        (value, unit): (f64, &'static str),
        limit: Limit,
    ) {
        let (Limit::AtMost(bound) | Limit::AtLeast(bound)) = limit;
        let ratio = Some((value / bound, "the limit"));
        self.add(what.into(), (value, unit), Some(limit), ratio);
    }

    fn add(
        &mut self,
        what: String,
        (value, unit): (f64, &'static str),
        limit: Option<Limit>,
        ratio: Option<(f64, &'static str)>,
    ) {
        let figure = Figure {
            section: self.section,
            what,
            value,
            unit,
            limit,
            ratio: ratio.map(|(ratio, _)| ratio),
            to: ratio.map(|(_, to)| to),
            is_kept: limit.map(|limit| limit.is_kept_by(value)),
        };
        say(&figure.line());
        self.figures.push(figure);
    }

    /// Writes the JSON; a broken limit is a failure. `load` is what the machine has to do by now.
    pub(crate) fn finish(self, load: &Value, file: &Path) -> ExitCode {
        let broken = self.figures.iter().filter(|one| one.is_kept == Some(false));
        let broken: Vec<&str> = broken.map(|one| one.what.as_str()).collect();
        let all = json!({"about": self.about, "load_after": load, "broken": broken,
            "figures": self.figures});
        let text = serde_json::to_string_pretty(&all).expect("figures are numbers and words");
        fs::write(file, text + "\n").expect("there is room for it");
        say(&format!("\nAll of it: {}", file.display()));
        if broken.is_empty() {
            return ExitCode::SUCCESS;
        }
        say(&format!("BROKEN: {}", broken.join("; ")));
        ExitCode::FAILURE
    }
}

impl Limit {
    fn is_kept_by(self, value: f64) -> bool {
        match self {
            Self::AtMost(most) => value <= most,
            Self::AtLeast(least) => value >= least,
        }
    }
}

impl Figure {
    fn line(&self) -> String {
        let limit = match self.limit {
            None => String::new(),
            Some(Limit::AtMost(most)) => format!("at most {}", number(most)),
            Some(Limit::AtLeast(least)) => format!("at least {}", number(least)),
        };
        let ratio = match (self.ratio, self.to) {
            (Some(ratio), Some("the limit")) => format!("{ratio:>10.2}"),
            (Some(ratio), Some(to)) => format!("{ratio:>10.2} × {to}"),
            _ => String::new(),
        };
        let broken = match self.is_kept {
            Some(false) => " BROKEN",
            Some(true) | None => "",
        };
        let value = format!("{} {}", number(self.value), self.unit);
        let line = format!("  {:<50}{value:>18}{limit:>16}{ratio}{broken}", self.what);
        line.trim_end().to_owned()
    }
}

/// Three digits that matter, and groups of three in what is large.
fn number(value: f64) -> String {
    let digits = match value.abs() {
        large if large >= 100.0 => 0,
        middle if middle >= 10.0 => 1,
        _ => 2,
    };
    let text = format!("{value:.digits$}");
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}
