//! How the opener reaches the staff listener: `fetch` in a browser, anything else in tests.

use std::fmt;
use std::future::Future;

/// An HTTP method the staff API uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Does.
    Post,
    /// Writes a new version.
    Put,
}

impl Method {
    /// As it stands in a request.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }
}

/// One request. It does not print: paths, tokens and bodies are nobody's business.
pub struct Call<'a> {
    /// The method.
    pub method: Method,
    /// The path, percent-encoded, such as `/api/vault/bronze%2Fleeds`.
    pub path: &'a str,
    /// For `Authorization: Bearer`.
    pub token: Option<&'a str>,
    /// The JSON body, if any.
    pub body: Option<&'a [u8]>,
}

impl fmt::Debug for Call<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Call({} ..)", self.method.name())
    }
}

/// What came back, whatever its status.
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The number in [`domain::wire::INTAKE_REMAINING_HEADER`], if there was one.
    pub remaining: Option<u32>,
    /// The body.
    pub body: Vec<u8>,
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reply({}, {} bytes)", self.status, self.body.len())
    }
}

/// No answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the server could not be reached")]
pub struct Unreachable;

/// Carries requests to the staff listener.
pub trait Transport {
    /// Sends one request and waits for the whole answer.
    fn send(&self, call: Call<'_>) -> impl Future<Output = Result<Reply, Unreachable>>;
}
