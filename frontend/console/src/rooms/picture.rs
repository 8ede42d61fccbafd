//! A district's picture: counts and a trend from opened cards, drawn and exported in this browser.

mod sheet;

use domain::{Desk, District};
use gazetteer::{ATTRIBUTION, Outlines, VIEW_BOX};
use leptos::prelude::*;

use crate::browser;
use crate::console::{Console, use_console};
use crate::parts::Select;
use crate::words::cases;
use crate::words::day;
use crate::words::picture::{Picture, Reach, Span, Table};

/// The room.
#[component]
pub(crate) fn PictureRoom(desk: Desk) -> impl IntoView {
    let console = use_console();
    console.act(console.list_cases(desk));
    let span = RwSignal::new("months".to_owned());
    let reach = RwSignal::new("desk".to_owned());
    let picture = move || {
        let span = span.with(|span| match span.as_str() {
            "weeks" => Span::Weeks,
            _ => Span::Months,
        });
        let rows = console.cases_of(desk)?;
        let cards = cases::cards(&rows).map(|(_, card)| card);
        Some(Picture::of(cards, span, browser::today()))
    };
    let print = move |_| {
        reach.set("shared".into());
        browser::print_soon();
    };
    let save = move |_| {
        if let Some(picture) = untrack(picture) {
            let file = picture.csv(&desk.label(), ATTRIBUTION);
            let name = format!("soc-local-profile-{}.csv", browser::today());
            browser::save_text(&name, "text/csv", &file);
        }
    };
    let paper = move |_| {
        if let Some(picture) = untrack(picture) {
            let profile = picture.profile(&desk.label(), ATTRIBUTION);
            let name = format!("soc-local-profile-{}.pdf", browser::today());
            console.save_printed(&name, profile.print());
        }
    };
    view! {
        <section class="room picture-room">
            <div class="room-head">
                <h1 id="room-title" tabindex="-1">{desk.label()}": picture"</h1>
                <span class="tools no-print">
                    <button type="button" class="btn" on:click=save>
                        "Save to share (CSV)"
                    </button>
                    <button type="button" class="btn" id="profile-paper" on:click=paper>
                        "Save to share (PDF)"
                    </button>
                    <button type="button" class="btn" on:click=print>
                        "Print to share"
                    </button>
                </span>
            </div>
            <div class="sieve no-print">
                <Select
                    id="picture-span"
                    label="Time"
                    options=vec![("months", "12 months, by month"), ("weeks", "13 weeks, by week")]
                    value=span
                />
                <Select
                    id="picture-reach"
                    label="Numbers"
                    options=vec![
                        ("desk", "For this desk: all of them"),
                        ("shared", "To share: under 5 hidden"),
                    ]
                    value=reach
                />
            </div>
            {move || {
                let reach = reach.with(|reach| match reach.as_str() {
                    "shared" => Reach::Shared,
                    _ => Reach::Desk,
                });
                match picture() {
                    None => view! { <p class="empty">"Opening the cases…"</p> }.into_any(),
                    Some(picture) => drawn(console, desk, &picture, reach).into_any(),
                }
            }}
            {sheet::sheet(desk)}
        </section>
    }
}

fn drawn(console: Console, desk: Desk, picture: &Picture, reach: Reach) -> impl IntoView + use<> {
    let marking = match reach {
        Reach::Desk => "OFFICIAL-SENSITIVE. Not to be shared: small numbers are not hidden.",
        Reach::Shared => "OFFICIAL. Numbers from 1 to 4 are hidden.",
    };
    let tables = picture.tables.iter().map(|table| chart(table, reach));
    view! {
        <p class="meeting-sum">
            {format!(
                "SOC Local Profile, {}: {} to {}. {marking}",
                desk.label(),
                day::long(picture.from),
                day::long(picture.to),
            )}
        </p>
        {unread(console, desk)}
        <div class="charts">
            <figure class="chart chart-wide">
                <figcaption>{picture.trend.title}</figcaption>
                {trend(&picture.trend, reach)}
                <details>
                    <summary>"The same as a table"</summary>
                    {numbers(&picture.trend, reach)}
                </details>
            </figure>
            {tables.collect_view()}
            {map(desk)}
        </div>
        <p class="muted attribution">{ATTRIBUTION.join(" ")}</p>
    }
}

