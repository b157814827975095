// Buttons that write Markdown, and help with tables. Undo keeps working: text goes in by execCommand where there is one.
const buttons = [
  ["标题", "一级标题", (t) => prefix(t, "## ")],
  ["小标题", "二级标题", (t) => prefix(t, "### ")],
  ["加粗", "加粗", (t) => wrap(t, "**", "**", "文字")],
  ["列表", "项目列表", (t) => prefix(t, "- ")],
  ["编号", "编号列表", (t) => prefix(t, (n) => `${n + 1}. `)],
  ["引用", "引用", (t) => prefix(t, "> ")],
  ["链接", "插入链接", (t) => wrap(t, "[", "](https://)", "链接文字")],
  ["图片", "插入已上传的图片", (t) => wrap(t, "![", "](attachment:图1.png)", "图片说明")],
  ["表格", "插入表格", (t) => insert(t, "\n\n| 栏目一 | 栏目二 | 栏目三 |\n| --- | --- | --- |\n|  |  |  |\n|  |  |  |\n\n")],
  ["加行", "在光标所在的表格行下加一行", (t) => changeTable(t, addRow)],
  ["加列", "在表格右边加一列", (t) => changeTable(t, addColumn)],
  ["删行", "删除光标所在的表格行", (t) => changeTable(t, removeRow)],
];

export function offerToolbar(area) {
  const bar = document.createElement("div");
  bar.className = "toolbar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "正文排版");
  bar.setAttribute("aria-controls", area.id);
  for (const [text, title, act] of buttons) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.title = title;
    button.addEventListener("click", () => {
      area.focus();
      act(area);
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    bar.append(button);
  }
  area.before(bar);
}

/** Puts text at the cursor. */
export function insert(area, text) {
  if (!document.execCommand?.("insertText", false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
}

function replace(area, start, end, text) {
  area.setSelectionRange(start, end);
  insert(area, text);
}

function wrap(area, before, after, sample) {
  const chosen = area.value.slice(area.selectionStart, area.selectionEnd) || sample;
  const start = area.selectionStart + before.length;
  insert(area, before + chosen + after);
  area.setSelectionRange(start, start + chosen.length);
}

function lines(area) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const next = area.value.indexOf("\n", area.selectionEnd);
  return [start, next < 0 ? area.value.length : next];
}

function prefix(area, mark) {
  const [start, end] = lines(area);
  const text = area.value.slice(start, end).split("\n")
    .map((line, n) => (typeof mark === "function" ? mark(n) : mark) + line.replace(/^(#{1,6}|[-*>]|\d+\.)\s+/, "")).join("\n");
  replace(area, start, end, text);
}

/** Finds the table around the cursor and writes it back changed. */
function changeTable(area, change) {
  const rows = area.value.split("\n");
  let at = area.value.slice(0, area.selectionStart).split("\n").length - 1;
  const isRow = (n) => n >= 0 && n < rows.length && rows[n].trim().startsWith("|");
  if (!isRow(at)) return;
  let first = at;
  let last = at;
  while (isRow(first - 1)) first--;
  while (isRow(last + 1)) last++;
  const start = rows.slice(0, first).reduce((sum, row) => sum + row.length + 1, 0);
  const old = rows.slice(first, last + 1);
  replace(area, start, start + old.join("\n").length, change(old, at - first).join("\n"));
}

const cells = (row) => row.trim().replace(/^\||\|$/g, "").split("|");

function addRow(table, at) {
  const where = Math.max(at, 1) + 1;
  return [...table.slice(0, where), "|" + cells(table[0]).map(() => "  ").join("|") + "|", ...table.slice(where)];
}

function addColumn(table) {
  return table.map((row, n) => row.trimEnd().replace(/\|?$/, n === 1 ? "| --- |" : n === 0 ? "| 新栏目 |" : "|  |"));
}

function removeRow(table, at) {
  return at < 2 ? table : table.filter((_, n) => n !== at);
}
