import { beforeEach, describe, expect, it } from "vitest";
import type { Answer, Closed } from "./answers.ts";
import { MemoryDrawer, SealedDrawer, type Drawer, type Rows, type Shelf } from "./drawer.ts";
import { Folder } from "./folder.ts";
import { Offline, pause, SignedOut, type Outcome, type Post } from "./queue.ts";
import { importKey, type Sealed } from "./seal.ts";

class SealedRows implements Rows {
  readonly rows = new Map<string, Sealed>();
  async put(shelf: Shelf, name: string, row: Sealed) {
    this.rows.set(`${shelf}/${name}`, row);
  }
  async get(shelf: Shelf, name: string) {
    return this.rows.get(`${shelf}/${name}`);
  }
  async all(shelf: Shelf): Promise<[string, Sealed][]> {
    const mine = [...this.rows].filter(([place]) => place.startsWith(`${shelf}/`));
    return mine.map(([place, row]) => [place.slice(shelf.length + 1), row]);
  }
  async remove(shelf: Shelf, name: string) {
    this.rows.delete(`${shelf}/${name}`);
  }
}

/** A server that remembers, and can be out of reach, forget to answer, or refuse. */
class Server implements Post {
  readonly answered = new Map<string, Answer>();
  readonly files = new Map<string, Blob>();
  problem: Error | undefined;
  duringFile: () => Promise<void> = async () => {};
  answerLost = false;
  refuses: string | undefined;

  async answers(answers: readonly Answer[]): Promise<Outcome[]> {
    if (this.problem) throw this.problem;
    const outcomes = answers.map((answer) => this.take(answer));
    if (this.answerLost) {
      this.answerLost = false;
      throw new Offline();
    }
    return outcomes;
  }
  private take(answer: Answer): Outcome {
    if (this.refuses) return { id: answer.id, outcome: "refused", sentence: this.refuses };
    const outcome = this.answered.has(answer.id) ? "known" : "saved";
    if (outcome === "saved") this.answered.set(answer.id, answer);
    return { id: answer.id, outcome };
  }
  /** Sheets that were closed, with how many answers were there by then. */
  readonly closed: [string, number][] = [];
  async close(sheets: readonly Closed[]): Promise<void> {
    if (this.problem) throw this.problem;
    for (const { sheet } of sheets) this.closed.push([sheet, this.answered.size]);
  }
  async file(name: string, file: Blob): Promise<string> {
    if (this.problem) throw this.problem;
    await this.duringFile();
    if (file.size > 100) return "Deze foto is te groot.";
    this.files.set(name, file);
    return "";
  }
}

const PLACE = { dossier: "one", sheet: "letter", question: "text" };
const text = (words: string) => ({ fields: { text: [words] }, attachments: [] });
let server: Server;
let drawer: Drawer;
let rows: SealedRows;
let folder: Folder;
let count: number;

beforeEach(async () => {
  server = new Server();
  rows = new SealedRows();
  drawer = new SealedDrawer(rows, await importKey(btoa("k".repeat(32))));
  count = 0;
  folder = new Folder(drawer, server, {
    now: () => new Date(Date.UTC(2026, 10, 22, 9, 0, count)).toISOString(),
    id: () => `id-${(count += 1)}`,
  });
});

