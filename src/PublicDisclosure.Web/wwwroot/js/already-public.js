import { proveForms } from "./form-guard.js";

// While a letter is written, what is public already of it appears below its text. The buttons do the same without script.
const PAUSE = 600;
const FEWEST = { title: 2, text: 6 };

export function showAlreadyPublic() {
  const form = document.querySelector("form[data-already-public]");
  const button = form?.querySelector("button[formaction]");
  if (!button) return;
  const [title, text, looked] = ["Input.Title", "Input.Text", "Looked"].map((name) => form.elements[name]);
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "visually-hidden";
  const place = document.createElement("div");
  text.closest(".field").after(said, place);
  // The title says what it is about; the text only where there is no title.
  const words = () => title.value.trim() || text.value.trim();
  let asked = looked.value ? words() : "";
  let running;
  let waiting;

  form.addEventListener("input", (event) => {
    if (event.target !== title && event.target !== text) return;
    clearTimeout(waiting);
    // What was shown was of other words: the server may ask once more.
    if (words() !== asked) looked.value = "";
    // While characters are being composed, what stands there is no word yet.
    if (!event.isComposing) waiting = setTimeout(look, PAUSE);
  });
  form.addEventListener("change", (event) => {
    if (event.target === title || event.target === text) look();
  });
  button.addEventListener("click", (event) => {
    event.preventDefault();
    look(true);
  });
  // Who leaves this window for an answer finds the letter again: the server keeps it.
  document.addEventListener("click", async (event) => {
    const way = event.target.closest("#already-public :is(a[href^='/'], button[name=path])");
    if (!way || way.target || way.dataset.kept || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const data = new FormData(form);
    data.delete("Input.Files");
    await fetch(form.dataset.keep, { method: "POST", body: data }).catch(() => {});
    way.dataset.kept = "yes";
    way.click();
    delete way.dataset.kept;
  });

  async function look(pressed = false) {
    clearTimeout(waiting);
    const now = words();
    if (!pressed && (now === asked || now.length < (title.value.trim() ? FEWEST.title : FEWEST.text))) return;
    asked = now;
    running?.abort();
    running = new AbortController();
    const data = new FormData();
    for (const field of [title, text, form.elements.__RequestVerificationToken]) data.append(field.name, field.value);
    try {
      const answer = await fetch(form.dataset.alreadyPublic, { method: "POST", body: data, signal: running.signal });
      if (!answer.ok) return;
      const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("already-public");
      if (found) show(found, pressed);
      if (found && words() === now) looked.value = "1";
    } catch {
      // The letter can be sent all the same.
    }
  }

  function show(found, pressed) {
    const hits = found.querySelectorAll("li").length;
    // Nobody's place is taken away while they read.
    if (!pressed && document.getElementById("already-public")?.contains(document.activeElement)) return;
    const answered = found.querySelector("form");
    steady(() => {
      for (const id of ["already-public", "already-public-answered"]) document.getElementById(id)?.remove();
      if (hits > 0 || pressed) place.append(found);
      // A form cannot stand within another.
      if (answered) form.after(answered);
    });
    if (answered) proveForms(answered);
    said.textContent = hits > 0 ? `“内容”一栏下面列出了${hits}条已经公开的内容，可能已经回答了您的问题。` : "";
    if (pressed) found.focus();
  }
}

/** Changes the page and leaves what has the focus where it is on the screen. */
function steady(change) {
  const held = document.activeElement;
  const before = held.getBoundingClientRect().top;
  change();
  scrollBy({ top: held.getBoundingClientRect().top - before, behavior: "instant" });
}
