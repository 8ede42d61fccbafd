//! What a person is told when something on the way fails.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use demo::{DemoError, Partnership, Ports, Wanted};
use domain::UnixSeconds;

/// A program must not be started while another test still writes one.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

const INIT: &str = "#!/bin/sh\n[ \"$1\" = init ] && echo 09090909090909090909090909090909\n";

/// Makes a demonstration with this script in the place of `ginnel`.
fn make(folder: &Path, script: &str, ports: Ports) -> Result<Partnership, DemoError> {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let program = folder.join("ginnel");
    std::fs::write(&program, script).unwrap();
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();
    let wanted = Wanted {
        data: &folder.join("data"),
        ginnel: &program,
        site: folder,
        ports,
        databases: None,
        now: UnixSeconds(1_795_348_800),
    };
    Partnership::make(wanted, &mut |_| {})
}

/// Two ports nobody listens on.
fn free() -> Ports {
    let any = || TcpListener::bind("127.0.0.1:0").unwrap();
    let (one, two) = (any(), any());
    let port = |listener: &TcpListener| listener.local_addr().unwrap().port();
    Ports {
        public: port(&one),
        staff: port(&two),
    }
}

#[test]
fn what_the_program_says_when_it_refuses_is_passed_on() {
    let folder = tempfile::tempdir().unwrap();
    let script = "#!/bin/sh\necho 'no room on the disk' >&2\nexit 1\n";
    let error = make(folder.path(), script, free()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`ginnel init` did not succeed: no room on the disk"
    );
}

#[test]
fn a_taken_port_is_named_before_anything_is_started() {
    let folder = tempfile::tempdir().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let staff = listener.local_addr().unwrap().port();
    let ports = Ports { staff, ..free() };
    let script = format!("{INIT}[ \"$1\" = serve ] && touch served\nexit 0\n");
    let error = make(folder.path(), &script, ports).unwrap_err();
    assert!(
        matches!(error, DemoError::PortTaken(port) if port == staff),
        "{error}"
    );
    assert!(!folder.path().join("data/demo/serve.log").exists());
}

#[test]
fn the_last_words_of_a_server_that_dies_are_passed_on_and_the_work_goes_on_later() {
    let folder = tempfile::tempdir().unwrap();
    let script =
        format!("{INIT}[ \"$1\" = serve ] && echo 'site is not built' && exit 1\nexit 0\n");
    for _ in 0..2 {
        let error = make(folder.path(), &script, free()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the server did not start: site is not built"
        );
    }
    assert!(!folder.path().join("data/demo/export").exists());
    let note = folder
        .path()
        .join("data/demo/ceremony/notes/public-directory.note");
    assert!(
        std::fs::read_to_string(note)
            .unwrap()
            .contains("\nserial 1\n")
    );
}

#[test]
fn an_installation_of_somebody_else_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    let settings = "[installation]\nid = \"09090909090909090909090909090909\"\nname = \"Real\"\n";
    std::fs::write(data.join("ginnel.toml"), settings).unwrap();
    let error = make(folder.path(), INIT, free()).unwrap_err();
    assert!(matches!(error, DemoError::NotADemo(_)), "{error}");
    let kept = std::fs::read_to_string(data.join("ginnel.toml")).unwrap();
    assert_eq!(kept, settings);
    assert!(!data.join("demo").exists());
}
