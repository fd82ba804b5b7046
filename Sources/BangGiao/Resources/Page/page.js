"use strict";
// The page of a figure: what is near what one points at, what proves it, what is searched for.
// Everything from documents is set as text, never as markup; addresses are links only if they are
// of the web.
(() => {
  const $ = id => document.getElementById(id);
  const data = JSON.parse($("figure-data").textContent);
  const words = data.words;
  const svg = document.querySelector(".figure svg");
  const make = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  // MARK: What there is

  const items = new Map();
  for (const item of data.elements) {
    const shape = $(data.prefix + "-" + item.id);
    if (shape) items.set(item.id, { ...item, shape, edges: [], parts: [], owner: null });
  }
  const edges = [...items.values()].filter(item => item.ends);
  const things = [...items.values()].filter(item => !item.ends);
  for (const edge of edges) {
    for (const end of edge.ends) items.get(end)?.edges.push(edge);
  }
  const isTarget = new Map([...items.values()].map(item => [item.shape, item]));
  for (const item of things) {
    for (let outer = item.shape.parentNode; outer && outer !== svg; outer = outer.parentNode) {
      const owner = isTarget.get(outer);
      if (!owner) continue;
      item.owner = owner;
      owner.parts.push(item);
      break;
    }
  }
  // A timeline shows whom it tells of once an event.
  const same = item => item.key ? things.filter(other => other.key === item.key) : [item];
  const others = (edge, item) =>
    edge.ends.map(end => items.get(end)).filter(end => end && end !== item);

  /// What stays when one points at it: its lines, what they lead to, and the other sides of events.
  const near = item => {
    const result = new Set([item]);
    const add = edge => {
      result.add(edge);
      for (const end of edge.ends) {
        const other = items.get(end);
        if (!other) continue;
        result.add(other);
        if (other.owner) result.add(other.owner);
      }
    };
    if (item.ends) {
      add(item);
      return result;
    }
    for (const one of same(item).flatMap(twin => [twin, ...twin.parts])) {
      result.add(one);
      if (one.owner) result.add(one.owner);
      for (const edge of one.edges) {
        add(edge);
        for (const event of others(edge, one)) {
          if (event.role === "event" && item.role !== "event") event.edges.forEach(add);
        }
      }
    }
    return result;
  };

  // MARK: State

  const state = { pointed: null, pinned: null, query: "", found: null, hidden: new Set(), since: null, until: null };
  /// Without accents and case, so that "pham thu hang" finds "Phạm Thu Hằng".
  const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  for (const item of items.values()) item.folded = fold(item.label);

  const isInYears = item => {
    if (state.since === null) return true;
    return !!item.years && item.years[1] >= state.since && item.years[0] <= state.until;
  };
  const visible = () => {
    const result = new Set();
    const isNarrowed = state.since !== null;
    for (const item of things) {
      if (!state.hidden.has(item.type) && (item.role !== "event" || isInYears(item))) result.add(item);
    }
    for (const edge of edges) {
      const ends = edge.ends.map(end => items.get(end));
      const event = ends.some(end => end?.role === "event");
      if (state.hidden.has(edge.type) || ends.some(end => end && !result.has(end))) continue;
      if (event || isInYears(edge)) result.add(edge);
    }
    if (isNarrowed || state.hidden.size) {
      // Who takes part in nothing that is shown isn't shown either.
      for (const item of things) {
        const all = [item, ...item.parts].flatMap(one => one.edges);
        if (item.role === "entity" && all.length && !all.some(edge => result.has(edge))) result.delete(item);
      }
    }
    return result;
  };

  const draw = () => {
    const shown = visible();
    const centre = state.pinned || state.pointed;
    let kept = null;
    if (centre) kept = near(centre);
    else if (state.found) kept = new Set(state.found.flatMap(item => item.owner ? [item, item.owner] : [item]));
    for (const item of items.values()) {
      const classes = item.shape.classList;
      const isShown = shown.has(item);
      classes.toggle("off", !isShown);
      classes.toggle("faded", !!kept && !kept.has(item));
      classes.toggle("near", !!centre && kept.has(item));
      classes.toggle("chosen", item === state.pinned || (!!item.key && item.key === state.pinned?.key) || (!centre && !!state.found && state.found.includes(item)));
      if (item.shape.hasAttribute("tabindex")) {
        item.shape.setAttribute("tabindex", isShown ? "0" : "-1");
        item.shape.setAttribute("aria-hidden", String(!isShown));
        item.shape.setAttribute("aria-pressed", String(item === state.pinned));
      }
    }
    svg.classList.toggle("pinned", !!state.pinned);
    const parts = [];
    if (state.found) parts.push(words.found.replace("#", once(state.found).length));
    const rest = once(things.filter(item => !shown.has(item))).length;
    if (rest) parts.push(words.hidden.replace("#", rest));
    $("count").textContent = parts.join(" · ");
  };

  // MARK: Quotations

  const webAddress = text => /^https?:\/\/[^\/?#\s]/i.test(text || "") ? text : null;
  const tell = item => {
    const panel = $("evidence");
    panel.replaceChildren();
    panel.classList.toggle("empty", !item);
    if (!item) {
      panel.append(make("p", words.hint, { class: "kind" }));
      return;
    }
    const close = make("button", "×", { type: "button", class: "close", "aria-label": words.close });
    close.addEventListener("click", () => pin(null));
    const kind = data.types.find(type => type.id === item.type)?.name;
    const rest = item.label.startsWith(item.name) ? item.label.slice(item.name.length).replace(/^[\s,·:–]+/, "") : item.label;
    panel.append(close, make("h2", item.name), make("p", [kind, rest].filter(Boolean).join(" · "), { class: "kind" }));
    const citations = (item.citations || []).map(place => data.citations[place]);
    for (const { quotation, source, address } of citations) {
      const figure = make("figure");
      const caption = make("figcaption", source);
      if (webAddress(address)) {
        caption.append(" · ", make("a", words.article, { href: address, target: "_blank", rel: "noopener noreferrer" }));
      }
      figure.append(make("blockquote", "“" + quotation + "”"), caption);
      panel.append(figure);
    }
    if (!citations.length) panel.append(make("p", words.noQuotation, { class: "kind" }));
    const place = other => (other.role === "event" ? 0 : other.ends ? 1 : other.type === "person" ? 2 : 3);
    const related = once([...near(item)].filter(other =>
      other !== item && (!item.key || other.key !== item.key) && isFocusable(other) && !other.parts.includes(item)))
      .sort((one, other) => place(one) - place(other));
    const list = make("ul");
    for (const other of related.slice(0, 30)) {
      const button = make("button", other.role === "entity" ? other.name : other.label, { type: "button" });
      button.addEventListener("click", () => pin(other));
      const line = make("li");
      line.append(button);
      list.append(line);
    }
    if (related.length) panel.append(make("h3", words.related), list);
  };

  /// Each only once, however often a timeline shows it.
  const once = list => {
    const seen = new Set();
    return list.filter(item => !item.key || !seen.has(item.key) && seen.add(item.key));
  };
  const name = item => item.key || item.id;
  const named = text => things.find(item => item.key === text) || items.get(text) || null;
  const pin = item => {
    state.pinned = item;
    state.pointed = null;
    tell(item);
    draw();
    const address = item ? "#sel=" + encodeURIComponent(name(item)) : "#";
    if (location.hash !== address && (item || location.hash)) history.replaceState(null, "", address);
  };
  const follow = () => {
    if (!location.hash.startsWith("#sel=")) return;
    let text = location.hash.slice(5);
    try { text = decodeURIComponent(text); } catch { return; }
    const item = named(text);
    if (item && item !== state.pinned) {
      pin(item);
      item.shape.scrollIntoView({ block: "nearest", inline: "center" });
    }
  };

  // MARK: Pointing, clicking, keys

  /// A line to an event needs no stop of its own: the event has its quotations.
  const isFocusable = item => !item.ends || !item.ends.some(end => items.get(end)?.role === "event");
  svg.setAttribute("role", "group");
  for (const item of items.values()) {
    const shape = item.shape;
    shape.classList.add("target");
    if (isFocusable(item)) {
      shape.setAttribute("tabindex", "0");
      shape.setAttribute("role", "button");
      shape.setAttribute("aria-label", item.label);
    }
    if (item.ends) {
      const line = shape.querySelector(":scope > path");
      if (line) {
        const reach = line.cloneNode(false);
        reach.setAttribute("class", "reach");
        shape.append(reach);
      }
    }
    shape.addEventListener("focus", () => { if (shape.matches(":focus-visible")) { state.pointed = item; draw(); } });
    shape.addEventListener("blur", () => { state.pointed = null; draw(); });
    shape.addEventListener("keydown", event => {
      if (event.target !== shape || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      pin(state.pinned === item ? null : item);
    });
  }
  const target = event => {
    for (let shape = event.target; shape && shape !== svg; shape = shape.parentNode) {
      if (isTarget.has(shape)) return isTarget.get(shape);
    }
    return null;
  };
  svg.addEventListener("pointerover", event => {
    if (event.pointerType === "touch") return;
    const item = target(event);
    if (item !== state.pointed) {
      state.pointed = item;
      draw();
    }
  });
  svg.addEventListener("pointerleave", () => { state.pointed = null; draw(); });
  svg.addEventListener("click", event => {
    const item = target(event);
    pin(item === state.pinned ? null : item);
  });
  addEventListener("keydown", event => {
    if (event.key === "Escape") {
      if (state.query) search("");
      state.pointed = null;
      pin(null);
    } else if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName)) {
      event.preventDefault();
      $("search").focus();
    }
  });

  // MARK: Searching

  const search = text => {
    if ($("search").value !== text) $("search").value = text;
    state.query = fold(text).trim();
    const parts = state.query.split(/\s+/).filter(Boolean);
    state.found = null;
    if (parts.length) {
      if (state.pinned) pin(null);
      const hits = things.filter(item => parts.every(part => item.folded.includes(part)));
      // Whose name itself matches comes first.
      const rank = item => fold(item.label).startsWith(state.query) ? 0 : 1;
      state.found = hits.sort((one, other) => rank(one) - rank(other));
    }
    const list = $("found");
    list.replaceChildren();
    list.hidden = !state.found?.length;
    for (const item of once(state.found || []).slice(0, 12)) {
      const button = make("button", item.label, { type: "button" });
      const kind = data.types.find(type => type.id === item.type)?.name;
      if (kind) button.append(" ", make("small", kind));
      button.addEventListener("click", () => choose(item));
      const line = make("li");
      line.append(button);
      list.append(line);
    }
    draw();
  };
  const choose = item => {
    search("");
    if (state.hidden.has(item.type) || !visible().has(item)) reset();
    pin(item);
    item.shape.scrollIntoView({ block: "nearest", inline: "center" });
    item.shape.focus({ preventScroll: true });
  };
  $("search").addEventListener("input", () => search($("search").value));
  $("search").addEventListener("keydown", event => {
    if (event.key === "Enter" && state.found?.length) choose(state.found[0]);
    if (event.key === "ArrowDown") {
      event.preventDefault();
      $("found").querySelector("button")?.focus();
    }
  });
  $("found").addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [$("search"), ...$("found").querySelectorAll("button")];
    all[all.indexOf(document.activeElement) + step]?.focus();
  });

  // MARK: Filters

  for (const type of data.types) {
    const count = once([...items.values()].filter(item => item.type === type.id && isFocusable(item))).length;
    if (!count) continue;
    const box = make("input", "", { type: "checkbox", value: type.id });
    box.checked = true;
    box.addEventListener("change", () => {
      state.hidden[box.checked ? "delete" : "add"](type.id);
      refresh();
    });
    const label = make("label");
    label.append(box, `${type.name} (${count})`);
    $("types").append(label);
  }
  const spans = [...items.values()].map(item => item.years).filter(Boolean);
  const first = Math.min(...spans.map(span => span[0])), last = Math.max(...spans.map(span => span[1]));
  const pickers = [$("since"), $("until")];
  if (first < last) {
    const marks = [...new Set(spans.flat())].sort((one, other) => one - other);
    for (const picker of pickers) {
      for (const year of marks) picker.append(make("option", String(year), { value: year }));
    }
    $("until").value = String(last);
    $("years").hidden = false;
    const narrow = event => {
      let [since, until] = pickers.map(picker => Number(picker.value));
      if (since > until) {
        if (event.target === $("since")) until = since; else since = until;
        $("since").value = String(since);
        $("until").value = String(until);
      }
      const isAll = since === first && until === last;
      state.since = isAll ? null : since;
      state.until = isAll ? null : until;
      refresh();
    };
    for (const picker of pickers) picker.addEventListener("change", narrow);
  }
  const refresh = () => {
    if (state.pinned && !visible().has(state.pinned)) pin(null);
    draw();
  };
  const reset = () => {
    state.hidden.clear();
    state.since = state.until = null;
    for (const box of $("types").querySelectorAll("input")) box.checked = true;
    if (first < last) {
      $("since").value = String(first);
      $("until").value = String(last);
    }
  };
  $("reset").addEventListener("click", () => {
    reset();
    search("");
    zoom(1);
    pin(null);
  });

  // MARK: Size and light

  let scale = 1;
  const zoom = value => {
    scale = Math.min(4, Math.max(.25, value));
    svg.style.setProperty("--zoom", scale);
  };
  $("larger").addEventListener("click", () => zoom(scale * 1.25));
  $("smaller").addEventListener("click", () => zoom(scale / 1.25));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  $("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const isDark = root.style.colorScheme ? root.style.colorScheme === "dark" : dark.matches;
    root.style.colorScheme = isDark ? "light" : "dark";
  });
  addEventListener("beforeprint", () => { for (const list of document.querySelectorAll("details")) list.open = true; });

  document.querySelector(".tools").hidden = false;
  tell(null);
  draw();
  follow();
  addEventListener("hashchange", follow);
  document.documentElement.dataset.ready = String(items.size);
})();
