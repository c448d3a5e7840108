import { CanvasTexture, LinearFilter, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace } from "three";
import { wrapped } from "../props/lettering";

/** Something on a sheet that can be chosen; places in the sheet's own dots. */
export interface Target {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly kind: "answer" | "number" | "plain" | "stop" | "choose";
}

export interface Theme {
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly button: string;
  readonly buttonInk: string;
  readonly hover: string;
  readonly hoverInk: string;
  readonly stop: string;
}

export const CALM: Theme = {
  card: "rgba(250, 247, 241, 0.96)",
  ink: "#16213a",
  soft: "#55607a",
  button: "#ffffff",
  buttonInk: "#0d5c9e",
  hover: "#0d5c9e",
  hoverInk: "#ffffff",
  stop: "#16213a",
};

export const CONTRAST: Theme = {
  card: "#000000",
  ink: "#ffffff",
  soft: "#ffffff",
  button: "#000000",
  buttonInk: "#ffd54a",
  hover: "#ffd54a",
  hoverInk: "#000000",
  stop: "#ffffff",
};

const FACE = '"Atkinson Hyperlegible Next", system-ui, sans-serif';

/** A card in the air: one picture, one mesh. What is on it is drawn again only when it changes. */
export class Sheet {
  readonly mesh: Mesh<PlaneGeometry, MeshBasicMaterial>;
  readonly pen: CanvasRenderingContext2D;
  targets: Target[] = [];
  hover: string | null = null;
  /** 0 to 1: how long the gaze has rested on the choosing target. */
  rest = 0;
  theme: Theme = CALM;
  private readonly texture: CanvasTexture;

  /** `wide` and `high` in metres, `dots` of the picture across. */
  constructor(
    readonly wide: number,
    readonly high: number,
    readonly dots: number,
  ) {
    const canvas = document.createElement("canvas");
    canvas.width = dots;
    canvas.height = Math.round((dots * high) / wide);
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas to write on");
    this.pen = pen;
    this.texture = new CanvasTexture(canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.minFilter = LinearFilter;
    this.texture.generateMipmaps = false;
    const material = new MeshBasicMaterial({
      map: this.texture,
      transparent: true,
      depthTest: false,
      depthWrite: false,
    });
    this.mesh = new Mesh(new PlaneGeometry(wide, high), material);
    this.mesh.renderOrder = 500;
    this.mesh.frustumCulled = false;
  }

  /** Dots for a height in metres. */
  size(metres: number): number {
    return (metres * this.dots) / this.wide;
  }

  clear(): void {
    this.pen.clearRect(0, 0, this.pen.canvas.width, this.pen.canvas.height);
    this.targets = [];
  }

  done(): void {
    this.texture.needsUpdate = true;
  }

  card(x: number, y: number, w: number, h: number): void {
    this.box(x, y, w, h, this.theme.card, null);
  }

  /** Words from `y` down, no wider than `w`; gives where they end. */
  words(text: string, x: number, y: number, w: number, size: number, ink: string, bold = false): number {
    const { pen } = this;
    pen.font = `${bold ? 700 : 500} ${size}px ${FACE}`;
    pen.textAlign = "left";
    pen.textBaseline = "top";
    pen.fillStyle = ink;
    let at = y;
    for (const row of wrapped(pen, text, w)) {
      pen.fillText(row, x, at);
      at += size * 1.26;
    }
    return at;
  }

  /** How many rows these words take. */
  rows(text: string, w: number, size: number, bold = false): number {
    this.pen.font = `${bold ? 700 : 500} ${size}px ${FACE}`;
    return wrapped(this.pen, text, w).length;
  }

  button(target: Target, size: number): void {
    const { theme, pen } = this;
    const isHot = this.hover === target.id;
    const isStop = target.kind === "stop";
    const ground = isHot ? theme.hover : theme.button;
    this.box(target.x, target.y, target.w, target.h, ground, isStop ? theme.stop : theme.buttonInk);
    if (target.kind === "choose" && this.rest > 0) {
      this.box(target.x, target.y, Math.max(24, target.w * this.rest), target.h, theme.hover, null);
    }
    pen.fillStyle =
      isHot || (target.kind === "choose" && this.rest > 0.5)
        ? theme.hoverInk
        : isStop
          ? theme.stop
          : theme.buttonInk;
    pen.font = `700 ${size}px ${FACE}`;
    pen.textAlign = target.kind === "answer" ? "left" : "center";
    pen.textBaseline = "middle";
    const pad = target.kind === "answer" ? 24 : 0;
    const rows = wrapped(pen, target.label, target.w - 36);
    rows.forEach((row, number) => {
      const x = target.kind === "answer" ? target.x + pad : target.x + target.w / 2;
      pen.fillText(row, x, target.y + target.h / 2 + (number - (rows.length - 1) / 2) * size * 1.2);
    });
    this.targets.push(target);
  }

  /** What is at a place of the mesh, in its own metres. */
  at(x: number, y: number): Target | null {
    const [u, v] = [this.size(x + this.wide / 2), this.size(this.high / 2 - y)];
    for (const each of this.targets) {
      if (u >= each.x && u <= each.x + each.w && v >= each.y && v <= each.y + each.h) return each;
    }
    return null;
  }

  dispose(): void {
    this.texture.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  private box(x: number, y: number, w: number, h: number, fill: string, edge: string | null): void {
    const { pen } = this;
    pen.beginPath();
    pen.roundRect(x + 2, y + 2, w - 4, h - 4, 18);
    pen.fillStyle = fill;
    pen.fill();
    if (!edge) return;
    pen.lineWidth = 4;
    pen.strokeStyle = edge;
    pen.stroke();
  }
}
