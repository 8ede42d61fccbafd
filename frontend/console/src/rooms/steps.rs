//! `j` and `k`: from row to row of a list.

use leptos::ev;
use leptos::prelude::*;

use crate::browser;
use crate::words::order;

/// Which way a key steps through a list, if it does.
pub(super) fn way(key: &str) -> Option<isize> {
    match key {
        "j" | "ArrowDown" => Some(1),
        "k" | "ArrowUp" => Some(-1),
        _ => None,
    }
}

/// Steps through the rows with these ids for as long as the room is shown.
pub(super) fn step_by_keys(ids: impl Fn() -> Vec<String> + 'static) {
    let at = StoredValue::new(None::<usize>);
    let handle = window_event_listener(ev::keydown, move |event| {
        if browser::is_typing(&event) {
            return;
        }
        let Some(by) = way(&event.key()) else {
            return;
        };
        event.prevent_default();
        let ids = untrack(&ids);
        let next = order::step(at.get_value(), by, ids.len());
        at.set_value(next);
        if let Some(id) = next.and_then(|next| ids.get(next)) {
            browser::focus(id);
        }
    });
    on_cleanup(move || handle.remove());
}
