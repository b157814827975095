// Conveniences only: every page can be read and every form sent without this file.
import { proveForms } from "./form-guard.js";
import { offerPageTools } from "./page-tools.js";
import { showAlreadyPublic } from "./already-public.js";
import { offerReadAloud } from "./read-aloud.js";
import { offerSuggestions } from "./search-suggest.js";

document.querySelector(".error-summary")?.focus();
offerPageTools();
offerReadAloud();
offerSuggestions();
showAlreadyPublic();
proveForms();

// A form that is on its way is not sent twice; the server refuses the second one too.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-repeatable")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
