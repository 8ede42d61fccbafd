//! The officers of the installation, for coordinators.

use domain::Role;
use domain::wire::{OfficerRow, OfficerState};
use leptos::prelude::*;

use crate::console::use_console;
use crate::parts::table;

/// The list of officers.
#[component]
pub(crate) fn OfficersRoom() -> impl IntoView {
    let console = use_console();
    console.act(console.list_officers());
    view! {
        <section class="room">
            <div class="room-head">
                <h1 id="room-title" tabindex="-1">"Officers"</h1>
                <button
                    type="button"
                    class="btn"
                    on:click=move |_| console.act(console.list_officers())
                >
                    "Read again"
                </button>
            </div>
            {move || match console.officers.get() {
                None => view! { <p class="empty">"Reading the list…"</p> }.into_any(),
                Some(rows) if rows.is_empty() => {
                    view! { <p class="empty">"Nobody is invited yet."</p> }.into_any()
                }
                Some(rows) => listed(rows).into_any(),
            }}
        </section>
    }
}

fn listed(rows: Vec<OfficerRow>) -> impl IntoView {
    let rows = rows.into_iter().map(|row| {
        let desks = row.desks.iter().map(|desk| desk.label());
        let (class, state) = state(row.state, row.role);
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td>{row.role.label()}</td>
                <td>{desks.collect::<Vec<_>>().join(", ")}</td>
                <td>
                    <span class=class>{state}</span>
                </td>
            </tr>
        }
        .into_any()
    });
    table(&["Name", "Role", "Desks", "State"], rows.collect())
}

const fn state(state: OfficerState, role: Role) -> (&'static str, &'static str) {
    let needs_no_roster = matches!(role, Role::Coordinator | Role::Auditor);
    match state {
        OfficerState::Enrolled if needs_no_roster => ("state state-done", "Enrolled"),
        OfficerState::Invited => ("state state-new", "Invited, not enrolled"),
        OfficerState::Enrolled => ("state state-open", "Enrolled, waits for approval"),
        OfficerState::Approved => ("state state-done", "Approved"),
        OfficerState::Removed => ("state", "Gone"),
    }
}
