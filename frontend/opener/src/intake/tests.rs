use super::*;

#[test]
fn the_week_of_arrival_is_tried_first_and_the_one_before_it_second() {
    let day: Day = "2026-11-16".parse().unwrap();
    let open = [3, -3, 0, -1, 1].map(|weeks| day.week().plus(weeks));
    let tried = weeks_to_try(day, open.into_iter());
    assert_eq!(tried[..2], [day.week(), day.week().plus(-1)]);
    assert_eq!(tried.len(), 5);
}

fn jumps(before: (u32, u32), now: (u32, u32)) -> bool {
    let room = IntakeRoom {
        opened: before.0 + now.0,
        unopened: before.1 + now.1,
        ..IntakeRoom::default()
    };
    let (opened, unopened) = before;
    room.jumped_since(Count { opened, unopened })
}

#[test]
fn a_jump_is_many_more_than_usual_and_never_a_few() {
    assert!(jumps((0, 0), (0, 5)), "nothing opens at all");
    assert!(!jumps((0, 0), (0, 4)));
    assert!(!jumps((0, 0), (10, 6)), "covers and other desks' tips");
    assert!(jumps((100, 5), (10, 10)));
    assert!(!jumps((100, 100), (10, 10)), "half is usual here");
    assert!(!jumps((u32::MAX / 2, 0), (1, 0)));
}
