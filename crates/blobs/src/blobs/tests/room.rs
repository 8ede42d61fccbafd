use super::*;

#[tokio::test]
async fn no_more_is_taken_than_there_is_room_for() {
    let house = House::open();
    let larger = house.begin(Bucket::Sixteen).await;
    assert!(matches!(larger, Err(BlobError::NoRoom)));
    let four = house.begin(Bucket::Four).await.unwrap();
    let second = house.begin(Bucket::Four).await;
    assert!(matches!(second, Err(BlobError::Busy)), "6 MiB at once");
    house.sent(1).await;
    let third = house.begin(Bucket::One).await;
    assert!(matches!(third, Err(BlobError::Busy)), "6 MiB at once");
    house.pass(3_600);
    assert!(house.blobs.held(four).is_err());
    for _ in 0..9 {
        let id = house.sent(1).await;
        house.blobs.finish(id).await.unwrap();
    }
    let full = house.begin(Bucket::Four).await;
    assert!(
        matches!(full, Err(BlobError::NoRoom)),
        "9 of 12 MiB are taken"
    );
    for _ in 0..2 {
        house.begin(Bucket::One).await.unwrap();
    }
    assert!(house.begin(Bucket::One).await.is_err());
}

#[tokio::test]
async fn only_so_many_are_sent_at_once() {
    let house = House::open();
    for _ in 0..3 {
        house.begin(Bucket::One).await.unwrap();
    }
    assert!(matches!(
        house.begin(Bucket::One).await,
        Err(BlobError::Busy)
    ));
}

#[tokio::test]
async fn one_place_cannot_keep_the_others_from_sending() {
    let house = House::open();
    let one = Place {
        uploads: 2,
        ..place(1)
    };
    let first = house.sent(1).await;
    house.blobs.begin(Bucket::One, one).await.unwrap();
    let third = house.blobs.begin(Bucket::One, one).await;
    assert!(matches!(third, Err(BlobError::Busy)));
    house.blobs.finish(first).await.unwrap();
    house.blobs.begin(Bucket::One, one).await.unwrap();
    house.blobs.begin(Bucket::One, place(2)).await.unwrap();
}

#[tokio::test]
async fn a_flood_takes_its_own_day_and_no_other() {
    let mut house = House::with(Room {
        a_day: 3 * MIB,
        ..ROOM
    });
    let [first, second] = [house.sent(1).await, house.sent(2).await];
    let third = house.sent(3).await;
    house.blobs.finish(first).await.unwrap();
    house.blobs.finish(second).await.unwrap();
    let full = house.blobs.finish(third).await;
    assert!(matches!(full, Err(BlobError::NoRoom)), "begun in time");
    let fourth = house.begin(Bucket::One).await;
    assert!(matches!(fourth, Err(BlobError::NoRoom)));
    house.restart();
    let fourth = house.begin(Bucket::One).await;
    assert!(matches!(fourth, Err(BlobError::NoRoom)), "and remembered");
    house.pass(DAY);
    let next = house.sent(4).await;
    house.blobs.finish(next).await.unwrap();
}

#[tokio::test]
async fn large_ones_leave_a_share_of_the_day_to_pictures() {
    let house = House::with(Room {
        all: 200 * MIB,
        a_day: 100 * MIB,
        unfinished: 200 * MIB,
        uploads: 100,
    });
    let keep = |bucket: Bucket| {
        let blob = vec![1; bucket.blob_len()];
        let blobs = Arc::clone(&house.blobs);
        async move { blobs.keep(&blob, place(1)).await }
    };
    keep(Bucket::SixtyFour).await.unwrap();
    keep(Bucket::Sixteen).await.unwrap();
    let more = keep(Bucket::Sixteen).await;
    assert!(matches!(more, Err(BlobError::NoRoom)));
    for _ in 0..4 {
        keep(Bucket::Four).await.unwrap();
    }
    for _ in 0..3 {
        keep(Bucket::One).await.unwrap();
    }
    let full = keep(Bucket::One).await;
    assert!(matches!(full, Err(BlobError::NoRoom)));
}

#[tokio::test]
async fn what_is_never_finished_keeps_nobody_out_and_the_shared_way_leaves_half_of_a_day() {
    let house = House::with(Room {
        all: 2_000 * MIB,
        a_day: 200 * MIB,
        unfinished: 2_000 * MIB,
        uploads: 100,
    });
    let onion = Place {
        key: [9; 16],
        uploads: 50,
        is_shared: true,
    };
    for _ in 0..4 {
        let id = house.blobs.begin(Bucket::SixtyFour, onion).await.unwrap();
        // All but its end.
        for part in 0..64 {
            house.send(id, part, 1).await.unwrap();
        }
    }
    house.begin(Bucket::SixtyFour).await.unwrap();
    for bucket in [Bucket::SixtyFour, Bucket::Sixteen, Bucket::Sixteen] {
        let id = house.blobs.begin(bucket, onion).await.unwrap();
        for part in 0..bucket.parts() {
            house.send(id, part, 1).await.unwrap();
        }
        house.blobs.finish(id).await.unwrap();
    }
    let more = house.blobs.begin(Bucket::Four, onion).await;
    assert!(matches!(more, Err(BlobError::NoRoom)));
    house.begin(Bucket::SixtyFour).await.unwrap();
    house
        .blobs
        .purge("2026-11-01".parse().unwrap())
        .await
        .unwrap();
    let more = house.blobs.begin(Bucket::Four, onion).await;
    assert!(
        matches!(more, Err(BlobError::NoRoom)),
        "and looked at again"
    );
}

#[tokio::test]
async fn nobody_remembers_from_where_a_blob_came() {
    let house = House::open();
    let id = house.sent(1).await;
    let upload = house.blobs.upload(id).unwrap();
    assert!(upload.comes_from(place(1).key));
    house.blobs.finish(id).await.unwrap();
    assert!(!upload.comes_from(place(1).key));
}
