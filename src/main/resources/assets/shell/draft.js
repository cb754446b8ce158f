// Nothing typed is lost: a form with a field named "draft" is kept at the server after a pause and found again.
"use strict";
(() => {
  const PAUSE_MS = 1500;
  const PRIVATE = new Set(["password", "file", "hidden", "submit", "button", "search"]);

  function fields(form) {
    return [...form.elements].filter(field => field.name && !PRIVATE.has(field.type));
  }

  function written(form) {
    return fields(form).filter(field => !["checkbox", "radio"].includes(field.type) || field.checked).map(field => [field.name, field.value]);
  }

  function write(form, draft) {
    for (const field of fields(form)) {
      const values = draft.filter(([name]) => name === field.name).map(([, value]) => value);
      if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
      else if (field.multiple) for (const option of field.options) option.selected = values.includes(option.value);
      else if (values.length) field.value = values[0];
    }
  }

  function watch(hook) {
    const form = hook.form, line = hook.nextElementSibling, address = "/drafts/" + encodeURIComponent(hook.value);
    const csrf = form.querySelector("input[type=hidden][name=_csrf]");
    const asGiven = JSON.stringify(written(form));
    let pause, kept = asGiven, sent = false;

    function tell(words, at) {
      const time = new Date(at).toLocaleTimeString(document.documentElement.lang, {hour: "2-digit", minute: "2-digit"});
      line.firstElementChild.textContent = words.replace("{0}", time);
      line.hidden = false;
    }

    function send(method, content) {
      const headers = {"Content-Type": "application/json"};
      const meta = document.querySelector("meta[name=csrf]");
      if (meta) headers[meta.dataset.header] = csrf ? csrf.value : meta.content;
      return fetch(address, {method, headers, body: content, redirect: "manual", keepalive: method !== "GET" && (content || "").length < 30000});
    }

    async function keep() {
      const now = JSON.stringify(written(form));
      if (sent || now === kept) return;
      const answer = await send("PUT", now).catch(() => null);
      // Whoever is signed out is led to the sign-in, and nothing was kept.
      if (answer && (answer.type === "opaqueredirect" || answer.status === 401)) tell(line.dataset.out, Date.now());
      if (!answer || !answer.ok) return;
      kept = now;
      tell(line.dataset.kept, Date.now());
    }

    async function find() {
      // A form that came back with errors holds what was just typed; the draft is not newer.
      if (document.querySelector(".errors")) return;
      const answer = await send("GET").catch(() => null);
      if (!answer || answer.status !== 200) return;
      const draft = await answer.json();
      // What is typed while the draft is on its way is newer.
      if (JSON.stringify(written(form)) !== asGiven) return;
      write(form, draft.content);
      kept = JSON.stringify(written(form));
      if (kept !== asGiven) tell(line.dataset.restored, draft.keptAt);
    }

    form.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(keep, PAUSE_MS);
    });
    // The page that goes away because the form was sent keeps nothing: the draft would outlive the act.
    form.addEventListener("submit", () => {
      clearTimeout(pause);
      sent = true;
    });
    addEventListener("pageshow", () => sent = false);
    document.addEventListener("visibilitychange", () => document.hidden && keep());
    line.querySelector("button").addEventListener("click", async () => {
      clearTimeout(pause);
      await send("DELETE");
      write(form, JSON.parse(asGiven));
      kept = asGiven;
      line.hidden = true;
    });
    find();
  }

  function watchAll(part) {
    part.querySelectorAll("input[name=draft]:not([data-watched])").forEach(hook => {
      hook.dataset.watched = "";
      watch(hook);
    });
  }

  watchAll(document);
  document.addEventListener("htmx:load", event => watchAll(event.target));
})();
