// Counts a short text while it is written. The rules are the server's; without this file it says the same on saving.
const ENDS = /[。！？；!?;\r\n]/;
const SAY_AFTER = 600;

const letters = globalThis.Intl?.Segmenter ? new Intl.Segmenter("zh", { granularity: "grapheme" }) : null;

/** Characters as people see them, ends of lines left out. */
export function count(text) {
  const line = text.replace(/[\r\n]/g, "");
  return letters ? [...letters.segment(line)].length : [...line].length;
}

/** What to say about a text: how many characters there are, and which sentence is too long. */
export function verdict(text, most, inSentence) {
  const used = count(text);
  const long = text.split(ENDS).map((s) => s.trim()).find((s) => count(s) > inSentence);
  const length = used > most ? `已写 ${used} 个字，超出 ${used - most} 个字。` : `已写 ${used} 个字，还可以写 ${most - used} 个字。`;
  return { ok: used <= most && !long, text: long ? `${length}这句话有 ${count(long)} 个字，超过 ${inSentence} 个字，请拆开：“${long}”` : length };
}

export function offerCounts(within = document) {
  for (const line of within.querySelectorAll("[data-count-of]")) {
    const area = document.getElementById(line.dataset.countOf);
    const [most, inSentence] = [Number(line.dataset.most), Number(line.dataset.inSentence)];
    let timer;
    const say = () => {
      const said = verdict(area.value, most, inSentence);
      line.textContent = said.text;
      line.classList.toggle("field-count-over", !said.ok);
    };
    line.hidden = false;
    area.addEventListener("input", () => {
      clearTimeout(timer);
      // A screen reader reads the line out whenever it changes: only in a pause.
      timer = setTimeout(say, SAY_AFTER);
    });
    say();
  }
}
