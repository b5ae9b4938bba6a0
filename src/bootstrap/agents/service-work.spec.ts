import type { Caller } from '../../http/access/access.js';
import { type ServiceParts, ServiceWork } from './service-work.js';

describe('ServiceWork', () => {
  it('fetches no file for a large request, whose place it would hold', async () => {
    const uploadUrl = () => Promise.reject(new Error('It is not called.'));
    const parts = { assets: { uploadUrl } } as unknown as ServiceParts;
    const request = { caller: {} as Caller, base: '', canWait: false };
    const call = { signal: new AbortController().signal, progress: () => {} };
    const upload = new ServiceWork(request, parts).assets.upload(
      { url: 'https://example.com/a.png', name: null },
      call,
    );
    await expect(upload).rejects.toMatchObject({ code: 'INVALID_ARGUMENTS' });
  });
});
