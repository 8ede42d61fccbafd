//! Rebuilds when a migration is added; the macro alone only sees changed ones.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations/postgres");
    println!("cargo:rerun-if-changed=../../migrations/postgres/wrappers");
}
