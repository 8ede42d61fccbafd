//! The bill as `CycloneDX` writes it: only the members of its schema that we can fill truthfully.

use serde::Serialize;

use crate::lock::Hashes;
use crate::shipped::{Key, Part, Scope, Shipped};

const NAME: &str = "ginnel";

/// The whole document.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bill {
    bom_format: &'static str,
    spec_version: &'static str,
    version: u32,
    metadata: About,
    components: Vec<Component>,
    dependencies: Vec<Needs>,
}

#[derive(Debug, Clone, Serialize)]
struct About {
    component: Component,
}

#[derive(Debug, Clone, Serialize)]
struct Component {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "bom-ref")]
    reference: String,
    /// Ours are published nowhere: a package of such a name elsewhere is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'static str>,
    name: String,
    version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hashes: Vec<Hash>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<Licence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purl: Option<String>,
    #[serde(rename = "externalReferences", skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link>,
}

#[derive(Debug, Clone, Serialize)]
struct Hash {
    alg: &'static str,
    content: String,
}

#[derive(Debug, Clone, Serialize)]
struct Licence {
    expression: String,
}

#[derive(Debug, Clone, Serialize)]
struct Link {
    #[serde(rename = "type")]
    kind: &'static str,
    url: String,
}

#[derive(Debug, Clone, Serialize)]
struct Needs {
    #[serde(rename = "ref")]
    reference: String,
    #[serde(rename = "dependsOn")]
    on: Vec<String>,
}

impl Bill {
    pub(crate) fn of(shipped: &Shipped, hashes: &Hashes) -> Self {
        let parts = shipped.parts.values();
        let whole = Needs {
            reference: NAME.into(),
            on: shipped.roots.iter().map(reference).collect(),
        };
        let needs = shipped.parts.iter().map(|(key, part)| Needs {
            reference: reference(key),
            on: part.needs.iter().map(reference).collect(),
        });
        Self {
            bom_format: "CycloneDX",
            spec_version: "1.5",
            version: 1,
            metadata: About {
                component: Component::whole(shipped),
            },
            components: parts.map(|part| Component::of(part, hashes)).collect(),
            dependencies: std::iter::once(whole).chain(needs).collect(),
        }
    }

    /// The document as text, the same for the same bill.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }
}

impl Component {
    fn whole(shipped: &Shipped) -> Self {
        let server = shipped.roots.iter().find(|(name, _)| name == NAME);
        let part = server.and_then(|key| shipped.parts.get(key));
        Self {
            kind: "application",
            reference: NAME.into(),
            group: None,
            name: NAME.into(),
            version: part.map(|part| part.version.clone()).unwrap_or_default(),
            scope: None,
            hashes: Vec::new(),
            licenses: part.map(licences).unwrap_or_default(),
            purl: None,
            links: Vec::new(),
        }
    }

    fn of(part: &Part, hashes: &Hashes) -> Self {
        let key = (part.name.clone(), part.version.clone());
        let repository = part.repository.clone().filter(|_| !part.is_ours);
        Self {
            kind: "library",
            reference: reference(&key),
            group: part.is_ours.then_some(NAME),
            name: part.name.clone(),
            version: part.version.clone(),
            scope: Some(match part.scope {
                Scope::Linked => "required",
                // CycloneDX's word for what is not there when it runs.
                Scope::Builds => "excluded",
            }),
            hashes: hashes
                .get(&key)
                .map(|hash| sha256(hash))
                .into_iter()
                .collect(),
            licenses: licences(part),
            purl: (!part.is_ours).then(|| reference(&key)),
            links: repository.map(vcs).into_iter().collect(),
        }
    }
}

/// A package's own address, unique within the bill. `+` is written as package URLs want it.
fn reference((name, version): &Key) -> String {
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

fn licences(part: &Part) -> Vec<Licence> {
    let expression = part.licence.clone();
    let licence = expression.map(|expression| Licence { expression });
    licence.into_iter().collect()
}

fn sha256(content: &str) -> Hash {
    Hash {
        alg: "SHA-256",
        content: content.into(),
    }
}

fn vcs(url: String) -> Link {
    Link { kind: "vcs", url }
}
