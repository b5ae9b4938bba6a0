import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { type ClientService, startClientService } from '../support/client-service.js';
import { itUnless, missingProgram } from '../support/skip.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OVERVIEW = join(ROOT, 'test/fixtures/api-overview.md');
const PYTHON_FALLBACK = join(ROOT, 'test/fixtures/python');
const withPython = itUnless(await missingProgram('python3'));

/** The public methods of the client class in the overview. */
interface DocumentedClient {
  createVideo(config: object): Promise<{ job_id: string; status: string }>;
  getJobStatus(id: string): Promise<{ status: string; progress: number; error: string | null }>;
}

/** The only code block of the overview in this language that defines the client. */
async function clientOf(language: string): Promise<string> {
  const text = await readFile(OVERVIEW, 'utf8');
  const blocks = [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(
    ([, code]) => code!,
  );
  const clients = blocks.filter((code) => code.includes('class VideoCraftAPI'));
  expect(clients).toHaveLength(1);
  return clients[0]!;
}

describe('the clients of the overview, unchanged', () => {
  let service: ClientService;
  let project: object;

  beforeAll(async () => {
    service = await startClientService('videocraft-clients-');
    // The example config of the overview, with a source that exists and its script.
    const src = `http://${service.mediaHost}/test/media/speech/report.mp3`;
    const settings = {
      style: 'progressive',
      'font-family': 'DejaVu Sans',
      'font-size': 24,
      'word-color': '#FFFFFF',
      'outline-color': '#000000',
    };
    project = {
      width: 320,
      height: 180,
      scenes: [{ elements: [{ type: 'audio', src, text: 'Every morning the team meets.' }] }],
      elements: [{ type: 'subtitles', settings }],
    };
  }, 120_000);

  afterAll(() => service.close(), 60_000);

  const baseUrl = () => `${service.url}/api/v1`;

  async function expectVideo(bytes: Buffer, id: string): Promise<void> {
    const answer = await fetch(`${baseUrl()}/videos/${id}`, {
      headers: { Authorization: `Bearer ${service.key}` },
    });
    const { data } = (await answer.json()) as { data: Record<string, unknown> };
    expect(bytes).toHaveLength(data['size_bytes'] as number);
    expect(bytes.toString('latin1', 4, 8)).toBe('ftyp');
    expect(data['subtitle_tracks']).toMatchObject([{ words: 5, method: 'aligned' }]);
  }

  /** The client class of the overview as a module. Only the types are removed. */
  async function javaScriptClient(): Promise<string> {
    const code = `${await clientOf('typescript')}\nexport { VideoCraftAPI };\n`;
    const { outputText, diagnostics } = ts.transpileModule(code, {
      reportDiagnostics: true,
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    expect(diagnostics).toEqual([]);
    const file = join(service.folder, 'client.mjs');
    await writeFile(file, outputText);
    return file;
  }

  it('JavaScript: token, create, poll, wait, download', async () => {
    const file = await javaScriptClient();
    // Runs in its own Node process, as for a user. The class hard-codes its base URL, so the test sets
    // another port from outside.
    const runner = join(service.folder, 'run.mjs');
    await writeFile(
      runner,
      `import { writeFile } from 'node:fs/promises';
       import { VideoCraftAPI } from ${JSON.stringify(pathToFileURL(file).href)};
       const [baseURL, key, project, output] = process.argv.slice(2);
       const api = Object.assign(new VideoCraftAPI(key), { baseURL });
       const job = await api.createVideo(JSON.parse(project));
       if (job.status !== 'pending') throw new Error(job.status);
       let status;
       do {
         await new Promise((done) => setTimeout(done, 200));
         status = await api.getJobStatus(job.job_id);
       } while (status.status === 'pending' || status.status === 'processing');
       const video = await fetch(\`\${baseURL}/videos/\${job.job_id}/download\`, {
         headers: { Authorization: \`Bearer \${key}\` },
       });
       await writeFile(output, Buffer.from(await video.arrayBuffer()));
       console.log(JSON.stringify({ id: job.job_id, ...status }));`,
    );
    const output = join(service.folder, 'javascript.mp4');
    const args = [runner, baseUrl(), service.key, JSON.stringify(project), output];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const status = JSON.parse(stdout) as { id: string };
    expect(status).toMatchObject({ status: 'completed', progress: 100, error: null });
    await expectVideo(await readFile(output), status.id);
  }, 60_000);

  it('JavaScript: reports the status of a rejected request', async () => {
    const file = await javaScriptClient();
    const { VideoCraftAPI } = (await import(pathToFileURL(file).href)) as {
      VideoCraftAPI: new (key: string) => DocumentedClient;
    };
    const withKey = (text: string) =>
      Object.assign(new VideoCraftAPI(text), { baseURL: baseUrl() });
    await expect(withKey(service.key).createVideo({ scenes: [] })).rejects.toThrow(
      'API Error: 400',
    );
    await expect(withKey('wrong').createVideo(project)).rejects.toThrow('API Error: 401');
  });

  /** Runs the client class of the overview, the method that it calls but does not define, and `steps`. */
  async function python(steps: string): Promise<string> {
    const file = join(service.folder, 'client.py');
    await writeFile(
      file,
      `${await clientOf('python')}
import json, sys

class Client(VideoCraftAPI):
    # wait_for_completion calls this; the overview leaves it to its reader.
    def get_job_status(self, job_id):
        response = requests.get(f"{self.base_url}/jobs/{job_id}/status", headers=self.get_headers())
        response.raise_for_status()
        return response.json()

base_url, key, project, output = sys.argv[1:]
api = Client(key, base_url)
project = json.loads(project)
${steps}
`,
    );
    const args = [
      file,
      baseUrl(),
      service.key,
      JSON.stringify(project),
      join(service.folder, 'python.mp4'),
    ];
    const { stdout } = await promisify(execFile)('python3', args, {
      env: {
        PATH: process.env['PATH'],
        PYTHONDONTWRITEBYTECODE: '1',
        ...(await requestsPath()),
      },
    });
    return stdout;
  }

  /** Without the package `requests`, a fixture replaces the few calls that the class makes. */
  async function requestsPath(): Promise<{ PYTHONPATH?: string }> {
    return promisify(execFile)('python3', ['-c', 'import requests']).then(
      () => ({}),
      () => ({ PYTHONPATH: PYTHON_FALLBACK }),
    );
  }

  withPython(
    'Python: token, create, poll, wait, download',
    async () => {
      const id = await python(`
job = api.create_video(project)
assert job["status"] == "pending", job
status = api.wait_for_completion(job["job_id"], timeout=60)
assert status["progress"] == 100, status
video = requests.get(f"{base_url}/videos/{job['job_id']}/download", headers=api.get_headers())
video.raise_for_status()
open(output, "wb").write(video.content)
print(job["job_id"], end="")`);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      await expectVideo(await readFile(join(service.folder, 'python.mp4')), id);
    },
    60_000,
  );

  withPython(
    'Python: a failed job and a rejected request say why',
    async () => {
      const output = await python(`
project["scenes"][0]["elements"][0]["src"] += ".missing"
job = api.create_video(project)
try:
    api.wait_for_completion(job["job_id"], timeout=60)
except Exception as error:
    print(error)
try:
    api.create_video({"scenes": []})
except requests.exceptions.HTTPError as error:
    print(error.response.status_code, error.response.json()["code"])`);
      expect(output).toMatch(/^Job failed: [A-Z].*\.\n400 VALIDATION_ERROR\n$/);
    },
    60_000,
  );
});
