import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  Mesh,
  MeshBasicMaterial,
  SRGBColorSpace,
  Vector3,
} from "three";

const SIDE = 1024;
const ROW = 256;
const UP = new Vector3(0, 1, 0);

interface Line {
  readonly text: string;
  readonly middle: Vector3;
  readonly turn: number;
  readonly wide: number;
  readonly high: number;
  readonly ink: string;
}

/** Words on boards and signs: all in one picture and one mesh. At most eight. */
export class Lettering {
  private readonly lines: Line[] = [];

  write(text: string, middle: Vector3, turn: number, wide: number, high: number, ink: string): void {
    if (this.lines.length < 8) this.lines.push({ text, middle, turn, wide, high, ink });
  }

  /** Null where nothing was written. */
  mesh(): Mesh | null {
    if (this.lines.length === 0) return null;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = SIDE;
    const pen = canvas.getContext("2d");
    const positions: number[] = [];
    const uvs: number[] = [];
    const indices: number[] = [];
    this.lines.forEach((line, number) => {
      const [left, top] = [(number % 2) * (SIDE / 2), Math.floor(number / 2) * ROW];
      if (pen) written(pen, line, left, top);
      cornered(line, left, top, positions, uvs, indices);
    });
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
    geometry.setAttribute("uv", new BufferAttribute(new Float32Array(uvs), 2));
    geometry.setIndex(indices);
    const map = new CanvasTexture(canvas);
    map.colorSpace = SRGBColorSpace;
    map.anisotropy = 8;
    return new Mesh(geometry, new MeshBasicMaterial({ map, transparent: true, depthWrite: false }));
  }
}

function written(pen: CanvasRenderingContext2D, line: Line, left: number, top: number): void {
  const [wide, high] = [SIDE / 2 - 16, ROW - 16];
  pen.fillStyle = line.ink;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const stretch = line.wide / line.high / (wide / high);
  for (let size = 120; size >= 26; size -= 6) {
    pen.font = `600 ${size}px "Atkinson Hyperlegible Next", system-ui, sans-serif`;
    const rows = wrapped(pen, line.text, wide * Math.max(1, stretch));
    if (rows.length * size * 1.2 > high * Math.max(1, 1 / stretch) && size > 26) continue;
    pen.save();
    pen.translate(left + SIDE / 4, top + ROW / 2);
    pen.scale(stretch > 1 ? 1 / stretch : 1, stretch < 1 ? stretch : 1);
    rows.forEach((row, number) => pen.fillText(row, 0, (number - (rows.length - 1) / 2) * size * 1.2));
    pen.restore();
    return;
  }
}

/** Words over rows no wider than `wide`; a newline stays one. */
export function wrapped(pen: CanvasRenderingContext2D, text: string, wide: number): string[] {
  const rows: string[] = [];
  for (const part of text.split("\n")) {
    let row = "";
    for (const word of part.split(/\s+/)) {
      const longer = row ? `${row} ${word}` : word;
      if (row && pen.measureText(longer).width > wide) {
        rows.push(row);
        row = word;
      } else row = longer;
    }
    rows.push(row);
  }
  return rows;
}

function cornered(
  line: Line,
  left: number,
  top: number,
  positions: number[],
  uvs: number[],
  indices: number[],
): void {
  const first = positions.length / 3;
  // Seen from its -z side, so that left and right change places.
  for (const [x, y, u, v] of [
    [0.5, -0.5, 0, 1],
    [-0.5, -0.5, 1, 1],
    [-0.5, 0.5, 1, 0],
    [0.5, 0.5, 0, 0],
  ] as const) {
    const at = new Vector3(x * line.wide, y * line.high, 0).applyAxisAngle(UP, line.turn).add(line.middle);
    positions.push(at.x, at.y, at.z);
    uvs.push((left + u * (SIDE / 2)) / SIDE, 1 - (top + v * ROW) / SIDE);
  }
  indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
}
