import { describe, expect, it } from "vitest";
import { importKey, open, openValue, seal, sealValue } from "./seal.ts";

const base64 = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)));
const text = new TextEncoder().encode("Brief aan mezelf");

describe("what is sealed", () => {
  it("opens with the key, at its own place", async () => {
    const key = await importKey(base64(7));
    expect(await openValue(key, "answers/1", await sealValue(key, "answers/1", { a: "é" }))).toEqual({
      a: "é",
    });
  });
  it("cannot be opened at another place, with another key, or after a change", async () => {
    const [key, other] = [await importKey(base64(7)), await importKey(base64(8))];
    const sealed = await seal(key, "answers/1", text);
    await expect(open(key, "answers/2", sealed)).rejects.toThrow();
    await expect(open(other, "answers/1", sealed)).rejects.toThrow();
    new Uint8Array(sealed.data)[0]! ^= 1;
    await expect(open(key, "answers/1", sealed)).rejects.toThrow();
  });
  it("never looks the same twice", async () => {
    const key = await importKey(base64(7));
    const [one, two] = [await seal(key, "x", text), await seal(key, "x", text)];
    expect(new Uint8Array(one.data)).not.toEqual(new Uint8Array(two.data));
  });
});

describe("the key", () => {
  it("can be used and not read", async () => {
    const key = await importKey(base64(7));
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  });
  it("has 32 bytes", async () => {
    await expect(importKey(btoa("short"))).rejects.toThrow("32 bytes");
  });
});
