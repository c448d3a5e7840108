import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Command, Moment } from "../play/types";
import type { Answer } from "./commands";
import { Link } from "./link";
import type { Side, Snapshot, Told } from "./wire";

const AT = "ws://test/live/oefenen/1/";
const SNAPSHOT: Snapshot = {
  number: 0,
  kept: 0,
  phase: "ready",
  t: 0,
  dials: {},
  step: "",
  node: null,
  kind: "",
  seat: "own",
  voice: null,
  answers: [],
  ratings: [],
  nausea: [],
  there: true,
  battery: null,
  charging: null,
  ice: [],
  waiting: [],
};

/** The other end of the socket, as a test plays it. */
class Server {
  sent: Record<string, unknown>[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly address: string) {
    servers.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.readyState = 3;
  }

  accepts(snapshot: Partial<Snapshot> = {}): this {
    this.readyState = 1;
    this.onopen?.();
    return this.tells({ snapshot: { ...SNAPSHOT, ...snapshot } });
  }

  tells(told: Told): this {
    this.onmessage?.({ data: JSON.stringify(told) });
    return this;
  }

  breaks(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  got(name: string): unknown[] {
    return this.sent.filter((one) => name in one).map((one) => one[name]);
  }
}

let servers: Server[] = [];
let storage: Map<string, string>;

function device(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  return {
    getItem: (key) => storage.get(key) ?? null,
    setItem: (key, value) => void storage.set(key, value),
    removeItem: (key) => void storage.delete(key),
  };
}

function link(side: Side, at = AT): Link {
  return new Link(at, side, {
    make: (address) => new Server(address) as unknown as WebSocket,
    storage: device(),
  });
}

function last(): Server {
  return servers.at(-1)!;
}

function moment(n: number): Moment {
  return { n, t: n * 10, type: "rating", key: "", value: n % 11, by: "user" };
}

const dial = (value: number): Command => ({ type: "dial", key: "noise", value });

beforeEach(() => {
  vi.useFakeTimers();
  servers = [];
  storage = new Map();
});
afterEach(() => vi.useRealTimers());

describe("what the coach asks", () => {
  it("arrives in order and once", () => {
    const heard: number[] = [];
    const client = link("client");
    client.commands((command) => command.type === "dial" && heard.push(command.value));
    last()
      .accepts()
      .tells({ command: dial(1), n: 1 })
      .tells({ command: dial(2), n: 2 });
    last()
      .tells({ command: dial(2), n: 2 })
      .tells({ command: dial(1), n: 1 });
    expect(heard).toEqual([1, 2]);
  });

  it("asks for the whole again where one is missing, and goes on from there", () => {
    const heard: Command[] = [];
    const client = link("client");
    client.commands((command) => heard.push(command));
    last()
      .accepts()
      .tells({ command: dial(3), n: 3 });
    expect(heard).toEqual([]);
    expect(last().got("again")).toEqual([true]);
    last()
      .tells({ snapshot: { ...SNAPSHOT, number: 3 } })
      .tells({ command: dial(4), n: 4 });
    expect(heard).toEqual([dial(4)]);
  });

  it("was missed: what calms is done when the line is back", () => {
    const heard: Command[] = [];
    const client = link("client");
    client.commands((command) => heard.push(command));
    last().accepts().breaks();
    vi.advanceTimersByTime(2000);
    last().accepts({ number: 7, waiting: [{ type: "safe-place" }] });
    expect(heard).toEqual([{ type: "safe-place" }]);
  });

  it("is told to be passed on, or why not", async () => {
    const coach = link("coach");
    last().accepts();
    const passed = coach.send({ type: "pause" });
    const refused = coach.send({ type: "event", key: "phone" });
    last().tells({ done: 1 }).tells({ refused: 2, say: "Nog niet." });
    expect(await passed).toEqual({ done: true });
    expect(await refused).toEqual({ done: false, say: "Nog niet." });
  });

  it("of one dial goes ten times a second at most, and the last value counts", () => {
    const coach = link("coach");
    last().accepts();
    for (let value = 1; value <= 9; value += 1) void coach.send(dial(value));
    vi.advanceTimersByTime(150);
    expect(last().got("do")).toEqual([dial(1), dial(9)]);
  });

  it("does not stay unanswered when the line breaks", async () => {
    const coach = link("coach");
    last().accepts();
    const answer: Promise<Answer> = coach.send({ type: "pause" });
    last().breaks();
    expect((await answer).done).toBe(false);
  });
});

describe("what happened", () => {
  it("is kept on the device until the server has it, over a reload too", () => {
    const client = link("client");
    client.tell(moment(1));
    client.tell(moment(2));
    expect(client.unsent).toBe(2);
    const again = link("client");
    again.tell(moment(1));
    last().accepts();
    vi.advanceTimersByTime(100);
    expect((last().got("moments")[0] as Moment[]).map((one) => one.n)).toEqual([1, 2, 3]);
    last().tells({ kept: 3 });
    expect(again.unsent).toBe(0);
    expect(link("client").unsent).toBe(0);
  });

  it("is sent again under the same number when no answer came", () => {
    const client = link("client");
    last().accepts();
    client.tell(moment(1));
    vi.advanceTimersByTime(100);
    last().breaks();
    vi.advanceTimersByTime(1000);
    last().accepts({ kept: 0 });
    expect((last().got("moments")[0] as Moment[]).map((one) => one.n)).toEqual([1]);
    client.tell(moment(1));
    last().tells({ kept: 1 });
    vi.advanceTimersByTime(100);
    expect((last().got("moments")[1] as Moment[]).map((one) => one.n)).toEqual([2]);
  });

  it("goes in batches of fifty, one at a time", () => {
    const client = link("client");
    for (let n = 1; n <= 120; n += 1) client.tell(moment(n));
    last().accepts();
    vi.advanceTimersByTime(100);
    expect(last().got("moments")).toHaveLength(1);
    last().tells({ kept: 50 });
    vi.advanceTimersByTime(100);
    last().tells({ kept: 100 });
    vi.advanceTimersByTime(100);
    expect((last().got("moments") as Moment[][]).map((batch) => batch.length)).toEqual([50, 50, 20]);
  });

  it("is shown to the coach in order and once, and a gap asks for the whole", () => {
    const heard: number[] = [];
    const coach = link("coach");
    coach.moments((one) => heard.push(one.n));
    last()
      .accepts({ kept: 4 })
      .tells({ moments: [moment(4), moment(5)] });
    last().tells({ moments: [moment(5), moment(6)] });
    last().tells({ moments: [moment(9)] });
    expect(heard).toEqual([5, 6]);
    expect(last().got("again")).toEqual([true]);
  });

  it("leaves nothing on the device after the session", () => {
    const client = link("client");
    client.tell(moment(1));
    last().accepts().breaks(4410);
    expect(client.state).toBe("closed");
    expect(storage.size).toBe(0);
  });

  it("on a screen that was lent out never sends what is of another session", () => {
    const first = link("client", "wss://here.test/live/scherm/aa11/");
    first.tell(moment(1));
    expect(storage.size).toBe(1);
    const again = link("client", "wss://here.test/live/scherm/aa11/");
    expect(again.unsent).toBe(1);
    const second = link("client", "wss://here.test/live/scherm/bb22/");
    expect(second.unsent).toBe(0);
    expect(storage.size).toBe(0);
  });

  it("on a screen that was lent out leaves nothing when that screen holds the session no more", () => {
    const client = link("client", "wss://here.test/live/scherm/aa11/");
    client.tell(moment(1));
    last().accepts().breaks(4401);
    expect(storage.size).toBe(0);
  });
});

describe("the line", () => {
  it("says at once that it is lost, and comes back by itself", () => {
    const states: string[] = [];
    const client = link("client");
    client.onState((state) => states.push(state));
    last().accepts().breaks();
    expect(states).toEqual(["open", "lost"]);
    vi.advanceTimersByTime(1000);
    expect(servers).toHaveLength(2);
    last().accepts();
    expect(states).toEqual(["open", "lost", "open"]);
  });

  it("is lost too while the coach, who was there, is away", () => {
    const client = link("client");
    last().accepts({ there: false });
    expect(client.state).toBe("open");
    last().tells({ there: true });
    last().tells({ there: false });
    expect(client.state).toBe("lost");
    expect(client.isConnected).toBe(true);
  });

  it("that is silent for eleven seconds is made anew", () => {
    const client = link("client");
    last().accepts();
    vi.advanceTimersByTime(16_000);
    expect(last().got("beat").length).toBeGreaterThanOrEqual(0);
    expect(servers.length).toBeGreaterThan(1);
    expect(client.state).toBe("lost");
  });

  it("does not come back after the session, signing out, or another screen", () => {
    for (const [code, why] of [
      [4410, "over"],
      [4401, "signed-out"],
      [4404, "not-found"],
      [4409, "elsewhere"],
      [4411, "asks-first"],
    ] as const) {
      servers = [];
      const client = link("client");
      last().accepts().breaks(code);
      vi.advanceTimersByTime(60_000);
      expect(client.closedBecause).toBe(why);
      expect(servers).toHaveLength(1);
    }
  });

  it("says once that somebody goes on here, and takes nothing when it comes back later", () => {
    const options = {
      make: (address: string) => new Server(address) as unknown as WebSocket,
      storage: device(),
      here: true,
    };
    expect(new Link(AT, "client", options).state).toBe("lost");
    last().accepts().breaks();
    vi.advanceTimersByTime(1000);
    expect(servers.map(({ address }) => address.includes("&hier=1"))).toEqual([true, false]);
  });

  it("carries where somebody looks, and nothing while no coach is there", () => {
    const client = link("client");
    last().accepts({ there: false });
    client.pose([0, 1.2, 0, 0, 0, 0, 1], 0);
    last().tells({ there: true });
    for (let t = 0; t < 1000; t += 10) {
      client.pose([0.12345 + t / 100_000, 1.2, 0, 0, 0, 0, 1], t);
      vi.advanceTimersByTime(10);
    }
    const poses = last().got("pose") as number[][];
    expect(poses.length).toBeLessThanOrEqual(8);
    expect(poses.length).toBeGreaterThanOrEqual(7);
    expect(poses[0]?.[0]).toBe(0.123);
  });
});
