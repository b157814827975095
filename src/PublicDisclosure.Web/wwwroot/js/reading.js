// Text size and contrast, kept in this browser only.
const choices = { text: ["normal", "large", "larger"], contrast: ["normal", "high"] };

function read(name) {
  try {
    const value = localStorage.getItem(`reading-${name}`);
    return choices[name].includes(value) ? value : "normal";
  } catch {
    return "normal";
  }
}

function apply(name, value) {
  document.documentElement.dataset[name] = value;
  for (const button of document.querySelectorAll(`[data-reading="${name}"]`)) {
    button.setAttribute("aria-pressed", String(button.value === value));
  }
}

/** Shows the reading tools (hidden without script) and applies the reader's earlier choice. */
export function offerReadingTools() {
  for (const name of Object.keys(choices)) apply(name, read(name));
  for (const tools of document.querySelectorAll(".reading-tools[hidden]")) tools.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-reading]");
    if (!button) return;
    const name = button.dataset.reading;
    const value = button.getAttribute("aria-pressed") === "true" ? "normal" : button.value;
    apply(name, value);
    try {
      localStorage.setItem(`reading-${name}`, value);
    } catch {
      // Storage may be switched off; the choice then holds for this page.
    }
  });
}
