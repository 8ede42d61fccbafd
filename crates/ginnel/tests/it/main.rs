//! The server through its sockets and its operator's commands.
#![cfg(test)]

mod backup;
mod blobs;
mod ceremony;
mod config;
mod doctor;
mod doors;
mod faults;
mod files;
mod http;
mod import;
mod installation;
mod log;
mod log_files;
mod mail;
mod malformed;
mod migrate;
mod operator;
mod pictures;
mod postgres;
mod program;
mod start;
mod uploads;
mod watched;
