//! What strace wrote down: which call began and ended when, on which file or socket.

/// One system call; `began` and `ended` are line numbers, which is the order of events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Its name.
    pub name: String,
    /// The file's path or the socket's addresses, as `strace -yy` resolves the descriptor.
    pub target: String,
    /// Its other arguments as they were printed.
    pub arguments: String,
    /// What it returned; none if it never did.
    pub result: Option<i64>,
    /// The line it began on.
    pub began: usize,
    /// The line it ended on.
    pub ended: usize,
}

const CUT: &str = " <unfinished ...>";

/// Reads a trace written by `strace -f -yy -o`. Lines that are no call are passed over.
pub fn calls(trace: &str) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    // A thread waits for at most one call.
    let mut waiting: Vec<(&str, usize)> = Vec::new();
    for (number, line) in trace.lines().enumerate() {
        let Some((thread, rest)) = line.split_once(' ') else {
            continue;
        };
        let rest = rest.trim_start();
        if let Some((_, rest)) = resumed(rest) {
            let place = waiting.iter().position(|(one, _)| *one == thread);
            let Some((_, index)) = place.map(|place| waiting.swap_remove(place)) else {
                continue;
            };
            if let Some(call) = calls.get_mut(index) {
                call.ended = number;
                call.result = result(rest);
                call.arguments.push_str(rest);
            }
        } else if let Some(call) = begun(rest, number) {
            if rest.ends_with(CUT) {
                waiting.push((thread, calls.len()));
            }
            calls.push(call);
        }
    }
    calls
}

/// `<... fdatasync resumed>) = 0`
fn resumed(rest: &str) -> Option<(&str, &str)> {
    rest.strip_prefix("<... ")?.split_once(" resumed>")
}

/// `fdatasync(15</a/b.window-wal>) = 0`, or its beginning.
fn begun(rest: &str, number: usize) -> Option<Call> {
    let (name, arguments) = rest.split_once('(')?;
    if !name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    {
        return None;
    }
    Some(Call {
        name: name.into(),
        target: target(arguments).unwrap_or_default().into(),
        arguments: arguments.into(),
        result: (!rest.ends_with(CUT)).then(|| result(rest)).flatten(),
        began: number,
        ended: number,
    })
}

/// What stands behind the first argument's number. A socket's addresses contain `->`.
fn target(arguments: &str) -> Option<&str> {
    let digits = arguments.find(|letter: char| !letter.is_ascii_digit())?;
    let (number, rest) = arguments.split_at_checked(digits)?;
    if number.is_empty() {
        return None;
    }
    let rest = rest.strip_prefix('<')?;
    let end = [">, ", ">)", "> <unfinished"];
    let end = end.iter().filter_map(|end| rest.find(end)).min()?;
    rest.get(..end)
}

/// What stands behind the last `=`, which strace sets off with blanks: a number, perhaps with the name
/// of an error.
fn result(rest: &str) -> Option<i64> {
    let (call, result) = rest.rsplit_once("= ")?;
    if !call.trim_end().ends_with(')') {
        return None;
    }
    let number = result.split_whitespace().next()?;
    number.parse().ok()
}