fn unread(console: Console, desk: Desk) -> Option<impl IntoView + use<>> {
    let rows = console.cases_of(desk)?;
    let unread = rows.iter().filter(|row| row.card.is_err()).count();
    (unread > 0).then(|| {
        view! {
            <p class="strip strip-bad">
                {format!("{unread} cases could not be opened and are not counted.")}
            </p>
        }
    })
}

fn most(rows: &[(String, String, u32)]) -> u32 {
    rows.iter()
        .map(|(_, _, bar)| *bar)
        .max()
        .unwrap_or(0)
        .max(1)
}

/// Rows of numbers, each with its bar.
fn chart(table: &Table, reach: Reach) -> impl IntoView + use<> {
    let caption = match reach {
        Reach::Desk => format!("{} ({} in all)", table.title, table.total()),
        Reach::Shared => table.title.to_owned(),
    };
    view! {
        <figure class="chart">
            <figcaption>{caption}</figcaption>
            {numbers(table, reach)}
        </figure>
    }
}

fn numbers(table: &Table, reach: Reach) -> AnyView {
    let rows = table.shown(reach);
    if rows.is_empty() {
        return view! { <p class="muted">"None in this time."</p> }.into_any();
    }
    let most = most(&rows);
    let rows = rows.into_iter().map(|(name, number, bar)| {
        let width = bar.saturating_mul(100).checked_div(most).unwrap_or(0);
        view! {
            <tr>
                <th scope="row" dir="auto">
                    {name}
                </th>
                <td class="number">{number}</td>
                <td class="bar-cell">
                    <svg class="bar-row" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect width=width.to_string() height="10"></rect>
                    </svg>
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-wrap">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{table.head}</th>
                        <th scope="col" class="number">
                            "Number"
                        </th>
                        <th scope="col">
                            <span class="unseen">"Bar"</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Columns over time.
fn trend(table: &Table, reach: Reach) -> impl IntoView + use<> {
    const WIDE: usize = 40;
    const TALL: u32 = 100;
    let rows = table.shown(reach);
    let most = most(&rows);
    let width = rows.len().saturating_mul(WIDE);
    let said: Vec<String> = rows
        .iter()
        .map(|(name, number, _)| format!("{name}: {number}"))
        .collect();
    let columns = rows.iter().enumerate().map(|(at, (_, number, bar))| {
        let tall = bar.saturating_mul(TALL).checked_div(most).unwrap_or(0);
        let left = at.saturating_mul(WIDE).saturating_add(4);
        let top = TALL.saturating_sub(tall).saturating_add(16);
        let middle = left.saturating_add(16);
        let above = top.saturating_sub(4);
        let number = if number.parse::<u32>().is_ok() {
            number.clone()
        } else {
            "–".to_owned()
        };
        view! {
            <rect
                x=left.to_string()
                y=top.to_string()
                width="32"
                height=tall.to_string()
            ></rect>
            <text x=middle.to_string() y=above.to_string()>
                {number}
            </text>
        }
    });
    let columns = columns.collect_view();
    view! {
        <svg
            class="trend"
            viewBox=format!("0 0 {width} 118")
            role="img"
            aria-label=format!("{}. {}", table.title, said.join("; "))
        >
            {columns}
        </svg>
        <p class="trend-ends muted">
            <span>{rows.first().map(|(name, _, _)| name.clone())}</span>
            <span>{rows.last().map(|(name, _, _)| name.clone())}</span>
        </p>
    }
}

/// The county, with the desk's own district filled.
fn map(desk: Desk) -> Option<impl IntoView + use<>> {
    let own: District = match desk {
        Desk::Bronze(district) => district,
        Desk::Triage | Desk::CorruptionA | Desk::CorruptionB | Desk::Team(_) | Desk::Silver => {
            return None;
        }
    };
    let areas = Outlines::open().draw().into_iter().map(|outline| {
        let class = if outline.district == own {
            "map-area map-own"
        } else {
            "map-area"
        };
        let (x, y) = outline.label;
        view! {
            <path class=class d=outline.path></path>
            <text class="map-name" x=x.to_string() y=y.to_string()>
                {outline.district.label()}
            </text>
        }
    });
    let areas = areas.collect_view();
    Some(view! {
        <figure class="chart">
            <figcaption>"The district"</figcaption>
            <svg
                class="map"
                viewBox=VIEW_BOX
                role="img"
                aria-label=format!("Map of West Yorkshire with {} filled", own.label())
            >
                {areas}
            </svg>
        </figure>
    })
}
