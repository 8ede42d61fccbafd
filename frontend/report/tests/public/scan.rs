//! A reader of our own documents, strict enough to trust: tags and attributes in order.

/// One start tag.
#[derive(Debug, Clone)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// Names of the elements it stands in, outermost first.
    pub within: Vec<String>,
    /// The text between this tag and the next.
    pub text: String,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut found = self.attributes.iter().filter(|(key, _)| key == name);
        found.next().map(|(_, value)| value.as_str())
    }

    pub fn is(&self, name: &str) -> bool {
        self.name == name
    }
}

const VOID: &[&str] = &["meta", "link", "input", "img", "br"];

/// Every start tag of a document; panics if an element is closed by another's end tag.
pub fn tags(html: &str) -> Vec<Tag> {
    let (mut found, mut open): (Vec<Tag>, Vec<String>) = (Vec::new(), Vec::new());
    let mut rest = html.strip_prefix("<!DOCTYPE html>").expect("a doctype");
    while let Some(start) = rest.find('<') {
        let (text, from) = rest.split_at(start);
        if let Some(last) = found.last_mut() {
            last.text.push_str(text);
        }
        let end = end_of_tag(from);
        let inside = &from[1..end];
        rest = &from[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closes another element");
            continue;
        }
        let tag = read(inside, &open);
        if !VOID.contains(&tag.name.as_str()) {
            open.push(tag.name.clone());
        }
        found.push(tag);
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    found
}

/// The first `>` outside quotes.
fn end_of_tag(from: &str) -> usize {
    let mut quoted = false;
    let end = from.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.expect("a tag ends")
}

fn read(inside: &str, open: &[String]) -> Tag {
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let (inner, after) = quoted.split_once('"').expect("a closing quote");
            value = unescape(inner);
            rest = after;
        }
        attributes.push((key, value));
    }
    Tag {
        name: name.to_owned(),
        attributes,
        within: open.to_vec(),
        text: String::new(),
    }
}

pub fn unescape(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}
