/** What the page tells its script, and what the device can do. */
import type { Safety } from "../play/safety";
import type { Way } from "../play/types";

/** What the page tells besides the scene; docs/contributors/vr-play.md says what each is for. */
export interface Told {
  way: Way | "";
  socket: string;
  moments: string;
  home: boolean;
  minutes: number;
  step?: string;
  kind?: string;
  safety?: Partial<Safety>;
  quiet_first?: boolean;
  may_go_up?: boolean;
  ask_before?: boolean;
  brief?: boolean;
  again?: boolean;
  done?: string;
  embedded?: boolean;
  /** Linked with a code, for this one session. */
  lent?: boolean;
}

export function told<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null") as T;
}

/** Whether this device draws pictures at all. */
export function canDraw(): boolean {
  try {
    const canvas = document.createElement("canvas");
    const drawing = canvas.getContext("webgl2");
    drawing?.getExtension("WEBGL_lose_context")?.loseContext();
    return drawing !== null;
  } catch {
    return false;
  }
}

/** Whether somebody said on the card before that they go on at this screen; said once, a reload asks anew. */
export function saidHere(): boolean {
  const address = new URL(location.href);
  if (!address.searchParams.has("hier")) return false;
  address.searchParams.delete("hier");
  history.replaceState(history.state, "", address);
  return true;
}

/** Opens this page anew, to go on here. */
export function goOnHere(): void {
  const address = new URL(location.href);
  address.searchParams.set("hier", "1");
  location.replace(address);
}
