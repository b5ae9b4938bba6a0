import { request as httpRequest } from 'node:http';

/** A request that is sent unchanged: `fetch` normalizes paths and headers. */
export interface RawRequest {
  readonly method?: string;
  /** With the prefix of the API. */
  readonly path: string;
  /** As pairs if a name repeats. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Sends a request to a service that listens on loopback. */
export function sendUnchanged(url: string, sent: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const { method = 'GET', path, headers = {}, body = '' } = sent;
  return new Promise((resolve, reject) => {
    const options = {
      hostname,
      port,
      method,
      path,
      headers: { ...headers } as Record<string, string>,
    };
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on('error', reject);
    request.setTimeout(20_000, () => {
      request.destroy(new Error(`No answer: ${JSON.stringify(sent)}`));
    });
    request.end(body);
  });
}

const FIELDS = ['error', 'code', 'details', 'request_id', 'timestamp', 'help_url'];

/** Describes what is wrong with a response to any request, or returns null. */
export function faultOf(sent: RawRequest, { status, text, type }: RawAnswer): string | null {
  const shown = JSON.stringify({ ...sent, status, text: text.slice(0, 300) });
  if (status >= 500) return `a fault: ${shown}`;
  if (status < 400 || sent.method === 'HEAD') return null;
  if (!type.includes('application/json')) return `no JSON: ${shown}`;
  const body = JSON.parse(text) as Record<string, unknown>;
  for (const field of FIELDS) if (!(field in body)) return `no ${field}: ${shown}`;
  return / at \S+ \(|node_modules|\.ts:\d/.test(text) ? `a leak: ${shown}` : null;
}
