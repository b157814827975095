// While a catalogue file is being read, says how many rows are done. Without script the browser's own sign of waiting serves.
const form = document.querySelector("form[data-progress]");
const status = document.querySelector("#import-progress");

form?.addEventListener("submit", () => {
  status.textContent = "正在上传文件……";
  const ticket = form.elements["Input.Ticket"].value;
  const ask = async () => {
    try {
      const answer = await fetch(`${form.dataset.progress}&ticket=${encodeURIComponent(ticket)}`, { headers: { Accept: "application/json" } });
      const { rows } = await answer.json();
      if (rows !== null) status.textContent = `正在读取：已读 ${rows} 行……`;
    } catch {
      // The next turn asks again.
    }
  };
  setInterval(ask, 500);
});
