import { crc32, deflateSync } from "node:zlib";

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const white: Colour = [255, 255, 255, 255];
const blue: Colour = [15, 108, 189, 255];
const clear: Colour = [255, 255, 255, 0];

/** Points sampled in each direction within one pixel, so that edges are smooth. */
const SAMPLES = 4;

/** The eye of the app: white on blue, 192 pixels square, as Teams wants the colour icon. */
export const colourIcon = (): Uint8Array => png(192, (x, y) => (inEye(x, y, 0.36) ? white : blue));

/** The same in white on nothing, 32 pixels square, as Teams wants the outline icon. */
export const outlineIcon = (): Uint8Array => png(32, (x, y) => (inEye(x, y, 0.46) ? white : clear));

/** An almond outline with a pupil. `x` and `y` run from -0.5 to 0.5; `wide` is half the eye's width. */
function inEye(x: number, y: number, wide: number): boolean {
  const lid = (half: number) => {
    const radius = half * 1.25;
    const middle = Math.sqrt(radius ** 2 - half ** 2);
    return Math.hypot(x, Math.abs(y) + middle) <= radius;
  };
  return (lid(wide) && !lid(wide * 0.84)) || Math.hypot(x, y) <= wide * 0.26;
}

function png(size: number, at: (x: number, y: number) => Colour): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a channel; red, green, blue and alpha.
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (_, x) => pixel(size, x, y, at)).flat(),
  ]);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const pixels = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

/** The average of the samples in a pixel. */
function pixel(size: number, x: number, y: number, at: (x: number, y: number) => Colour): Colour {
  const offsets = Array.from({ length: SAMPLES }, (_, each) => (each + 0.5) / SAMPLES);
  const samples = offsets.flatMap((down) =>
    offsets.map((along) => at((x + along) / size - 0.5, (y + down) / size - 0.5)),
  );
  const mean = (channel: 0 | 1 | 2 | 3) =>
    Math.round(samples.reduce((sum, sample) => sum + sample[channel], 0) / samples.length);
  return [mean(0), mean(1), mean(2), mean(3)];
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
