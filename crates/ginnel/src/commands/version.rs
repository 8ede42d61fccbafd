//! `ginnel version`: which build this is.

/// The version, the build id and what the program was built for, and the steps of the database it
/// knows. The same from every build of the same sources for the same target.
pub fn version() -> Vec<String> {
    let lock = env!("GINNEL_LOCK");
    let mut lines = vec![
        format!("ginnel {}", env!("CARGO_PKG_VERSION")),
        format!("target {}", env!("GINNEL_TARGET")),
        format!("locked dependencies sha256 {lock}"),
    ];
    let sqlite = storage_sqlite::migrations::known();
    lines.extend(sqlite.iter().map(|step| format!("sqlite {step}")));
    let postgres = storage_postgres::migrations::known();
    lines.extend(postgres.iter().map(|step| format!("postgres {step}")));
    lines
}
