//! A page of our own in Chromium with the package in it, unbundled.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use tests::{Answer, Asked, Browser, DESK, Driver, Listener, Scripts};

/// Which file of a package a bare name means.
const PAGE: &str = r#"<!doctype html><title>age-encryption</title>
<script type="importmap">{"imports": {
  "age-encryption": "/age-encryption/dist/index.js",
  "@scure/base": "/@scure/base/index.js",
  "@noble/ciphers/": "/@noble/ciphers/",
  "@noble/curves/": "/@noble/curves/",
  "@noble/hashes/": "/@noble/hashes/",
  "@noble/post-quantum/": "/@noble/post-quantum/"
}, "scopes": {"/@noble/post-quantum/": {
  "@noble/curves/": "/@noble/post-quantum/node_modules/@noble/curves/",
  "@noble/hashes/": "/@noble/post-quantum/node_modules/@noble/hashes/"
}}}</script>"#;

const WITH_THE_PACKAGE: &str = "
    const read = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const write = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    const [first, second] = arguments;
    return import('age-encryption').then(async (age) => {";

/// Somebody else's implementation, in somebody's browser.
pub struct Stranger {
    browser: Browser,
    _files: Listener,
    _driver: Driver,
}

impl Stranger {
    /// Starts Chromium with the package loaded.
    pub fn start() -> Self {
        let folder = tests::npm();
        let files = Listener::start(move |asked| serve(&folder, &asked));
        let driver = Driver::start("interop");
        let browser = Browser::open(&driver, "interop", DESK, Scripts::On);
        browser.go(&files.url("/"));
        Self {
            browser,
            _files: files,
            _driver: driver,
        }
    }

    /// Opens an age file; what the package says if it does not.
    pub fn open(&self, secret: &str, file: &[u8]) -> Result<Vec<u8>, String> {
        let said = self.run(
            "const decrypter = new age.Decrypter();
             decrypter.addIdentity(first);
             return { bytes: write(await decrypter.decrypt(read(second))) };",
            &[json!(secret), json!(BASE64_STANDARD.encode(file))],
        );
        match said.get("bytes") {
            Some(bytes) => Ok(decoded(bytes)),
            None => Err(text(&said, "refused")),
        }
    }

    /// Seals to a recipient.
    pub fn seal(&self, recipient: &str, plaintext: &[u8]) -> Vec<u8> {
        let said = self.run(
            "const encrypter = new age.Encrypter();
             encrypter.addRecipient(first);
             return { bytes: write(await encrypter.encrypt(read(second))) };",
            &[json!(recipient), json!(BASE64_STANDARD.encode(plaintext))],
        );
        decoded(said.get("bytes").unwrap_or_else(|| panic!("{said}")))
    }

    /// A new identity and its recipient.
    pub fn make_keys(&self) -> (String, String) {
        let said = self.run(
            "const secret = await age.generateHybridIdentity();
             return { secret, public: await age.identityToRecipient(secret) };",
            &[],
        );
        (text(&said, "secret"), text(&said, "public"))
    }

    fn run(&self, what: &str, arguments: &[Value]) -> Value {
        let script = format!(
            "{WITH_THE_PACKAGE}{what}}}).catch((error) => ({{ refused: String(error) }}));"
        );
        self.browser.run(&script, arguments)
    }
}

fn serve(folder: &Path, asked: &Asked) -> Answer {
    let path = asked.plain_path();
    if path == "/" {
        return Answer::file("text/html; charset=utf-8", PAGE);
    }
    let file: PathBuf = folder.join(path.trim_start_matches('/'));
    match std::fs::read(&file) {
        Ok(bytes) if !path.contains("..") => Answer::file("text/javascript", bytes),
        Ok(_) | Err(_) => Answer::status(404),
    }
}

fn text(said: &Value, name: &str) -> String {
    let text = said.get(name).and_then(Value::as_str);
    text.unwrap_or_else(|| panic!("no {name} in {said}")).into()
}

fn decoded(bytes: &Value) -> Vec<u8> {
    let bytes = bytes
        .as_str()
        .and_then(|text| BASE64_STANDARD.decode(text).ok());
    bytes.expect("bytes in base64")
}
