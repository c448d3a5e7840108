/** Typing a code with big keys, for a controller's ray; and a linked screen that looks whether it is its turn. */
const LOOK_EVERY = 2500;

function keys(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>("input[name=code]");
  const pad = form.querySelector<HTMLElement>("[data-keys]");
  if (!box || !pad) return;
  pad.hidden = false;
  const length = Number(form.dataset["length"]);
  if (box.value.length >= length) box.value = "";
  pad.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("button");
    if (!button) return;
    if (button.dataset["back"] !== undefined) box.value = box.value.slice(0, -1);
    else if (box.value.length < length) box.value += button.dataset["key"] ?? "";
  });
}

async function look(root: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(root.dataset["pairNow"] ?? "", { headers: { Accept: "application/json" } });
    const { now } = (await answer.json()) as { now: string };
    if (now !== root.dataset["was"]) location.reload();
  } catch {
    return;
  }
}

const form = document.querySelector<HTMLFormElement>("[data-pair]");
if (form) keys(form);
const waiting = document.querySelector<HTMLElement>("[data-pair-now]");
if (waiting) setInterval(() => void look(waiting), LOOK_EVERY);
