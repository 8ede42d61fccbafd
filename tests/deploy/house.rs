//! What tests share: a real partnership, made when the first of them asks for it.

use std::cell::OnceCell;

use tests::Partnership;

/// Maybe a served partnership.
#[derive(Default)]
pub struct House(OnceCell<Partnership>);

impl House {
    /// The partnership.
    pub fn served(&self) -> &Partnership {
        self.0.get_or_init(|| Partnership::make("deploy", ""))
    }

    /// Where it listens for reporters.
    pub fn port(&self) -> u16 {
        let address = self.served().reporters("");
        let port = address.rsplit(':').next().map(str::parse);
        port.expect("split gives one").expect("a port is a number")
    }
}
