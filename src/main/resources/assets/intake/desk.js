// The desk by keyboard: Ctrl+Enter sends from any field, Alt with a figure ends it with that answer, and a fresh form takes the writing at once.
"use strict";
(() => {
  const form = document.getElementById("desk");
  if (!form) return;
  form.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("keydown", event => {
    const figure = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
    if (!figure || !event.altKey || event.ctrlKey || event.metaKey) return;
    const answers = [...form.querySelectorAll('#athand input[name="from"]')];
    const chosen = figure[1] === "0" ? answers.at(-1) : answers.slice(0, -1)[figure[1] - 1];
    if (chosen) {
      event.preventDefault();
      chosen.checked = true;
    }
  });
  const channel = form.elements.channel;
  if (!document.querySelector(".errors") && location.pathname === "/desk") (channel.value ? form.elements.text : channel).focus();
})();
