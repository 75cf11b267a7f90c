// Answers while something is moved, a slider beside each number, and files that are dropped. Every page works without.
"use strict";

(() => {
  document.documentElement.classList.add("scripted");
  const DAY = 86400000;
  const WAIT = 120; // milliseconds after the last move
  const REST = 600; // milliseconds without a move after which a rough answer is looked for again

  function slider(input) {
    const weeks = input.dataset.weeks;
    const range = document.createElement("input");
    range.type = "range";
    range.setAttribute("aria-label", input.labels[0].textContent);
    const from = weeks ? Date.parse(input.dataset.from) : 0;
    range.min = weeks ? 1 : input.min || 0;
    range.max = weeks || input.dataset.slide || input.max;
    range.step = input.dataset.step || 1;
    const read = () => {
      range.value = weeks ? Math.round((Date.parse(input.value) - from) / (7 * DAY)) : input.value;
      range.setAttribute("aria-valuetext", input.value);
    };
    range.addEventListener("input", () => {
      input.value = weeks ? new Date(from + range.value * 7 * DAY).toISOString().slice(0, 10) : range.value;
      range.setAttribute("aria-valuetext", input.value);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    input.addEventListener("change", read);
    read();
    input.insertAdjacentElement("afterend", range);
  }

  function live(form) {
    const place = document.getElementById(form.dataset.into);
    let timer = 0;
    let resting = 0;
    let asking = null;
    async function ask(sure) {
      if (asking) asking.abort();
      clearTimeout(resting);
      asking = new AbortController();
      const query = new URLSearchParams(new FormData(form));
      const more = sure ? "&sure=true" : "";
      place.classList.add("busy");
      try {
        const answer = await fetch(`${form.dataset.live}?${query}${more}`, { signal: asking.signal, credentials: "same-origin" });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const found = page.querySelector("main .problem");
        place.replaceChildren(...(found ? [found] : page.body.childNodes));
        if (answer.ok) history.replaceState(null, "", `${location.pathname}?${query}`);
        place.classList.remove("busy");
        if (!sure && place.querySelector("[data-rough]")) resting = setTimeout(() => ask(true), REST);
      } catch (error) {
        if (error.name !== "AbortError") place.classList.remove("busy");
      }
    }
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => ask(false), WAIT);
    });
  }

  function drop(field) {
    const input = field.querySelector("input[type=file]");
    for (const name of ["dragenter", "dragover"]) field.addEventListener(name, (event) => { event.preventDefault(); field.classList.add("over"); });
    for (const name of ["dragleave", "drop"]) field.addEventListener(name, () => field.classList.remove("over"));
    field.addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
    });
  }

  for (const input of document.querySelectorAll(".slider input")) slider(input);
  for (const form of document.querySelectorAll("form[data-live]")) live(form);
  for (const field of document.querySelectorAll(".drop")) drop(field);
})();
