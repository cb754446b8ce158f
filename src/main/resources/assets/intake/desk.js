// The desk by keyboard: Ctrl+Enter sends from any field, and a fresh form takes the writing at once.
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
  const channel = form.elements.channel;
  if (!document.querySelector(".errors") && location.pathname === "/desk") (channel.value ? form.elements.text : channel).focus();
})();
