import { setTimeout as delay } from 'node:timers/promises';
import { readForm } from './read-form.js';
import type { ReceivedFile } from './receive-file.js';

const HEADERS = { 'content-type': 'multipart/form-data; boundary=x' };
const FILE: ReceivedFile = { path: '/file', bytes: 6, sha256: '' };
const STALL_MS = 150;

/** A form whose file comes in two chunks. */
async function* form(): AsyncGenerator<Buffer> {
  yield Buffer.from(
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\nabc',
  );
  yield Buffer.from('def\r\n--x--');
}

describe('readForm', () => {
  it('waits for a disk that makes room for the file', async () => {
    const receive = async (content: AsyncIterable<Buffer>) => {
      await delay(4 * STALL_MS);
      for await (const _ of content) await delay(4 * STALL_MS);
      return FILE;
    };
    const read = await readForm(HEADERS, form(), receive, STALL_MS);
    expect(read).toEqual({ file: FILE, name: 'a.mp4' });
  });
});
