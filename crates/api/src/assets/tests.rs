use actix_web::body::to_bytes;
use actix_web::test::TestRequest;
use tempfile::TempDir;

use super::*;

const SCRIPT: &[u8] = b"console.log(1)";

fn compressed(content: &[u8]) -> Vec<u8> {
    let mut twin = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut twin, 4_096, 5, 20);
    std::io::Write::write_all(&mut writer, content).unwrap();
    drop(writer);
    twin
}

fn site(file: &str, content: &[u8]) -> (TempDir, Result<Assets, SiteError>) {
    listing(file, content, SCRIPT)
}

/// A site that has this content and lists another.
fn listing(file: &str, content: &[u8], listed: &[u8]) -> (TempDir, Result<Assets, SiteError>) {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("inside")).unwrap();
    let site = folder.path().join("inside");
    std::fs::write(site.join("a-1.js"), content).unwrap();
    std::fs::write(site.join("a-1.js.br"), compressed(content)).unwrap();
    std::fs::write(folder.path().join("outside.js"), SCRIPT).unwrap();
    let listed = serde_json::json!({ "a.js": {
        "file": file,
        "sha256": hex::encode(Sha256::digest(listed)),
        "integrity": "sha384-x",
        "content_type": "text/javascript",
        "bytes": listed.len(),
        "br_bytes": 10,
    }});
    std::fs::write(site.join("manifest.json"), listed.to_string()).unwrap();
    let assets = Assets::load(&site);
    (folder, assets)
}

async fn served(assets: &Assets, header: (&str, &str)) -> (u16, Vec<u8>, Option<String>) {
    let request = TestRequest::get().insert_header(header).to_http_request();
    let response = assets.files["a-1.js"].respond(&request);
    let encoding = response.headers().get(header::CONTENT_ENCODING);
    let encoding = encoding.map(|value| value.to_str().unwrap().to_owned());
    assert_eq!(
        response.headers().get(header::CACHE_CONTROL).unwrap(),
        FOREVER
    );
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body()).await.unwrap();
    (status, body.to_vec(), encoding)
}

#[actix_web::test]
async fn a_file_is_served_compressed_only_to_who_takes_that_and_not_twice_to_who_has_it() {
    let (_folder, assets) = site("a-1.js", SCRIPT);
    let assets = assets.unwrap();
    assert_eq!(assets.url("a.js").as_deref(), Some("/assets/a-1.js"));
    let plain = (200, SCRIPT.to_vec(), None);
    let brotli = (200, compressed(SCRIPT), Some("br".to_owned()));
    let taking = |value: &'static str| ("accept-encoding", value);
    assert_eq!(served(&assets, taking("gzip, deflate")).await, plain);
    assert_eq!(served(&assets, taking("br;q=0")).await, plain);
    assert_eq!(served(&assets, taking("gzip, br")).await, brotli);
    assert_eq!(served(&assets, taking("br;q=0.5")).await, brotli);
    let tag = format!("\"{}\"", hex::encode(Sha256::digest(SCRIPT)));
    assert_eq!(
        served(&assets, ("if-none-match", &tag)).await,
        (304, Vec::new(), None)
    );
}

#[actix_web::test]
async fn a_big_file_is_the_same_to_both_though_one_form_is_kept() {
    let big = SCRIPT.repeat(BIG / SCRIPT.len() + 1);
    let (_folder, assets) = listing("a-1.js", &big, &big);
    let assets = assets.unwrap();
    let kept = &assets.files["a-1.js"].content;
    assert!(matches!(kept, Content::Packed { .. }));
    let brotli = (200, compressed(&big), Some("br".to_owned()));
    assert_eq!(served(&assets, ("accept-encoding", "br")).await, brotli);
    let plain = served(&assets, ("accept-encoding", "gzip")).await;
    assert!(plain == (200, big, None));
}

#[test]
fn a_file_that_is_not_the_one_listed_is_not_served_and_none_from_outside() {
    let other = site("a-1.js", b"console.log(2)").1;
    assert!(matches!(other, Err(SiteError::Other(_))));
    let (folder, assets) = site("a-1.js", SCRIPT);
    assert!(assets.is_ok());
    let twin = folder.path().join("inside/a-1.js.br");
    std::fs::write(twin, compressed(b"console.log(2)")).unwrap();
    let other = Assets::load(&folder.path().join("inside"));
    assert!(matches!(other, Err(SiteError::Other(_))));
    let missing = site("b-1.js", SCRIPT).1;
    assert!(matches!(missing, Err(SiteError::Missing(_))));
    for outside in [
        "../outside.js",
        "/etc/hostname",
        ".hidden",
        "a/../../outside.js",
        "",
    ] {
        let refused = site(outside, SCRIPT).1;
        assert!(matches!(refused, Err(SiteError::Other(_))), "{outside}");
    }
    let nowhere = Assets::load(Path::new("/nowhere"));
    assert!(matches!(nowhere, Err(SiteError::Manifest(_))));
}
