//! WebAssembly from cargo → WebAssembly and script for a browser.

use wasm_bindgen_cli_support::Bindgen;

use crate::asset::Asset;
use crate::{BundleError, Module, Plan};

/// A worker's `importScripts` leaves `let wasm_bindgen` out of `self`; this puts it in.
const NAME_IT: &str = "\nself.wasm_bindgen = wasm_bindgen;\n";

/// The script and the `.wasm` of one module.
pub(crate) fn assets(plan: &Plan, module: Module) -> Result<[Asset; 2], BundleError> {
    let name = module.name();
    let path = plan.built(module);
    if !path.is_file() {
        let name = name.to_owned();
        return Err(BundleError::NotBuilt { name, path });
    }
    let mut output = bindgen(module)
        .and_then(|mut bindgen| bindgen.input_path(&path).generate_output())
        .map_err(|error| BundleError::Refused {
            name: name.to_owned(),
            reason: format!("{error:#}"),
        })?;
    let has_inline = output.snippets().values().any(|list| !list.is_empty());
    if has_inline || !output.local_modules().is_empty() {
        return Err(BundleError::BringsSnippets(name.to_owned()));
    }
    let mut script = output.js().to_owned();
    if is_classic(module) {
        script.push_str(NAME_IT);
    }
    Ok([
        Asset::new(format!("{name}.js"), script.into_bytes())?,
        Asset::new(format!("{name}.wasm"), output.wasm_mut().emit_wasm())?,
    ])
}

fn bindgen(module: Module) -> anyhow::Result<Bindgen> {
    let mut bindgen = Bindgen::new();
    bindgen
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true);
    if is_classic(module) {
        bindgen.no_modules(true)?;
    } else {
        bindgen.web(true)?;
    }
    Ok(bindgen)
}

/// Workers are classic scripts: phones of a few years ago run no module workers.
fn is_classic(module: Module) -> bool {
    match module {
        Module::Sealer
        | Module::Comeback
        | Module::Reading
        | Module::Places
        | Module::Hints
        | Module::Redraw
        | Module::Opener => true,
        Module::Console => false,
    }
}
