//! A tip's files: sealed, padded, opened by what the tip says, and refused in every other form.

use domain::BlobId;
use domain::bundle::{Bucket, FILES_MAX, FileKind};
use domain::tip::BundleSlot;
use minicbor::bytes::ByteArray;
use proptest::prelude::*;
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use seal::bundle::{
    BundleError, BundleKey, BundleWriter, FileHead, bucket_of, read_bundle, seal_bundle,
};
use seal::hybrid::Recipient;
use seal::seal_file;
use sha2::{Digest, Sha256};
use unseal::bundle::{OpenedBundle, open_bundle};
use unseal::{Identity, OpenError};
use zeroize::Zeroizing;

const JPEG: &[u8] = b"\xff\xd8\xff\xe0 a picture of a van";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n a picture of a screen";
const WEBP: &[u8] = b"RIFF\x10\0\0\0WEBPVP8 a picture";
const BLOB: BlobId = BlobId::from_bytes([7; 16]);
const SEED: [u8; 32] = [5; 32];

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(1)
}

fn sealed(files: &[(FileKind, &[u8])]) -> (Vec<u8>, BundleSlot) {
    let (blob, key) = seal_bundle(files, &mut rng()).unwrap();
    (blob, key.at(BLOB))
}

fn files(opened: &OpenedBundle) -> Vec<(FileKind, Vec<u8>)> {
    let pair = |file: seal::bundle::BundleFile<'_>| (file.kind, file.bytes.to_vec());
    opened.files().into_iter().map(pair).collect()
}

/// A blob that its sender did not make with our code, and the slot that names it.
fn foreign(plaintext: &[u8], bucket: Bucket) -> (Vec<u8>, BundleSlot) {
    let file = seal_file(&Recipient::derive(&SEED), plaintext).unwrap();
    let n = u64::try_from(file.len()).unwrap().to_be_bytes();
    let mut blob = [n.as_slice(), &file].concat();
    blob.resize(bucket.blob_len(), 0);
    let slot = named(&blob, bucket);
    (blob, slot)
}

fn named(blob: &[u8], bucket: Bucket) -> BundleSlot {
    BundleSlot {
        blob: BLOB,
        seed: ByteArray::from(SEED),
        bucket: bucket.number(),
        sha256: ByteArray::from(<[u8; 32]>::from(Sha256::digest(blob))),
    }
}

/// The plaintext of one small bundle of every kind.
pub fn plaintext() -> Vec<u8> {
    let kinds = [
        (FileKind::Jpeg, JPEG),
        (FileKind::Png, PNG),
        (FileKind::Webp, WEBP),
        (FileKind::Opaque, b"anything".as_slice()),
    ];
    let (blob, slot) = sealed(&kinds);
    let file = seal::bundle::unpad(&blob, Bucket::One).unwrap();
    let identity = Identity::from_seed(Zeroizing::new(*slot.seed));
    unseal::open_file(&[&identity], file)
        .unwrap()
        .plaintext
        .to_vec()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_files_come_back_whatever_pieces_they_were_handed_in(
        contents in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 1..90_000), 1..=FILES_MAX),
        piece in 1_usize..100_000,
    ) {
        let heads = contents.iter().map(|bytes| FileHead { kind: FileKind::Opaque, len: bytes.len() });
        let mut writer = BundleWriter::begin(heads.collect(), &mut rng(), Vec::new()).unwrap();
        for bytes in contents.concat().chunks(piece) {
            writer.push(bytes).unwrap();
        }
        let (blob, key) = writer.finish().unwrap();
        prop_assert_eq!(blob.len(), key.bucket().blob_len());
        let opened = open_bundle(&key.at(BLOB), &blob).unwrap();
        let there: Vec<Vec<u8>> = files(&opened).into_iter().map(|(_, bytes)| bytes).collect();
        prop_assert_eq!(there, contents);
    }
}

