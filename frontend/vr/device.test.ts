import { afterEach, expect, it, vi } from "vitest";
import { deviceStorage } from "./device";

afterEach(() => vi.unstubAllGlobals());

it("keeps what is practised on a device of one's own, elsewhere only as long as the tab", () => {
  const [stays, goes] = [{}, {}];
  vi.stubGlobal("window", { localStorage: stays, sessionStorage: goes });
  for (const isOwn of [true, false]) {
    vi.stubGlobal("document", { querySelector: () => (isOwn ? {} : null) });
    expect(deviceStorage()).toBe(isOwn ? stays : goes);
  }
});

it("keeps nothing where the browser refuses", () => {
  vi.stubGlobal("document", { querySelector: () => null });
  vi.stubGlobal("window", {
    get sessionStorage(): Storage {
      throw new DOMException("no", "SecurityError");
    },
  });
  expect(deviceStorage()).toBeNull();
});
