use super::*;

/// A minute by its UTC time.
fn utc(text: &str) -> Minute {
    let moment: Timestamp = format!("{text}:00Z").parse().unwrap();
    Minute(moment.as_second() / 60)
}

fn digests(times: &[&str]) -> DigestTimes {
    DigestTimes::new(times.iter().map(|time| time.parse().unwrap()).collect())
}

/// The same shifts from Monday to Friday.
fn weekdays(shifts: &[&str]) -> StaffedHours {
    let mut week: [Vec<Shift>; 7] = Default::default();
    for day in &mut week[..5] {
        *day = shifts.iter().map(|shift| shift.parse().unwrap()).collect();
    }
    StaffedHours::Shifts(week)
}

#[test]
fn a_time_of_day_is_written_in_one_way() {
    assert_eq!("08:05".parse(), Ok(TimeOfDay(485)));
    for text in [
        "8:05", "08:5", "24:00", "23:60", "-1:00", "08:00:00", "0800", "",
    ] {
        assert_eq!(text.parse::<TimeOfDay>(), Err(NotATime), "{text}");
    }
    assert_eq!(
        "22:00-24:00".parse(),
        Ok(Shift {
            from: 1_320,
            to: 1_440
        })
    );
    for text in [
        "18:00-08:00",
        "08:00-08:00",
        "08:00",
        "08:00-24:01",
        "24:00-24:00",
    ] {
        assert_eq!(text.parse::<Shift>(), Err(NotATime), "{text}");
    }
}

#[test]
fn digests_keep_to_the_clock_on_the_wall_in_winter_and_summer() {
    let times = digests(&["13:00", "08:00"]);
    let table = [
        ("2026-11-22T08:00", "2026-11-22T08:00"),
        ("2026-11-22T12:59", "2026-11-22T08:00"),
        ("2026-11-22T13:00", "2026-11-22T13:00"),
        ("2026-11-22T07:59", "2026-11-21T13:00"),
        // Summer: one hour before.
        ("2026-07-01T07:00", "2026-07-01T07:00"),
        ("2026-07-01T06:59", "2026-06-30T12:00"),
        // The morning after the clocks went forward.
        ("2026-03-29T07:00", "2026-03-29T07:00"),
        ("2026-03-29T06:59", "2026-03-28T13:00"),
    ];
    for (now, last) in table {
        assert_eq!(times.last(utc(now)), Some(utc(last)), "{now}");
    }
    assert_eq!(digests(&[]).last(utc("2026-11-22T08:00")), None);
}

#[test]
fn a_time_that_is_left_out_or_comes_twice_is_there_once() {
    let times = digests(&["01:30"]);
    let dues = |first: &str, minutes: i64| {
        let first = utc(first);
        let dues = (0..minutes).filter_map(|more| times.last(first.plus(more)));
        dues.filter(|due| *due >= first)
            .collect::<std::collections::BTreeSet<_>>()
    };
    // From midnight to midnight on the wall.
    let forward = dues("2026-03-29T00:00", 23 * 60);
    assert_eq!(forward, [utc("2026-03-29T01:30")].into());
    let back = dues("2026-10-24T23:00", 25 * 60);
    assert_eq!(back, [utc("2026-10-25T00:30")].into());
}

#[test]
fn around_the_clock_everything_counts_from_when_it_was() {
    let (since, now) = (utc("2026-11-21T03:00"), utc("2026-11-22T04:00"));
    assert_eq!(StaffedHours::Always.counts_from(since, now), Some(since));
}

#[test]
fn what_waited_over_night_counts_from_the_morning() {
    let hours = weekdays(&["08:00-18:00"]);
    let table = [
        // A Friday evening, then the weekend, then Monday.
        (
            "2026-11-20T17:00",
            "2026-11-20T17:59",
            Some("2026-11-20T17:00"),
        ),
        ("2026-11-20T17:00", "2026-11-20T18:00", None),
        ("2026-11-20T17:00", "2026-11-22T12:00", None),
        ("2026-11-20T17:00", "2026-11-23T07:59", None),
        (
            "2026-11-20T17:00",
            "2026-11-23T08:00",
            Some("2026-11-23T08:00"),
        ),
        (
            "2026-11-23T09:00",
            "2026-11-23T09:10",
            Some("2026-11-23T09:00"),
        ),
        // In summer the day begins an hour before, by UTC.
        ("2026-07-01T02:00", "2026-07-01T06:59", None),
        (
            "2026-07-01T02:00",
            "2026-07-01T07:00",
            Some("2026-07-01T07:00"),
        ),
        ("2026-07-01T02:00", "2026-07-01T17:00", None),
    ];
    for (since, now, from) in table {
        let found = hours.counts_from(utc(since), utc(now));
        assert_eq!(found, from.map(utc), "{since} {now}");
    }
}

#[test]
fn shifts_that_touch_are_one_over_midnight_too() {
    let hours = weekdays(&["00:00-06:00", "06:00-12:00", "22:00-24:00"]);
    let (since, now) = (utc("2026-11-24T20:00"), utc("2026-11-25T09:00"));
    assert_eq!(hours.counts_from(since, now), Some(utc("2026-11-24T22:00")));
    let whole = StaffedHours::Shifts(std::array::from_fn(|_| {
        vec!["00:00-24:00".parse().unwrap()]
    }));
    let (since, now) = (utc("2026-03-01T20:00"), utc("2026-11-25T09:00"));
    assert_eq!(whole.counts_from(since, now), Some(since));
}

#[test]
fn minutes_beyond_any_calendar_are_no_time() {
    for minute in [i64::MIN, i64::MAX] {
        let minute = Minute(minute);
        assert_eq!(digests(&["08:00"]).last(minute), None);
        assert_eq!(weekdays(&["08:00-18:00"]).counts_from(minute, minute), None);
    }
}
