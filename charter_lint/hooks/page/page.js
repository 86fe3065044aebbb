"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const DEBOUNCE = 60, SHOWN = 3, RETRY = 1500, STALE = 500, GIVE_UP = 8000;
  const RANK = { advise: 1, review: 2, block: 3 };
  const box = $("text"), marks = $("marks");
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const state = {
    language: /^fr/i.test(navigator.language) ? "fr" : "en",
    token: decodeURIComponent(location.hash.slice(1)),
    text: "", entry: null, findings: [], every: false, problem: "",
    applied: [], asked: 0, timer: 0, stale: 0, speaking: 0, call: null, charters: [],
  };

  const say = (key, values = {}) => data.texts[state.language][key]
    .replace(/⟨([^⟩]*)⟩/g, (_, inner) =>
      [...inner.matchAll(/\{([a-z_]+)\}/g)].some((m) => !values[m[1]]) ? "" : inner)
    .replace(/\{([a-z_]+)\}/g, (whole, name) => values[name] ?? whole);

  const make = (tag, text = "", name = "") => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  };

  const button = (text, press, label = "", name = "") => {
    const made = make("button", text, name);
    made.type = "button";
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", press);
    return made;
  };

  /* Asking the server. */

  const headers = () => ({
    "content-type": "application/json",
    ...(state.token && { authorization: `Bearer ${state.token}` }),
  });

  const request = () => {
    const body = { text: state.text };
    for (const key of ["platform", "account", "charter", "role", "date"]) {
      if ($(key).value) body[key] = $(key).value;
    }
    return JSON.stringify(body);
  };

  const soon = (wait = DEBOUNCE) => {
    clearTimeout(state.timer);
    state.timer = setTimeout(ask, wait);
  };

  async function ask() {
    const asked = ++state.asked;
    state.call?.abort();
    if (!state.text.trim()) {
      clearTimeout(state.stale);
      state.stale = 0;
      state.entry = null; state.findings = []; state.problem = "";
      show();
      return;
    }
    if ([...state.text].length > data.longest) {
      fail(say("too-long", { limit: number(data.longest) }), false);
      return;
    }
    const call = state.call = new AbortController();
    let late = false;
    const limit = setTimeout(() => { late = true; call.abort(); }, GIVE_UP);
    try {
      const answer = await fetch("v1/check", {
        method: "POST", headers: headers(), body: request(), signal: call.signal,
        credentials: "omit", cache: "no-store", redirect: "error",
      });
      const body = await answer.json();
      if (asked !== state.asked) return;
      if (answer.ok) take(body);
      else refuse(answer.status, body.error);
    } catch (error) {
      if ((late || error.name !== "AbortError") && asked === state.asked) {
        fail(say("unreachable"), true);
      }
    } finally {
      clearTimeout(limit);
    }
  }

  const take = (entry) => {
    clearTimeout(state.stale);
    state.stale = 0;
    state.entry = entry;
    state.problem = "";
    state.findings = entry.findings.map((f) => ({ ...f, from: f.utf16[0], to: f.utf16[1] }));
    $("unlock").hidden = true;
    show();
  };

  const refuse = (status, error) => {
    if (status === 401) $("unlock").hidden = false;
    fail(error.message[state.language], status === 503);
  };

  /* A verdict on an older text is not left standing when the new one takes its time. */
  const age = () => {
    state.stale ||= setTimeout(() => {
      state.entry = null;
      show();
    }, STALE);
  };

  const fail = (said, again) => {
    clearTimeout(state.stale);
    state.stale = 0;
    state.entry = null; state.findings = []; state.problem = said;
    show();
    if (again) soon(RETRY);
  };

  const number = (n) => n.toLocaleString(state.language);

  /* Marks: between an edit and its judgement they move with the text. */

  const edited = (old, now) => {
    let start = 0, tail = 0;
    const most = Math.min(old.length, now.length);
    while (start < most && old[start] === now[start]) start++;
    while (tail < most - start && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
    const end = old.length - tail, shift = now.length - old.length;
    const moved = (from, to) => to <= start ? [from, to]
      : from >= end ? [from + shift, to + shift] : null;
    state.findings = state.findings.flatMap((f) => {
      const place = moved(f.from, f.to);
      return place ? [{ ...f, from: place[0], to: place[1] }] : [];
    });
    state.applied = state.applied.flatMap((a) => {
      const place = moved(a.from, a.from + a.now.length);
      return place ? [{ ...a, from: place[0] }] : [];
    });
  };

  const shown = () => state.every ? state.findings : state.findings.slice(0, SHOWN);

  const paint = () => {
    const cuts = new Set([0, state.text.length]);
    for (const f of shown()) { cuts.add(f.from); cuts.add(f.to); }
    const places = [...cuts].sort((a, b) => a - b);
    const current = here();
    const parts = [];
    for (let i = 0; i + 1 < places.length; i++) {
      const text = state.text.slice(places[i], places[i + 1]);
      const over = shown().filter((f) => f.from <= places[i] && f.to >= places[i + 1]);
      if (!over.length) { parts.push(document.createTextNode(text)); continue; }
      const gravest = over.reduce((a, b) => RANK[b.severity] > RANK[a.severity] ? b : a);
      const part = make("span", text, gravest.severity);
      if (over.includes(current)) part.classList.add("here");
      parts.push(part);
    }
    /* A last line that is empty has no height of its own. */
    parts.push(document.createTextNode("\n"));
    marks.replaceChildren(...parts);
  };

  const here = () => {
    if (document.activeElement !== box) return null;
    const at = box.selectionStart;
    return shown().find((f) => f.from <= at && at <= f.to) ?? null;
  };

  const follow = () => {
    const current = here();
    const cards = $("findings").children;
    shown().forEach((f, i) => {
      if (f === current) cards[i]?.setAttribute("aria-current", "true");
      else cards[i]?.removeAttribute("aria-current");
    });
    paint();
  };

  const select = (finding) => {
    box.focus();
    box.setSelectionRange(finding.from, finding.to);
    follow();
    const mark = marks.querySelector(".here");
    mark?.scrollIntoView({ block: "center" });
  };

  const step = (by) => {
    const places = [...shown()].sort((a, b) => a.from - b.from);
    if (!places.length) return;
    const at = box.selectionStart, end = box.selectionEnd;
    const next = by > 0
      ? places.find((f) => f.from >= end && (f.from > at || at === end)) ?? places[0]
      : places.findLast((f) => f.to <= at) ?? places.at(-1);
    select(next);
    announce(`${next.title[state.language]}. ${next.message[state.language]}`);
  };

  /* Rewrites go through the editor's own undo as well. */

  const write = (from, to, text) => {
    box.focus();
    box.setSelectionRange(from, to);
    const done = text ? document.execCommand("insertText", false, text)
      : document.execCommand("delete");
    if (!done) {
      box.setRangeText(text, from, to, "end");
      changed();
    }
  };

  const apply = (finding) => {
    const { from, to, replacement: now } = finding;
    const was = state.text.slice(from, to);
    write(from, to, now);
    state.applied.push({ from, was, now });
    box.setSelectionRange(from + now.length, from + now.length);
    show();
    announce(say("replaced", { text: now }));
  };

  const undo = () => {
    const last = state.applied.pop();
    if (!last) return;
    const rest = state.applied;
    write(last.from, last.from + last.now.length, last.was);
    state.applied = rest.filter((a) => state.text.slice(a.from, a.from + a.now.length) === a.now);
    show();
    announce(say("undone"));
  };

  /* What is shown. */

  const announce = (text) => {
    clearTimeout(state.speaking);
    $("spoken").textContent = text;
  };

  const verdict = () => {
    const entry = state.entry;
    if (!entry) {
      const waiting = state.stale ? "checking" : "unjudged";
      return [state.text.trim() ? say(waiting) : say("waiting"), ""];
    }
    if (!entry.judged) return [say("unjudged-required"), "review"];
    const count = entry.findings.length;
    const key = `verdict-${entry.verdict}${count === 1 ? "-one" : ""}`;
    const said = say(key in data.texts.en ? key : `verdict-${entry.verdict}`,
      { count: number(count) }).replace(/^✓ /, "");
    return [said[0].toLocaleUpperCase(state.language) + said.slice(1), entry.verdict];
  };

  const card = (f) => {
    const made = make("li", "", f.severity);
    const language = state.language;
    made.append(make("h3", f.title[language]));
    made.append(make("p", say(`severity-${f.severity}`), "level"));
    made.append(make("p", f.message[language]));
    if (f.like) made.append(make("p", say("like", { text: f.like })));
    if (f.instead[language]) made.append(make("p", `${say("instead")} ${f.instead[language]}`));
    if (f.capped) made.append(make("p", say("capped")));
    if (f.eased) made.append(make("p", say("eased")));
    const buttons = make("div", "", "buttons");
    if (f.replacement) {
      const said = say("replace", { text: f.replacement });
      buttons.append(button(said, () => apply(f), "", "use"));
    }
    const label = say("show-what", { title: f.title[language] });
    buttons.append(button(say("show"), () => select(f), label));
    made.append(buttons);
    const more = make("details");
    const summary = make("summary", say("explain"));
    more.append(summary);
    const lines = [f.why[language], f.point && say("point", { point: f.point }),
      f.source.length && say("source", { source: f.source.join(" ; ") }),
      say("rule", { rule: f.rule }), f.contact && say("contact", { contact: f.contact })];
    for (const line of lines) if (line) more.append(make("p", line));
    made.append(more);
    return made;
  };

  const list = (id, lines) => {
    $(id).hidden = !lines.length;
    $(id).replaceChildren(...lines.map((line) => make("li", line)));
  };

  const show = () => {
    const [said, name] = verdict();
    $("verdict").textContent = said;
    $("verdict").className = name;
    $("notice").hidden = !state.problem;
    $("notice").textContent = state.problem;
    const focused = document.activeElement?.closest?.("#findings > li");
    const index = focused ? [...$("findings").children].indexOf(focused) : -1;
    const open = new Set([...$("findings").children].flatMap((c, i) =>
      c.querySelector("details").open ? [i] : []));
    $("findings").replaceChildren(...shown().map(card));
    [...$("findings").children].forEach((c, i) => { c.querySelector("details").open = open.has(i); });
    if (index >= 0) ($("findings").children[index]?.querySelector("button") ?? $("verdict")).focus();
    const count = state.findings.length;
    $("all").hidden = count <= SHOWN;
    $("all").textContent = state.every ? say("show-three") : say("show-all", { count: number(count) });
    $("all").setAttribute("aria-expanded", String(state.every));
    const last = state.applied.at(-1);
    $("undo").hidden = !last;
    $("undo").firstElementChild.textContent = last ? say("replaced", { text: last.now }) : "";
    const entry = state.entry;
    list("notes", entry ? entry.notes.map((n) => n.text[state.language]) : []);
    list("unchecked", entry ? entry.not_checked.map((n) => say(
      n.required ? "not-checked-required" : "not-checked",
      { said: n.reason in data.texts.en ? say(n.reason, n.values) : n.what })) : []);
    follow();
    clearTimeout(state.speaking);
    state.speaking = setTimeout(() => { $("spoken").textContent = state.problem || said; }, 900);
  };

  /* Counting as the platform counts: graphemes; some count links and wide signs otherwise. */

  const URL_SHAPE = /https?:\/\/\S+/g;
  const narrow = (g) => [...g].every((c) => {
    const p = c.codePointAt(0);
    return p <= 4351 || (p >= 8192 && p <= 8205) || (p >= 8208 && p <= 8223)
      || (p >= 8242 && p <= 8247);
  });
  const graphemes = (text) => [...segmenter.segment(text)].map((s) => s.segment);
  const measure = (text, platform) => {
    let total = 0;
    if (platform?.url) {
      text = text.replace(URL_SHAPE, () => { total += platform.url; return ""; });
    }
    for (const g of graphemes(text)) total += platform?.wide && !narrow(g) ? platform.wide : 1;
    return total;
  };

  const count = () => {
    const platform = data.platforms.find((p) => p.id === $("platform").value);
    const length = measure(state.text, platform), limit = platform?.limit ?? 0;
    const over = limit ? length - limit : 0;
    const key = !limit ? (length === 1 ? "count-one" : "count") : over > 0 ? "count-over" : "count-limit";
    const values = { count: number(length), limit: number(limit), over: number(over), platform: platform?.name };
    $("counter").textContent = say(key, values);
    $("counter").className = over > 0 ? "over" : "";
  };

  const changed = (event) => {
    const now = box.value;
    edited(state.text, now);
    state.text = now;
    paint();
    count();
    $("undo").hidden = !state.applied.length;
    if (now.trim()) age();
    if (!event?.isComposing) soon();
  };

  /* The charters. */

  const meet = async () => {
    try {
      const answer = await fetch("v1/charters", { headers: headers(), credentials: "omit" });
      if (answer.status === 401) $("unlock").hidden = false;
      if (!answer.ok) return;
      state.charters = await answer.json();
    } catch { return; }
    $("charter-field").hidden = state.charters.length < 2;
    $("charter").replaceChildren(...state.charters.map((c) => {
      const option = make("option", c.title[state.language] || c.name);
      option.value = c.name;
      return option;
    }));
    permit();
  };

  const permit = () => {
    const charter = state.charters.find((c) => c.name === $("charter").value) ?? state.charters[0];
    if (!charter) return;
    const language = state.language;
    const contacts = Object.values(charter.contacts);
    $("permissions").hidden = !charter.sayings.length && !charter.rights[language];
    $("rights").hidden = !charter.rights[language];
    $("rights").textContent = charter.rights[language] ?? "";
    $("permissions").querySelector("ul").replaceChildren(...charter.sayings.map((s) =>
      make("li", s.encouraged ? say("encouraged", { text: s[language] }) : s[language])));
    $("contacts").hidden = !contacts.length;
    $("contacts").textContent = say("contacts", { contacts: contacts.join(", ") });
  };

  const speak = (language) => {
    state.language = language;
    document.documentElement.lang = language;
    document.title = say("title");
    for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
    for (const each of document.querySelectorAll("[data-label]")) each.setAttribute("aria-label", say(each.dataset.label));
    box.placeholder = say("placeholder");
    for (const id of ["fr", "en"]) $(id).setAttribute("aria-pressed", String(id === language));
    for (const option of $("charter").options) {
      const charter = state.charters.find((c) => c.name === option.value);
      option.textContent = charter?.title[language] || option.value;
    }
    permit();
    count();
    show();
    if (state.problem) soon(0);
  };

  for (const platform of data.platforms) {
    const option = make("option", platform.name);
    option.value = platform.id;
    $("platform").append(option);
  }
  box.addEventListener("input", changed);
  box.addEventListener("compositionend", () => changed());
  document.addEventListener("selectionchange", () => { if (document.activeElement === box) follow(); });
  box.addEventListener("blur", follow);
  document.addEventListener("keydown", (event) => {
    if (event.key === "F8") { event.preventDefault(); step(event.shiftKey ? -1 : 1); }
  });
  for (const id of ["platform", "account", "charter", "role", "date"]) {
    $(id).addEventListener("change", () => { count(); permit(); if (state.text.trim()) age(); soon(0); });
  }
  for (const id of ["fr", "en"]) $(id).addEventListener("click", () => speak(id));
  $("all").addEventListener("click", () => { state.every = !state.every; show(); });
  $("undo").querySelector("button").addEventListener("click", undo);
  $("unlock").addEventListener("submit", (event) => {
    event.preventDefault();
    state.token = $("token").value.trim();
    $("token").value = "";
    $("unlock").hidden = true;
    meet();
    soon(0);
  });
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("#findings details")) each.open = true;
  });
  speak(state.language);
  meet();
})();
