//! A visitor's request, held while one looks.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{
    ClientConfig, ClientConnection, DigitallySignedStruct, Error, SignatureScheme, StreamOwned,
};

use super::Through;

/// A server refuses by a request's head at once; who has said nothing by then, waits for its end.
const PATIENCE: Duration = Duration::from_secs(5);
/// Between the pieces of an answer.
const A_BREATH: Duration = Duration::from_secs(1);
/// For all pieces together, of what is sent or of what is answered: one may come at each breath.
const PIECES_TAKE: Duration = Duration::from_secs(10);
/// More than a refusal has.
const MOST: usize = 16 << 10;

/// A connection on which neither a piece nor all of them together are waited for longer than this.
struct Timed {
    stream: TcpStream,
    since: Instant,
    pause: Duration,
    all: Duration,
}

impl Timed {
    fn new(stream: TcpStream) -> Self {
        Self {
            stream,
            since: moment(),
            pause: PATIENCE,
            all: PIECES_TAKE,
        }
    }

    fn left(&self) -> io::Result<Duration> {
        let left = self.all.saturating_sub(self.since.elapsed());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(left.min(self.pause))
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "measures how long somebody takes, and tells nobody the time"
)]
fn moment() -> Instant {
    Instant::now()
}

impl Read for Timed {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(Some(self.left()?))?;
        self.stream.read(into)
    }
}

impl Write for Timed {
    fn write(&mut self, from: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(Some(self.left()?))?;
        self.stream.write(from)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

trait Line: Read + Write + Send {
    fn timed(&mut self) -> &mut Timed;
}

impl Line for Timed {
    fn timed(&mut self) -> &mut Timed {
        self
    }
}

impl Line for StreamOwned<ClientConnection, Timed> {
    fn timed(&mut self) -> &mut Timed {
        &mut self.sock
    }
}

/// Where a body is posted, and as what.
#[derive(Debug, Clone, Copy)]
pub(super) struct Post {
    pub path: &'static str,
    pub kind: &'static str,
}

/// A request that has begun. Dropping it breaks it off.
pub(super) struct Visit {
    line: Box<dyn Line>,
}

impl Visit {
    /// Begins to post a body of this kind and length.
    pub(super) fn begin(
        at: SocketAddr,
        through: &Through,
        post: Post,
        length: usize,
    ) -> io::Result<Self> {
        let stream = Timed::new(TcpStream::connect_timeout(&at, PATIENCE)?);
        let line: Box<dyn Line> = if through.by_tls {
            Box::new(encrypted(stream, &through.host)?)
        } else {
            Box::new(stream)
        };
        let mut visit = Self { line };
        let (host, Post { path, kind }) = (&through.host, post);
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {kind}\r\n\
             Content-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        visit.send(head.as_bytes())?;
        Ok(visit)
    }

    /// Sends more of the body.
    pub(super) fn send(&mut self, piece: &[u8]) -> io::Result<()> {
        self.line.write_all(piece)?;
        self.line.flush()
    }

    /// The answer, as far as it has come when the other end falls silent or has had its time.
    pub(super) fn hear(&mut self) -> io::Result<String> {
        let mut heard = vec![0; MOST];
        self.line.timed().since = moment();
        let first = self.line.read(&mut heard)?;
        heard.truncate(first);
        self.line.timed().pause = A_BREATH;
        // Whoever refuses early may break the line off behind it.
        let most = u64::try_from(MOST).unwrap_or(u64::MAX);
        drop(self.line.as_mut().take(most).read_to_end(&mut heard));
        Ok(String::from_utf8_lossy(&heard).into_owned())
    }

    /// Our end of the line, and the other.
    pub(super) fn ends(&mut self) -> io::Result<(SocketAddr, SocketAddr)> {
        let stream = &self.line.timed().stream;
        Ok((stream.local_addr()?, stream.peer_addr()?))
    }
}

/// Whether nothing was answered in time.
pub(super) fn is_late(error: &io::Error) -> bool {
    let kinds = [io::ErrorKind::WouldBlock, io::ErrorKind::TimedOut];
    kinds.contains(&error.kind())
}

fn encrypted(stream: Timed, host: &str) -> io::Result<StreamOwned<ClientConnection, Timed>> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let anybody = Arc::new(Anybody(provider.clone()));
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .dangerous()
        .with_custom_certificate_verifier(anybody)
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
    let line = ClientConnection::new(Arc::new(config), name).map_err(io::Error::other)?;
    Ok(StreamOwned::new(line, stream))
}

/// Believes every certificate: what is sent is worth nothing to anybody, and whether the certificate is
/// right, every browser says.
#[derive(Debug)]
struct Anybody(Arc<CryptoProvider>);

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = &self.0.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signed, known)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = &self.0.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, known)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
