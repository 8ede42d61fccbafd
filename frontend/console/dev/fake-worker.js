// @ts-nocheck
// Stands in for the opener while the console is being drawn: made-up tips, no secrets, no network.
// Never bundled. See README.md beside this file.

const now = () => Math.floor(Date.now() / 1000);
const since = (ago) => ({ minute: Math.floor(now() / 60) - ago, is_least: ago > 1000 });
const day = (ago = 0) => new Date(Date.now() - ago * 86400000).toISOString().slice(0, 10);
const id = (n) => n.toString(16).padStart(32, "0");
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const week = () => {
  const d = new Date();
  const monday = new Date(d - ((d.getUTCDay() + 6) % 7) * 86400000);
  const thursday = new Date(+monday + 3 * 86400000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const n = Math.floor((thursday - first) / 604800000) + 1;
  return `${thursday.getUTCFullYear()}-W${String(n).padStart(2, "0")}`;
};

const tip = (n, ago, danger, about, areas, place, story, more = {}) => ({
  tip: id(n), day: day(), since: since(ago),
  answers: { danger, about, place, areas },
  story, lang: "en", knows: "saw", path: "browser", hour: Math.floor(now() / 3600),
  parts: 1, missing: [], thread: "00".repeat(16), reply: "safe", has_files: false, has_token: false, ...more,
});

let tips = [
  tip(1, 42, "no", ["drugs_supply", "county_lines"], ["leeds"], "Behind the shops on Kirkgate",
    "A grey van comes most evenings after ten. Two lads, fifteen at most, get out and go round the back of the shops. They carry bags in and come out without.\n\nMy brother says they are staying at the flat above the bookmaker and that they are not from here. The older man who drives shouts at them. I can see it from my window.", { knows: "saw" }),
  tip(2, 3, "cannot_call", ["modern_slavery", "firearms"], ["bradford", "unknown"], "the car wash by the ring road",
    "They are locked in at night. I heard one of them crying. The boss has a gun, he showed it. Please come, I can not phone from here.", { path: "server" }),
  tip(3, 310, "no", ["fraud"], ["kirklees"], "",
    "ایک شخص بزرگوں کے گھروں پر جا کر کہتا ہے کہ وہ بینک سے ہے اور ان کے کارڈ لے جاتا ہے۔ پچھلے ہفتے ہماری گلی میں تین گھروں میں آیا۔ وہ صاف اردو بولتا ہے اور نیلی گاڑی میں آتا ہے۔",
    { lang: "ur", knows: "told" }),
  tip(4, 1700, "no", ["cannabis_grow"], ["calderdale"], "End terrace on a steep street, blinds always down",
    "Strong smell for weeks and the windows drip. Somebody brings compost at night. Part of this is in another message because I had much to write.", { parts: 3, missing: [2] }),
  tip(5, 95, "no", ["counterfeit", "money"], ["wakefield", "outside"], "Sunday market",
    "Vapes and tobacco without stamps, sold from the blue stall. He takes only cash and counts it in the van at 15:40 each time.", { knows: "online" }),
];

const grade = () => ({ source: null, source_why: "", assessment: null, assessment_why: "", handling: null, action: null, sanitisation: null, conditions: "" });
const work = (over = {}) => ({
  priority: null, category: "drugs_supply", title: "", items: [{ text: "", grade: grade() }],
  provenance: "", grade: grade(), marking: "OFFICIAL-SENSITIVE", intelligence_day: null,
  pii_considered: false, purpose: "", review: day(-2190), desks: [], note: "",
  state: { is: "new" }, routings: [], kept: [], ...over,
});

const me = (name, role, desks) => ({
  officer: id(900), name, role, inst: id(1), until: now() + 7 * 3600 + 900, idle: 900,
  clocks: { p1_minutes: 15, p2_minutes: 240, p3_minutes: 2880 },
  fingerprint: "harbour plum kite granite willow thimble",
  desks: desks.map((desk) => ({ desk, rostered: true, periods: [week(), "2026-Q4"] })),
  unstaffed: ["team/cyber", "silver"], notes: [], refused_keys: 0,
});
const officers = {
  ann: me("ann", "officer", ["triage"]),
  bron: me("bron", "officer", ["bronze/leeds", "team/precision_socu"]),
  cora: me("cora", "coordinator", []),
  newt: me("newt", "officer", []),
};

const records = new Map();
const keep = (n, original, w, claim, closed = false) => records.set(id(n), {
  desk: "triage", record: id(n), version: 1, original, work: w, claim, closed, mine: false,
  history: { translation: null, entries: [{ day: day(1), officer: id(900), act: { is: "accepted" } }] },
  routings: [], author: id(900),
});
keep(101, tip(11, 130, "no", ["firearms"], ["leeds"], "Near the old mill", "There is a gun in the blue house. He keeps it under the pillow. I have seen it twice."), work({ category: "firearms" }), null);
keep(102, tip(12, 700, "no", ["acquisitive"], ["kirklees"], "", "Quad bikes are taken from farms and go out in a horse box on Sunday nights."), work({ category: "acquisitive", priority: "P3", title: "Quad bikes stolen from farms", state: { is: "in_progress" }, note: "Waiting for the rural team's word." }), { officer: id(901), name: "idris", until: now() + 460 });
keep(103, tip(13, 55, "called", ["adult_exploitation"], ["wakefield"], "Ground floor flat", "An old man's flat has been taken over."), work({ category: "adult_exploitation", priority: "P1", title: "Home of a vulnerable adult taken over", state: { is: "in_progress" }, note: "Control room told, incident 1142." }), null);
keep(104, tip(14, 2900, "no", ["fraud"], ["leeds"], "", "Calls about a parcel."), work({ category: "fraud", priority: "P2", title: "Parcel fraud by telephone", state: { is: "routed" } }), null, true);
records.get(id(104)).routings = [{ routing: { report: id(501), desk: "bronze/leeds", reference: "GIN-7K4M-Q2", day: day(1) }, delivery: { report: id(501), desk: "bronze/leeds", week: week(), day: day(1), state: "acknowledged", acknowledged_by: "bron" } },
  { routing: { report: id(502), desk: "team/economic_crime", reference: "GIN-7K4M-Q2", day: day(1) }, delivery: { report: id(502), desk: "team/economic_crime", week: week(), day: day(1), state: "opened", acknowledged_by: null } }];
keep(105, tip(15, 4000, "no", ["other"], [], "", "Nothing much."), work({ category: "other", state: { is: "closed", why: "no_value" } }), null, true);

const card = (r) => ({
  record: r.record, day: day(), version: r.version, closed: r.closed, claim: r.claim, mine: r.mine,
  card: { Ok: { priority: r.work.priority, category: r.work.category, areas: r.original.answers.areas,
    danger: r.original.answers.danger, since: r.original.since, state: r.work.state, title: r.work.title, note: r.work.note,
    routed: r.routings.length, acknowledged: r.routings.filter((one) => one.delivery?.state === "acknowledged").length } },
});
const view = ({ claim, closed, mine, ...r }) => r;

const report = (n, over) => ({
  ctx: "ginnel/report/v1", inst: id(1), report: id(n), desk: "bronze/leeds", reference: "GIN-7K4M-Q2",
  marking: "OFFICIAL-SENSITIVE", priority: "P2", category: "county_lines", created: day(1), intelligence_day: day(3),
  title: "Young people moved into a flat to sell drugs",
  items: [
    { text: "Two males who appear to be under 16 are taken by van to commercial premises on Kirkgate on most evenings. They carry bags in and leave without them.", grade: { source: { code: "untested" }, assessment: { code: "known_directly" }, handling: { code: "permitted" } } },
    { text: "They are believed to stay in a flat nearby and not to be from the area. An older male directs them.", grade: { source: { code: "untested" }, assessment: { code: "known_indirectly" }, handling: { code: "conditional", action: "A1", sanitisation: "S2", conditions: "No visit to the address and no approach to the young people before the originator has been asked." } } },
  ],
  provenance: "Received in confidence from a source without a record.", grade: { source: { code: "untested" }, assessment: { code: "not_known" }, handling: { code: "permitted" } },
  pii_considered: true, purpose: "Prevention of crime and safeguarding of children", review: day(-2190), author: id(900), ...over,
});
const inbox = {
  "bronze/leeds": [
    { report: report(511, {}), state: "new", by: null, ago: 0 },
    { report: report(512, { title: "Parcel fraud by telephone", priority: "P3", category: "fraud", reference: "GIN-2B9T-X8", items: [report(1, {}).items[0]] }), state: "acknowledged", by: "bron", ago: 3, read: true },
  ],
  "team/precision_socu": [],
};
const delivery = (desk, one) => ({ report: one.report.report, desk, week: week(), day: day(one.ago), state: one.state, acknowledged_by: one.by });
const heading = ({ report: r }) => ({ reference: r.reference, priority: r.priority, category: r.category, title: r.title, grade: "2DP" });

let session = null;
let locked = { name: "", kept: null };
const failed = (is, of) => ({ answer: "failed", with: of ? { is, of } : { is } });
const done = { answer: "done" };

const answers = {
  async enrol({ invitation }) {
    await sleep(600);
    if (invitation === "wrong") return failed("bad_invitation");
    return { answer: "enrolled", with: { name: "newt", passphrase: "harvest lantern pebble drizzle canyon velvet", fingerprint: "harbour plum kite granite willow thimble" } };
  },
  async sign_in({ name, passphrase }) {
    await sleep(700);
    session = passphrase === "wrong" ? null : officers[name];
    return session ? { answer: "me", with: session } : failed("wrong_name_or_passphrase");
  },
  sign_out: () => ((session = null), done),
  sign_out_everywhere: () => ((session = null), done),
  lock({ keep }) {
    locked = { name: session?.name ?? locked.name, kept: keep ?? locked.kept };
    session = null;
    return done;
  },
  async unlock({ passphrase }) {
    const answer = await this.sign_in({ name: locked.name, passphrase });
    return session ? { answer: "unlocked", with: { me: session, kept: locked.kept } } : answer;
  },
  me: () => ({ answer: "me", with: session }),
  refresh: () => ({ answer: "me", with: session }),
  async fetch_intake({ afresh }, progress) {
    const total = afresh ? 640 : 40;
    for (let opened = 0; opened <= total; opened += 80) { progress(opened, total); await sleep(60); }
    return { answer: "intake", with: { tips: afresh ? tips : [], gone: [], unopened: 3, unopened_jumped: false, remaining: 0 } };
  },
  accept({ tip: wanted }) {
    const found = tips.find((one) => one.tip === wanted);
    if (!found) return failed("already_accepted");
    tips = tips.filter((one) => one !== found);
    const n = 200 + parseInt(wanted, 16);
    keep(n, found, work({ category: found.answers.about[0] }), null);
    return { answer: "accepted", with: { tip: wanted, record: id(n) } };
  },
  discard({ tip: wanted }) { tips = tips.filter((one) => one.tip !== wanted); return done; },
  list_cards: () => ({ answer: "cards", with: { desk: "triage", cards: [...records.values()].map(card) } }),
  claim({ record }) {
    const r = records.get(record);
    if (r.claim && !r.mine) return failed("claimed_by_another");
    r.mine = true;
    r.claim = { officer: id(900), name: "ann", until: now() + 600 };
    return { answer: "claimed", with: { record, until: now() + 600 } };
  },
  release({ record }) { const r = records.get(record); r.mine = false; r.claim = null; return done; },
  async open_record({ record }) { await sleep(150); return { answer: "record", with: view(records.get(record)) }; },
  async save_draft({ record, work: w }) {
    await sleep(300);
    if (w.title.includes("ENDED")) { session = null; return failed("signed_out"); }
    if (w.title.includes("OFFLINE")) return failed("unreachable");
    const r = records.get(record);
    r.work = { ...w, state: { is: "in_progress" } };
    r.version += 1;
    return { answer: "saved", with: { version: r.version, at: now() } };
  },
  put_back({ record }) { tips.push(records.get(record).original); records.delete(record); return done; },
  close({ record, reason }) {
    const r = records.get(record);
    Object.assign(r, { closed: true, claim: null, mine: false });
    r.work = { ...r.work, state: { is: "closed", why: reason } };
    return { answer: "record", with: view(r) };
  },
  async route({ record, work: w }) {
    await sleep(500);
    const r = records.get(record);
    Object.assign(r, { closed: true, claim: null, mine: false });
    r.work = { ...w, state: { is: "routed" } };
    r.routings = w.desks.map((desk, n) => ({ routing: { report: id(600 + n), desk, reference: "GIN-9D3F-H6", day: day() }, delivery: { report: id(600 + n), desk, week: week(), day: day(), state: "new", acknowledged_by: null } }));
    r.history.entries.push({ day: day(), officer: id(900), act: { is: "routed", reference: "GIN-9D3F-H6", desks: w.desks } });
    return { answer: "record", with: view(r) };
  },
  deliveries: () => ({ answer: "deliveries", with: [...records.values()].flatMap((r) => r.routings.map((one) => one.delivery)) }),
  inbox: ({ desk }) => ({ answer: "inbox", with: { desk, rows: (inbox[desk] ?? []).map((one) => ({ delivery: delivery(desk, one), heading: one.read ? heading(one) : null })) } }),
  async open_report({ desk, report: wanted }) {
    await sleep(200);
    const one = inbox[desk].find((r) => r.report.report === wanted);
    one.read = true;
    if (one.state === "new") one.state = "opened";
    return { answer: "report", with: { report: one.report, delivery: delivery(desk, one) } };
  },
  acknowledge({ desk, report: wanted }) {
    const one = inbox[desk].find((r) => r.report.report === wanted);
    Object.assign(one, { state: "acknowledged", by: session.name });
    return { answer: "acknowledged", with: { reference: one.report.reference, record: id(900) } };
  },
  officers: () => ({ answer: "officers", with: [
    { officer: id(900), name: "ann", role: "officer", desks: ["triage"], state: "approved" },
    { officer: id(901), name: "idris", role: "supervisor", desks: ["triage"], state: "approved" },
    { officer: id(902), name: "newt", role: "officer", desks: ["bronze/leeds"], state: "enrolled" },
    { officer: id(903), name: "zofia", role: "officer", desks: ["team/msht"], state: "invited" }] }),
};

self.onmessage = async ({ data }) => {
  if (data.type === "load") return self.postMessage({ type: "ready" });
  const { id: number, ask } = JSON.parse(data.request);
  const say = (answer) => self.postMessage({ type: "answer", response: JSON.stringify({ id: number, answer }) });
  const open = ["sign_in", "enrol", "sign_out", "lock", "unlock"].includes(ask.ask);
  const answer = session || open ? await answers[ask.ask](ask, (opened, total) => say({ answer: "progress", with: { opened, total } })) : failed("signed_out");
  say(answer);
};
