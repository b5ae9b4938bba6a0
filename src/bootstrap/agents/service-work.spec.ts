import type { Caller } from '../../http/access/access.js';
import { type ServiceParts, ServiceWork } from './service-work.js';

describe('ServiceWork', () => {
  it('tells nobody of stills, and delivers none', async () => {
    const requests: unknown[] = [];
    const create = async (request: unknown) => (requests.push(request), { id: 'job' });
    const parts = { videos: { create } } as unknown as ServiceParts;
    const work = new ServiceWork({ caller: {} as Caller, base: '', canWait: true }, parts);
    const config = {
      scenes: [{ duration: 1 }],
      webhook: { url: 'https://hooks.example.com/published' },
      destinations: [{ name: 'archive' }],
      exports: [{ destinations: [{ id: 'archive' }] }],
    };
    await work.submit({ source: { config }, stills: [0], output: null, overwrite: false });
    expect(requests).toEqual([{ config: { scenes: config.scenes, stills: [0] } }]);
  });

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
