//! The way to the opener's worker: questions out, answers back by their number.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use domain::TipId;
use domain::console::{Answer, Ask, Failure, Request, Response};
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

use crate::browser::{Page, text_of};

/// Hears how far a long question has come: frames opened, frames there are.
pub(crate) type Progress = Box<dyn Fn(u32, u32)>;

#[wasm_bindgen]
extern "C" {
    /// In `boot.js`: starts the worker from files that are what the page pins, with a
    /// [`Setup`](domain::console::Setup) as JSON text, and waits until it can be asked.
    #[wasm_bindgen(js_namespace = ginnel, js_name = startOpener, catch)]
    async fn start_opener(setup: &str) -> Result<JsValue, JsValue>;
}

/// The worker could not be started.
#[derive(Debug)]
pub(crate) struct NotLoaded;

/// The worker that holds the session and the keys.
pub(crate) struct Opener {
    worker: Worker,
    desk: Rc<Waiting>,
    _heard: Closure<dyn Fn(MessageEvent)>,
}

/// Who waits for which answer.
#[derive(Default)]
struct Waiting {
    next: Cell<u32>,
    asked: RefCell<HashMap<u32, (Function, Option<Progress>)>>,
}

impl Opener {
    /// Starts the worker and waits until it can be asked.
    pub(crate) async fn load(page: &Page) -> Result<Self, NotLoaded> {
        let setup = serde_json::to_string(&page.setup).map_err(|_| NotLoaded)?;
        let worker = start_opener(&setup).await.map_err(|_| NotLoaded)?;
        let worker: Worker = worker.dyn_into().map_err(|_| NotLoaded)?;
        let desk = Rc::new(Waiting::default());
        let ears = Rc::clone(&desk);
        let heard = Closure::new(move |event: MessageEvent| ears.hear(&event.data()));
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            desk,
            _heard: heard,
        })
    }

    /// Asks, and waits for the answer.
    pub(crate) async fn ask(
        &self,
        ask: Ask,
        progress: Option<Progress>,
    ) -> Result<Answer, Failure> {
        let id = self.desk.next.get();
        self.desk.next.set(id.wrapping_add(1));
        let request = serde_json::to_string(&Request { id, ask });
        let request = request.map_err(|_| Failure::Unexpected)?;
        let answer = self.desk.wait_for(id, progress);
        self.post(&[("type", "ask".into()), ("request", request.into())])?;
        let text = JsFuture::from(answer).await.ok();
        let text = text.and_then(|text| text.as_string());
        let response: Response = text
            .and_then(|text| serde_json::from_str(&text).ok())
            .ok_or(Failure::Unexpected)?;
        match response.answer {
            Answer::Failed(failure) => Err(failure),
            answer => Ok(answer),
        }
    }

    /// The bytes of a file that the worker has open.
    pub(crate) async fn file(&self, tip: TipId, number: usize) -> Result<Uint8Array, Failure> {
        let id = self.desk.next.get();
        self.desk.next.set(id.wrapping_add(1));
        let bytes = self.desk.wait_for(id, None);
        self.post(&[
            ("type", "file".into()),
            ("id", id.into()),
            ("tip", tip.to_string().into()),
            ("number", number.into()),
        ])?;
        let bytes = JsFuture::from(bytes).await.ok();
        let bytes = bytes.and_then(|bytes| bytes.dyn_into().ok());
        bytes.ok_or(Failure::Unexpected)
    }

    fn post(&self, message: &[(&str, JsValue)]) -> Result<(), Failure> {
        let posted = self.worker.post_message(&object(message));
        posted.map_err(|_| Failure::Unexpected)
    }

    /// Ends the worker: keys and session are gone with its memory.
    pub(crate) fn end(&self) {
        self.worker.terminate();
    }
}

impl Waiting {
    fn wait_for(&self, id: u32, progress: Option<Progress>) -> Promise {
        let mut progress = progress;
        Promise::new(&mut |done, _| {
            self.asked.borrow_mut().insert(id, (done, progress.take()));
        })
    }

    fn hear(&self, message: &JsValue) {
        match text_of(message, "type").as_deref() {
            Some("answer") => self.answer(text_of(message, "response").as_deref()),
            Some("file") => self.give(message),
            // That is for the page to keep.
            Some("seen") => {}
            _ => self.give_up(),
        }
    }

    fn answer(&self, text: Option<&str>) {
        let Some(text) = text else { return };
        let Ok(response) = serde_json::from_str::<Response>(text) else {
            return self.give_up();
        };
        if let Answer::Progress { opened, total } = response.answer {
            if let Some((_, Some(progress))) = self.asked.borrow().get(&response.id) {
                progress(opened, total);
            }
            return;
        }
        let asked = self.asked.borrow_mut().remove(&response.id);
        if let Some((done, _)) = asked {
            let _ = done.call1(&JsValue::NULL, &text.into());
        }
    }

    /// Bytes, or nothing, for whoever waits under this number.
    fn give(&self, message: &JsValue) {
        let property = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the number is one of ours"
        )]
        let id = property("id").as_f64().map(|id| id as u32);
        let asked = id.and_then(|id| self.asked.borrow_mut().remove(&id));
        if let Some((done, _)) = asked {
            let _ = done.call1(&JsValue::NULL, &property("bytes"));
        }
    }

    /// Something broke in the worker: everybody who waits is told so.
    fn give_up(&self) {
        for (done, _) in self.asked.take().into_values() {
            let _ = done.call0(&JsValue::NULL);
        }
    }
}

fn object(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        let set = Reflect::set(&object, &(*name).into(), value);
        debug_assert!(set.is_ok(), "a new object takes every property");
    }
    object
}
