// bundle.mjs ENTRY NAME: one module of the engine as a script that puts its exports in a global, for a test in a browser.
import { rolldown } from "../../frontend/node_modules/rolldown/dist/index.mjs";

const [entry, name] = process.argv.slice(2);
const bundle = await rolldown({ input: entry, logLevel: "silent" });
const { output } = await bundle.generate({ format: "iife", name });
process.stdout.write(output[0].code);
