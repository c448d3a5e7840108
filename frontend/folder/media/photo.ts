/** A photo of the paper page: made smaller here, and drawn anew, so that place and camera do not come along. */

export const LONGEST_SIDE = 1600;
const TARGET_BYTES = 1_200_000;
const QUALITIES = [0.85, 0.7, 0.55, 0.4];

/** The photo cannot be opened by this browser. */
export class Unreadable extends Error {}

/** The size that fits within `longest`, never larger than it is. */
export function fitted(
  width: number,
  height: number,
  longest = LONGEST_SIDE,
): { width: number; height: number } {
  const factor = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** A JPEG without EXIF of at most about 1.2 MB. An image element turns it upright, and reads large photos in pieces. */
export async function shrunk(photo: Blob): Promise<Blob> {
  const address = URL.createObjectURL(photo);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await encoded(drawn(image));
  } catch (problem) {
    throw new Unreadable(String(problem));
  } finally {
    URL.revokeObjectURL(address);
  }
}

function drawn(image: HTMLImageElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fitted(image.naturalWidth, image.naturalHeight));
  const context = canvas.getContext("2d");
  if (!context) throw new Unreadable("no canvas");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  let made: Blob | undefined;
  for (const quality of QUALITIES) {
    made = await asBlob(canvas, "image/jpeg", quality);
    if (made.size <= TARGET_BYTES) break;
  }
  if (!made) throw new Unreadable("no encoder");
  return made;
}

export function asBlob(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Unreadable("empty"))), type, quality);
  });
}
