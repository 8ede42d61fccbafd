//! Whatever is sent: nothing panics. How long it takes is measured in `tests/bench`.

use domain::work::EntityKind;
use pole::{Reader, Told, fuzz};
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_text_is_read_within_its_bounds(text in any::<String>()) {
        for (_, body) in fuzz::BODIES {
            body(text.as_bytes());
        }
    }

    #[test]
    fn pieces_of_entities_in_any_order_are_read_within_their_bounds(
        text in "(07|700|90|0123| |AB12|CDE|@|zed_9|\\.|,|t\\.me/|/|insta|reg|ends|14|Larch|Road|LS12|3AB|sort|12-34-56|oh|double|Tariq|called|نام|\u{09be}|my name is|-){0,40}",
    ) {
        for (_, body) in fuzz::BODIES {
            body(text.as_bytes());
        }
    }
}

#[test]
fn a_flood_of_one_kind_hides_no_other() {
    let numbers: Vec<String> = (0..450).map(|n| format!("a{n}@example.org")).collect();
    let story = format!("{} Tariq Example has a van, AB12 CDE.", numbers.join(" "));
    let told = Told {
        answers: None,
        story: &story,
    };
    let mentions = Reader::open().mentions(&told);
    let of = |kind| {
        let kinds = mentions.iter().map(|one| one.entity.kind);
        kinds.filter(|one| *one == kind).count()
    };
    assert_eq!(of(EntityKind::Email), 60);
    assert_eq!((of(EntityKind::Vehicle), of(EntityKind::Person)), (1, 1));
}
