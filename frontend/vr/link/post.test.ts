import { describe, expect, it } from "vitest";
import type { Moment } from "../play/types";
import { Post } from "./post";

const moment = (n: number): Moment => ({ n, t: 0, type: "rating", key: "during", value: 3, by: "user" });

function memory(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

describe("moments without a link", () => {
  it("are sent again until they are kept, over a reload too, and never twice after it", async () => {
    const storage = memory();
    const offline = new Post("/m/", () => Promise.resolve(null), storage);
    offline.tell(moment(1));
    offline.tell(moment(2));
    await offline.flush();
    expect(offline.unsent).toBe(2);
    const got: number[] = [];
    const back = new Post(
      "/m/",
      (moments) => {
        got.push(...moments.map((one) => one.n));
        return Promise.resolve(got.at(-1) ?? 0);
      },
      storage,
    );
    await back.flush();
    await back.flush();
    expect([got, back.unsent]).toEqual([[1, 2], 0]);
  });

  it("leave nothing on the device once it is over and everything arrived", async () => {
    const storage = memory();
    let arrives: number | null = null;
    const post = new Post("/m/", () => Promise.resolve(arrives), storage);
    post.tell(moment(1));
    post.tell({ ...moment(2), type: "phase", key: "ended:done", value: null });
    await post.flush();
    expect(storage.getItem("practice:/m/")).not.toBeNull();
    arrives = 2;
    await post.flush();
    expect(storage.getItem("practice:/m/")).toBeNull();
  });
});
