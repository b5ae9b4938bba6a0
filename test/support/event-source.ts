import { get, type IncomingMessage } from 'node:http';

export interface ServerSentEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

export interface EventSource {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** All events so far. */
  readonly events: readonly ServerSentEvent[];
  readonly text: () => string;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  /** Disconnects. */
  close(): void;
}

/** Follows a stream of server-sent events. */
export function openEventSource(
  url: string,
  headers: Record<string, string>,
): Promise<EventSource> {
  return new Promise((resolve, reject) => {
    const req = get(
      url,
      { headers: { Accept: 'text/event-stream', ...headers }, agent: false },
      (res) => {
        let text = '';
        const events: ServerSentEvent[] = [];
        res.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
          const whole = text.slice(0, text.lastIndexOf('\n\n') + 2);
          events.splice(0, Infinity, ...parse(whole));
        });
        const ended = new Promise<void>((done) => {
          res.once('close', done);
          // The connection was interrupted.
          res.once('error', () => done());
        });
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          events,
          text: () => text,
          ended,
          close: () => req.destroy(),
        });
      },
    );
    req.once('error', reject);
  });
}

function parse(text: string): ServerSentEvent[] {
  return text.split('\n\n').flatMap((block) => {
    const fields = new Map(
      block.split('\n').map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 2)];
      }),
    );
    const event = fields.get('event');
    const data = fields.get('data');
    if (event === undefined || data === undefined) return [];
    return [
      { id: fields.get('id') ?? null, event, data: JSON.parse(data) as Record<string, unknown> },
    ];
  });
}
