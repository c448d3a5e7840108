import { describe, expect, it } from "vitest";
import registry from "../../registry.json";
import { PROPS } from ".";

describe("the registry that the server checks scenes against", () => {
  it("names every prop that the picture knows, and no other", () => {
    expect(registry.props).toEqual(Object.keys(PROPS).sort());
  });
});
