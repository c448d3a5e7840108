/** Putting things in order: the arrows work as buttons of a form; with this they move at once, and say where to. */

function renumbered(list: HTMLElement): HTMLLIElement[] {
  const items = [...list.querySelectorAll<HTMLLIElement>(":scope > li")];
  items.forEach((item, place) => {
    const up = item.querySelector<HTMLButtonElement>("[name=up]");
    const down = item.querySelector<HTMLButtonElement>("[name=down]");
    if (up) up.disabled = place === 0;
    if (down) down.disabled = place === items.length - 1;
  });
  return items;
}

function move(form: HTMLFormElement, button: HTMLButtonElement): void {
  const item = button.closest("li");
  const list = item?.parentElement;
  if (!item || !list) return;
  if (button.name === "up") item.previousElementSibling?.before(item);
  else item.nextElementSibling?.after(item);
  const place = renumbered(list).indexOf(item) + 1;
  const said = form.querySelector("[data-order-said]");
  if (said) said.textContent = `${form.dataset["moved"] ?? ""} ${place}`;
  const other = item.querySelector<HTMLButtonElement>(button.name === "up" ? "[name=down]" : "[name=up]");
  (button.disabled ? other : button)?.focus();
}

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>(".arrange__way");
  const form = button?.closest<HTMLFormElement>("form[data-order]");
  if (!button || !form) return;
  event.preventDefault();
  move(form, button);
});

export {};
