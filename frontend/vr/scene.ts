/**
 * A scene as the engine reads it: JSON made by the server from a checked scene file, in one language, with the
 * person's own words filled in. Metres; x to the right, z towards the one who sits (they look along -z); the middle of
 * the floor is 0, 0. Angles in degrees, clockwise from above, 0 looks along -z. Colours are `#rrggbb`.
 */

export type Mood = "friendly" | "happy" | "neutral" | "worried" | "sad" | "tense" | "angry" | "tired";
export type Act =
  "idle" | "talk" | "listen" | "work" | "play" | "walk" | "phone" | "write" | "arms-crossed" | "point";
export type Spot = [x: number, z: number];

export interface Scene {
  schema: 1;
  key: string;
  version: string;
  lang: "nl" | "en";
  title: string;
  goal: string;
  posture: "seated";
  /** The most minutes that this scene runs; warned of at 80 %. */
  minutes: number;
  /** Both sides of a mirrored session draw the same people at the same place from it. */
  seed: number;
  room: Room;
  start: View;
  /** The seat of another person in the scene, for a replay from there. */
  other: (View & { who: string }) | null;
  props: Prop[];
  people: Person[];
  extras: Extras[];
  dials: Dial[];
  /** The graded ladder, from easy to hard; at least five. */
  steps: Step[];
  sounds: Sound[];
  events: SceneEvent[];
  dialogue: Dialogue | null;
  /** Kinds of the other person one may choose (a job interview has three); empty where there is one. */
  kinds: { key: string; label: string; about: string }[];
  /** What answers with this tag show; said back at the end. Not in a scene frozen before there were any. */
  skills?: { key: string; label: string; hint: string }[];
  breathing: { in: number; out: number; words: { in: string; out: string } } | null;
  rating: { question: string; low: string; high: string; every: number; alarm: number };
  prepare: string[];
  debrief: string[];
  /** Small things to try for real afterwards. */
  smallSteps: string[];
}

export interface Room {
  w: number;
  d: number;
  h: number;
  /** What is outside and around: a room, a corridor, or an open place. */
  kind: "room" | "corridor" | "doorway" | "garden";
  floor: { colour: string; pattern: "plain" | "boards" | "tiles" | "carpet" | "grass" };
  wall: string;
  accent: string;
  light: "morning" | "day" | "afternoon" | "evening";
  windows: { wall: "north" | "east" | "south" | "west"; at: number; w: number }[];
  doors: { wall: "north" | "east" | "south" | "west"; at: number }[];
  view: "garden" | "street" | "water" | "trees" | "none";
}

export interface View {
  at: Spot;
  facing: number;
  /** Height of the eyes above the floor. */
  eye: number;
}

export interface Prop {
  /** A key of the registry of props. */
  type: string;
  at: Spot;
  y: number;
  turn: number;
  size: [w: number, h: number, d: number] | null;
  colour: string | null;
  /** Words on it (a board, a sign); null where there are none. */
  text: string | null;
}

export interface Look {
  skin: string;
  hair: string;
  hairStyle: "short" | "long" | "bun" | "curly" | "bald" | "scarf" | "bob";
  top: string;
  bottom: string;
  glasses: boolean;
  beard: boolean;
}

/** Who comes in with an event (`enter`) is not there before it. */
export interface Person {
  id: string;
  name: string;
  kind: "adult" | "child" | "teen";
  at: Spot;
  turn: number;
  posture: "sitting" | "standing";
  /** Walks along these places in turn, when `act` is `walk`. */
  path: Spot[];
  look: Look;
  act: Act;
  mood: Mood;
  /** `you`, `away`, or another person's id. */
  gaze: string;
}

/** People that come with a dial: as many as its value, at most `max`. */
export interface Extras {
  dial: string;
  kind: Person["kind"];
  max: number;
  area: [x: number, z: number, w: number, d: number];
  acts: Act[];
}

export interface Dial {
  key: string;
  label: string;
  min: number;
  max: number;
  step: number;
  value: number;
}

export interface Step {
  key: string;
  title: string;
  about: string;
  /** A value for every dial. */
  dials: Record<string, number>;
}

export interface Sound {
  key: string;
  /** A key of the registry of synthesised sounds. */
  synth: string;
  /** Where it comes from; null for all around. */
  at: [x: number, y: number, z: number] | null;
  /** The dial that makes it louder; null where it always sounds as `gain`. */
  dial: string | null;
  /** 0 to 1, at the dial's maximum. */
  gain: number;
  loop: boolean;
  caption: string;
}

export type EventAction =
  | { do: "sound"; key: string }
  | { do: "mood"; who: string; mood: Mood }
  | { do: "act"; who: string; act: Act }
  | { do: "enter"; who: string }
  | { do: "leave"; who: string }
  | { do: "line"; who: string; text: string; mood: Mood };

/** Something that happens: when the coach presses it, and of itself at `at` seconds where the dial allows. */
export interface SceneEvent {
  key: string;
  label: string;
  /** Seconds into the scene; null where only a coach starts it. */
  at: number | null;
  /** Happens of itself only while this dial is at or above `from`; null for always. */
  dial: { key: string; from: number } | null;
  actions: EventAction[];
}

export interface Dialogue {
  start: string;
  nodes: Record<string, DialogueNode>;
}

export interface DialogueNode {
  /** A person's id, or `narrator`. */
  who: string;
  mood: Mood;
  text: string;
  /** What it feels like in the other person's seat; shown in the replay. */
  inside: string;
  /** What differs with a kind of the other person. Not in a scene frozen before it could. */
  asKind?: Record<string, Partial<Pick<DialogueNode, "mood" | "text" | "inside">>>;
  choices: Choice[];
  /** Goes on by itself (after the person presses *verder*) where there are no choices; null at an end. */
  to: string | null;
  /** A named outcome at an end; null elsewhere. */
  end: { key: string; title: string; text: string } | null;
}

export interface Choice {
  text: string;
  to: string;
  /** Skill or manner that this answer shows: `boundary`, `open`, `question`, `thanks`, `time`, `give-in`, `avoid`, `attack` … */
  tag: string;
  /** One sentence said back afterwards about this answer; never a mark. */
  feedback: string;
  /** Kinds (of `Scene.kinds`) in which it leads elsewhere. */
  byKind: Record<string, string>;
}
