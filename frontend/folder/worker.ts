/**
 * The service worker of the work folder: opens the folder without a link, on a device that its owner called their own.
 * It keeps the empty shell and its looks, never a page with anyone's answers; those lie sealed in the database.
 * Stands alone, without imports: browsers differ in whether a worker may have them.
 */

interface Shell {
  readonly version: string;
  readonly page: string;
  readonly assets: readonly string[];
  readonly scope: string;
  readonly online: readonly string[];
}

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = self as unknown as {
  readonly SHELL: Shell;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(name: "fetch", listener: (event: Asking) => void): void;
};

const { SHELL } = worker;
const PREFIX = "spoorboek-folder";
const CACHE = `${PREFIX}-${SHELL.version}`;
/** A link that says nothing for so long is no link to someone who waits. */
const PATIENCE_MS = 4_000;

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(tidy()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== worker.location.origin) return;
  if (request.mode === "navigate") {
    if (opensWithoutLink(address.pathname)) event.respondWith(page(request));
  } else if (SHELL.assets.includes(address.pathname)) {
    event.respondWith(asset(request));
  }
});

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([SHELL.page, ...SHELL.assets].map((path) => new Request(path, { cache: "reload" })));
  await worker.skipWaiting();
}

async function tidy(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
  await worker.clients.claim();
}

function opensWithoutLink(path: string): boolean {
  return path.startsWith(SHELL.scope) && !SHELL.online.some((part) => path.startsWith(part));
}

/** The page itself while there is a link; the shell, which fills itself, where there is none. */
async function page(request: Request): Promise<Response> {
  const shell = (await caches.open(CACHE)).match(SHELL.page);
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const answer = await Promise.race([fetch(request).catch(() => undefined), patience]);
  if (answer && answer.status < 502) return answer;
  return (await shell) ?? answer ?? Response.error();
}

/** Their names change with their content, so what is here is right. */
async function asset(request: Request): Promise<Response> {
  return (await (await caches.open(CACHE)).match(request, { ignoreSearch: true })) ?? fetch(request);
}
