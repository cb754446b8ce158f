// What pages gain from script. Every page works without it.
"use strict";

// A request by htmx that carries no form still needs the token against forged requests.
document.addEventListener("htmx:configRequest", event => {
  const csrf = document.querySelector("meta[name=csrf]");
  if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
});
