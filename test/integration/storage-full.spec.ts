import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { liveProcessCount } from '../../src/engine/ffmpeg/run-process.js';
import { mountSmallDisk } from '../support/small-disk.js';
import { serveFolder } from '../support/serve-folder.js';
import { startTestService, type TestService } from '../support/service.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));

const disk = await mountSmallDisk(24);

disk.describeOnDisk('a disk without space', () => {
  let media: Awaited<ReturnType<typeof serveFolder>>;
  let service: TestService;

  beforeAll(async () => {
    media = await serveFolder(MEDIA);
    service = await startTestService({
      VIDEOCRAFT_DATA_DIR: disk.path,
      VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
      VIDEOCRAFT_WORKERS: '1',
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.url.replace('http://', ''),
    });
  }, 60_000);

  afterAll(async () => {
    await service.close();
    await media.close();
    expect(liveProcessCount()).toBe(0);
  }, 60_000);

  async function leave(bytes: number): Promise<void> {
    await rm(join(disk.path, 'cache'), { recursive: true, force: true });
    await disk.leave(bytes);
  }

  async function endOf(scene: object): Promise<Record<string, unknown>> {
    const body = { width: 1280, height: 720, quality: 'high', scenes: [scene] };
    const answer = await service.change('POST', '/videos', { body });
    expect(answer.status).toBe(202);
    for (;;) {
      const { json } = await service.call(`/jobs/${String(answer.json['job_id'])}/status`);
      if (['completed', 'failed'].includes(String(json['status']))) return json;
      await delay(100);
    }
  }

  const background = () => ({
    type: 'video',
    src: `${media.url}/background.mp4`,
    loop: true,
    volume: 0,
    height: 700,
    position: 'center-top',
  });
  const speech = () => ({
    type: 'audio',
    src: `${media.url}/speech/u10_flite_rms_long__clean.wav`,
    speech: false,
  });

  it.each([
    ['a source is fetched', 1_000_000, () => ({ duration: 1, elements: [background()] })],
    ['audio is decoded', 3_000_000, () => ({ elements: [speech()] })],
    ['a segment is encoded', 2_000_000, () => ({ duration: 8, elements: [background()] })],
  ])(
    'fails the job while %s, leaves no files, and runs the next job',
    async (_, bytes, scene) => {
      await leave(bytes);
      expect(await endOf(scene())).toMatchObject({ error_code: 'STORAGE_FULL' });
      // The response can arrive before the folder is gone.
      while ((await readdir(join(disk.path, 'work'))).length > 0) await delay(50);
      expect(await readdir(join(disk.path, 'videos'))).toEqual([]);

      await disk.empty();
      expect(await endOf({ duration: 1, elements: [] })).toMatchObject({ status: 'completed' });
      const [folder] = await readdir(join(disk.path, 'videos'));
      await rm(join(disk.path, 'videos', folder!), { recursive: true });
    },
    60_000,
  );

  it('takes no upload that does not fit, and keeps nothing of it', async () => {
    await leave(400_000);
    const token = (await service.call('/csrf-token')).json['csrf_token'] as string;
    const send = (path: string, headers: Record<string, string>, body: FormData | Blob) =>
      service.call(path, { method: 'POST', headers: { 'X-CSRF-Token': token, ...headers }, body });
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(2_000_000).fill(1)]), 'a.png');
    const whole = await send('/assets', {}, form);
    expect([whole.status, whole.json['code']]).toEqual([507, 'STORAGE_FULL']);
    const upload = { 'Tus-Resumable': '1.0.0', 'Upload-Length': '2000000' };
    const announced = await send('/assets/uploads', upload, new Blob());
    expect([announced.status, announced.json['code']]).toEqual([507, 'STORAGE_FULL']);
    expect(await readdir(join(disk.path, 'incoming')).catch(() => [])).toEqual([]);
    const { usage } = (await service.call('/keys/me')).json.data as {
      usage: Record<string, number>;
    };
    expect([usage['assets'], usage['asset_bytes']]).toEqual([0, 0]);
  });

  it('takes no upload whose size shows only as it arrives', async () => {
    await leave(400_000);
    const token = (await service.call('/csrf-token')).json['csrf_token'] as string;
    const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
    const body = new Blob([part, new Uint8Array(2_000_000).fill(1), '\r\n--x--\r\n']).stream();
    const answer = await service.call('/assets', {
      method: 'POST',
      headers: { 'X-CSRF-Token': token, 'Content-Type': 'multipart/form-data; boundary=x' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect([answer.status, answer.json['code']]).toEqual([507, 'STORAGE_FULL']);
    expect(await readdir(join(disk.path, 'incoming'))).toEqual([]);
  });
});
