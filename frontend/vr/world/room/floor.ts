import { CanvasTexture, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace, Vector3 } from "three";
import type { Room } from "../../scene";
import { chance } from "../build/chance";
import type { Rgb } from "../build/colour";
import { css, rgb, shade } from "../build/colour";
import type { Lighting } from "../build/daylight";

const SIDE = 1024;
/** The brightest light that the picture of the floor can hold. */
const BRIGHT = 1.7;

/** The floor: a drawn pattern under the light that falls on it, in one picture. */
export function floor(room: Room, lighting: Lighting, seed: number): Mesh {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE;
  const pen = canvas.getContext("2d");
  if (pen) {
    PATTERNS[room.floor.pattern](pen, room, rgb(room.floor.colour), chance(seed));
    shine(pen, room, lighting);
  }
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = 8;
  const mesh = new Mesh(new PlaneGeometry(room.w, room.d), new MeshBasicMaterial({ map: texture }));
  mesh.material.color.setScalar(BRIGHT);
  mesh.rotation.x = -Math.PI / 2;
  mesh.updateMatrix();
  mesh.matrixAutoUpdate = false;
  return mesh;
}

type Pattern = (pen: CanvasRenderingContext2D, room: Room, colour: Rgb, random: () => number) => void;

const plain: Pattern = (pen, _room, colour, random) => {
  pen.fillStyle = css(colour);
  pen.fillRect(0, 0, SIDE, SIDE);
  speckled(pen, colour, random, 2600, 0.06);
};

const boards: Pattern = (pen, room, colour, random) => {
  const wide = (0.17 / room.w) * SIDE;
  for (let x = 0; x < SIDE; x += wide) {
    let y = -random() * 500;
    while (y < SIDE) {
      const long = ((1.1 + random()) / room.d) * SIDE;
      pen.fillStyle = css(shade(colour, 0.9 + random() * 0.2));
      pen.fillRect(x, y, wide, long);
      grained(pen, x, y, wide, long, random);
      pen.fillStyle = "rgba(40, 22, 8, 0.22)";
      pen.fillRect(x, y, wide, 1.4);
      y += long;
    }
    pen.fillStyle = "rgba(40, 22, 8, 0.2)";
    pen.fillRect(x, 0, 1.3, SIDE);
  }
};

function grained(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  wide: number,
  long: number,
  random: () => number,
): void {
  pen.strokeStyle = "rgba(70, 40, 15, 0.07)";
  for (let line = 0; line < 4; line += 1) {
    const at = x + random() * wide;
    pen.beginPath();
    pen.moveTo(at, y);
    pen.bezierCurveTo(at + 3, y + long * 0.3, at - 3, y + long * 0.7, at + random() * 2, y + long);
    pen.stroke();
  }
}

const tiles: Pattern = (pen, room, colour, random) => {
  const [wide, long] = [(0.5 / room.w) * SIDE, (0.5 / room.d) * SIDE];
  for (let x = 0; x < SIDE; x += wide) {
    for (let y = 0; y < SIDE; y += long) {
      pen.fillStyle = css(shade(colour, 0.95 + random() * 0.09));
      pen.fillRect(x, y, wide, long);
    }
  }
  pen.fillStyle = "rgba(70, 60, 50, 0.16)";
  for (let x = 0; x < SIDE; x += wide) pen.fillRect(x - 1, 0, 2, SIDE);
  for (let y = 0; y < SIDE; y += long) pen.fillRect(0, y - 1, SIDE, 2);
};

const carpet: Pattern = (pen, room, colour, random) => {
  plain(pen, room, colour, random);
  speckled(pen, colour, random, 26000, 0.16);
};

const grass: Pattern = (pen, _room, colour, random) => {
  pen.fillStyle = css(colour);
  pen.fillRect(0, 0, SIDE, SIDE);
  for (let tuft = 0; tuft < 9000; tuft += 1) {
    pen.strokeStyle = css(shade(colour, 0.72 + random() * 0.56));
    const [x, y] = [random() * SIDE, random() * SIDE];
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + random() * 5 - 2.5, y - 4 - random() * 6);
    pen.stroke();
  }
};

const PATTERNS: Readonly<Record<Room["floor"]["pattern"], Pattern>> = { plain, boards, tiles, carpet, grass };

function speckled(
  pen: CanvasRenderingContext2D,
  colour: Rgb,
  random: () => number,
  count: number,
  strength: number,
): void {
  for (let dot = 0; dot < count; dot += 1) {
    pen.fillStyle = css(shade(colour, 1 + (random() - 0.5) * 2 * strength));
    pen.fillRect(random() * SIDE, random() * SIDE, 1 + random() * 3, 1 + random() * 3);
  }
}

/** Lays light and shadow over the pattern. */
function shine(pen: CanvasRenderingContext2D, room: Room, lighting: Lighting): void {
  const [wide, long] = [Math.round(Math.min(220, room.w * 26)), Math.round(Math.min(220, room.d * 26))];
  const small = document.createElement("canvas");
  small.width = wide;
  small.height = long;
  const light = small.getContext("2d");
  if (!light) return;
  const image = light.createImageData(wide, long);
  const up = new Vector3(0, 1, 0);
  const found = new Vector3();
  for (let row = 0; row < long; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      const x = ((column + 0.5) / wide - 0.5) * room.w;
      const z = ((row + 0.5) / long - 0.5) * room.d;
      lighting.at(x, 0, z, up, found).divideScalar(BRIGHT);
      const at = (row * wide + column) * 4;
      image.data[at] = 255 * Math.min(1, found.x) ** (1 / 2.2);
      image.data[at + 1] = 255 * Math.min(1, found.y) ** (1 / 2.2);
      image.data[at + 2] = 255 * Math.min(1, found.z) ** (1 / 2.2);
      image.data[at + 3] = 255;
    }
  }
  light.putImageData(image, 0, 0);
  pen.globalCompositeOperation = "multiply";
  pen.imageSmoothingEnabled = true;
  pen.imageSmoothingQuality = "high";
  pen.drawImage(small, 0, 0, SIDE, SIDE);
  pen.globalCompositeOperation = "source-over";
}
