import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Manifest } from './kustomize.js';

const require = createRequire(import.meta.url);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The package with the type of an API version, without the one of KEDA. */
function typeModule(apiVersion: string): string {
  const [group, version = null] = apiVersion.split('/');
  if (version === null) return `kubernetes-types/core/${group}.d.ts`;
  return `kubernetes-types/${group!.replace(/\.k8s\.io$/, '')}/${version}.d.ts`;
}

const isKeda = ({ apiVersion }: Manifest) => apiVersion.startsWith('keda.sh/');

/** What the OpenAPI schema of Kubernetes, or of KEDA, says against an object, or null. */
export function schemaProblems(one: Manifest): string | null {
  const path = isKeda(one)
    ? `@kubernetes-models/keda/${one.apiVersion}`
    : `kubernetes-models/${one.apiVersion}`;
  const models = require(`${path}/${one.kind}`) as Record<
    string,
    new (data: object) => { validate(): void }
  >;
  try {
    new models[one.kind]!(one).validate();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Fields that Kubernetes does not know, which its schemas allow and the API server drops. The compiler finds them in
 * literals of the types of Kubernetes.
 */
export function excessFields(all: readonly Manifest[]): string[] {
  const checked = all.filter((one) => !isKeda(one));
  const lines = checked.map((one, index) => {
    const module = join(ROOT, 'node_modules', typeModule(one.apiVersion)).replace('.d.ts', '.js');
    const type = `import('${module}').${one.kind}`;
    return `export const object${index}: ${type} = ${JSON.stringify(one)};`;
  });
  const file = join(ROOT, 'test/support/manifests-in-memory.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  const text = lines.join('\n');
  host.fileExists = (name) => name === file || disk.fileExists(name);
  host.readFile = (name) => (name === file ? text : disk.readFile(name));
  host.getSourceFile = (name, ...more) =>
    name === file
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : disk.getSourceFile(name, ...more);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
