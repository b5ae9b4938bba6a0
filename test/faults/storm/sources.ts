import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MEDIA = fileURLToPath(new URL('../../media/', import.meta.url));
/** So that a fault can hit a worker while it fetches. */
const SLOWNESS_MS = 200;

/** Serves the sources of real jobs, slowly. */
export async function serveSources(host: string) {
  let fetching = 0;
  const server = createServer((request, response) => {
    fetching++;
    response.once('close', () => fetching--);
    const { pathname } = new URL(request.url ?? '/', 'http://sources');
    void delay(SLOWNESS_MS).then(() => createReadStream(join(MEDIA, pathname)).pipe(response));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as { port: number };
  return {
    host: `${host}:${port}`,
    isFetching: () => fetching > 0,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A config with moving pictures, captions, and sound: several segments. */
export function realConfig(index: number, host: string) {
  const source = (name: string) => `http://${host}/${name}?job=${index}`;
  const color = `#${(0x400000 + index).toString(16).padStart(6, '0')}`;
  const moving = { type: 'video', src: source('background.mp4'), loop: true, height: 90 };
  const spoken = { type: 'audio', src: source('speech/u3_espeak_scot_fast__clean.wav') };
  const captions =
    '1\n00:00:00,200 --> 00:00:01,400\nTogether with the parcel\n\n' +
    '2\n00:00:01,800 --> 00:00:03,900\nthat arrived this morning\n';
  return {
    ...{ width: 320, height: 180, fps: 30 },
    scenes: [
      { duration: 1.5, 'background-color': color, elements: [{ ...moving, volume: 0.2 }] },
      { duration: 1.5, 'background-color': color, elements: [{ ...spoken, duration: 1.5 }] },
      { duration: 1.5, 'background-color': color, elements: [{ ...moving, volume: 0 }] },
    ],
    elements: [{ type: 'subtitles', captions, settings: { style: 'karaoke' } }],
  };
}
