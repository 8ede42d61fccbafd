//! Where a database is: read from a setting, never printed.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use sqlx::ConnectOptions;
use sqlx::postgres::{PgConnectOptions, PgSslMode};

/// What may stand after the question mark: whatever else does would be passed over, and logged.
const PARAMETERS: [&str; 13] = [
    "application_name",
    "dbname",
    "host",
    "hostaddr",
    "options",
    "password",
    "port",
    "sslcert",
    "sslkey",
    "sslmode",
    "sslrootcert",
    "statement-cache-capacity",
    "user",
];

/// Why a text is no address. Never repeats the text: it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It is not of the form `postgres://user:password@host:port/database`.
    #[error("not of the form postgres://user:password@host:port/database")]
    NotAnAddress,
    /// It has a parameter no server would understand.
    #[error("a parameter after the question mark is unknown")]
    UnknownParameter,
    /// The server is on another machine, and who answers there would not be verified.
    #[error(
        "a database on another machine needs sslmode=verify-full (and sslrootcert=FILE if its \
         authority is your own)"
    )]
    Unverified,
}

/// Where a database is, who asks and how, as `postgres://user:password@host:port/database?…`. What is
/// missing comes from the `PG…` variables and `~/.pgpass`. On another machine the connection is
/// encrypted and the server's certificate verified.
#[derive(Clone)]
pub struct Address(PgConnectOptions);

impl Address {
    /// How to connect: as `ginnel`, without a word in our own log, since when a statement ran would
    /// tell when tips came.
    pub(crate) fn options(&self) -> PgConnectOptions {
        let options = self.0.clone().application_name("ginnel");
        options.disable_statement_logging()
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let (start, parameters) = text.split_once('?').unwrap_or((text, ""));
        if !start.starts_with("postgres://") && !start.starts_with("postgresql://") {
            return Err(AddressError::NotAnAddress);
        }
        let names = parameters.split_terminator('&');
        let mut names = names.map(|pair| pair.split('=').next().unwrap_or(pair));
        if !names.all(|name| PARAMETERS.contains(&name) || name.starts_with("options[")) {
            return Err(AddressError::UnknownParameter);
        }
        let options: PgConnectOptions = text.parse().map_err(|_| AddressError::NotAnAddress)?;
        match options.get_ssl_mode() {
            _ if is_here(&options) => Ok(Self(options)),
            PgSslMode::VerifyCa | PgSslMode::VerifyFull => Ok(Self(options)),
            // What stands there if nobody said anything.
            PgSslMode::Prefer => Ok(Self(options.ssl_mode(PgSslMode::VerifyFull))),
            PgSslMode::Disable | PgSslMode::Allow | PgSslMode::Require => {
                Err(AddressError::Unverified)
            }
        }
    }
}

/// Whether the server is reached without leaving this machine.
fn is_here(options: &PgConnectOptions) -> bool {
    let host = options.get_host();
    let loopback = host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
    options.get_socket().is_some() || host.starts_with('/') || host == "localhost" || loopback
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(text: &str) -> Result<&'static str, AddressError> {
        let address: Address = text.parse()?;
        Ok(match address.options().get_ssl_mode() {
            PgSslMode::VerifyFull => "full",
            PgSslMode::VerifyCa => "ca",
            PgSslMode::Prefer => "prefer",
            _ => "other",
        })
    }

    #[test]
    fn a_server_on_another_machine_is_verified_or_refused() {
        let far = "postgres://ginnel:secret@db.force.example/ginnel";
        assert_eq!(mode(far), Ok("full"));
        for (wish, found) in [
            ("verify-full", Ok("full")),
            ("verify-ca", Ok("ca")),
            ("require", Err(AddressError::Unverified)),
            ("allow", Err(AddressError::Unverified)),
            ("disable", Err(AddressError::Unverified)),
        ] {
            assert_eq!(mode(&format!("{far}?sslmode={wish}")), found, "{wish}");
        }
    }

    #[test]
    fn a_server_on_this_machine_is_not_asked_for_a_certificate() {
        for here in [
            "postgres://ginnel@localhost/ginnel",
            "postgres://ginnel@127.0.0.1:5433/ginnel",
            "postgres://%2Frun%2Fpostgresql/ginnel",
            "postgres:///ginnel?host=/run/postgresql",
        ] {
            assert_eq!(mode(here), Ok("prefer"), "{here}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_and_not_repeated() {
        for (text, why) in [
            ("", AddressError::NotAnAddress),
            ("sqlite://store", AddressError::NotAnAddress),
            ("postgres://a:s3cret@:x/", AddressError::NotAnAddress),
            (
                "postgres://localhost/a?sslmode=perhaps",
                AddressError::NotAnAddress,
            ),
            (
                "postgres://localhost/a?pasword=s3cret",
                AddressError::UnknownParameter,
            ),
        ] {
            let refused = text.parse::<Address>().expect_err(text);
            assert_eq!(refused, why, "{text}");
            assert!(!format!("{refused} {refused:?}").contains("s3cret"));
        }
    }

    #[test]
    fn an_address_is_never_printed() {
        let address: Address = "postgres://a:s3cret@localhost/b".parse().unwrap();
        assert_eq!(format!("{address:?}"), "Address(..)");
    }
}
