//! The console's page: nothing but where its parts lie and whom to trust.

use std::collections::BTreeMap;

use api::assets::{Assets, Listed};
use domain::InstallationId;
use domain::console::Translator;
use notes::Authorities;

use super::site::SiteError;

/// Writes the page. The authorities are pinned here, from the settings, not from the store.
pub(super) fn shell(
    assets: &Assets,
    authorities: &Authorities,
    inst: InstallationId,
    translator: Option<&Translator>,
) -> Result<String, SiteError> {
    let style = link(assets, "console.css")?;
    let boot = link(assets, "boot.js")?;
    let keys: Vec<String> = authorities.iter().map(ToString::to_string).collect();
    let keys = attribute(&serde_json::Value::from(keys).to_string());
    let urls: BTreeMap<&String, String> = assets
        .all()
        .keys()
        .filter_map(|name| Some((name, assets.url(name)?)))
        .collect();
    let hashes: BTreeMap<&String, &String> = assets
        .all()
        .iter()
        .map(|(name, listed)| (name, &listed.integrity))
        .collect();
    let urls = attribute(&serde_json::json!(urls).to_string());
    let hashes = attribute(&serde_json::json!(hashes).to_string());
    let translator = translator.map(|one| format!(r#" data-translator="{}""#, one.origin()));
    let translator = translator.unwrap_or_default();
    let (style_url, style) = style;
    let (boot_url, boot) = boot;
    Ok(format!(
        r#"<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Ginnel console</title>
<link rel="stylesheet" href="{style_url}" integrity="{style}">
<script type="module" src="{boot_url}" integrity="{boot}"></script>
</head>
<body data-inst="{inst}" data-authorities="{keys}" data-assets="{urls}" data-integrity="{hashes}"{translator}>
<noscript><p>The console opens what is sealed in this browser and needs scripts and WebAssembly for that.</p></noscript>
</body>
</html>
"#
    ))
}

/// The address and the integrity of a file.
fn link(assets: &Assets, name: &'static str) -> Result<(String, String), SiteError> {
    let listed: &Listed = assets.listed(name).ok_or(SiteError::Absent(name))?;
    let url = assets.url(name).ok_or(SiteError::Absent(name))?;
    Ok((attribute(&url), attribute(&listed.integrity)))
}

/// A text as an attribute's value in double quotes.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_can_leave_an_attribute() {
        assert_eq!(attribute(r#""><script>&"#), "&quot;&gt;&lt;script&gt;&amp;");
    }
}
