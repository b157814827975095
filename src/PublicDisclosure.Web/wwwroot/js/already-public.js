import { proveForms } from "./form-guard.js";

// While a letter is written, what is public already of it appears below the form. The button does the same without script.
export function showAlreadyPublic() {
  const form = document.querySelector("form[data-already-public]");
  const button = form?.querySelector("button[formaction]");
  if (!button) return;
  const place = document.createElement("div");
  place.setAttribute("role", "status");
  button.parentElement.after(place);
  let asked = "";
  form.addEventListener("change", (event) => {
    if (event.target.name === "Input.Title" || event.target.name === "Input.Text") look();
  });
  button.addEventListener("click", (event) => {
    event.preventDefault();
    asked = "";
    look();
  });

  async function look() {
    const title = form.elements["Input.Title"].value.trim();
    const text = form.elements["Input.Text"].value.trim();
    if (title + text === asked || title + text === "") return;
    asked = title + text;
    const data = new FormData(form);
    // Files stay where they are: nothing is sent yet.
    data.delete("Input.Files");
    try {
      const answer = await fetch(button.getAttribute("formaction"), { method: "POST", body: data });
      if (!answer.ok) return;
      const found = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("already-public");
      if (!found) return;
      document.getElementById("already-public")?.remove();
      // Below the form and not within it: the answers have a form of their own.
      form.after(found);
      proveForms(found);
      const link = document.createElement("a");
      link.href = "#already-public";
      link.textContent = found.querySelector("h2").textContent;
      place.replaceChildren(link);
    } catch {
      // The letter can be sent all the same.
    }
  }
}
