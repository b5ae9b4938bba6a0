import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { args } from '../../core/util/args.js';

const run = promisify(execFile);

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 8 << 20;
const WIDTH = 192;
const HEIGHT = 112;
const FRAMES = 32;
const SAMPLES = 24_000;

/** What a build makes from the test picture and the test sound, and what it says about itself. */
export interface BuildFingerprint {
  /** Names the build and what it makes. */
  readonly text: string;
  /** False if the build could not be tried. The text is one of a kind then, so nothing is shared. */
  readonly isKnown: boolean;
}

/**
 * Identifies what a build of ffmpeg makes on this machine. The version alone does not: distributions update
 * the libraries without it, builds of the same version differ in their options, and encoders choose
 * instructions, and with them roundings, by the processor. So a short film and a sound are scaled and encoded, and
 * the bytes count.
 *
 * @param description what the build says about itself
 */
export async function buildFingerprint(
  ffmpegPath: string,
  description: Promise<string>,
): Promise<BuildFingerprint> {
  try {
    const [version, film, sound] = await Promise.all([
      description,
      encode(ffmpegPath, FILM, testFilm()),
      encode(ffmpegPath, SOUND, testSound()),
    ]);
    const hash = createHash('sha256').update(JSON.stringify([process.arch, version]));
    const text = hash.update(film).update(sound).digest('hex').slice(0, 24);
    return { text, isKnown: true };
  } catch {
    return { text: `unknown-${randomUUID()}`, isKnown: false };
  }
}

/** Pictures are scaled as they are, and as RGB, like pictures with transparency. */
const SCALED = 'scale=176:104:flags=bicubic,format=rgba,scale=160:96:flags=bicubic,format=yuv420p';
/** With everything that x264 and the scaler calculate differently on different processors. */
const FILM = args(
  ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${WIDTH}x${HEIGHT}`, '-r', '25', '-i', 'pipe:0'],
  ['-vf', SCALED, '-c:v', 'libx264', '-preset', 'medium', '-crf', '20'],
  ['-threads', '1', '-f', 'h264', 'pipe:1'],
);
const SOUND = args(
  ['-f', 's16le', '-ar', '48000', '-ac', '2', '-i', 'pipe:0'],
  ['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '128k', '-threads', '1', '-f', 'adts', 'pipe:1'],
);

async function encode(
  ffmpegPath: string,
  options: readonly string[],
  input: Buffer,
): Promise<Buffer> {
  const quiet = ['-hide_banner', '-v', 'error', '-nostdin'];
  const running = run(ffmpegPath, [...quiet, ...options], {
    timeout: TIMEOUT_MS,
    maxBuffer: MAX_BYTES,
    encoding: 'buffer',
  });
  // A program that does not read it ends for another reason.
  running.child.stdin!.on('error', () => {});
  running.child.stdin!.end(input);
  const { stdout } = await running;
  if (stdout.length === 0) throw new Error('ffmpeg encoded nothing');
  return stdout;
}

/** A moving pattern with noise, the same everywhere. */
function testFilm(): Buffer {
  // Chroma follows luma as if it had the width of luma.
  const rows = (HEIGHT * 3) / 2;
  const film = Buffer.alloc(WIDTH * rows * FRAMES);
  const noise = noiseSource();
  let at = 0;
  for (let time = 0; time < FRAMES; time++) {
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < WIDTH; x++) {
        film[at++] = 40 + ((x * 2 + y + time * 5) % 160) + (noise() & 15);
      }
    }
  }
  return film;
}

function testSound(): Buffer {
  const sound = Buffer.alloc(SAMPLES * 4);
  const noise = noiseSource();
  for (let at = 0; at < SAMPLES * 2; at++) {
    const saw = ((at * (3 + (at & 1))) % 400) * 40 - 8_000;
    sound.writeInt16LE(saw + (noise() & 2_047), at * 2);
  }
  return sound;
}

/** Pseudo-random integers, the same everywhere. */
function noiseSource(): () => number {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
    return state >>> 12;
  };
}