describe("without a link", () => {
  it("everything waits, sealed, and arrives once when the link is back", async () => {
    server.problem = new Offline();
    const one = await folder.write(PLACE, text("Lieve ik"), []);
    expect(await folder.flush()).toBe("offline");
    for (const row of rows.rows.values()) {
      expect(new TextDecoder().decode(row.data)).not.toContain("Lieve ik");
    }
    server.problem = undefined;
    expect(await folder.flush()).toBe("saved");
    expect([...server.answered.keys()]).toEqual([one]);
    expect(await folder.queue.waiting()).toEqual([]);
    expect((await folder.standing(PLACE)).map((each) => each.id)).toEqual([one]);
  });
  it("a sentence that grows stays one answer until it was sent", async () => {
    const one = await folder.write(PLACE, text("Li"), []);
    const two = await folder.write(PLACE, text("Lieve"), [one]);
    expect(two).toBe(one);
    expect((await folder.queue.waiting()).map((each) => each.answer.fields)).toEqual([{ text: ["Lieve"] }]);
  });
  it("what is typed while a photo is under way goes along", async () => {
    const file = await folder.writeFile(new Blob(["photo"], { type: "image/jpeg" }));
    const one = await folder.write(PLACE, { fields: {}, attachments: [file] }, []);
    server.duringFile = async () => {
      expect(
        await folder.write(PLACE, { fields: { text: ["Dit is mijn week"] }, attachments: [file] }, [one]),
      ).toBe(one);
    };
    expect(await folder.flush()).toBe("saved");
    expect(server.answered.get(one)?.fields).toEqual({ text: ["Dit is mijn week"] });
  });
  it("a sheet that is done waits too, goes after its answers, and goes once", async () => {
    server.problem = new Offline();
    await folder.write(PLACE, text("Lieve ik"), []);
    await folder.queue.close(PLACE);
    await folder.queue.close(PLACE);
    expect(await folder.flush()).toBe("offline");
    server.problem = undefined;
    expect(await folder.flush()).toBe("saved");
    expect(await folder.flush()).toBe("saved");
    expect(server.closed).toEqual([["letter", 1]]);
    expect(await folder.queue.holdsAnything()).toBe(false);
  });
  it("a sheet is done also where nothing else waits", async () => {
    await folder.queue.close(PLACE);
    expect(await folder.queue.holdsAnything()).toBe(true);
    expect(await folder.flush()).toBe("saved");
    expect(server.closed).toEqual([["letter", 0]]);
  });
  it("what the server may have already is not changed under its id", async () => {
    const one = await folder.write(PLACE, text("Li"), []);
    server.answerLost = true;
    expect(await folder.flush()).toBe("offline");
    const two = await folder.write(PLACE, text("Lieve"), [one]);
    expect(two).not.toBe(one);
    expect(await folder.flush()).toBe("saved");
    expect([...server.answered.values()].map((each) => each.replaces)).toEqual([[], [one]]);
  });
});

describe("sending", () => {
  it("an answer that got lost on the way back is no second answer", async () => {
    await folder.write(PLACE, text("x"), []);
    server.answerLost = true;
    expect([await folder.flush(), await folder.flush()]).toEqual(["offline", "saved"]);
    expect(server.answered.size).toBe(1);
  });
  it("asks to sign in and keeps what waits", async () => {
    await folder.write(PLACE, text("x"), []);
    server.problem = new SignedOut();
    expect(await folder.flush()).toBe("signed-out");
    expect(await folder.queue.waiting()).toHaveLength(1);
  });
  it("keeps what is refused readable, with the reason, and does not send it again", async () => {
    await folder.write(PLACE, text("x"), []);
    server.refuses = "Dit dossier is gesloten.";
    expect(await folder.flush()).toBe("refused");
    server.refuses = undefined;
    expect(await folder.flush()).toBe("refused");
    expect((await folder.queue.waiting()).map((each) => each.refused)).toEqual(["Dit dossier is gesloten."]);
    expect(server.answered.size).toBe(0);
  });
  it("lets a refused answer hold up nobody else", async () => {
    const file = await folder.writeFile(new Blob(["x".repeat(200)], { type: "image/jpeg" }));
    await folder.write(PLACE, { fields: {}, attachments: [file] }, []);
    await folder.write({ ...PLACE, question: "other" }, text("y"), []);
    expect(await folder.flush()).toBe("refused");
    expect([...server.answered.values()].map((each) => each.question)).toEqual(["other"]);
  });
  it("sends more than fits in one go", async () => {
    for (let at = 0; at < 45; at += 1) {
      await folder.write({ ...PLACE, question: `q${at}` }, text("y"), []);
    }
    expect(await folder.flush()).toBe("saved");
    expect(server.answered.size).toBe(45);
  });
  it("brings the photo before the answer that shows it, and then forgets it here", async () => {
    const file = await folder.writeFile(new Blob(["photo"], { type: "image/jpeg" }));
    await folder.write(PLACE, { fields: {}, attachments: [file] }, []);
    expect(await folder.flush()).toBe("saved");
    expect(server.files.get(file)?.type).toBe("image/jpeg");
    expect(await server.files.get(file)?.text()).toBe("photo");
    expect(await folder.file(file)).toBeUndefined();
  });
});

describe("on a device that is not one's own", () => {
  it("nothing is kept once the server has it", async () => {
    const memory = new MemoryDrawer();
    const short = new Folder(memory, server);
    await short.write(PLACE, text("x"), []);
    expect(await short.flush()).toBe("saved");
    expect(await memory.all("answers")).toEqual([]);
    expect(await memory.all("waiting")).toEqual([]);
  });
});

describe("the pause before the next try", () => {
  it("grows, never longer than a minute, and is not the same for everyone", () => {
    expect([1, 2, 3].map((tries) => pause(tries, 1))).toEqual([2000, 4000, 8000]);
    expect(pause(30, 1)).toBe(60_000);
    expect(pause(1, 0)).toBe(1000);
  });
});
