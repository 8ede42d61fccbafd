//! For programs whose transport waits by itself, such as the demo and tests.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Runs a future that never waits for anything but a blocking transport.
///
/// # Panics
/// If it does wait: then the transport belongs into a real executor.
pub fn at_once<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("a blocking transport never leaves anything pending"),
    }
}
