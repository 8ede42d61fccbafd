//! Searching a running process's whole memory, as somebody with root would.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use crate::encodings::{Finding, Needles};

const PIECE: usize = 4 * 1_024 * 1_024;

/// Where in the memory of a process the phrase is: every region that can be read.
///
/// Panics if nothing could be read, so that an empty answer means something.
pub fn search_memory(process: u32, needles: &Needles) -> Vec<Finding> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps"));
    let maps = maps.unwrap_or_else(|error| panic!("process {process}: {error}"));
    let memory = File::open(format!("/proc/{process}/mem"));
    let memory = memory.unwrap_or_else(|error| panic!("memory of {process}: {error}"));
    let (mut findings, mut total) = (Vec::new(), 0_usize);
    for region in maps.lines().filter_map(Region::parse) {
        total = total.saturating_add(region.search(&memory, needles, &mut findings));
    }
    assert!(total > 0, "nothing of {process} was read");
    findings
}

/// A line of `/proc/…/maps`.
struct Region<'a> {
    start: u64,
    end: u64,
    line: &'a str,
}

impl<'a> Region<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let (start, end) = words.next()?.split_once('-')?;
        let readable = words.next()?.starts_with('r');
        // The kernel's own pages, which cannot be read this way.
        if !readable || line.ends_with("[vvar]") || line.ends_with("[vsyscall]") {
            return None;
        }
        Some(Self {
            start: u64::from_str_radix(start, 16).ok()?,
            end: u64::from_str_radix(end, 16).ok()?,
            line,
        })
    }

    /// Reads the region in pieces that overlap; answers how much of it was read.
    fn search(&self, memory: &File, needles: &Needles, findings: &mut Vec<Finding>) -> usize {
        let overlap = needles.longest();
        let mut buffer = vec![0; PIECE + overlap];
        let (mut at, mut total) = (self.start, 0);
        while at < self.end {
            let left = usize::try_from(self.end - at).unwrap_or(usize::MAX);
            let wanted = left.min(buffer.len());
            let piece = buffer.get_mut(..wanted).expect("no longer than the buffer");
            let Ok(read) = memory.read_at(piece, at) else {
                break;
            };
            if read == 0 {
                break;
            }
            let dresses = needles.within(piece.get(..read).unwrap_or_default());
            findings.extend(dresses.into_iter().map(|encoding| Finding {
                encoding,
                place: self.line.into(),
            }));
            total += read;
            let on = if read == left {
                read
            } else {
                read.saturating_sub(overlap).max(1)
            };
            at += u64::try_from(on).expect("a piece is small");
        }
        total
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;
    use crate::child::Child;

    /// A shell that holds a text and waits.
    fn holder(name: &str, text: &str) -> Child {
        let log = crate::scratch(&format!("memory-{name}")).join("log");
        let mut command = Command::new("sleep");
        command.arg("600").env("HELD", text);
        Child::start(&mut command, &log, &[])
    }

    #[test]
    fn a_phrase_in_another_process_is_found_in_every_dress() {
        use base64::Engine;
        use base64::prelude::BASE64_STANDARD;
        let phrase = "a-phrase-held-in-memory-only";
        let needles = Needles::of(phrase);
        let dresses = [
            ("raw", phrase.to_owned()),
            ("hex", hex::encode(phrase)),
            ("base64", BASE64_STANDARD.encode(format!("xy{phrase}"))),
        ];
        for (name, held) in dresses {
            let child = holder(name, &held);
            let found = crate::until("the phrase in memory", || {
                let found = search_memory(child.id(), &needles);
                (!found.is_empty()).then_some(found)
            });
            assert!(found.iter().all(|one| one.encoding == name), "{found:?}");
        }
    }

    #[test]
    fn a_process_without_the_phrase_is_cleared() {
        let child = holder("innocent", "nothing of interest");
        let needles = Needles::of("a-phrase-that-nobody-holds");
        crate::until("a process that has begun", || {
            let held = Needles::of("nothing of interest");
            (!search_memory(child.id(), &held).is_empty()).then_some(())
        });
        assert_eq!(search_memory(child.id(), &needles), []);
    }
}
