"""An emulated headset in a page of the site: read what is written in the air, aim at it, and press.

The page tells nothing to tests. What stands on its two cards is heard where they are drawn; where a card hangs follows
from `frontend/vr/world/xr/sheets.ts`, before a head that looks ahead at the middle of the emulated room.
"""

from playwright.sync_api import Page

from tests.browser.pictured import EMULATED, IWER

CARDS = """;(() => {
  const cards = { 1024: { written: new Map(), wide: 1.3, high: 0.98, at: [0, -0.72, -1.488], turn: [-0.42, 0] },
    400: { written: new Map(), wide: 0.42, high: 0.66, turn: [-0.28, -38 * Math.PI / 180],
      at: [Math.sin(38 * Math.PI / 180) * 1.6, -0.5, -Math.cos(38 * Math.PI / 180) * 1.6] } };
  const pen = CanvasRenderingContext2D.prototype, { clearRect, fillText } = pen;
  pen.clearRect = function (...where) {
    cards[this.canvas.width]?.written.clear();
    return clearRect.apply(this, where); };
  pen.fillText = function (text, x, y) {
    cards[this.canvas.width]?.written.set(text, [x + (this.textAlign === "left" ? 12 : 0), y]);
    return fillText.call(this, text, x, y); };
  const rowsOf = (card) => [...card.written.keys()];
  const turned = ([x, y, z], about, cos = Math.cos(about), sin = Math.sin(about)) =>
    ({ x: [x, cos * y - sin * z, sin * y + cos * z], y: [cos * x + sin * z, y, cos * z - sin * x] });
  window.air = {
    says: (text) => Object.values(cards).some((card) => rowsOf(card).join(" ").includes(text)),
    row: (text) => rowsOf(cards[1024]).concat(rowsOf(cards[400])).find((row) => text.startsWith(row) || row === text),
    aim(text) {
      const row = air.row(text);
      const [dots, card] = Object.entries(cards).find(([, one]) => one.written.has(row));
      const [u, v] = card.written.get(row);
      const flat = [u / dots * card.wide - card.wide / 2, card.high / 2 - v / dots * card.wide, 0];
      const [x, y, z] = turned(turned(flat, card.turn[0]).x, card.turn[1]).y.map((one, at) => one + card.at[at]);
      const { right } = xrDevice.controllers, from = [0.22, 1, -0.25];
      const to = [x - from[0], y + 1.25 - from[1], z - from[2]], far = Math.hypot(...to);
      const half = [to[1] / far, -to[0] / far, 0, 1 - to[2] / far], size = Math.hypot(...half);
      right.position.set(...from);
      right.quaternion.set(...half.map((one) => one / size));
    },
  };
})();"""
# A scene ends where a headset draws too slowly, which is what drawing in software does: here each frame comes in time.
IN_TIME = """;(() => {
  const asked = XRSession.prototype.requestAnimationFrame;
  let [before, clock] = [0, 0];
  XRSession.prototype.requestAnimationFrame = function (draw) {
    return asked.call(this, (now, frame) => {
      clock += Math.min(now - before, before ? 25 : now);
      before = now;
      draw(clock, frame); }); }; })();"""
FRAMES = """(count) => new Promise((done) => {
  const next = (left) => left ? requestAnimationFrame(() => next(left - 1)) : done(); next(count); })"""
WORN = EMULATED + IN_TIME + CARDS


def emulated() -> str:
    """A script for a browser context: what makes its pages find a headset."""
    return IWER.read_text() + WORN


def frames(page: Page, count: int = 3) -> None:
    page.evaluate(FRAMES, count)


def says(page: Page, text: str) -> None:
    """Waits until this stands on a card; rows of words that were broken off are read on."""
    page.wait_for_function("(text) => air.says(text)", arg=text)


def press(page: Page, text: str) -> None:
    """By the trigger, on what begins with this text. A press has to last more than a frame."""
    page.wait_for_function("(text) => air.row(text) !== undefined", arg=text)
    page.evaluate("(text) => air.aim(text)", text)
    frames(page, 4)
    page.evaluate("xrDevice.controllers.right.updateButtonValue('trigger', 1)")
    frames(page)
    page.evaluate("xrDevice.controllers.right.updateButtonValue('trigger', 0)")
    frames(page)


def hold_b(page: Page) -> None:
    """Without aiming; let go when what it brings about was seen."""
    page.evaluate("xrDevice.controllers.right.updateButtonValue('b-button', 1)")


def let_go(page: Page) -> None:
    page.evaluate("xrDevice.controllers.right.updateButtonValue('b-button', 0)")
