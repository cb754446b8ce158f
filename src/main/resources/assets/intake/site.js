// The public site works without this. It finds the number that lets a form be sent at once, fills in the code a phone has read from a receipt,
// and prints. SHA-256 is written out because browsers give theirs only to encrypted pages.
"use strict";
(() => {
  const K = [];
  const START = [];
  const fraction = x => (x - Math.floor(x)) * 0x100000000 | 0;
  for (let n = 2; K.length < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) {
      prime = prime && n % d !== 0;
    }
    if (prime) {
      if (START.length < 8) {
        START.push(fraction(Math.sqrt(n)));
      }
      K.push(fraction(Math.cbrt(n)));
    }
  }

  const turn = (x, by) => x >>> by | x << 32 - by;

  /** The first word of the hash: nobody asks for more than 24 zero bits. */
  function firstWord(text) {
    const length = text.length;
    const words = new Int32Array((length + 8 >> 6) + 1 << 4);
    for (let i = 0; i < length; i++) {
      words[i >> 2] |= text.charCodeAt(i) << 24 - (i & 3) * 8;
    }
    words[length >> 2] |= 0x80 << 24 - (length & 3) * 8;
    words[words.length - 1] = length * 8;
    let state = START.slice();
    const w = new Int32Array(64);
    for (let block = 0; block < words.length; block += 16) {
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i++) {
        if (i < 16) {
          w[i] = words[block + i];
        } else {
          const x = w[i - 15];
          const y = w[i - 2];
          w[i] = (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ y >>> 10) + w[i - 16] | 0;
        }
        const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + K[i] + w[i] | 0;
        const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
        h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
      }
      state = [a, b, c, d, e, f, g, h].map((x, i) => x + state[i] | 0);
    }
    return state[0] >>> 0;
  }

  const form = document.querySelector("form[data-proof-bits]");
  if (form) {
    const bits = Number(form.dataset.proofBits);
    const ticket = form.elements.ticket.value;
    let n = 0;
    const step = () => {
      for (const until = n + 500; n < until; n++) {
        if (bits === 0 || firstWord(ticket + "." + n) >>> 32 - bits === 0) {
          form.elements.proof.value = String(n);
          return true;
        }
      }
      return false;
    };
    const search = () => step() || setTimeout(search);
    search();
    // Whoever sends before it is found waits the moment that takes, not for a page that says so.
    form.addEventListener("submit", () => {
      while (form.elements.proof.value === "" && !step()) { /* go on */ }
    });
  }

  const code = document.getElementById("f-code");
  if (code && location.hash.length > 10) {
    code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
  }

  const print = document.querySelector("button.print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
})();
