/** How full the device is, where it tells; a headset's browser often does not. */
interface Manager extends EventTarget {
  readonly level: number;
  readonly charging: boolean;
}

function teller(): (() => Promise<Manager>) | null {
  const here = navigator as Navigator & { getBattery?: () => Promise<Manager> };
  return here.getBattery ? () => here.getBattery!() : null;
}

/** Tell now and at each change; tells nothing where the device does not. */
export async function watchBattery(
  tell: (level: number | null, charging: boolean | null) => void,
): Promise<void> {
  const ask = teller();
  if (!ask) return tell(null, null);
  try {
    const manager = await ask();
    const told = (): void => tell(Math.round(manager.level * 100), manager.charging);
    manager.addEventListener("levelchange", told);
    manager.addEventListener("chargingchange", told);
    told();
  } catch {
    tell(null, null);
  }
}
