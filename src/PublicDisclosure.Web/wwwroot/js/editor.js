// The editor's conveniences. Without this file the form still saves, previews, uploads and imports.
import { offerToolbar } from "./editor-toolbar.js";
import { offerPaste, offerLive } from "./editor-live.js";
import { offerRescue } from "./editor-rescue.js";
import { offerCounts } from "./text-count.js";

const LARGEST = 50 * 1024 * 1024;

for (const form of document.querySelectorAll("form[data-editor]")) {
  const body = form.querySelector("[data-body]");
  offerToolbar(body);
  showGenreFields(form);
  checkFileSizes(form);
  offerCounts(form);
  if (form.dataset.live) {
    const rescue = offerRescue(form);
    offerPaste(form, body);
    offerLive(form, body, rescue);
  }
}

/** Shows the extra fields of the chosen genre and hides the others'; without script all of them stand in the form. */
function showGenreFields(form) {
  const genre = form.elements["Input.Genre"];
  const attribute = form.elements["Input.Attribute"];
  const show = () => {
    for (const part of form.querySelectorAll("[data-genres]")) {
      part.hidden = !part.dataset.genres.split(" ").includes(genre.value);
      if (!part.hidden) part.open = true;
    }
    for (const part of form.querySelectorAll("[data-attribute]")) part.hidden = attribute.value !== part.dataset.attribute;
  };
  genre.addEventListener("change", show);
  attribute.addEventListener("change", show);
  show();
}

/** A file that the server would refuse for its size is refused before it travels. */
function checkFileSizes(form) {
  for (const input of form.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => {
      const large = [...input.files].find((file) => file.size > LARGEST);
      input.setCustomValidity(large ? `文件“${large.name}”超过 50 MB，请压缩或拆分后再选择。` : "");
      input.reportValidity();
    });
  }
}
