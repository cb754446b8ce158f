// What pages gain from script. Every page works without it.
"use strict";

// A request by htmx that carries no form still needs the token against forged requests.
document.addEventListener("htmx:configRequest", event => {
  const csrf = document.querySelector("meta[name=csrf]");
  if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
});

// No answer at all: say so where the reader is, and leave what he wrote alone.
document.addEventListener("htmx:sendError", () => {
  const main = document.getElementById("content");
  if (main && !main.querySelector(".offline")) {
    const notice = document.getElementById("offline").content.firstElementChild.cloneNode(true);
    notice.classList.add("offline");
    main.prepend(notice);
  }
});
document.addEventListener("htmx:afterRequest", event => {
  if (event.detail.successful) document.querySelectorAll(".offline").forEach(notice => notice.remove());
});

// A part that brings errors with it takes the reader to them.
document.addEventListener("htmx:afterSettle", event => event.target.querySelector?.(".errors")?.focus());

// Open menus close when the reader turns elsewhere.
document.addEventListener("click", event => closeMenus(event.target));
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest?.("details.who, .more details");
  closeMenus(document.body);
  menu?.querySelector("summary").focus();
});
function closeMenus(except) {
  document.querySelectorAll("details.who[open], .more details[open]").forEach(menu => {
    if (!menu.contains(except)) menu.open = false;
  });
}
