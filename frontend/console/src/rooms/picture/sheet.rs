//! The monthly sheet of a district: counted here, looked at, and published by a supervisor.

use domain::console::SheetView;
use domain::{Desk, Month};
use leptos::prelude::*;

use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::{AskFirst, table};
use crate::words::day;

/// How many months back can be counted.
const MONTHS: usize = 12;

/// Chooses a month, counts it and shows what will be public. Districts have one, other desks none.
pub(super) fn sheet(desk: Desk) -> Option<impl IntoView> {
    match desk {
        Desk::Bronze(_) => Some(view! { <SheetPart desk=desk /> }),
        Desk::Triage | Desk::CorruptionA | Desk::CorruptionB | Desk::Team(_) | Desk::Silver => None,
    }
}

#[component]
fn SheetPart(desk: Desk) -> impl IntoView {
    let console = use_console();
    let counted = RwSignal::new(None::<SheetView>);
    let over = browser::today().month().before();
    let month = RwSignal::new(over);
    let months = std::iter::successors(Some(over), |month| Some(month.before())).take(MONTHS);
    let options = months.map(|month| {
        view! { <option value=month.to_string()>{day::month(month)}</option> }
    });
    let choose = move |event| {
        if let Ok(chosen) = event_target_value(&event).parse::<Month>() {
            month.set(chosen);
            counted.set(None);
        }
    };
    let count = move |_| {
        console.act(async move {
            let view = console.count_month(desk, month.get_untracked()).await?;
            counted.set(Some(view));
            Ok(())
        });
    };
    view! {
        <section class="month-sheet no-print" aria-labelledby="sheet-title">
            <h2 class="room-sub" id="sheet-title">
                "For the public: what came of it"
            </h2>
            <p class="muted">
                "Once a month a supervisor publishes how many cases of each threat came to what. Numbers "
                "under 5 are left out here, in this browser: nobody outside the desk sees them."
            </p>
            <div class="sieve">
                <div class="field">
                    <label for="sheet-month">"Month"</label>
                    <select
                        id="sheet-month"
                        prop:value=move || month.get().to_string()
                        on:change=choose
                    >
                        {options.collect_view()}
                    </select>
                </div>
                <button type="button" class="btn" on:click=count>
                    "Count the month"
                </button>
            </div>
            {move || counted.get().map(|view| preview(console, &view, counted))}
        </section>
    }
}

fn preview(
    console: Console,
    view: &SheetView,
    counted: RwSignal<Option<SheetView>>,
) -> impl IntoView + use<> {
    let left_out = view.cells.iter().filter(|cell| !cell.is_shown()).count();
    let shown = view.cells.len().saturating_sub(left_out);
    let rows = view.cells.iter().map(|cell| {
        let fate = if cell.is_shown() {
            "Public"
        } else {
            "Left out"
        };
        view! {
            <tr class:left-out=!cell.is_shown()>
                <th scope="row">{cell.category.label()}</th>
                <td>{cell.outcome.label()}</td>
                <td class="number">{cell.cases}</td>
                <td>{fate}</td>
            </tr>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    let head = ["Threat", "What came of it", "Cases#", "On the public page"];
    view! {
        <p role="status">
            {format!(
                "{}: {shown} numbers will be public, {left_out} are left out because they are under 5.",
                day::month(view.month),
            )}
        </p>
        {(!rows.is_empty()).then(|| table(&head, rows))}
        {publish(console, view, counted)}
    }
}

/// The last step, or why there is none.
fn publish(console: Console, view: &SheetView, counted: RwSignal<Option<SheetView>>) -> AnyView {
    if view.sent {
        return view! { <p class="muted">"It was handed in from this console."</p> }.into_any();
    }
    if view.unread > 0 {
        let said = format!(
            "{} cases could not be opened, so the numbers may be wrong and cannot be published. An officer who can open every case can count the month.",
            view.unread
        );
        return view! { <p class="strip strip-bad">{said}</p> }.into_any();
    }
    if !console.supervises() {
        return view! { <p class="muted">"A supervisor of this desk can publish it."</p> }
            .into_any();
    }
    let (desk, month) = (view.desk, view.month);
    let on_yes = Callback::new(move |()| {
        console.act(async move {
            let published = console.publish_month(desk, month).await;
            counted.set(Some(console.count_month(desk, month).await?));
            published
        });
    });
    view! {
        <AskFirst
            label="Publish this month"
            question="What is public stays public, and a month is published once. Publish it?"
            yes="Publish"
            no="Do not publish"
            on_yes=on_yes
        />
    }
    .into_any()
}
