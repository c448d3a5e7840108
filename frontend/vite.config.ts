import { readdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { defineConfig } from "vitest/config";
import { compressed } from "./compress.ts";

/** Every file directly in these folders is an entry, named after the file: `{% style "client" %}`, `{% script "read-aloud" %}`. */
const ENTRY_FOLDERS = {
  "styles/": ".css",
  "styles/themes/": ".css",
  "enhance/": ".ts",
  "folder/": ".ts",
  "vr/pages/": ".ts",
};

function entries(): string[] {
  return Object.entries(ENTRY_FOLDERS).flatMap(([folder, suffix]) =>
    readdirSync(join(import.meta.dirname, folder))
      .filter((name) => extname(name) === suffix && !basename(name, suffix).endsWith(".test"))
      .map((name) => folder + name),
  );
}

export default defineConfig({
  // Relative addresses inside CSS, so that Django's STATIC_URL may be anything.
  base: "./",
  publicDir: false,
  build: {
    outDir: "../src/spoorboek/site/static/built",
    emptyOutDir: true,
    manifest: true,
    // The content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: false,
    target: ["chrome109", "firefox115", "safari16.4"],
    // htmx holds an eval that its configuration (allowEval) and the policy both keep from running.
    rolldownOptions: { input: entries(), checks: { eval: false } },
  },
  plugins: [compressed()],
  test: { include: ["{enhance,folder,vr}/**/*.test.ts"] },
});
