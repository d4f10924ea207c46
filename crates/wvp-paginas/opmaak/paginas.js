// Progressive: every page works without this. The head of a list of faults gets the focus, a form that was changed
// asks before it is left, and what is printed is asked for by a button.
"use strict";
(() => {
  const fouten = document.querySelector("[data-focus]");
  if (fouten) fouten.focus();
  for (const formulier of document.querySelectorAll("form[data-bewaak]")) {
    let gewijzigd = false;
    formulier.addEventListener("input", () => { gewijzigd = true; });
    formulier.addEventListener("submit", () => { gewijzigd = false; });
    addEventListener("beforeunload", (gebeurtenis) => { if (gewijzigd) gebeurtenis.preventDefault(); });
  }
  for (const knop of document.querySelectorAll("[data-druk-af]")) {
    knop.hidden = false;
    knop.addEventListener("click", () => print());
  }
  for (const knop of document.querySelectorAll("[data-kopieer]")) {
    knop.hidden = false;
    knop.addEventListener("click", async () => {
      await navigator.clipboard.writeText(knop.dataset.kopieer);
      knop.textContent = knop.dataset.gekopieerd;
    });
  }
})();
