//! The settings, one by one.

use super::Weight;

/// A setting and what it must be.
pub(super) struct Wanted {
    pub(super) setting: &'static str,
    must: Must,
    pub(super) weight: Weight,
    pub(super) mend: &'static str,
}

enum Must {
    Be(&'static str),
    NotBe(&'static str),
    BeAtLeast(i64),
    NotLoad(&'static [&'static str]),
}

/// Something that is no setting.
pub(super) struct Fact {
    pub(super) what: &'static str,
    pub(super) found: &'static str,
    pub(super) weight: Weight,
    pub(super) mend: &'static str,
}

impl Wanted {
    pub(super) fn is_met_by(&self, found: &str) -> bool {
        match self.must {
            Must::Be(wanted) => found == wanted,
            Must::NotBe(unwanted) => found != unwanted,
            Must::BeAtLeast(least) => found.parse().is_ok_and(|found: i64| found >= least),
            Must::NotLoad(unwanted) => !found
                .split(',')
                .map(|library| library.trim().trim_matches('"'))
                .map(|library| library.rsplit('/').next().unwrap_or(library))
                .any(|library| unwanted.contains(&library)),
        }
    }
}

const fn broken(setting: &'static str, must: Must, mend: &'static str) -> Wanted {
    Wanted {
        setting,
        must,
        weight: Weight::Broken,
        mend,
    }
}

const fn weak(setting: &'static str, must: Must, mend: &'static str) -> Wanted {
    Wanted {
        setting,
        must,
        weight: Weight::Weak,
        mend,
    }
}

const TELLING: &[&str] = &[
    "auto_explain",
    "pgaudit",
    "pg_stat_monitor",
    "pg_store_plans",
];
const COUNTING: &[&str] = &["pg_stat_statements"];

const NOT_LOADED: &str = "take auto_explain, pgaudit, pg_stat_monitor and pg_store_plans out: they \
    write down statements with the time they ran";
const NOT_COUNTED: &str = "take pg_stat_statements out, or let nobody read it who does not need to: \
    it counts what the service does";
const NOT_LOGGED: &str = "turn it off: the log would tell when tips came";
const NOT_PRINTED: &str = "set debug_print_parse, debug_print_rewritten and debug_print_plan to off: \
    they print values into the log";

pub(super) const WANTED: &[Wanted] = &[
    broken(
        "archive_mode",
        Must::Be("off"),
        "set archive_mode = off: an archive of the log keeps in order what the nightly rewrite \
            forgets, and keys that were destroyed",
    ),
    broken(
        "wal_level",
        Must::NotBe("logical"),
        "set wal_level = minimal (or replica): a decoded log tells what came when",
    ),
    broken(
        "wal_keep_size",
        Must::Be("0"),
        "set wal_keep_size = 0: what is kept of the log keeps what was destroyed",
    ),
    broken(
        "track_commit_timestamp",
        Must::Be("off"),
        "set track_commit_timestamp = off: it gives every row the second it came",
    ),
    broken("log_statement", Must::Be("none"), NOT_LOGGED),
    broken("log_duration", Must::Be("off"), NOT_LOGGED),
    broken(
        "log_min_duration_statement",
        Must::Be("-1"),
        "set log_min_duration_statement = -1: the log would tell when tips came",
    ),
    broken(
        "log_min_duration_sample",
        Must::Be("-1"),
        "set log_min_duration_sample = -1: the log would tell when tips came",
    ),
    broken(
        "log_transaction_sample_rate",
        Must::Be("0"),
        "set log_transaction_sample_rate = 0: the log would tell when tips came",
    ),
    broken(
        "log_parameter_max_length_on_error",
        Must::Be("0"),
        "set log_parameter_max_length_on_error = 0: values do not belong into the log",
    ),
    broken("debug_print_parse", Must::Be("off"), NOT_PRINTED),
    broken("debug_print_rewritten", Must::Be("off"), NOT_PRINTED),
    broken("debug_print_plan", Must::Be("off"), NOT_PRINTED),
    broken(
        "shared_preload_libraries",
        Must::NotLoad(TELLING),
        NOT_LOADED,
    ),
    broken(
        "session_preload_libraries",
        Must::NotLoad(TELLING),
        NOT_LOADED,
    ),
    broken(
        "local_preload_libraries",
        Must::NotLoad(TELLING),
        NOT_LOADED,
    ),
    broken(
        "fsync",
        Must::Be("on"),
        "set fsync = on: a power cut loses tips that were acknowledged, or the whole database",
    ),
    broken(
        "full_page_writes",
        Must::Be("on"),
        "set full_page_writes = on: a power cut can tear pages that nothing mends",
    ),
    broken(
        "zero_damaged_pages",
        Must::Be("off"),
        "set zero_damaged_pages = off: it deletes what it cannot read",
    ),
    broken(
        "server_encoding",
        Must::Be("UTF8"),
        "make the database anew with encoding UTF8: names could not be kept",
    ),
    weak(
        "synchronous_commit",
        Must::NotBe("off"),
        "set synchronous_commit = on: Ginnel does so for itself, other programs will not",
    ),
    weak(
        "data_checksums",
        Must::Be("on"),
        "turn data checksums on (pg_checksums, with the server stopped): a failing disk is then \
            noticed",
    ),
    weak(
        "log_parameter_max_length",
        Must::Be("0"),
        "set log_parameter_max_length = 0: so no value is logged even if a statement is",
    ),
    weak(
        "log_min_error_statement",
        Must::Be("panic"),
        "set log_min_error_statement = panic: the log needs no statements that failed",
    ),
    weak(
        "log_error_verbosity",
        Must::Be("terse"),
        "set log_error_verbosity = terse: details of an error can name rows",
    ),
    weak(
        "shared_preload_libraries",
        Must::NotLoad(COUNTING),
        NOT_COUNTED,
    ),
    weak(
        "max_wal_senders",
        Must::Be("0"),
        "set max_wal_senders = 0: nobody takes a physical copy then; backups are logical",
    ),
    weak(
        "wal_recycle",
        Must::Be("off"),
        "set wal_recycle = off: files of the log that are done with are then deleted, not renamed \
            and kept with what they hold",
    ),
    weak(
        "password_encryption",
        Must::Be("scram-sha-256"),
        "set password_encryption = scram-sha-256 and set the roles' passwords again",
    ),
    weak(
        "server_version_num",
        Must::BeAtLeast(150_000),
        "run PostgreSQL 15 or later: nothing was tried with this one",
    ),
];

pub(super) const SUPERUSER: Fact = Fact {
    what: "the role",
    found: "a superuser",
    weight: Weight::Weak,
    mend: "give Ginnel a role that owns its databases and nothing else",
};

pub(super) const CANNOT_READ: Fact = Fact {
    what: "the list of settings",
    found: "not readable in full",
    weight: Weight::Weak,
    mend: "grant pg_read_all_settings to the role: which libraries are loaded cannot be seen without",
};

pub(super) const CANNOT_END_LOG: Fact = Fact {
    what: "the end of a log file",
    found: "not in the role's hands",
    weight: Weight::Weak,
    mend: "grant pg_checkpoint to the role, and execute on function pg_switch_wal() in this database: \
        destroyed keys stay in the log until it ends by itself without",
};

pub(super) const SLOTS: Fact = Fact {
    what: "a replication slot",
    found: "there",
    weight: Weight::Broken,
    mend: "drop it with pg_drop_replication_slot: it keeps the log, and with it what was destroyed",
};
