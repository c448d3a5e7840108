/** What the page tells the words beside the picture, and what they ask of it. */
import type { FlatSettings } from "./settings";

export interface FlatOptions {
  coach: boolean;
  /** Whether the person may go up the ladder, and choose where to begin. */
  mayGoUp: boolean;
  askBefore: boolean;
  /** The page around it looks back itself. */
  brief: boolean;
  done: string;
  /** A screen that is lent for this one scene: nobody looks back on it. */
  lent: boolean;
  again: boolean;
  /** In a preview it stays in its place instead of covering the page. */
  embedded: boolean;
  minutes: number;
}

export interface FlatMeans {
  begin(headset: boolean): void;
  again(): void;
  hearSound(): void;
  click(): void;
  changed(settings: FlatSettings): void;
}
