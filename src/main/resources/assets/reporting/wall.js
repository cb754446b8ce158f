// Once a minute the wall is read anew; while the server is away the last numbers stay, with the time they are from.
"use strict";
(() => {
  const pause = document.getElementById("pause");
  let going = true;
  pause.hidden = false;
  pause.addEventListener("click", () => {
    going = !going;
    const words = pause.textContent;
    pause.textContent = pause.dataset.resume;
    pause.dataset.resume = words;
  });
  setInterval(async () => {
    if (!going) return;
    try {
      const answer = await fetch(location.href, {cache: "no-store"});
      if (going && answer.ok) location.reload();
    } catch {
      // The next minute asks again.
    }
  }, 60000);
})();
