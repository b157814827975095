// Suggestions below a search field, from the browser's own list: keyboard, touch and screen readers know it.
const PAUSE = 250;

export function offerSuggestions() {
  // In the mode for elders nothing opens over the page: the address is left empty.
  for (const input of document.querySelectorAll("input[data-suggest]")) if (input.dataset.suggest) follow(input);
}

function follow(input) {
  const list = document.createElement("datalist");
  list.id = `${input.id}-suggestions`;
  input.after(list);
  input.setAttribute("list", list.id);
  let waiting;
  let asked = "";
  input.addEventListener("input", (event) => {
    clearTimeout(waiting);
    // While characters are being composed, what stands there is no word yet.
    if (event.isComposing) return;
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });

  async function ask() {
    const text = input.value.trim();
    if (text === asked || text.length === 0) return;
    asked = text;
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`);
      if (!answer.ok || asked !== text) return;
      const options = (await answer.json()).map((value) => {
        const option = document.createElement("option");
        option.value = value;
        return option;
      });
      list.replaceChildren(...options);
    } catch {
      // Without suggestions the field works as before.
    }
  }
}
