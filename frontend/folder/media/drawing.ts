/** Lines drawn with a finger, a pen or a mouse: what was drawn, apart from where it is shown. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export class Drawing {
  private readonly lines: Point[][] = [];

  begin(point: Point): void {
    this.lines.push([point]);
  }
  to(point: Point): void {
    this.lines.at(-1)?.push(point);
  }
  back(): void {
    this.lines.pop();
  }
  clear(): void {
    this.lines.length = 0;
  }
  get isEmpty(): boolean {
    return this.lines.length === 0;
  }

  /** White paper with the lines on it; a line of one point is a dot. */
  paint(context: CanvasRenderingContext2D, width: number, height: number): void {
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
    context.strokeStyle = "#16213a";
    context.lineWidth = 6;
    context.lineCap = context.lineJoin = "round";
    for (const [first, ...rest] of this.lines) {
      if (!first) continue;
      context.beginPath();
      context.moveTo(first.x, first.y);
      for (const point of rest.length ? rest : [first]) context.lineTo(point.x, point.y);
      context.stroke();
    }
  }
}
