import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeOutput, writeTextOutput } from './output-files.js';

describe('the description of a text', () => {
  it('is that of its file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'videocraft-outputs-'));
    const written = await writeTextOutput(
      folder,
      'captions.srt',
      'subtitles',
      '1\nÜber „alles“ 👋\n',
    );
    expect(written).toMatchObject({ contentType: 'application/x-subrip', sizeBytes: 25 });
    expect(await describeOutput(folder, 'captions.srt', 'subtitles')).toEqual(written);
    await rm(folder, { recursive: true });
  });
});
