import { Assets } from './assets.js';
import { Audit } from './audit.js';
import { Jobs } from './jobs.js';
import { Keys } from './keys.js';
import { Previews } from './previews.js';
import { Templates } from './templates.js';
import { type ApiRequest, type ClientOptions, Transport } from './transport.js';
import type { RequestOptions } from './types.js';
import { Videos } from './videos.js';
import { Webhooks } from './webhooks.js';

/** A client of a VideoCraft service. */
export class VideoCraft {
  readonly videos: Videos;
  readonly previews: Previews;
  readonly jobs: Jobs;
  readonly assets: Assets;
  readonly templates: Templates;
  readonly webhooks: Webhooks;
  readonly keys: Keys;
  readonly audit: Audit;
  private readonly transport: Transport;

  constructor(options: ClientOptions) {
    this.transport = new Transport(options);
    this.videos = new Videos(this.transport);
    this.previews = new Previews(this.transport);
    this.jobs = new Jobs(this.transport);
    this.assets = new Assets(this.transport);
    this.templates = new Templates(this.transport);
    this.webhooks = new Webhooks(this.transport);
    this.keys = new Keys(this.transport);
    this.audit = new Audit(this.transport);
  }

  /** The metrics of the service, in the text format of Prometheus. */
  metrics(options: RequestOptions = {}): Promise<string> {
    const request = { path: '/metrics', headers: { Accept: '*/*' }, ...options };
    return this.transport.send(request, ({ response }) => response.text());
  }

  /** Sends any request to the API, and returns the `data` of its response. */
  request<T>(request: ApiRequest): Promise<T> {
    return this.transport.json<T>(request);
  }
}
