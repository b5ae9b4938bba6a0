import { type BuiltService, startBuiltService } from '../support/built-service.js';
import { mountSmallDisk } from '../support/small-disk.js';
import { describeInChromium } from '../support/studio-page.js';
import { studioTests } from '../support/studio-tests.js';

const disk = await mountSmallDisk(24);

describeInChromium('the studio of a service', () => {
  disk.describeOnDisk('whose disk is full', () => {
    const studio = studioTests<BuiltService>(
      () =>
        startBuiltService({
          VIDEOCRAFT_DATA_DIR: disk.path,
          VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
          VIDEOCRAFT_WORKERS: '1',
        }),
      { ignores: /status of 507/ },
    );

    it('says so of an upload, which can be repeated', async () => {
      await disk.leave(400_000);
      const page = await studio.open({ at: '#/write?panel=files' });
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        studio.button('Upload files').click(),
      ]);
      const buffer = Buffer.concat([
        Buffer.from('1\n00:00:00,000 --> 00:00:01,000\nHello\n'),
        Buffer.alloc(2_000_000, '\n'),
      ]);
      await chooser.setFiles({ name: 'cues.srt', mimeType: 'application/x-subrip', buffer });
      await page
        .getByText('The disk of the service is full. An operator has to make room.')
        .waitFor();
      expect(await studio.axe()).toEqual([]);
      await disk.empty();
      await studio.button('Upload cues.srt again').click();
      await studio.button('Add cues.srt to the video').waitFor();
    });

    it('says so of a render', async () => {
      await disk.leave(300_000);
      const shape = { type: 'shape', width: '100%', height: '100%', fill: '#206090' };
      const video = {
        ...{ width: 1920, height: 1080, quality: 'high' },
        scenes: Array.from({ length: 4 }, (_, index) => ({
          ...{
            duration: 4,
            elements: [
              { ...shape, rotate: index },
              { type: 'text', text: 'Hello' },
            ],
          },
          ...(index === 0 ? {} : { transition: { style: 'fade', duration: 2 } }),
        })),
      };
      const page = await studio.open({ at: '#/write', video });
      await studio.button('Render').click();
      await studio.heading('The render failed').waitFor({ timeout: 60_000 });
      await page
        .getByText('The disk of the service is full. An operator has to make room.')
        .waitFor();
      expect(await studio.axe()).toEqual([]);
    });
  });
});
