import { Validator } from '@seriousme/openapi-schema-validator';
import { videoConfigSchema } from '../../src/core/project/schema/config-schema.js';
import { videoTemplateSchema } from '../../src/core/project/schema/template-schema.js';
import { startTestService, type TestService } from '../support/service.js';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}
interface Part {
  readonly properties: Readonly<Record<string, unknown>>;
}
interface SchemaWithParts extends Part {
  readonly $defs: Readonly<Record<string, Part>>;
}
interface Posted {
  readonly requestBody: {
    readonly content: {
      readonly 'application/json': { readonly schema: { readonly anyOf: readonly object[] } };
    };
  };
}
interface Document {
  readonly tags: readonly { readonly name: string }[];
  readonly components: {
    readonly schemas: Readonly<Record<string, Part>>;
    readonly securitySchemes: Readonly<Record<string, { readonly bearerFormat?: string }>>;
  };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Routes of the contract, all of which must be documented. */
const ROUTES = [
  'post /videos',
  'get /videos',
  'get /videos/{id}',
  'get /videos/{id}/download',
  'get /videos/{id}/subtitles.{format}',
  'get /videos/{id}/transcript',
  'put /videos/{id}/transcript',
  'delete /videos/{id}',
  'post /videos/{id}/links',
  'get /links/{token}/{name}',
  'get /webhooks',
  'put /webhooks',
  'delete /webhooks',
  'post /webhooks/secret',
  'post /webhooks/ping',
  'get /webhooks/deliveries',
  'get /webhooks/deliveries/{id}',
  'post /webhooks/deliveries/{id}/replay',
  'post /jobs/{id}/deliveries/{delivery}/retry',
  'get /jobs',
  'get /jobs/{id}',
  'get /jobs/{id}/status',
  'get /jobs/{id}/events',
  'post /jobs/{id}/cancel',
  'post /assets',
  'get /assets',
  'get /assets/{id}',
  'get /assets/{id}/download',
  'delete /assets/{id}',
  'post /assets/uploads',
  'head /assets/uploads/{id}',
  'patch /assets/uploads/{id}',
  'delete /assets/uploads/{id}',
  'get /csrf-token',
  'get /keys/me',
  'get /audit/events',
  'post /templates',
  'get /templates',
  'get /templates/{id}',
  'put /templates/{id}',
  'delete /templates/{id}',
  'post /videos/batch',
  'get /batches/{id}',
  'post /batches/{id}/cancel',
  'get /health',
  'get /health/detailed',
  'get /ready',
  'get /live',
  'get /metrics',
];

describe('the OpenAPI document', () => {
  let service: TestService;
  let document: Document;

  beforeAll(async () => {
    service = await startTestService();
    const response = await fetch(`${service.url}/docs/openapi.json`);
    expect(response.status).toBe(200);
    document = (await response.json()) as Document;
  }, 60_000);

  afterAll(() => service.close());

  it('is valid', async () => {
    const { valid, errors } = await new Validator().validate(
      structuredClone(document) as object as Record<string, unknown>,
    );
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('has the schema of a video config as the body of POST /videos', () => {
    const { schemas } = document.components;
    const { requestBody } = document.paths['/api/v1/videos']!['post'] as unknown as Posted;
    expect(requestBody.content['application/json'].schema.anyOf.slice(0, 2)).toEqual([
      { $ref: '#/components/schemas/VideoConfig' },
      { $ref: '#/components/schemas/VideoTemplate' },
    ]);
    // Every field, also of every part.
    const { $defs, ...root } = videoConfigSchema() as unknown as SchemaWithParts;
    const fields = ({ properties }: Part) => Object.keys(properties);
    expect(fields(schemas['VideoConfig']!)).toEqual(fields(root));
    for (const [title, part] of Object.entries($defs)) {
      const name = title.replaceAll(/(^|-)(.)/g, (_match, _dash, letter: string) =>
        letter.toUpperCase(),
      );
      expect(fields(schemas[`Config${name}`]!)).toEqual(fields(part));
      expect(schemas[`Template${name}`]).toBeDefined();
    }
  });

  it('resolves each reference', () => {
    const known = new Set(Object.keys(document.components.schemas));
    for (const [, name] of JSON.stringify(document).matchAll(
      /"#\/components\/schemas\/([^"]+)"/g,
    )) {
      expect(known).toContain(name);
    }
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  it('names the groups in the order of their use, and what a key is', () => {
    const names = document.tags.map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['Videos', 'Previews', 'Jobs', 'Assets']);
    const used = Object.values(document.paths).flatMap((item) =>
      Object.values(item).flatMap(({ tags }) => tags ?? []),
    );
    expect(new Set(used)).toEqual(new Set(names));
    expect(document.components.securitySchemes['bearer']!.bearerFormat).toBe('API key');
  });

  it('names each operation once', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids.filter((id, index) => id === undefined || ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has a link to a schema of the video config that matches the reader', async () => {
    const response = await fetch(`${service.url}/schema/video-config.json`);
    expect(response.headers.get('content-type')).toMatch(/^application\/schema\+json/);
    const text = await response.text();
    expect(withoutFonts(text)).toEqual(JSON.parse(JSON.stringify(videoConfigSchema())));
    expect(text).toContain('"Montserrat"');
    const template = await fetch(`${service.url}/schema/video-template.json`);
    expect(withoutFonts(await template.text())).toEqual(
      JSON.parse(JSON.stringify(videoTemplateSchema())),
    );
    expect((await fetch(`${service.url}/schema/other.json`)).status).toBe(404);
  });

  it('names each operation once, after its handler', () => {
    const names = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(names).toContain('jobs_status');
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  const find = (path: string) => document.paths[`/api/v1${path}`] ?? document.paths[path] ?? {};

  it.each(ROUTES)('describes %s', (route) => {
    const [method = '', path = ''] = route.split(' ');
    const operation = find(path)[method];
    expect(operation?.summary).toMatch(/.{10,}/);
    expect(operation?.tags).toHaveLength(1);
    const statuses = Object.keys(operation?.responses ?? {});
    expect(statuses.some((status) => /^[23]/.test(status))).toBe(true);
  });

  it('names only routes of the service', async () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const method of Object.keys(operations)) {
        const address = path.replace(/\{\w+\}/g, '01890000-0000-7000-8000-000000000000');
        const prefix = path.startsWith('/api/v1') ? '' : '/api/v1';
        const response = await fetch(`${service.url}${prefix}${address}`, {
          method: method.toUpperCase(),
        });
        const body = (await response.text()).slice(0, 500);
        expect(`${method} ${path} ${body}`).not.toContain('has no route');
        expect(response.status).not.toBe(405);
      }
    }
  });
});

/** The installed font families are examples. */
function withoutFonts(schema: string): unknown {
  return JSON.parse(schema, (key, value: unknown) => (key === 'examples' ? undefined : value));
}
