//! Tables that scroll sideways when there is no room.

use leptos::prelude::*;

/// A table: the heads of its columns, and its rows. A head that ends with `#` stands over numbers.
pub(crate) fn table(heads: &[&'static str], rows: Vec<AnyView>) -> impl IntoView + use<> {
    let heads = heads.iter().map(|head| {
        let words = head.trim_end_matches('#');
        let class = if words == *head { "" } else { "number" };
        view! {
            <th scope="col" class=class>
                {words}
            </th>
        }
    });
    view! {
        <div class="table-wrap">
            <table>
                <thead>
                    <tr>{heads.collect_view()}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
