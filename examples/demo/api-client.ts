import { setTimeout as delay } from 'node:timers/promises';

interface StatusAnswer {
  readonly status: string;
  readonly progress: number;
  readonly current_step: string | null;
  readonly error: string | null;
}

/** The fields of a finished video that the demo reads. */
export interface VideoAnswer {
  readonly duration_seconds: number;
  readonly subtitle_tracks: readonly { readonly words: number; readonly method: string }[];
  readonly steps: readonly { readonly step: string; readonly seconds: number }[];
}

const POLL_MS = 500;

/** The calls of a client that renders a video. */
export class ApiClient {
  constructor(
    private readonly baseUrl: string,
    private readonly key: string,
  ) {}

  /** @returns ID of the job, which is also the ID of the video */
  async createVideo(config: string): Promise<string> {
    const token = (await this.json<{ csrf_token: string }>('/csrf-token')).csrf_token;
    const answer = await this.json<{ job_id: string }>('/videos', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token },
      body: config,
    });
    return answer.job_id;
  }

  /** @throws Error if the job ends with a status other than completed */
  async waitFor(id: string, onProgress: (progress: number, step: string) => void): Promise<void> {
    for (;;) {
      const status = await this.json<StatusAnswer>(`/jobs/${id}/status`);
      onProgress(status.progress, status.current_step ?? status.status);
      if (status.status === 'completed') return;
      if (status.status !== 'pending' && status.status !== 'processing') {
        throw new Error(`the job is ${status.status}: ${status.error}`);
      }
      await delay(POLL_MS);
    }
  }

  async video(id: string): Promise<VideoAnswer> {
    return (await this.json<{ data: VideoAnswer }>(`/videos/${id}`)).data;
  }

  /** @param name of a file of the video, such as `video.mp4` */
  async download(id: string, name: string): Promise<Buffer> {
    return Buffer.from(await (await this.call(`/videos/${id}/files/${name}`)).arrayBuffer());
  }

  private async json<T>(path: string, init: RequestInit = {}): Promise<T> {
    return (await (await this.call(path, init)).json()) as T;
  }

  private async call(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(this.baseUrl + path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), Authorization: `Bearer ${this.key}` },
    });
    if (response.ok) return response;
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  }
}
