//! A server on another machine, which must be who it says.

use std::fs;
use std::net::TcpListener;
use std::path::Path;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use storage::InstallationStore;
use tempfile::TempDir;

use super::*;
use crate::{Database as Which, OpenError};

/// A certificate authority: its own certificate, and one with its key for this host.
fn papers_for(host: &str) -> (String, String, String) {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let server = CertificateParams::new(vec![host.to_owned()]).unwrap();
    let server = server.signed_by(&key, &authority).unwrap();
    (authority.pem(), server.pem(), key.serialize_pem())
}

/// A cluster that listens on this port and shows this certificate.
fn listening(port: u16, (_, certificate, key): &(String, String, String)) -> Cluster {
    let port = format!("port={port}");
    let settings = ["fsync=off", "listen_addresses=127.0.0.1", &port];
    let cluster = Cluster::start(&settings).unwrap();
    // Written by the server, whose own these files must be.
    for (name, pem) in [("server.crt", certificate), ("server.key", key)] {
        let file = format!(
            "copy (select unnest(string_to_array('{pem}', chr(10))))
             to program 'umask 077; cat > {name}'"
        );
        cluster.run("postgres", &[&file]).unwrap();
    }
    let on = ["alter system set ssl = on", "select pg_reload_conf()"];
    cluster.run("postgres", &on).unwrap();
    cluster
}

#[tokio::test]
async fn a_server_is_spoken_to_only_if_its_certificate_is_for_its_name_and_of_the_authority() {
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let papers = papers_for("localhost");
    let cluster = listening(port, &papers);
    let databases = Two::of(&cluster);
    let folder = TempDir::new().unwrap();
    let ours = folder.path().join("ours.pem");
    let theirs = folder.path().join("theirs.pem");
    fs::write(&ours, &papers.0).unwrap();
    fs::write(&theirs, papers_for("localhost").0).unwrap();
    let address = |number: usize, host: &str, file: &Path| -> Address {
        let (name, file) = (databases.0[number].name(), file.display());
        let verified = format!("sslmode=verify-full&sslrootcert={file}");
        format!("postgres://keeper@{host}:{port}/{name}?{verified}")
            .parse()
            .unwrap()
    };
    let [store, wrappers] = [0, 1].map(|number| address(number, "localhost", &ours));
    let open = PostgresStore::open(&store, &wrappers).await.unwrap();
    open.ready().await.unwrap();
    let encrypted = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";
    assert_eq!(column::<bool>(&open, encrypted).await, [true]);
    for stranger in [
        address(1, "127.0.0.1", &ours),
        address(1, "localhost", &theirs),
    ] {
        let refused = PostgresStore::open(&store, &stranger).await.unwrap_err();
        assert_eq!(refused, OpenError::Unverified(Which::Wrappers));
    }
}
