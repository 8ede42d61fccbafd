//! A short, soft tone.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::window;

/// How high it is, in hertz.
const PITCH: f64 = 660.0;
/// How loud, of 1.
const LOUDNESS: f64 = 0.15;
/// How long, in seconds.
const LENGTH: f64 = 0.45;

/// Rings once; a browser that cannot, or does not let it, stays silent.
pub(crate) fn ring() {
    let _ = try_to_ring();
}

fn try_to_ring() -> Result<(), JsValue> {
    let make: Function = get(&window(), "AudioContext")?.dyn_into()?;
    let audio = Reflect::construct(&make, &Array::new())?;
    let (tone, volume) = (
        call(&audio, "createOscillator", &[])?,
        call(&audio, "createGain", &[])?,
    );
    set(&get(&tone, "frequency")?, "value", PITCH)?;
    set(&get(&volume, "gain")?, "value", LOUDNESS)?;
    call(&tone, "connect", std::slice::from_ref(&volume))?;
    call(&volume, "connect", &[get(&audio, "destination")?])?;
    let close: Function = get(&audio, "close")?.dyn_into()?;
    Reflect::set(&tone, &"onended".into(), &close.bind0(&audio))?;
    let now = get(&audio, "currentTime")?.as_f64().unwrap_or_default();
    call(&tone, "start", &[])?;
    call(&tone, "stop", &[(now + LENGTH).into()])?;
    Ok(())
}

fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}

fn set(object: &JsValue, name: &str, value: f64) -> Result<bool, JsValue> {
    Reflect::set(object, &name.into(), &value.into())
}

fn call(object: &JsValue, name: &str, with: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = get(object, name)?.dyn_into()?;
    function.apply(object, &with.iter().cloned().collect::<Array>())
}
