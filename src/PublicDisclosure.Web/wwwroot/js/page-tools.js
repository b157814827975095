// Buttons that only make sense with script: printing the page and copying its address.
const actions = {
  print: () => window.print(),
  copy: async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.text ?? location.href);
      button.textContent = "已复制";
    } catch {
      button.textContent = "请从地址栏复制";
    }
  },
};

export function offerPageTools() {
  for (const button of document.querySelectorAll("button[data-tool][hidden]")) button.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-tool]");
    if (button) actions[button.dataset.tool]?.(button);
  });
}
