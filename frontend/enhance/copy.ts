/** A button that copies a field. Without this the field can be selected; the button then stays hidden. */

function selectAll(field: HTMLInputElement): void {
  field.addEventListener("focus", () => {
    field.select();
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies ?? "");
  if (!(field instanceof HTMLInputElement)) continue;
  selectAll(field);
  if (!("clipboard" in navigator)) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(field.value).then(() => {
      button.textContent = button.dataset.copied ?? "";
    });
  });
}

export {};
