import { setTimeout as wait } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import type { paths } from './schema.js';

/** A client of the service. `schema.d.ts` is generated from the OpenAPI document. */
export function videocraft(url: string, key: string) {
  const api = createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${key}` } });

  return {
    /** Posts a config. Returns the ID of its job, which is also the ID of its video. */
    async create(project: Record<string, unknown>): Promise<string> {
      const token = await api.GET('/api/v1/csrf-token');
      const created = await api.POST('/api/v1/videos', {
        params: { header: { 'X-CSRF-Token': token.data?.csrf_token ?? '' } },
        body: project,
      });
      if (!created.data) throw new Error(JSON.stringify(created.error));
      return created.data.job_id;
    },

    /** Waits for the end of a job. Throws unless the job is completed. */
    async finished(id: string, onProgress: (percent: number) => void = () => {}): Promise<void> {
      for (;;) {
        const { data, error } = await api.GET('/api/v1/jobs/{id}/status', {
          params: { path: { id } },
        });
        if (!data) throw new Error(JSON.stringify(error));
        onProgress(data.progress);
        if (data.status === 'completed') return;
        if (data.status === 'failed' || data.status === 'cancelled') {
          throw new Error(data.error ?? data.status);
        }
        await wait(500);
      }
    },

    async download(id: string): Promise<Uint8Array> {
      const { data, error } = await api.GET('/api/v1/videos/{id}/download', {
        params: { path: { id } },
        parseAs: 'arrayBuffer',
      });
      if (!data) throw new Error(JSON.stringify(error));
      return new Uint8Array(data);
    },
  };
}
