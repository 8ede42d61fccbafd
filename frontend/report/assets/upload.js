// @ts-check
// Seals the files of a tip into one bundle of one of four sizes, and sends it ahead of the words, part
// by part: what the server holds is not sent again. Sealed parts stay until the tip has arrived.

/** @typedef {import("./send.js").Reply} Reply */
/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./files.js").Given} Given */
/**
 * What the sender lends.
 * @typedef {object} Lent
 * @property {(what: object, handed?: Transferable[]) => Promise<Reply>} ask
 * @property {(url: string, options: RequestInit, patience?: number) => Promise<Response>} reach
 */
/** How an upload ended: the blob's id, a response that refused, with whether another try is of use, or a word.
 * @typedef {{blob?: string, refused?: Response, stuck?: boolean, reason?: string}} Ended */

/** @param {Lent} lent */
const uploader = ({ ask, reach }) => {
  const PART = 1048576;
  // Of one part, on the slowest of lines.
  const PATIENCE = 300000;
  // So often in a row nothing of it gets there; then somebody is asked.
  const TRIES = 2;
  const line = /** @type {HTMLElement} */ (document.getElementById("sending-files"));
  const bar = /** @type {HTMLProgressElement} */ (line.querySelector("progress"));
  const told = /** @type {HTMLElement} */ (line.querySelector("[role=status]"));
  const files = () => /** @type {{ginnelFiles?: Files}} */ (globalThis).ginnelFiles;

  /** @type {Blob | undefined} */
  let sealed;
  let bucket = 0;
  let upload = "";
  let blob = "";
  let of = -1;
  let round = 0;
  let tries = 0;

  /** @param {number} done @param {number} all */
  const show = (done, all) => {
    line.hidden = false;
    bar.max = all;
    bar.value = done;
    const tenths = Math.floor((10 * done) / all) / 10;
    const part = tenths.toLocaleString(document.documentElement.lang, { style: "percent" });
    const text = (files()?.say || String)("sending-files-part", part);
    if (told.textContent !== text) told.textContent = text;
  };
  const forget = () => {
    round += 1;
    sealed = undefined;
    upload = blob = "";
    of = -1;
    tries = 0;
    line.hidden = true;
    told.textContent = "";
  };
  /** @param {Given[]} given @returns {Promise<string | undefined>} */
  const seal = async (given) => {
    const handed = given.flatMap(({ bytes }) => (bytes ? [bytes.buffer] : []));
    const reply = await ask({ type: "bundle", files: given }, handed);
    if (reply.type !== "bundled") return reply.reason || "module";
    sealed = reply.blob;
    bucket = reply.bucket || 0;
    return undefined;
  };
  /** @returns {Promise<Response>} What the server holds of it. */
  const held = () => reach(`/api/blobs/${upload}`, { cache: "no-store" });
  /** Begins it, or asks what is there of it. @returns {Promise<Response>} */
  const begun = async () => {
    const answer = upload ? await held() : undefined;
    if (answer && answer.status !== 404) return answer;
    const body = JSON.stringify({ bucket });
    const headers = { "content-type": "application/json" };
    const begin = await reach("/api/blobs", { method: "POST", headers, body });
    if (begin.status !== 201) return begin;
    upload = (await begin.json()).upload;
    return held();
  };
  /** Every part that is missing, then the end. @param {Blob} whole @returns {Promise<Ended>} */
  const parts = async (whole) => {
    const ours = round;
    const answer = await begun();
    if (answer.status !== 200) return { refused: answer };
    /** @type {number[]} */
    const have = (await answer.json()).held;
    const all = Math.ceil(whole.size / PART);
    let done = have.length;
    for (let part = 0; part < all; part += 1) {
      show(done, all);
      if (have.includes(part)) continue;
      const body = whole.slice(part * PART, (part + 1) * PART);
      const headers = { "content-type": "application/octet-stream" };
      const put = await reach(`/api/blobs/${upload}/${part}`, { method: "PUT", headers, body }, PATIENCE);
      if (ours !== round) throw new Error("left");
      if (put.status !== 204) return { refused: put };
      done += 1;
      tries = 0;
    }
    show(done, all);
    const end = await reach(`/api/blobs/${upload}/finish`, { method: "POST" });
    return end.status === 200 ? { blob: (await end.json()).blob } : { refused: end };
  };
  /** Whether there is no room for files. @param {Response} refused */
  const isFull = async (refused) => {
    const fault = await refused.json().catch(() => ({}));
    return fault.code === "no-room";
  };
  /** @param {Blob} whole @returns {Promise<Ended>} */
  const deliver = async (whole) => {
    const ours = round;
    tries += 1;
    try {
      let ended = await parts(whole);
      if (ended.refused?.status === 404) {
        // Begun too long ago, or the server was started anew: once more from the beginning.
        upload = "";
        ended = await parts(whole);
      }
      const { refused } = ended;
      return refused ? { refused, stuck: (await isFull(refused)) || tries >= TRIES } : ended;
    } catch (error) {
      // The line broke, and no part got through this time or the last.
      if (ours !== round || tries < TRIES) throw error;
      return { stuck: true };
    }
  };
  return {
    forget,
    /** Shows which file it was that cannot be sent. @param {() => void} draw */
    explain: async (draw) => {
      forget();
      draw();
      await files()?.explain();
    },
    /** From now on the words go without files. */
    drop: () => files()?.drop(),
    /** Whether some of it still has to be sent. */
    isUnderWay: () => !!sealed && !blob,
    /** Sends what was chosen and has not arrived. @returns {Promise<Ended>} */
    send: async () => {
      const lent = files();
      if (!lent || !(await lent.count())) {
        forget();
        return { blob: "" };
      }
      if (lent.isBare()) return { reason: "bare" };
      if (of !== lent.version()) forget();
      of = lent.version();
      const ours = round;
      const reason = sealed ? undefined : await seal(lent.all());
      if (reason || !sealed) return { reason };
      if (blob) return { blob };
      const ended = await deliver(sealed);
      if (ours === round && ended.blob) {
        blob = ended.blob;
        line.hidden = true;
      }
      return ended;
    },
  };
};
/** @typedef {typeof uploader} Uploader */
Object.assign(globalThis, { ginnelUploader: uploader });
