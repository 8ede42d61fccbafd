//! Clocks that are set.

use super::*;

#[tokio::test]
async fn a_clock_that_leaps_deletes_no_day_before_it_went_on_evenly_for_one() {
    let mut house = House::open().await;
    let store = house.duties.store.clone();
    let frame = SealedFrame::try_from(vec![1; FRAME_LEN]).unwrap();
    let window = vec![(IntakeId::from_random([1; 8]), frame)];
    let kept = EVENING.day().plus(-27);
    store.shuffle_in(window, kept).await.unwrap();
    let damaged = house.damaged_window(kept);
    house.duties.diary.note_settled(EVENING.day());
    house.at(EVENING).await;
    let month = 30 * 86_400;
    for set in [EVENING.plus(86_400), EVENING.plus(month), EVENING] {
        house.at(set).await;
        house.at(set.plus(PURGE_SECONDS)).await;
        assert_eq!(house.frames().await, 1, "a month ahead for an hour");
        let noted = house.duties.diary.read().settled;
        assert_eq!(noted, Some(EVENING.day()), "nor by the next start");
        assert_eq!(house.done.purged_all, Some(EVENING), "nor told");
    }
    for hour in 2..24 {
        house.at(EVENING.plus(hour * PURGE_SECONDS)).await;
        assert_eq!(house.frames().await, 1, "hour {hour}");
        assert!(damaged.exists(), "hour {hour}");
    }
    house.at(EVENING.plus(STEADY_SECONDS)).await;
    assert_eq!(house.frames().await, 0, "it was old in truth");
    assert!(!damaged.exists(), "as all frames of its day");
    let all = house.done.purged_all;
    assert_eq!(all, Some(EVENING.plus(STEADY_SECONDS)), "told only now");
    let midnight = EVENING.plus(60 + STEADY_SECONDS);
    house.at(midnight).await;
    assert_eq!(house.duties.diary.read().settled, Some(midnight.day()));
}

#[test]
fn a_clock_is_believed_at_the_start_by_who_worked_the_day_before() {
    let today = EVENING.day();
    for (settled, is_believed) in [
        (None, false),
        (Some(today.plus(-2)), false),
        (Some(today.plus(-1)), true),
        (Some(today), true),
        (Some(today.plus(1)), false),
    ] {
        let mut steady = Steady::at_start(EVENING, worked(settled));
        assert_eq!(steady.look(EVENING), is_believed, "{settled:?}");
        let corrected = steady.look(EVENING.plus(1 - STEP_SECONDS));
        assert!(!corrected, "not yet a day then: {settled:?}");
        assert_eq!(steady.look(EVENING), is_believed, "{settled:?}");
        assert!(!steady.look(EVENING.plus(-3_600)), "an hour back");
        assert!(!steady.look(EVENING), "and forth");
    }
}

#[tokio::test]
async fn a_server_that_was_away_for_days_deletes_again_though_it_is_restarted_daily() {
    let mut house = House::open().await;
    let store = house.duties.store.clone();
    let frame = SealedFrame::try_from(vec![1; FRAME_LEN]).unwrap();
    let window = vec![(IntakeId::from_random([1; 8]), frame)];
    let kept = EVENING.day().plus(-30);
    store.shuffle_in(window, kept).await.unwrap();
    house.duties.diary.note_settled(EVENING.day().plus(-3));
    for hour in 0..=24 {
        assert_eq!(house.frames().await, 1, "hour {hour}");
        let now = EVENING.plus(hour * PURGE_SECONDS);
        if hour % 12 == 0 {
            house.restart(now);
        }
        house.at(now).await;
    }
    assert_eq!(house.frames().await, 0, "a day has passed");
}

#[tokio::test]
async fn without_a_diary_no_clock_is_believed_however_often_one_starts_before_a_day_is_over() {
    let mut house = House::open().await;
    let store = house.duties.store.clone();
    let frame = SealedFrame::try_from(vec![1; FRAME_LEN]).unwrap();
    let window = vec![(IntakeId::from_random([1; 8]), frame)];
    store.shuffle_in(window, EVENING.day()).await.unwrap();
    let wrong = EVENING.plus(30 * 86_400);
    for minute in [0, 10, 20] {
        house.restart(wrong.plus(minute * 60));
        house.at(wrong.plus(minute * 60 + WINDOW)).await;
        assert_eq!(house.frames().await, 1, "restored yesterday: {minute}");
        let noted = house.duties.diary.read().settled;
        assert!(noted.is_some(), "the doctor is told: {minute}");
    }
    for hour in 1..=24 {
        house.at(wrong.plus(hour * PURGE_SECONDS)).await;
    }
    assert_eq!(house.frames().await, 0, "nobody set it right for a day");
}

#[tokio::test]
async fn a_clock_that_was_set_while_no_server_ran_begins_its_day_anew() {
    let mut house = House::open().await;
    house.duties.diary.note_settled(EVENING.day().plus(-3));
    house.restart(EVENING);
    house.at(EVENING).await;
    for set in [30 * 86_400, 0, -86_400] {
        let now = EVENING.plus(set);
        house.restart(now);
        assert!(!house.done.steady.look(now), "{set}");
    }
}

#[tokio::test]
async fn windows_turn_and_days_settle_whichever_way_the_clock_was_set() {
    let mut house = House::open().await;
    house.at(EVENING).await;
    for (number, set) in [(1, 3_600), (2, 86_400), (3, 0), (4, -3_600), (5, -86_400)] {
        let frame = SealedFrame::try_from(vec![number; FRAME_LEN]).unwrap();
        house.duties.staging.stage(vec![frame]).await.unwrap();
        house.at(EVENING.plus(set)).await;
        assert_eq!(house.frames().await, u64::from(number), "{set}");
    }
}
