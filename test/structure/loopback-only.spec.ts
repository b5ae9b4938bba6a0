import { lookup as lookupByCallback } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { promisify } from 'node:util';
import { loadConfig } from '../../src/config/load-config.js';
import { Fetcher } from '../../src/engine/fetch/fetcher.js';

describe('a test process', () => {
  it('finds no other machine', async () => {
    await expect(lookup('huggingface.co')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    const byCallback = promisify(lookupByCallback)('huggingface.co');
    await expect(byCallback).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(fetch('http://huggingface.co/')).rejects.toThrow('fetch failed');
    const fetcher = new Fetcher(loadConfig({}).sources);
    const { signal } = new AbortController();
    const source = fetcher.fetch('https://huggingface.co/x', '/nowhere', { signal, pointer: null });
    await expect(source).rejects.toMatchObject({ code: 'SOURCE_BLOCKED' });
    fetcher.close();
  });

  it('finds itself', async () => {
    expect((await lookup('localhost')).address).toMatch(/^(127\.0\.0\.1|::1)$/);
  });
});
