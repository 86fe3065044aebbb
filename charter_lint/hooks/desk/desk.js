"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const WAIT = 250, RETRY = 2000;
  const yaml = $("yaml"), gutter = $("gutter"), draft = $("draft");
  const state = {
    language: /^fr/i.test(navigator.language) ? "fr" : "en",
    token: decodeURIComponent(location.hash.slice(1)),
    charter: "", rules: [], faults: [], works: new Map(), rule: "",
    proof: null, proving: false, again: false, timer: 0, told: null, problem: null, conflict: null, busy: false,
  };

  const say = (key, values = {}) =>
    data.texts[state.language][key].replace(/\{([a-z_]+)\}/g, (whole, name) => values[name] ?? whole);
  const spoken = (said) => said?.[state.language] ?? "";

  const make = (tag, text = "", name = "") => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  };

  const button = (text, press, name = "") => {
    const made = make("button", text, name);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  };

  const announce = (said) => { $("spoken").textContent = said; };

  /* A text being worked on lives here until it is saved, whichever rule is shown. */
  const work = () => state.works.get(state.rule);
  const changed = (w) => Boolean(w) && w.text !== w.disk;

  /* Asking the desk. Gives null where there is no answer, and says so on the page. */

  async function ask(path, body) {
    let said;
    try {
      const answer = await fetch(path, {
        method: body ? "POST" : "GET",
        headers: { authorization: `Bearer ${state.token}`, ...(body && { "content-type": "application/json" }) },
        body: body && JSON.stringify(body),
        credentials: "omit", cache: "no-store", redirect: "error",
      });
      const found = await answer.json();
      if (answer.ok) {
        problem(null);
        return found;
      }
      said = answer.status === 401 ? () => say("locked") : () => spoken(found.error.message);
    } catch {
      said = () => say("unreachable");
    }
    problem(said);
    return null;
  }

  const problem = (said) => {
    state.problem = said;
    $("notice").hidden = !said;
    $("notice").textContent = said ? said() : "";
    if (said) announce(said());
  };

  async function list() {
    const found = await ask("v1/rules");
    if (!found) return false;
    Object.assign(state, found);
    showRules();
    return true;
  }

  async function open(rule) {
    if (!state.works.has(rule)) {
      const found = await ask("v1/open", { rule });
      if (!found) return;
      state.works.set(rule, { ...found, disk: found.text });
    }
    state.rule = rule;
    state.told = state.proof = state.conflict = null;
    if (matchMedia("(max-width: 48rem)").matches) $("shelf").open = false;
    yaml.value = work().text;
    yaml.scrollTop = yaml.scrollLeft = 0;
    show();
    $("rule-title").focus({ preventScroll: !matchMedia("(max-width: 48rem)").matches });
    prove();
  }

  /* One proof at a time; what changes meanwhile is proved next. */

  const soon = () => {
    state.proof = null;
    showProof();
    clearTimeout(state.timer);
    state.timer = setTimeout(prove, WAIT);
  };

  async function prove() {
    clearTimeout(state.timer);
    if (!work() || work().why === "broken") return;
    if (state.proving) { state.again = true; return; }
    state.proving = true;
    state.again = false;
    const body = { rule: state.rule, draft: draft.value };
    if (!work().why) body.text = yaml.value;
    const found = await ask("v1/prove", body);
    state.proving = false;
    if (state.again || body.rule !== state.rule || body.draft !== draft.value
      || (body.text !== undefined && body.text !== yaml.value)) {
      prove();
      return;
    }
    state.proof = found;
    showProof();
    if (found) announce($("verdict").textContent + " " + $("examples-said").textContent);
    else state.timer = setTimeout(prove, RETRY);
  }

  async function save(over = "") {
    const w = work(), rule = state.rule;
    if (!w || w.why || state.busy || !(changed(w) || over)) return;
    state.busy = true;
    const text = w.text;
    const found = await ask("v1/save", { rule, text, hash: over || w.hash });
    state.busy = false;
    if (!found) return;
    if (found.state === "saved") {
      w.hash = found.hash;
      w.disk = text;
    }
    if (rule !== state.rule) { showRules(); return; }
    state.conflict = found.state === "changed" ? found : null;
    tell(found, "saved");
    if (state.conflict) $("conflict-title").focus();
    else if (over) yaml.focus();
    if (found.state === "saved") list();
  }

  async function copy() {
    const rule = state.rule;
    if (state.busy) return;
    state.busy = true;
    const found = await ask("v1/copy", { rule });
    state.busy = false;
    if (!found) return;
    if (found.state === "saved") {
      state.works.delete(rule);
      await list();
      await open(rule);
    }
    tell(found, "copied");
  }

  const tell = (found, good) => {
    if (found.state === "changed") state.told = null;
    else if (found.state === "saved") state.told = { bad: false, said: () => say(good) };
    else {
      const more = () => found.faults.map((f) => ` ${f.file}${f.line ? `:${f.line}` : ""}: ${spoken(f.message)}`).join("");
      state.told = { bad: true, said: () => say(`not-saved-${found.state}`, { detail: found.detail }) + more() };
    }
    show();
    if (state.told) announce(state.told.said());
  };

  const take = () => {
    const found = state.conflict;
    Object.assign(work(), { disk: found.disk, hash: found.hash });
    replace(found.disk);
  };

  async function revert() {
    const rule = state.rule, found = await ask("v1/open", { rule });
    if (!found || rule !== state.rule) return;
    Object.assign(work(), found, { text: yaml.value, disk: found.text });
    replace(found.text);
  }

  /* Ctrl-Z brings back what was there. */
  const replace = (text) => {
    yaml.focus();
    yaml.select();
    if (!document.execCommand("insertText", false, text)) yaml.value = text;
    edited();
    show();
  };

  /* Showing. */

  const showRules = () => {
    $("charter").textContent = state.charter ? say("charter", { name: state.charter }) : "";
    const wanted = $("search").value.trim().toLocaleLowerCase();
    const parts = [];
    for (const own of [true, false]) {
      const all = state.rules.filter((r) => r.own === own);
      const found = all.filter((r) =>
        `${r.id} ${r.title.fr ?? ""} ${r.title.en ?? ""}`.toLocaleLowerCase().includes(wanted));
      if (found.length || (own && !all.length && state.rules.length && !wanted)) parts.push(make("h3", say(own ? "own" : "shipped")));
      if (own && !all.length && state.rules.length && !wanted) parts.push(make("p", say("own-none")));
      if (!found.length) continue;
      const ul = make("ul");
      for (const rule of found) {
        const press = button(spoken(rule.title) || rule.id, () => open(rule.id));
        press.dataset.rule = rule.id;
        if (spoken(rule.title)) press.append(make("small", rule.id));
        if (changed(state.works.get(rule.id))) press.append(make("small", `● ${say("unsaved")}`, "dirty"));
        if (rule.id === state.rule) press.setAttribute("aria-current", "true");
        const li = make("li");
        li.append(press);
        ul.append(li);
      }
      parts.push(ul);
    }
    if (wanted && !parts.length) parts.push(make("p", say("found-none")));
    const held = document.activeElement?.dataset?.rule, top = $("rules").scrollTop;
    $("rules").replaceChildren(...parts);
    $("rules").scrollTop = top;
    if (held) document.querySelector(`[data-rule="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
    $("rule-faults").replaceChildren(...state.rules.length ? [] : state.faults.map(faultItem));
  };

  const show = () => {
    const w = work();
    $("edit").hidden = !w;
    $("effect").hidden = !w || w.why === "broken";
    $("pick").hidden = Boolean(w);
    showRules();
    if (!w) return;
    const rule = state.rules.find((r) => r.id === state.rule);
    $("rule-title").textContent = spoken(rule?.title) || state.rule;
    $("file").textContent = w.file;
    $("why").hidden = !w.why;
    $("why").textContent = w.why ? [say(`why-${w.why}`), ...w.faults.map((f) => spoken(f.message))].join(" ") : "";
    yaml.readOnly = Boolean(w.why);
    $("save").hidden = $("revert").hidden = $("keys").hidden = Boolean(w.why);
    $("save").disabled = $("revert").disabled = !changed(w);
    $("copy").hidden = w.why !== "shipped";
    $("told").hidden = !state.told;
    $("told").className = state.told?.bad ? "bad" : "";
    $("told").textContent = state.told ? state.told.said() : "";
    $("conflict").hidden = !state.conflict;
    const signs = { "-": ["− ", "out"], "+": ["+ ", "in"], " ": ["  ", ""], "@": ["⋯", ""] };
    $("diff").replaceChildren(...(state.conflict?.diff ?? []).map((d) =>
      make("div", signs[d.sign][0] + d.text, signs[d.sign][1])));
    showProof();
  };

  const here = () => state.proof?.faults.filter((f) => f.here && f.line) ?? [];

  const number = () => {
    const bad = new Set(here().map((f) => f.line));
    const lines = yaml.value.split("\n").length;
    gutter.replaceChildren(...Array.from({ length: lines }, (_, i) =>
      make("span", String(i + 1), bad.has(i + 1) ? "bad" : "")));
    gutter.scrollTop = yaml.scrollTop;
  };

  const showProof = () => {
    number();
    const { proof } = state, count = proof?.faults.length ?? 0;
    yaml.setAttribute("aria-invalid", String(here().length > 0));
    const wrong = proof?.examples.some((e) => !e.ok);
    $("verdict").className = !proof ? "" : count ? "bad" : !proof.used || wrong ? "warn" : "good";
    $("verdict").textContent = !proof ? say("checking")
      : count ? say(count === 1 ? "faults-one" : "faults", { count }) : say(!proof.used ? "unused" : wrong ? "valid-wrong" : "valid");
    $("faults").replaceChildren(...(proof?.faults ?? []).map(faultItem));
    showExamples(proof, count);
    showJudgement(proof, count);
  };

  const faultItem = (fault) => {
    const li = make("li"), head = make("p");
    if (fault.here && fault.line) head.append(button(say("line", { line: fault.line }), () => go(fault), "go"));
    else head.append(make("strong", say("elsewhere", { place: fault.file + (fault.line ? `:${fault.line}` : "") })));
    li.append(head, make("p", spoken(fault.message)));
    if (fault.source) li.append(make("code", fault.source));
    if (fault.fix) {
      li.append(make("p", say("fix")), make("code", fault.fix));
      if (fault.here && yaml.value.split("\n")[fault.line - 1] === fault.source) {
        li.append(button(say("fix-use"), () => mend(fault)));
      }
    }
    return li;
  };

  const showExamples = (proof, count) => {
    const all = proof?.examples ?? [], bad = all.filter((e) => !e.ok).length;
    $("examples-said").textContent = !proof ? say("checking") : count ? say("examples-waiting")
      : !proof.used ? "" : !all.length ? say("examples-none")
        : say(`examples-${bad ? "bad" : "good"}${(bad || all.length) === 1 ? "-one" : ""}`, { bad, count: all.length });
    const ordered = [...all].sort((a, b) => a.ok - b.ok);
    $("examples").replaceChildren(...ordered.map((example) => {
      const li = make("li", "", example.ok ? "good" : "bad");
      const sign = make("p", (example.ok ? "✓ " : "✗ ") + say(example.ok ? "example-ok" : "example-wrong"), "sign");
      sign.append(make("span", ` · ${say(example.flagged ? "example-flagged" : "example-allowed")} · ${example.language.toUpperCase()}`));
      const text = make("p", example.text);
      text.lang = example.language;
      li.append(sign, text);
      if (!example.ok) li.append(make("p", spoken(example.why), "reason"));
      return li;
    }));
  };

  const showJudgement = (proof, count) => {
    const text = draft.value, entry = proof?.judgement;
    const findings = entry?.findings ?? [];
    $("judged").textContent = !text.trim() ? "" : !proof ? say("checking") : count ? say("try-waiting")
      : !entry ? say("checking") : !entry.judged || entry.not_checked.length ? say("try-incomplete")
        : findings.length ? "" : say("try-clean");
    $("marked").hidden = !findings.length;
    const parts = [];
    let at = 0;
    for (const f of [...findings].sort((a, b) => a.utf16[0] - b.utf16[0])) {
      const [from, to] = f.utf16;
      if (from < at || to <= from) continue;
      parts.push(text.slice(at, from), make("mark", text.slice(from, to), f.rule === state.rule ? "own" : ""));
      at = to;
    }
    $("marked").replaceChildren(...parts, text.slice(at));
    $("findings").replaceChildren(...findings.map((f) => {
      const li = make("li");
      const own = f.rule === state.rule ? ` (${say("this-rule")})` : "";
      li.append(make("p", `${say(`severity-${f.severity}`)} · ${f.rule}${own}`, "sign"), make("p", spoken(f.message)));
      if (f.like) li.append(make("p", say("like", { text: f.like })));
      return li;
    }));
  };

  /* Moving to a line, and mending it so that Ctrl-Z takes it back. */

  const span = (line) => {
    const lines = yaml.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0);
    return [start, start + (lines[line - 1] ?? "").length];
  };

  const go = (fault) => {
    const [start, end] = span(fault.line);
    yaml.focus();
    yaml.setSelectionRange(start, end);
    const height = parseFloat(getComputedStyle(yaml).lineHeight);
    yaml.scrollTop = Math.max(0, (fault.line - 4) * height);
  };

  const mend = (fault) => {
    go(fault);
    if (!document.execCommand("insertText", false, fault.fix)) {
      yaml.setRangeText(fault.fix);
      edited();
    }
  };

  const next = () => {
    const all = here().sort((a, b) => a.line - b.line);
    if (!all.length) return;
    const line = yaml.value.slice(0, yaml.selectionStart).split("\n").length;
    const inside = document.activeElement === yaml;
    go(all.find((f) => f.line > line || (!inside && f.line >= line)) ?? all[0]);
  };

  const edited = () => {
    const w = work(), before = changed(w);
    w.text = yaml.value;
    state.told = state.conflict = null;
    if (before !== changed(w)) showRules();
    $("save").disabled = $("revert").disabled = !changed(w);
    $("told").hidden = $("conflict").hidden = true;
    soon();
  };

  const speak = (language) => {
    state.language = language;
    document.documentElement.lang = language;
    document.title = say("title");
    for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
    for (const each of document.querySelectorAll("[data-label]")) each.setAttribute("aria-label", say(each.dataset.label));
    draft.placeholder = say("try-placeholder");
    for (const id of ["fr", "en"]) $(id).setAttribute("aria-pressed", String(id === language));
    if (state.problem) problem(state.problem);
    show();
  };

  yaml.addEventListener("input", edited);
  yaml.addEventListener("scroll", () => { gutter.scrollTop = yaml.scrollTop; });
  draft.addEventListener("input", soon);
  $("search").addEventListener("input", showRules);
  $("save").addEventListener("click", () => save());
  $("revert").addEventListener("click", revert);
  $("copy").addEventListener("click", copy);
  $("take").addEventListener("click", take);
  $("keep").addEventListener("click", () => save(state.conflict.hash));
  $("skip").addEventListener("click", (event) => {
    event.preventDefault();
    (work() ? yaml : $("search")).focus();
  });
  for (const id of ["fr", "en"]) $(id).addEventListener("click", () => speak(id));
  document.addEventListener("keydown", (event) => {
    if (event.key === "F8") { event.preventDefault(); next(); }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    }
  });
  addEventListener("beforeunload", (event) => {
    if ([...state.works.values()].some(changed)) event.preventDefault();
  });
  speak(state.language);
  list();
})();
