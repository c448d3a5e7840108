import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryDrawer } from "../core/drawer.ts";
import { Folder } from "../core/folder.ts";
import { Offline, type Outcome, type Post } from "../core/queue.ts";
import { holdBack } from "./leaving.ts";
import type { Opened } from "./opened.ts";
import type { Told } from "./told.ts";

class OwnDrawer extends MemoryDrawer {
  override readonly lasts: boolean = true;
}

class Form extends EventTarget {
  submitted = 0;
  /** The field by which the server asks once more. */
  waits = true;
  submit(): void {
    this.submitted += 1;
  }
  querySelector(): { remove(): void } {
    return { remove: () => (this.waits = false) };
  }
  /** Presses the button; whether the browser was kept from signing out by itself. */
  pressed(): boolean {
    return !this.dispatchEvent(new Event("submit", { cancelable: true }));
  }
}

const told = { get: (name: string) => (name === "shell" ? "/shell/" : name) } as unknown as Told;
const PLACE = { dossier: "one", sheet: "letter", question: "text" };
const CONTENT = { fields: { text: ["Lieve ik"] }, attachments: [] };
let sent: string[];
let problem: Error | undefined;
let shown: string[];
let form: Form;

const post: Post = {
  async answers(answers): Promise<Outcome[]> {
    if (problem) throw problem;
    sent.push(...answers.flatMap((each) => each.fields["text"] ?? []));
    return answers.map(({ id }) => ({ id, outcome: "saved" }));
  },
  close: async () => {},
  file: async () => "",
};

async function folderWith(drawer: MemoryDrawer, locked = false): Promise<Opened> {
  const folder = new Folder(drawer, post);
  await folder.write(PLACE, CONTENT, []);
  return { folder, drawer, locked };
}

function holds(opening: Promise<Opened>): void {
  holdBack(form as unknown as HTMLFormElement, told, opening);
}

beforeEach(() => {
  [sent, shown, problem, form] = [[], [], undefined, new Form()];
  vi.stubGlobal("isSecureContext", false);
  vi.stubGlobal("location", { assign: (address: string) => shown.push(address) });
});
afterEach(() => vi.unstubAllGlobals());

describe("signing out on a device of one's own", () => {
  it("waits for the folder that is still opening, and sends what was written first", async () => {
    let opens: (folder: Opened) => void = () => {};
    holds(new Promise((resolve) => (opens = resolve)));
    expect(form.pressed()).toBe(true);
    expect(form.pressed()).toBe(true);
    await Promise.resolve();
    expect([form.submitted, sent]).toEqual([0, []]);
    opens(await folderWith(new OwnDrawer()));
    await vi.waitFor(() => expect(form.submitted).toBe(1));
    expect([sent, shown, form.waits]).toEqual([["Lieve ik"], [], false]);
  });
  it("shows what cannot be sent instead of losing it, and can be tried again", async () => {
    problem = new Offline();
    const opened = await folderWith(new OwnDrawer());
    holds(Promise.resolve(opened));
    form.pressed();
    await vi.waitFor(() => expect(shown).toEqual(["/shell/#leaving"]));
    expect([form.submitted, await opened.folder.queue.holdsAnything()]).toEqual([0, true]);
    problem = undefined;
    await vi.waitFor(() => {
      form.pressed();
      expect(form.submitted).toBe(1);
    });
    expect(sent).toEqual(["Lieve ik"]);
  });
  it("wipes no folder that could not be opened", async () => {
    holds(folderWith(new MemoryDrawer(), true));
    form.pressed();
    await vi.waitFor(() => expect(shown).toEqual(["/shell/#leaving"]));
    expect(form.submitted).toBe(0);
  });
});

describe("signing out elsewhere", () => {
  it("sends first, and never keeps anyone from leaving", async () => {
    problem = new Offline();
    holds(folderWith(new MemoryDrawer()));
    form.pressed();
    await vi.waitFor(() => expect(form.submitted).toBe(1));
    expect(shown).toEqual([]);
  });
});
