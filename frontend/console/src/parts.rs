//! What rooms are made of.

mod ask_first;
mod comparison;
mod conversation;
mod error_summary;
mod fields;
mod filter_bar;
mod grade_picker;
mod header;
mod notices;
mod rail;
mod report_sheet;
mod say_why;
mod select;
mod shortcuts;
mod table;
mod tags;
mod tip_files;
mod tip_paper;

pub(crate) use ask_first::AskFirst;
pub(crate) use comparison::Comparison;
pub(crate) use conversation::Conversation;
pub(crate) use error_summary::ErrorSummary;
pub(crate) use fields::{Area, Line, Word, error_of};
pub(crate) use filter_bar::{FilterBar, Over};
pub(crate) use grade_picker::GradePicker;
pub(crate) use header::{Brand, Header};
pub(crate) use notices::{Notices, Standing};
pub(crate) use rail::Rail;
pub(crate) use report_sheet::ReportSheet;
pub(crate) use say_why::SayWhy;
pub(crate) use select::Select;
pub(crate) use shortcuts::Shortcuts;
pub(crate) use table::table;
pub(crate) use tags::{Age, Chips, DangerFlag, PriorityTag, ThreatFlag, by_former, control_room};
pub(crate) use tip_paper::TipPaper;
