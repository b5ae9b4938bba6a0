import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { freePort, type Nginx, startNginx } from '../support/nginx.js';
import { ADMIN_KEY, PROJECT, startTestService, type TestService } from '../support/service.js';
import { describeUnless, missingProgram } from '../support/skip.js';

const NO_NGINX = await missingProgram('nginx');
/** More than nginx accepts unless it is told to. */
const UPLOADED_BYTES = 3_000_000;

describeUnless(NO_NGINX)('deploy/proxy/nginx.conf', () => {
  describe.each(['', '/media/videocraft'])('with the service at the path "%s"', (prefix) => {
    let service: TestService;
    let nginx: Nginx;

    beforeAll(async () => {
      const ports = [await freePort(), await freePort()] as const;
      const url = `https://127.0.0.1:${ports[0]}${prefix}`;
      service = await startTestService({
        VIDEOCRAFT_SERVER_TRUSTED_PROXIES: '1',
        VIDEOCRAFT_SERVER_PUBLIC_URL: url,
        VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
        VIDEOCRAFT_RATE_LIMIT_WRONG_KEYS: '10',
      });
      nginx = await startNginx(service.url, ports, prefix);
    }, 120_000);

    afterAll(async () => {
      await nginx?.stop();
      await service?.close();
    }, 60_000);

    const bearer = { Authorization: `Bearer ${ADMIN_KEY}` };
    const json = async (answer: IncomingMessage) =>
      JSON.parse(await text(answer)) as Record<string, unknown> & { data: Record<string, unknown> };
    async function change(path: string, headers: Record<string, string>, body: Buffer | string) {
      const { csrf_token: token } = await json(
        await nginx.send('/api/v1/csrf-token', { headers: bearer }),
      );
      const all = { ...bearer, 'X-CSRF-Token': String(token), ...headers };
      return nginx.send(`/api/v1${path}`, { method: 'POST', headers: all, body });
    }

    it('sends events as they happen', async () => {
      const made = await change(
        '/videos',
        { 'Content-Type': 'application/json' },
        JSON.stringify(PROJECT),
      );
      expect(made.statusCode).toBe(202);
      const { job_id: id } = await json(made);
      const headers = { ...bearer, Accept: 'text/event-stream' };
      const events = await nginx.send(`/api/v1/jobs/${String(id)}/events`, { headers });
      expect(events.headers['content-type']).toContain('text/event-stream');
      // The job waits for ever, so only a stream without buffers shows anything.
      const [first] = (await once(events, 'data')) as [Buffer];
      expect(first.toString()).toContain('retry:');
      events.destroy();
    }, 60_000);

    it('takes large uploads', async () => {
      const head = `1\n00:00:01,000 --> 00:00:02,000\n${randomBytes(8).toString('hex')} `;
      const content = head.padEnd(UPLOADED_BYTES, 'words ');
      const body = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.srt"\r\n\r\n${content}\r\n--x--\r\n`;
      const made = await change(
        '/assets',
        { 'Content-Type': 'multipart/form-data; boundary=x' },
        body,
      );
      const { data } = await json(made);
      expect([made.statusCode, data['size_bytes']]).toEqual([201, UPLOADED_BYTES]);
      const part = await nginx.send(`/api/v1/assets/${String(data['id'])}/download`, {
        headers: { ...bearer, Range: 'bytes=10-19' },
      });
      expect([part.statusCode, await text(part)]).toEqual([206, content.slice(10, 20)]);
    }, 60_000);

    it('leads from http to https, and shows its own address in links', async () => {
      const answer = await nginx.sendPlain('/docs?a=b');
      expect(answer.statusCode).toBe(308);
      expect(answer.headers.location).toBe('https://127.0.0.1/docs?a=b');
      answer.destroy();
      const refused = await json(await nginx.send('/api/v1/videos'));
      expect(String(refused['help_url'])).toMatch(new RegExp(`^${nginx.url}/docs/errors/`));
    });

    it('believes no address that a client names', async () => {
      const codes: (number | undefined)[] = [];
      for (let n = 0; n < 12; n++) {
        const headers = {
          Authorization: `Bearer vc_${'0'.repeat(16)}_${'0'.repeat(64)}`,
          'X-Forwarded-For': `203.0.113.${n}`,
        };
        const answer = await nginx.send('/api/v1/videos', { headers });
        answer.resume();
        codes.push(answer.statusCode);
      }
      // The limit for wrong keys counts by address.
      expect(codes.at(0)).toBe(401);
      expect(codes.at(-1)).toBe(429);
    });
  });
});
