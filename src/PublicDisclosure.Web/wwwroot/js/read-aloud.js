// 读给我听: the browser's own voice reads the main text. Where it has no Chinese voice, nothing is offered. The text is spoken
// sentence by sentence, because some browsers break off long ones and many cannot pause: pausing remembers the sentence.
const blocks = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, caption, figcaption, blockquote";
const silent = "svg, button, nav, video, audio, [hidden], [aria-hidden='true'], .no-print";
const longest = 120;

/** The Chinese voice of a browser, Mandarin first; undefined when it has none. */
function chineseVoice(synth) {
  const voices = synth.getVoices().filter((voice) => /^(zh|cmn)/i.test(voice.lang));
  return voices.find((voice) => /^(zh|cmn)([-_](cn|hans))/i.test(voice.lang)) ?? voices.find((voice) => !/hk|mo|yue/i.test(voice.lang)) ?? voices[0];
}

/** A text in sentences short enough to be spoken in one breath. */
function sentencesOf(text) {
  const whole = text.replace(/\s+/g, " ").match(/[^。！？；]+[。！？；]*/g) ?? [];
  return whole.flatMap((sentence) => (sentence.length <= longest ? [sentence] : (sentence.match(new RegExp(`.{1,${longest}}(?:[，、：,]|$)|.{1,${longest}}`, "g")) ?? [])))
    .map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** What stands before a cell when a row is read: the head of its column. */
function headOf(cell) {
  const head = cell.closest("table")?.querySelector("thead tr:last-child")?.cells[cell.cellIndex];
  return head && !head.contains(cell) && head.textContent.trim() ? `${head.textContent.trim()}：` : "";
}

/** Everything to be read: sentences, each with the element it stands in. */
function queueOf(roots) {
  const parts = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let cell = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest(silent) || parent.closest("thead")) continue;
      const block = parent.closest(blocks) ?? root;
      const own = parent.closest("td, th");
      const before = own && own !== cell ? (parts.at(-1)?.block === block ? "，" : "") + headOf(own) : "";
      cell = own;
      if (parts.at(-1)?.block === block) parts.at(-1).text += before + node.data;
      else parts.push({ block, text: before + node.data });
    }
  }
  return parts.flatMap(({ block, text }) => sentencesOf(text).map((sentence) => ({ block, sentence })));
}

function offer(tools, synth) {
  const [play, stop, speed] = ["play", "stop", "speed"].map((name) => tools.querySelector(`[data-read="${name}"]`));
  let queue = [];
  let at = 0;
  let spoken = null;

  const show = (text) => {
    play.textContent = text;
    stop.disabled = text === "读给我听";
    for (const marked of document.querySelectorAll(".is-read")) marked.classList.remove("is-read");
    if (spoken) queue[at].block.classList.add("is-read");
  };
  const hush = () => {
    spoken = null;
    synth.cancel();
  };
  const end = () => {
    hush();
    queue = [];
    at = 0;
    if (document.activeElement === stop) play.focus();
    show("读给我听");
  };
  const speak = () => {
    if (at >= queue.length) return end();
    const utterance = new SpeechSynthesisUtterance(queue[at].sentence);
    utterance.voice = chineseVoice(synth) ?? null;
    utterance.lang = utterance.voice?.lang ?? "zh-CN";
    utterance.rate = Number(speed.value);
    utterance.onend = () => {
      if (utterance !== spoken) return;
      at += 1;
      speak();
    };
    utterance.onerror = () => utterance === spoken && end();
    spoken = utterance;
    show("暂停");
    queue[at].block.scrollIntoView({ block: "nearest" });
    synth.speak(utterance);
  };

  play.addEventListener("click", () => {
    if (spoken) {
      hush();
      show("继续读");
      return;
    }
    if (queue.length === 0) queue = queueOf(document.querySelectorAll("[data-readable]"));
    speak();
  });
  stop.addEventListener("click", end);
  speed.addEventListener("change", () => {
    if (!spoken) return;
    hush();
    speak();
  });
  addEventListener("pagehide", end);
  tools.hidden = false;
}

/** Shows the tools where the browser has a voice; voices may come a little after the page. */
export function offerReadAloud() {
  const tools = document.querySelector("[data-read-aloud]");
  const synth = window.speechSynthesis;
  if (!tools || !synth) return;
  const tryIt = () => tools.hidden && chineseVoice(synth) && offer(tools, synth);
  synth.addEventListener?.("voiceschanged", tryIt);
  tryIt();
}
