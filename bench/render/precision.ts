import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { PLAIN_TRAITS } from '../../src/core/media/picture-traits.js';
import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ViewSampler } from '../../src/engine/views/view-sampler.js';
import { findMark, markPicture, pathErrors } from './mark.js';

const run = promisify(execFile);
const PICTURE = { width: 1536, height: 864, mark: [420.3, 310.7], radius: 30 } as const;
const [WIDTH, HEIGHT, FRAMES, ZOOM] = [640, 360, 112, 1.2];

export interface PathError {
  /** Largest distance from the computed path, in pixels. */
  readonly place: number;
  /** Largest difference between a step and the computed step, in pixels. */
  readonly step: number;
}

/**
 * Compares the precision of a slow zoom by the sampler and by `zoompan` on a picture 4 times as
 * large.
 */
export async function zoomErrors(
  ffmpeg: string,
  parent: string,
): Promise<{ sampler: PathError; zoompan: PathError }> {
  const dir = await mkdtemp(join(parent, 'precision-'));
  const picture = join(dir, 'mark.png');
  await markPicture(ffmpeg, picture, PICTURE);
  const computed = Array.from({ length: FRAMES }, (_, n) => {
    const view = viewportAt(n);
    const [x, y] = [
      (PICTURE.mark[0] * WIDTH * ZOOM) / PICTURE.width,
      (PICTURE.mark[1] * HEIGHT * ZOOM) / PICTURE.height,
    ];
    return [((x - view.x) * WIDTH) / view.width, ((y - view.y) * HEIGHT) / view.height] as const;
  });
  const [sampled, panned] = [
    await bySampler(ffmpeg, dir, picture),
    await byZoompan(ffmpeg, dir, picture),
  ];
  return {
    sampler: pathErrors(sampled, computed),
    zoompan: pathErrors(panned, computed),
  };
}

/** Zooms out from the middle: from a factor of 1.2, to which the picture is scaled, to 1. */
function viewportAt(n: number) {
  const zoom = ZOOM - ((ZOOM - 1) * n) / (FRAMES - 1);
  const [width, height] = [(WIDTH * ZOOM) / zoom, (HEIGHT * ZOOM) / zoom];
  return { x: (WIDTH * ZOOM - width) / 2, y: (HEIGHT * ZOOM - height) / 2, width, height };
}

async function bySampler(ffmpeg: string, dir: string, picture: string) {
  const planes = join(dir, 'mark.planes');
  const size = { width: WIDTH * ZOOM, height: HEIGHT * ZOOM };
  await run(
    ffmpeg,
    args(
      ['-v', 'error', '-i', picture, '-vf', `scale=${size.width}:${size.height}:flags=bicubic`],
      ['-pix_fmt', 'yuv420p', '-f', 'rawvideo', planes],
    ),
  );
  const sampler = new ViewSampler();
  return Array.from({ length: FRAMES }, (_, n) => {
    // Like zoompan, linear in the factor. The views of the service are linear in size.
    const view = viewportAt(n);
    const region = { x: 0, y: 0, ...size };
    sampler.load([
      {
        kind: 'views',
        stream: {
          width: WIDTH,
          height: HEIGHT,
          count: 1,
          alpha: false,
          views: [
            {
              picture: {
                contentHash: '',
                scaleWidth: 0,
                scaleHeight: 0,
                look: null,
                traits: PLAIN_TRAITS,
                region,
                alpha: false,
              },
              motion: { from: view, to: view, offset: 0, count: 1 },
            },
          ],
        },
        paths: [planes],
      },
    ]);
    const { offset } = sampler.frame(0, 0);
    return findMark(new Uint8Array(sampler.buffer, offset, WIDTH * HEIGHT), WIDTH);
  });
}

async function byZoompan(ffmpeg: string, dir: string, picture: string) {
  const frames = join(dir, 'zoompan.yuv');
  const zoompan =
    `scale=${4 * WIDTH}:-1,zoompan=z='${ZOOM}-${ZOOM - 1}*on/${FRAMES - 1}':d=${FRAMES}` +
    `:x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)':s=${WIDTH}x${HEIGHT},format=yuv420p`;
  await run(ffmpeg, ['-v', 'error', '-i', picture, '-vf', zoompan, '-f', 'rawvideo', frames]);
  const all = await readFile(frames);
  const size = (WIDTH * HEIGHT * 3) / 2;
  return Array.from({ length: FRAMES }, (_, n) =>
    findMark(all.subarray(n * size, n * size + WIDTH * HEIGHT), WIDTH),
  );
}
