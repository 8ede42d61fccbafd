//! The server through its sockets and its operator's commands.

#[cfg(test)]
mod ceremony;
#[cfg(test)]
mod config;
#[cfg(test)]
mod doors;
#[cfg(test)]
mod http;
#[cfg(test)]
mod import;
#[cfg(test)]
mod installation;
#[cfg(test)]
mod log;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod migrate;
#[cfg(test)]
mod operator;
#[cfg(test)]
mod program;
#[cfg(test)]
mod start;
#[cfg(test)]
mod uploads;
#[cfg(test)]
mod watched;
