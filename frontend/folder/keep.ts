/** On the client's other pages, where this device keeps a folder: sends what waits, also before signing out. */

import { stayFresh } from "./page/fresh.ts";
import { keepAtSignOut } from "./page/leaving.ts";
import { opened } from "./page/opened.ts";
import { Status } from "./page/status.ts";
import { Told } from "./page/told.ts";

const told = Told.here();
if (told) {
  const opening = opened(told);
  keepAtSignOut(told, opening);
  void opening.then((folder) => stayFresh(told, folder, new Status(told, true)));
}
