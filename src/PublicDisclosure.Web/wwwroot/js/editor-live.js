// Live preview, autosave and pasting from Word or a web page, all answered by the server that publishes.
import { insert } from "./editor-toolbar.js";

const SAVE_EVERY = 20_000;
const PREVIEW_AFTER = 900;

/** Everything typed, files aside. */
export function typed(form) {
  const data = new FormData(form);
  for (const name of ["Input.Word", "Input.Uploads"]) data.delete(name);
  return data;
}

export function offerPaste(form, area) {
  area.addEventListener("paste", async (event) => {
    const html = event.clipboardData?.getData("text/html");
    if (!html || !/<(table|p|h[1-6]|li|ol|ul|b|strong)[\s>]/i.test(html)) return;
    event.preventDefault();
    const plain = event.clipboardData.getData("text/plain");
    const data = new FormData();
    data.set("html", html);
    data.set("__RequestVerificationToken", form.elements["__RequestVerificationToken"].value);
    let text = plain;
    try {
      const answer = await fetch(form.dataset.live + "?handler=Paste", { method: "POST", body: data });
      if (answer.ok) text = (await answer.json()).markdown;
    } catch {
      // Without the server the plain text still goes in.
    }
    area.focus();
    insert(area, text);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export function offerLive(form, area, rescue) {
  const preview = document.querySelector("[data-preview]");
  const checklist = document.querySelector("[data-checklist]");
  const state = form.querySelector("[data-autosave]");
  form.querySelector("[data-no-script]").hidden = true;
  preview.hidden = false;
  // Right below the text it shows.
  area.closest(".field").after(preview);
  let changed = false;
  let stopped = false;
  let timer;
  let running;

  const show = async () => {
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.dataset.live, { method: "POST", body: typed(form), signal: running.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      preview.querySelector("[data-preview-body]").replaceChildren(...page.querySelector("[data-part=preview]").childNodes);
      checklist.replaceChildren(...page.querySelector("[data-part=checklist]").childNodes);
    } catch {
      // A newer preview is on its way, or the line is down; typing goes on.
    }
  };

  const save = async () => {
    if (!changed || stopped) return;
    changed = false;
    try {
      const answer = await fetch(form.dataset.live + "?handler=Autosave", { method: "POST", body: typed(form) });
      const result = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
      if (answer.ok) {
        form.elements.SeenRevision.value = result.revision;
        rescue.forget();
        state.textContent = `已自动保存（${new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" })}）`;
      } else if (answer.status === 409) {
        stopped = true;
        state.textContent = "";
        showConflict(form, result);
      } else {
        state.textContent = result.message ?? "暂时无法自动保存，请按“保存草稿”。";
      }
    } catch {
      changed = true;
      state.textContent = "网络不通，暂未保存；内容已留存在本机浏览器。";
    }
  };

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    changed = true;
    rescue.keep();
    clearTimeout(timer);
    timer = setTimeout(show, PREVIEW_AFTER);
  });
  form.addEventListener("submit", () => { stopped = true; });
  setInterval(save, SAVE_EVERY);
  show();
}

/** A warning bar with the other person's text; what was typed here stays in the form. */
function showConflict(form, other) {
  const bar = document.createElement("div");
  bar.className = "notice notice-warning conflict";
  bar.setAttribute("role", "alert");
  const message = document.createElement("p");
  message.textContent = other.message;
  const label = document.createElement("label");
  label.textContent = `其他人保存的正文（标题：${other.title}）`;
  const text = document.createElement("textarea");
  text.className = "input";
  text.rows = 10;
  text.readOnly = true;
  text.id = "other-text";
  label.htmlFor = text.id;
  text.value = other.body;
  bar.append(message, label, text);
  form.prepend(bar);
  bar.scrollIntoView({ block: "start" });
}