#[test]
fn pictures_and_other_files_come_back_with_their_kinds_and_with_names_of_ours() {
    let sent: [(FileKind, &[u8]); 2] = [(FileKind::Jpeg, JPEG), (FileKind::Opaque, b"a list")];
    let (blob, slot) = sealed(&sent);
    assert_eq!((blob.len(), slot.bucket), (1_048_576 + 65_536, 0));
    let opened = open_bundle(&slot, &blob).unwrap();
    assert_eq!(
        files(&opened),
        sent.map(|(kind, bytes)| (kind, bytes.to_vec()))
    );
    let names: Vec<_> = (1..).zip(sent).map(|(n, (kind, _))| kind.name(n)).collect();
    assert_eq!(names, ["1.jpg", "2.bin"]);
}

#[test]
fn each_bucket_is_filled_to_its_last_byte_and_the_next_byte_takes_the_next_bucket() {
    let heads = |len| {
        vec![FileHead {
            kind: FileKind::Opaque,
            len,
        }]
    };
    for bucket in Bucket::ALL {
        // A list, a map, a name, a kind and a long head stand before the bytes.
        let most = bucket.room() - 17;
        assert_eq!(bucket_of(&heads(most)).unwrap(), bucket);
        let beyond = bucket_of(&heads(most + 1)).ok();
        assert_eq!(beyond, Bucket::ALL.into_iter().find(|next| *next > bucket));
    }
    let fullest = vec![0; Bucket::Four.room() - 17];
    let (blob, slot) = sealed(&[(FileKind::Opaque, &fullest)]);
    assert_eq!(slot.bucket, 1);
    let opened = open_bundle(&slot, &blob).unwrap();
    assert!(opened.files()[0].bytes == fullest);
}

#[test]
fn what_is_no_bundle_is_not_sealed() {
    let refused = |files: &[(FileKind, &[u8])]| seal_bundle(files, &mut rng()).unwrap_err();
    assert!(matches!(refused(&[]), BundleError::NoFile));
    let empty = refused(&[(FileKind::Opaque, b"")]);
    assert!(matches!(empty, BundleError::Empty));
    let many = [(FileKind::Opaque, b"x".as_slice()); FILES_MAX + 1];
    assert!(matches!(refused(&many), BundleError::TooMany));
    let announced = |len| {
        let head = FileHead {
            kind: FileKind::Opaque,
            len,
        };
        BundleWriter::begin(vec![head], &mut rng(), Vec::new())
    };
    assert!(matches!(announced(usize::MAX), Err(BundleError::TooLarge)));
    let more = announced(3).unwrap().push(b"four").unwrap_err();
    assert!(matches!(more, BundleError::NotAsAnnounced));
    let mut fewer = announced(3).unwrap();
    fewer.push(b"tw").unwrap();
    assert!(matches!(fewer.finish(), Err(BundleError::NotAsAnnounced)));
}

#[test]
fn a_blob_that_cannot_be_written_is_an_error() {
    let head = FileHead {
        kind: FileKind::Opaque,
        len: 100_000,
    };
    let mut room = vec![0; 70_000];
    let mut writer = BundleWriter::begin(vec![head], &mut rng(), room.as_mut_slice()).unwrap();
    let pushed = writer.push(&vec![1; 100_000]);
    assert!(matches!(
        pushed.and_then(|()| writer.finish().map(drop)),
        Err(BundleError::Io(_))
    ));
}

#[test]
fn another_blob_than_the_tip_names_is_refused() {
    let (blob, slot) = sealed(&[(FileKind::Jpeg, JPEG)]);
    for place in [0, 7, 8, 100, 3_000, blob.len() - 1] {
        let mut changed = blob.clone();
        changed[place] ^= 1;
        assert_eq!(
            open_bundle(&slot, &changed).err(),
            Some(OpenError::Misplaced)
        );
    }
    let short = open_bundle(&slot, &blob[..blob.len() - 1]);
    assert_eq!(short.err(), Some(OpenError::Misplaced));
    let other_size = BundleSlot {
        bucket: 1,
        ..slot.clone()
    };
    assert_eq!(
        open_bundle(&other_size, &blob).err(),
        Some(OpenError::Misplaced)
    );
    let no_size = BundleSlot { bucket: 4, ..slot };
    assert_eq!(
        open_bundle(&no_size, &blob).err(),
        Some(OpenError::Malformed)
    );
}

