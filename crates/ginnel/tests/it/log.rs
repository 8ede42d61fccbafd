//! What the server logs, kept for looking at.

use std::io::{self, Write};
use std::sync::{Mutex, Once};

static LINES: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static BEGIN: Once = Once::new();

struct Lines;

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LINES.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Keeps every line of this process from now on, as the program would print it.
pub fn keep() {
    BEGIN.call_once(|| ginnel::telemetry::init_to(|| Lines));
}

/// Everything logged so far, by any test.
pub fn everything() -> String {
    String::from_utf8_lossy(&LINES.lock().unwrap()).into_owned()
}
