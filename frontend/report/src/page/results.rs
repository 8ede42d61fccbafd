//! What came of it: the monthly sheets, as tables.

use domain::sheet::{Cell, LEAST_SHOWN};
use domain::{District, Month};
use leptos::prelude::*;
use notes::Sheet as Counted;

use super::Sheet;
use super::prose::{article, keyed, list, paragraph, part, to_the_form};

/// The page's name in the address. What stands on it changes with the months, so its hash is not published;
/// nothing is typed there.
pub(crate) const RESULTS: &str = "results";

/// What came of reports, month by month; none if the sheets cannot be read just now.
pub(crate) fn results_page(sheet: &Sheet<'_>, counted: Option<&[Counted]>) -> String {
    article(sheet, RESULTS, "results", || {
        let months = match counted {
            None => paragraph(sheet.say("results-failed")),
            Some([]) => paragraph(sheet.say("results-none")),
            Some(counted) => months(sheet, counted),
        };
        view! {
            {part(sheet, "results-read", reading(sheet))}
            {months}
            {to_the_form(sheet)}
        }
        .into_any()
    })
}

/// How the numbers are to be read.
fn reading(sheet: &Sheet<'_>) -> AnyView {
    let small = sheet
        .words
        .say_with("results-read-small", "least", LEAST_SHOWN);
    let lines = ["results-read-cases", "results-read-month"].map(|key| sheet.say(key));
    view! {
        {list(lines.into_iter().chain([small]))}
        {keyed(sheet, &["results-read-counted", "results-read-signed"])}
    }
    .into_any()
}

fn months(sheet: &Sheet<'_>, counted: &[Counted]) -> AnyView {
    let of_one = counted.chunk_by(|one, other| one.month == other.month);
    let months: Vec<_> = of_one.map(|of_one| month(sheet, of_one)).collect();
    months.into_any()
}

/// Every district of one month.
fn month(sheet: &Sheet<'_>, of_one: &[Counted]) -> Option<AnyView> {
    let name = month_name(sheet, of_one.first()?.month);
    let districts = of_one.iter().map(|one| {
        let name = district_name(sheet, one.district);
        let shown = if one.cells.is_empty() {
            paragraph(sheet.say("results-small"))
        } else {
            table(sheet, &one.cells)
        };
        view! { <h3>{name}</h3> {shown} }
    });
    let districts: Vec<_> = districts.collect();
    Some(view! { <section><h2>{name}</h2> {districts}</section> }.into_any())
}

fn table(sheet: &Sheet<'_>, cells: &[Cell]) -> AnyView {
    let rows: Vec<_> = cells
        .iter()
        .map(|cell| {
            let category = sheet.say(&format!("category-{}", cell.category.code()));
            let outcome = sheet.say(&format!("result-{}", cell.outcome.code()));
            view! {
                <tr>
                    <th scope="row">{category}</th>
                    <td>{outcome}</td>
                    <td class="number">{cell.cases}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="counted">
            <thead>
                <tr>
                    <th scope="col">{sheet.say("results-about")}</th>
                    <th scope="col">{sheet.say("results-came")}</th>
                    <th scope="col" class="number">
                        {sheet.say("results-cases")}
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn month_name(sheet: &Sheet<'_>, month: Month) -> String {
    let key = format!("month-{}", month.of_year());
    let year = month.year().to_string();
    sheet.words.say_with(&key, "year", year)
}

fn district_name(sheet: &Sheet<'_>, district: District) -> String {
    sheet.say(&format!("district-{}", district.code()))
}
