import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { videocraft } from '../../examples/clients/typescript/videocraft.js';
import { Program } from '../support/program.js';

const SCHEMA = new URL('../../examples/clients/typescript/schema.d.ts', import.meta.url);

/** `UPDATE_CLIENT=1 npm test` rewrites the types after a change of the API. */
describe('the TypeScript client generated from the OpenAPI document', () => {
  let dir: string;
  let service: Program;
  let origin: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-client-'));
    await chmod(dir, 0o755);
    const env = { VIDEOCRAFT_DATA_DIR: join(dir, 'data'), VIDEOCRAFT_SERVER_PORT: '0' };
    service = new Program('main', [], env);
    [, origin = ''] = await service.waitForOutput(/API: +(http:\S+)\/api\/v1/);
  }, 120_000);

  afterAll(async () => {
    await service.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('is up to date with the document', async () => {
    const document = await (await fetch(`${origin}/docs/openapi.json`)).text();
    const generated = astToString(await openapiTS(document));
    if (process.env['UPDATE_CLIENT']) await writeFile(SCHEMA, generated);
    expect(await readFile(SCHEMA, 'utf8')).toBe(generated);
  }, 60_000);

  it('renders a video', async () => {
    const key = (await readFile(join(dir, 'data/secrets/admin-api-key'), 'utf8')).trim();
    const client = videocraft(origin, key);
    const id = await client.create({
      width: 160,
      height: 90,
      scenes: [{ duration: 1, elements: [] }],
    });
    const seen: number[] = [];
    await client.finished(id, (percent) => seen.push(percent));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const video = Buffer.from(await client.download(id));
    expect(video.toString('latin1', 4, 8)).toBe('ftyp');
  }, 60_000);
});