#[test]
fn a_blob_whose_sender_did_not_keep_to_the_form_is_refused() {
    let (blob, slot) = foreign(&plaintext(), Bucket::One);
    assert_eq!(open_bundle(&slot, &blob).unwrap().files().len(), 4);
    let filled = |place: usize, byte: u8| {
        let mut changed = blob.clone();
        changed[place] = byte;
        changed
    };
    let longer = 1_600_u64.to_be_bytes();
    let shorter = [longer.as_slice(), &blob[8..]].concat();
    for wrong in [
        filled(blob.len() - 1, 1),
        filled(0, 1),
        filled(5, 0xff),
        shorter,
    ] {
        let slot = named(&wrong, Bucket::One);
        assert_eq!(open_bundle(&slot, &wrong).err(), Some(OpenError::Malformed));
    }
    let (roomy, slot) = foreign(&plaintext(), Bucket::Four);
    assert_eq!(open_bundle(&slot, &roomy).err(), Some(OpenError::Malformed));
    let (blob, mut slot) = foreign(&plaintext(), Bucket::One);
    slot.seed = ByteArray::from([6; 32]);
    assert_eq!(open_bundle(&slot, &blob).err(), Some(OpenError::NotForUs));
}

#[test]
fn a_list_written_any_other_way_is_refused() {
    let sound = plaintext();
    assert_eq!(read_bundle(&sound).unwrap().len(), 4);
    let at = |what: &[u8]| {
        sound
            .windows(what.len())
            .position(|found| found == what)
            .unwrap()
    };
    let with = |place: usize, bytes: &[u8]| {
        let mut changed = sound.clone();
        changed.splice(place..place + bytes.len(), bytes.iter().copied());
        changed
    };
    let wrong = [
        Vec::new(),
        vec![0x80],
        [&[0x98, 4], &sound[1..]].concat(),
        [&[0x9f], &sound[1..], &[0xff]].concat(),
        [&sound[..], &[0]].concat(),
        sound[..sound.len() - 1].to_vec(),
        with(0, &[0x85]),
        with(0, &[0x83]),
        with(1, &[0xa2]),
        with(1, &[0xbf]),
        with(2, &[1]),
        with(at(b"1.jpg"), b"2.jpg"),
        with(at(b"1.jpg"), b"../.."),
        with(at(b"4.bin"), b"4.BIN"),
        with(at(b"2.png") + 6, &[0]),
        with(at(b"1.jpg") + 6, &[4]),
        with(at(JPEG), b"GIF89a"),
        with(at(b"anything"), b"\xffnything")[..sound.len() - 8].to_vec(),
    ];
    for (number, wrong) in wrong.iter().enumerate() {
        assert!(read_bundle(wrong).is_err(), "wrong list {number}");
    }
}

#[test]
fn one_more_file_than_may_be_is_refused() {
    let one = |number: usize| {
        let mut e = minicbor::Encoder::new(Vec::new());
        let name = FileKind::Opaque.name(number);
        e.map(3).unwrap().u8(0).unwrap().str(&name).unwrap();
        e.u8(1)
            .unwrap()
            .u8(3)
            .unwrap()
            .u8(2)
            .unwrap()
            .bytes(b"x")
            .unwrap();
        e.into_writer()
    };
    let list = |count: usize| {
        let head = vec![0x80 + u8::try_from(count).unwrap()];
        (1..=count).fold(head, |list, number| [list, one(number)].concat())
    };
    assert_eq!(read_bundle(&list(FILES_MAX)).unwrap().len(), FILES_MAX);
    assert!(read_bundle(&list(FILES_MAX + 1)).is_err());
}

#[test]
fn a_seed_gives_the_reporter_the_recipient_of_the_officers_identity() {
    for seed in 0..20 {
        let identity = Identity::generate(&mut ChaCha20Rng::seed_from_u64(seed));
        let derived = Recipient::derive(identity.expose_seed());
        assert_eq!(&derived, identity.recipient());
    }
}

#[test]
fn neither_key_nor_files_print() {
    let (blob, key): (Vec<u8>, BundleKey) =
        seal_bundle(&[(FileKind::Jpeg, JPEG)], &mut rng()).unwrap();
    let opened = open_bundle(&key.at(BLOB), &blob).unwrap();
    let printed = format!("{key:?} {opened:?} {:?}", opened.files());
    assert_eq!(
        printed,
        "BundleKey(One, ..) OpenedBundle(..) [BundleFile(Jpeg, ..)]"
    );
}
