/** Notes are kept without leaving the page, which would break off what is going on. */
export class Notes {
  constructor(private readonly root: HTMLElement) {
    root.addEventListener("submit", (event) => void this.keep(event));
  }

  private async keep(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (answer.redirected || ![200, 422].includes(answer.status)) return location.reload();
    this.root.innerHTML = await answer.text();
    const [wrong] = this.root.querySelectorAll<HTMLElement>("[aria-invalid=true], textarea");
    wrong?.focus();
  }
}
