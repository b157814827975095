// Keeps unsaved typing in this browser until it is saved, and offers it again after a crash or a closed window.
const FIELDS = ["Input.Title", "Input.Body", "Input.DocumentNumber", "Input.Summary", "Input.Keywords", "Input.PlainSummary"];

export function offerRescue(form) {
  const key = `draft-${form.dataset.draft}`;
  const now = () => Object.fromEntries(FIELDS.map((name) => [name, form.elements[name]?.value ?? ""]));
  const forget = () => { try { localStorage.removeItem(key); } catch { /* switched off */ } };
  const keep = () => { try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: now() })); } catch { /* full or switched off */ } };

  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(key)); } catch { kept = null; }
  const same = kept && FIELDS.every((name) => (kept.fields?.[name] ?? "").replaceAll("\r\n", "\n") === now()[name]);
  if (same) forget();
  else if (kept?.fields) offer(form, kept, forget);
  return { keep, forget };
}

function offer(form, kept, forget) {
  const bar = document.createElement("div");
  bar.className = "notice conflict";
  bar.setAttribute("role", "status");
  const text = document.createElement("p");
  text.textContent = `本机留有上次没有保存的内容（${new Date(kept.at).toLocaleString("zh-CN")}）。`;
  const actions = document.createElement("div");
  actions.className = "actions";
  const button = (word, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.className = "button button-small button-quiet";
    b.textContent = word;
    b.addEventListener("click", () => { act(); bar.remove(); });
    actions.append(b);
  };
  button("恢复到表单", () => {
    for (const [name, value] of Object.entries(kept.fields)) if (form.elements[name]) form.elements[name].value = value;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  button("不要了", forget);
  bar.append(text, actions);
  form.prepend(bar);
}
