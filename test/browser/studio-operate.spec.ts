import { PROJECT, startTestService } from '../support/service.js';
import { describeInChromium, PHONE } from '../support/studio-page.js';
import { studioTests } from '../support/studio-tests.js';

describeInChromium('operating in the studio', () => {
  const studio = studioTests(() =>
    startTestService({ VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: '127.0.0.1:9' }),
  );
  const { open, button } = studio;
  let job: string;

  beforeAll(async () => {
    const created = await studio.service.change('POST', '/videos', { body: PROJECT });
    job = created.json.data['job_id'] as string;
  });

  it('says how the service is', async () => {
    const page = await open({ at: '#/operate', viewport: PHONE });
    // The service of the test has no worker.
    await page.getByText('Something needs attention').waitFor();
    const database = page.getByText('Database').locator('..');
    expect(await database.innerText()).toContain('Works');
    const waiting = page.getByText('Waiting').locator('..');
    expect(await waiting.innerText()).toContain('1');
    expect(await page.getByText('Jobs wait until a worker starts.').count()).toBeGreaterThan(0);
    expect(await studio.axe()).toEqual([]);
    expect(await studio.isTooWide()).toBe(false);
  });

  it('draws the figures, and has them as tables', async () => {
    const page = await open({ at: '#/operate/figures', colorScheme: 'dark' });
    const jobs = page.getByRole('figure', { name: 'Jobs', exact: true });
    await jobs.waitFor();
    expect(await jobs.getByRole('listitem').first().innerText()).toContain('1');
    await jobs.getByText('Show as a table').click();
    const row = jobs.getByRole('row').nth(1);
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['1', '0']);
    const memory = page.getByRole('figure', { name: 'Memory of this process' });
    expect(await memory.getByRole('listitem').first().innerText()).toMatch(/\d [MG]B/);
    expect(await studio.axe()).toEqual([]);
  });

  it('cancels jobs, makes them again, and shows their history', async () => {
    const page = await open({ at: '#/operate/jobs' });
    const row = page.getByRole('row').filter({ hasText: job });
    await row.getByText('Waiting').waitFor();
    expect(await studio.axe()).toEqual([]);
    await row.getByRole('button', { name: /^Cancel/ }).click();
    await row.getByText('Canceled').waitFor();
    await row.getByRole('button', { name: /^Render again/ }).click();
    await page.getByText('A new job was made.').waitFor();
    await page.getByRole('row').nth(2).waitFor();
    await page.getByLabel('State').selectOption({ label: 'Waiting' });
    await row.waitFor({ state: 'detached' });
    await page.getByLabel('State').selectOption({ label: 'Canceled' });
    await row.getByRole('link', { name: /^History/ }).click();
    await page.getByRole('rowheader', { name: /Job canceled/ }).waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(2);
  });

  it('searches the audit trail', async () => {
    const page = await open({ at: '#/operate/audit' });
    await page
      .getByRole('rowheader', { name: /Job accepted/ })
      .first()
      .waitFor();
    expect(await studio.axe()).toEqual([]);
    await page.getByLabel('Event').selectOption({ label: 'Job accepted' });
    await page.getByRole('rowheader', { name: /Job canceled/ }).waitFor({ state: 'detached' });
    const request = page.getByRole('button', { name: /^req_/ }).last();
    const id = await request.getAttribute('title');
    await request.click();
    await page.waitForFunction(
      (wanted) => [...document.querySelectorAll('input')].some(({ value }) => value === wanted),
      id,
    );
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await page.getByLabel('Search').fill('nobody');
    await page.getByText('No events match').waitFor();
    await page.getByRole('link', { name: 'Show all events' }).click();
    await page.getByRole('rowheader').nth(2).waitFor();
  });

  it('creates a key, shows it once, replaces it, and revokes it', async () => {
    const page = await open({ at: '#/operate/keys' });
    await button('Create key').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create key' }).click();
    await dialog.getByText('Enter a name.').waitFor();
    await dialog.getByLabel('Name').fill('newsroom');
    await dialog.getByLabel('Search its audit trail').check();
    expect(await studio.axe()).toEqual([]);
    await dialog.getByRole('button', { name: 'Create key' }).click();
    const key = await page.getByLabel('API key').inputValue();
    expect((await studio.service.call('/keys/me', { key })).json.data['scopes']).toContain(
      'audit:read',
    );
    await button('I have it').click();
    const row = page.getByRole('row').filter({ hasText: 'newsroom' });
    await row.getByText('Active').waitFor();
    await row.getByRole('button', { name: /^Limits/ }).click();
    await page.getByLabel('Jobs that run', { exact: true }).fill('300');
    await page.getByLabel('Highest priority').fill('2');
    expect(await studio.axe()).toEqual([]);
    studio.expected = /400/;
    await button('Save limits').click();
    await page.getByText('a whole number from 0 to 200').waitFor();
    await page.getByLabel('Jobs that run', { exact: true }).fill('3');
    await button('Save limits').click();
    await page.getByText('The limits were changed.').waitFor();
    const limits = (await studio.service.call('/keys/me', { key })).json.data['limits'];
    expect(limits).toMatchObject({ running_jobs: 3, priority: 2 });
    await row.getByRole('button', { name: /^Rotate/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate' }).click();
    const next = await page.getByLabel('API key').inputValue();
    expect(next).not.toBe(key);
    await button('I have it').click();
    await row.getByRole('button', { name: /^Revoke/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('The key was revoked.').waitFor();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('switch', { name: 'Show keys that ended' }).click();
    await row.getByText('Revoked').waitFor();
    expect(await page.content()).not.toContain(next);
  });

  it('sets the webhook of the key, and sends a test', async () => {
    const page = await open({ at: '#/webhooks', viewport: PHONE });
    await button('Set webhook').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address').fill('http://127.0.0.1:9/hook');
    await dialog.getByLabel('Job failed').uncheck();
    expect(await studio.axe()).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('http://127.0.0.1:9/hook').waitFor();
    await button('Send a test').click();
    const row = page.getByRole('row').filter({ hasText: 'Test' });
    await row.waitFor();
    await row.getByRole('button', { name: /^Details/ }).click();
    await page.getByRole('heading', { name: 'What was sent' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await button('Create secret').click();
    expect(await page.getByLabel('Secret', { exact: true }).inputValue()).toMatch(/^whsec_/);
    await button('I have it').click();
    await button('Remove').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No address is set.').waitFor();
    expect(await studio.isTooWide()).toBe(false);
  });

  it('shows only what the key may see', async () => {
    const { key } = await studio.service.key('audit:read');
    const page = await open({ key, at: '#/operate/audit' });
    await page.getByRole('heading', { name: 'Audit trail' }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Operate' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Operate' }).waitFor();
    await studio.go('#/operate/keys');
    await page.getByRole('heading', { name: 'This page does not exist' }).waitFor();
    await studio.close();
    const author = await studio.service.key('videos:write', 'jobs:read');
    await open({ key: author.key });
    await studio.page.getByRole('link', { name: 'Jobs', exact: true }).waitFor();
    expect(await studio.page.getByRole('link', { name: 'Operate' }).count()).toBe(0);
  });
});
