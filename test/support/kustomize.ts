import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

/** An object of Kubernetes. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  spec?: object;
  data?: Record<string, string>;
}

interface Kustomization {
  readonly namespace?: string;
  readonly resources?: readonly string[];
  readonly components?: readonly string[];
  readonly labels?: readonly { pairs: Record<string, string> }[];
  readonly configMapGenerator?: readonly {
    name: string;
    behavior?: string;
    literals: readonly string[];
  }[];
  readonly patches?: readonly { target: { kind: string; name?: string }; patch: string }[];
  readonly images?: readonly unknown[];
}

const KNOWN = new Set([
  ...['apiVersion', 'kind', 'namespace', 'resources', 'components', 'labels'],
  ...['configMapGenerator', 'patches', 'images'],
]);

/**
 * Builds a kustomization: the part of kustomize that `deploy/` uses, without hashes in names. Everything else is
 * an error, and so is a patch without a target.
 */
export async function buildKustomization(folder: string): Promise<Manifest[]> {
  return build(folder, []);
}

async function build(folder: string, given: readonly Manifest[]): Promise<Manifest[]> {
  const text = await readFile(join(folder, 'kustomization.yaml'), 'utf8');
  const kustomization = parse(text) as Kustomization;
  const unknown = Object.keys(kustomization).filter((name) => !KNOWN.has(name));
  if (unknown.length > 0)
    throw new Error(`${folder}: the test does not know ${unknown.join(', ')}`);
  let all: Manifest[] = [...given];
  for (const resource of kustomization.resources ?? []) {
    all.push(...(await readResource(join(folder, resource))));
  }
  for (const generator of kustomization.configMapGenerator ?? []) generate(all, generator);
  for (const { pairs } of kustomization.labels ?? []) for (const one of all) label(one, pairs);
  for (const component of kustomization.components ?? []) {
    all = await build(join(folder, component), all);
  }
  for (const patch of kustomization.patches ?? []) applyPatch(all, patch);
  const { namespace } = kustomization;
  if (namespace !== undefined) for (const one of all) one.metadata.namespace = namespace;
  return all;
}

async function readResource(path: string): Promise<Manifest[]> {
  if (!path.endsWith('.yaml')) return build(path, []);
  const documents = parseAllDocuments(await readFile(path, 'utf8'));
  return documents.map((one) => {
    if (one.errors.length > 0) throw one.errors[0]!;
    return one.toJSON() as Manifest;
  });
}

function generate(
  all: Manifest[],
  { name, behavior, literals }: NonNullable<Kustomization['configMapGenerator']>[number],
): void {
  const entries = literals.map((literal) => {
    const at = literal.indexOf('=');
    return [literal.slice(0, at), literal.slice(at + 1)];
  });
  const data = Object.fromEntries(entries) as Record<string, string>;
  const known = all.find((one) => one.kind === 'ConfigMap' && one.metadata.name === name);
  if ((known !== undefined) !== (behavior === 'merge')) throw new Error(`ConfigMap ${name}`);
  if (known) known.data = { ...known.data, ...data };
  else all.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}

/** Adds labels to an object, its pods, and its selectors, as `includeSelectors` does. */
function label(one: Manifest, pairs: Record<string, string>): void {
  one.metadata.labels = { ...one.metadata.labels, ...pairs };
  const spec = (one.spec ?? {}) as Record<string, never>;
  const { template, selector, podSelector } = spec as Record<string, Record<string, unknown>>;
  if (template) label(template as unknown as Manifest, pairs);
  for (const labels of [selector, podSelector]) {
    if (labels === undefined) continue;
    if (one.kind === 'Service') Object.assign(labels, pairs);
    else labels['matchLabels'] = { ...(labels['matchLabels'] as object), ...pairs };
  }
}

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly value?: unknown;
}

function applyPatch(
  all: readonly Manifest[],
  { target, patch }: NonNullable<Kustomization['patches']>[number],
): void {
  const targets = all.filter(
    ({ kind, metadata }) =>
      kind === target.kind && metadata.name === (target.name ?? metadata.name),
  );
  if (targets.length === 0) throw new Error(`No object for the patch of ${target.kind}`);
  for (const { op, path, value } of parse(patch) as Operation[]) {
    for (const one of targets) {
      const tokens = path.slice(1).split('/');
      const last = tokens.pop()!;
      const parent = tokens.reduce<Record<string, unknown>>(
        (at, token) => at[token] as Record<string, unknown>,
        one as unknown as Record<string, unknown>,
      );
      if (!(last in parent)) throw new Error(`${one.metadata.name} has no ${path}`);
      if (op === 'remove') delete parent[last];
      else if (op === 'replace') parent[last] = structuredClone(value);
      else throw new Error(`The test does not know the operation ${op}.`);
    }
  }
}
