//! The monthly sheet: counted, looked at, published.

use domain::console::{Answer, Ask, Failure, SheetView};
use domain::{Desk, Month};

use super::Console;
use crate::words::day;

impl Console {
    /// Counts a month.
    pub(crate) async fn count_month(self, desk: Desk, month: Month) -> Result<SheetView, Failure> {
        match self.ask(Ask::MakeSheet { desk, month }).await? {
            Answer::Sheet(view) => Ok(view),
            _ => Err(Failure::Unexpected),
        }
    }

    /// Publishes what was counted.
    pub(crate) async fn publish_month(self, desk: Desk, month: Month) -> Result<(), Failure> {
        match self.ask(Ask::PostSheet { desk, month }).await? {
            Answer::Done => {
                let title = format!("{} is published", day::month(month));
                self.say_done(&title, "Everybody can read it on the public page.", None);
                Ok(())
            }
            _ => Err(Failure::Unexpected),
        }
    }
}
