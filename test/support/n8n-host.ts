import { execFile } from 'node:child_process';
import { cp, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCE = join(ROOT, 'clients/n8n-nodes-videocraft');
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

/** Says that n8n's package is not installed in the folder of the node. In CI, it must be. */
export function n8nIsMissing(): string | null {
  if (existsSync(join(SOURCE, 'node_modules/n8n-workflow'))) return null;
  const missing = 'n8n-workflow is not installed';
  if (process.env['CI']) {
    throw new Error(`${missing}. Run npm ci --ignore-scripts in clients/n8n-nodes-videocraft.`);
  }
  return missing;
}

/** Builds the node against n8n's types, in a folder of its own. */
export async function buildN8nNode(folder: string): Promise<string> {
  const isBuilt = /\/(dist|node_modules)$/;
  await cp(SOURCE, folder, { recursive: true, filter: (path) => !isBuilt.test(path) });
  await symlink(join(SOURCE, 'node_modules'), join(folder, 'node_modules'));
  const roots = ['--typeRoots', join(ROOT, 'node_modules/@types')];
  await promisify(execFile)(process.execPath, [TSC, '-p', join(folder, 'tsconfig.json'), ...roots]);
  await promisify(execFile)(process.execPath, ['copy-files.mjs'], { cwd: folder });
  return folder;
}

interface Binary {
  readonly id?: string;
  readonly data: string;
  readonly mimeType: string;
  readonly fileName?: string;
}

/** An item of n8n. */
export interface Item {
  readonly json: Record<string, unknown>;
  readonly binary?: Readonly<Record<string, Binary>>;
  readonly pairedItem?: unknown;
}

interface WorkflowNode {
  readonly name: string;
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A file of n8n's editor. */
export interface Workflow {
  readonly nodes: readonly WorkflowNode[];
}

interface RequestOptions {
  readonly method: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly json?: boolean;
  readonly encoding?: string;
  readonly returnFullResponse?: boolean;
}

interface NodeModule {
  readonly description: { readonly properties: readonly object[] };
  execute(this: unknown): Promise<Item[][]>;
}

interface N8nWorkflow {
  readonly NodeHelpers: {
    getNodeParameters(...args: unknown[]): Record<string, unknown>;
  };
  readonly NodeApiError: new (node: object, error: unknown) => Error;
}

interface Credentials {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/**
 * What n8n does for a node when a workflow runs: parameters by n8n's own package, credentials, HTTP, and a store of
 * binary data. HTTP errors are what n8n makes of those of axios.
 */
export class N8nHost {
  private readonly files = new Map<string, Buffer>();

  private constructor(
    readonly folder: string,
    private readonly node: NodeModule,
    private readonly n8n: N8nWorkflow,
    private readonly credentials: Credentials,
  ) {}

  /** Loads a node by its `package.json`, as n8n does. */
  static async open(folder: string, credentials: Credentials): Promise<N8nHost> {
    const load = createRequire(join(folder, 'package.json'));
    const { n8n } = load('./package.json') as { n8n: { nodes: string[]; credentials: string[] } };
    const { VideoCraftApi } = load(`./${n8n.credentials[0]!}`) as {
      VideoCraftApi: new () => object;
    };
    expect(new VideoCraftApi()).toMatchObject({
      name: 'videoCraftApi',
      authenticate: {
        properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
      },
    });
    const { VideoCraft } = load(`./${n8n.nodes[0]!}`) as { VideoCraft: new () => NodeModule };
    const workflow = load('n8n-workflow') as N8nWorkflow;
    return Promise.resolve(new N8nHost(folder, new VideoCraft(), workflow, credentials));
  }

  store(bytes: Buffer, fileName: string): Binary {
    const id = `filesystem-v2:${this.files.size}`;
    this.files.set(id, bytes);
    return { id, data: 'filesystem-v2', mimeType: 'application/octet-stream', fileName };
  }

  stored({ id }: Binary): Buffer {
    return this.files.get(id!)!;
  }

  run(node: WorkflowNode, items: readonly Item[]): Promise<Item[]> {
    expect(node.type).toBe('n8n-nodes-videocraft.videoCraft');
    return this.runWith(node.parameters, items);
  }

  async runWith(
    parameters: Readonly<Record<string, unknown>>,
    items: readonly Item[],
    continues = false,
  ): Promise<Item[]> {
    const node = { name: 'VideoCraft', type: 'videoCraft', typeVersion: 1, parameters };
    const { description } = this.node;
    const given = this.n8n.NodeHelpers.getNodeParameters(
      ...[description.properties, parameters, true, false, node, description],
    );
    // n8n drops parameters that the node does not have.
    expect(Object.keys(given)).toEqual(expect.arrayContaining(Object.keys(parameters)));
    const [results] = await this.node.execute.call({
      getNode: () => node,
      getInputData: () => items,
      getCredentials: () => Promise.resolve(this.credentials),
      continueOnFail: () => continues,
      getExecutionCancelSignal: () => undefined,
      getNodeParameter: (name: string, item: number) => valueOf(given[name], items[item]!),
      helpers: this.helpers(node, items),
    });
    return results!;
  }

  private helpers(node: object, items: readonly Item[]) {
    return {
      httpRequest: (options: RequestOptions) => this.request(node, options),
      httpRequestWithAuthentication: (_name: string, options: RequestOptions) => {
        const Authorization = `Bearer ${this.credentials.apiKey}`;
        return this.request(node, { ...options, headers: { ...options.headers, Authorization } });
      },
      assertBinaryData: (item: number, field: string) => items[item]!.binary![field],
      getBinaryDataBuffer: (item: number, field: string) =>
        Promise.resolve(Buffer.from(items[item]!.binary![field]!.data, 'base64')),
      getBinaryMetadata: (id: string) => Promise.resolve({ fileSize: this.files.get(id)!.length }),
      getBinaryStream: (id: string, size: number) =>
        Promise.resolve(Readable.from(chunksOf(this.files.get(id)!, Math.floor(size / 3)))),
      prepareBinaryData: async (stream: Readable, fileName: string, mimeType: string) => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        return { ...this.store(Buffer.concat(chunks), fileName), mimeType };
      },
    };
  }

  private async request(node: object, options: RequestOptions): Promise<unknown> {
    const { method, url, body, encoding, json } = options;
    const text = Buffer.isBuffer(body) || body === undefined ? body : JSON.stringify(body);
    const type: Record<string, string> =
      json && body !== undefined ? { 'Content-Type': 'application/json' } : {};
    const response = await fetch(url, {
      method,
      headers: { ...type, ...options.headers },
      ...(text === undefined ? {} : { body: text as BodyInit }),
    });
    const headers = Object.fromEntries(response.headers);
    const data =
      encoding === 'stream' ? Readable.fromWeb(response.body as never) : await read(response);
    if (!response.ok) {
      const { status } = response;
      const message = `Request failed with status code ${status}`;
      const failed = Object.assign(new Error(message), { response: { status, headers, data } });
      throw new this.n8n.NodeApiError(node, failed);
    }
    return options.returnFullResponse ? { body: data, headers, statusCode: response.status } : data;
  }
}

/** axios parses what is JSON. */
async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The expressions that the node and its example use. */
function valueOf(parameter: unknown, { json }: Item): unknown {
  const name = typeof parameter === 'string' ? /^=\{\{ \$json\.(\w+) \}\}$/.exec(parameter) : null;
  return name ? json[name[1]!] : parameter;
}

function* chunksOf(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
