import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { loadConfig } from '../../src/config/load-config.js';
import { VARIABLES } from '../../src/config/variables.js';
import { expectProgram } from '../support/expect-program.js';
import { buildKustomization, type Manifest } from '../support/kustomize.js';
import { excessFields, schemaProblems } from '../support/kubernetes-schemas.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OVERLAYS = ['s3', 'folder'];
/** How long a process of the service takes to stop at most. */
const STOP_SECONDS = 10;

/** What operators put into the Secret. */
const SECRETS = {
  DATABASE_URL: 'postgres://videocraft:secret@postgres:5432/videocraft',
  VIDEOCRAFT_SECURITY_API_KEY: 'a-secret-key',
  VIDEOCRAFT_SECURITY_CSRF_SECRET: 'a-csrf-secret',
};
const STORE_SECRETS = {
  VIDEOCRAFT_S3_ACCESS_KEY_ID: 'access',
  VIDEOCRAFT_S3_SECRET_ACCESS_KEY: 'secret',
};

interface Container {
  readonly name: string;
  readonly command?: string[];
  readonly env?: { name: string; value: string }[];
  readonly envFrom?: { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  readonly lifecycle?: { preStop?: { sleep?: { seconds: number } } };
  readonly securityContext: object;
  readonly resources: { requests: object; limits: object };
  readonly volumeMounts: { name: string; mountPath: string }[];
}
interface PodSpec {
  readonly containers: Container[];
  readonly securityContext: object;
  readonly serviceAccountName: string;
  readonly terminationGracePeriodSeconds?: number;
  readonly volumes: { name: string; persistentVolumeClaim?: { claimName: string } }[];
}
interface PodTemplate {
  readonly metadata: { labels: Record<string, string> };
  readonly spec: PodSpec;
}

const templateOf = ({ spec }: Manifest) => (spec as { template?: PodTemplate })?.template;
const workloads = (all: readonly Manifest[]) => all.filter((one) => templateOf(one) !== undefined);
const named = (all: readonly Manifest[], kind: string, name: string) =>
  all.find((one) => one.kind === kind && one.metadata.name === name);

describe.each(OVERLAYS)('the Kubernetes overlay %s', (overlay) => {
  let all: Manifest[];

  beforeAll(async () => {
    all = await buildKustomization(`${ROOT}deploy/kubernetes/overlays/${overlay}`);
  });

  it('has valid objects without unknown fields', async () => {
    expect(all.length).toBeGreaterThan(8);
    for (const one of all) expect([one.kind, schemaProblems(one)]).toEqual([one.kind, null]);
    expect(excessFields(all)).toEqual([]);
  });

  it('refers only to what exists', () => {
    for (const workload of workloads(all)) {
      const { spec } = templateOf(workload)!;
      expect(named(all, 'ServiceAccount', spec.serviceAccountName)).toBeDefined();
      const volumes = spec.volumes.map(({ name }) => name);
      for (const { envFrom = [], volumeMounts } of spec.containers) {
        for (const { name } of volumeMounts) expect(volumes).toContain(name);
        for (const { configMapRef, secretRef } of envFrom) {
          if (configMapRef) expect(named(all, 'ConfigMap', configMapRef.name)).toBeDefined();
          // Secrets are the operator's.
          if (secretRef) expect(secretRef.name).toBe('videocraft');
        }
      }
      for (const { persistentVolumeClaim: claim } of spec.volumes) {
        if (claim) expect(named(all, 'PersistentVolumeClaim', claim.claimName)).toBeDefined();
      }
    }
    for (const { spec } of all) {
      const target = (spec as { scaleTargetRef?: { name: string } })?.scaleTargetRef;
      if (target) expect(named(all, 'Deployment', target.name)).toBeDefined();
    }
  });

  it('selects pods that exist', () => {
    const labels = workloads(all).map((one) => templateOf(one)!.metadata.labels);
    const external = new Set(['postgres', 'store']);
    let selectors = 0;
    for (const one of all) {
      for (const selector of selectorsIn(one)) {
        if (external.has(selector['app.kubernetes.io/component'] ?? '')) continue;
        const found = labels.some((pod) =>
          Object.entries(selector).every(([name, value]) => pod[name] === value),
        );
        expect([one.kind, one.metadata.name, selector, found]).toEqual([
          ...[one.kind, one.metadata.name, selector, true],
        ]);
        selectors++;
      }
    }
    expect(selectors).toBeGreaterThan(5);
  });

  it('has containers without rights, with bounds, and with time to stop', () => {
    for (const workload of workloads(all)) {
      const { spec } = templateOf(workload)!;
      expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
      for (const container of spec.containers) {
        expect(container.securityContext).toMatchObject({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(Object.keys(container.resources.limits)).toContain('memory');
        expect(Object.keys(container.resources.requests)).toEqual(
          expect.arrayContaining(['cpu', 'memory']),
        );
        expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toEqual(['/data', '/tmp']);
        if (workload.kind !== 'Deployment') continue;
        const waits = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
        expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(waits + STOP_SECONDS);
      }
    }
  });

  it('has settings that the service accepts, and programs that exist', async () => {
    for (const workload of workloads(all)) {
      for (const { env = [], envFrom = [], command } of templateOf(workload)!.spec.containers) {
        const maps = envFrom.flatMap(({ configMapRef }) =>
          configMapRef ? [named(all, 'ConfigMap', configMapRef.name)!.data!] : [],
        );
        const given = Object.fromEntries(env.map(({ name, value }) => [name, value]));
        const secrets = { ...SECRETS, ...(overlay === 's3' ? STORE_SECRETS : {}) };
        const config = loadConfig({ ...secrets, ...Object.assign({}, ...maps), ...given });
        expect(config.migrateDatabase).toBe(false);
        await expectProgram(command);
      }
    }
  });

  it('asks each worker whether it lives, with time to start', async () => {
    const [worker] = templateOf(named(all, 'Deployment', 'videocraft-worker')!)!.spec.containers;
    const { livenessProbe, startupProbe } = worker as unknown as Record<
      string,
      { exec: { command: string[] }; timeoutSeconds: number }
    >;
    for (const probe of [livenessProbe!, startupProbe!]) {
      expect(probe.exec.command.at(-1)).toBe('dist/src/check-worker.js');
      expect(probe.timeoutSeconds).toBeGreaterThanOrEqual(10);
      await expectProgram(probe.exec.command);
    }
  });

  it('scales workers by queries that the service answers', async () => {
    const scaled = all.filter(({ kind }) => kind === 'ScaledObject');
    expect(scaled).toHaveLength(overlay === 's3' ? 1 : 0);
    const worker = named(all, 'Deployment', 'videocraft-worker')!;
    // The scaler and the Deployment would fight about the number.
    expect((worker.spec as object).hasOwnProperty('replicas')).toBe(overlay !== 's3');
  });
});

it('the manifests name only variables that exist', async () => {
  const known: string[] = Object.values(VARIABLES).map(({ name }) => name);
  for (const file of ['api', 'worker', 'migration']) {
    const text = await readFile(`${ROOT}deploy/kubernetes/base/${file}.yaml`, 'utf8');
    const documents = parseAllDocuments(text).map((one) => JSON.stringify(one.toJSON()));
    for (const [name] of documents.join('').matchAll(/VIDEOCRAFT_[A-Z_]+/g)) {
      expect(known).toContain(name);
    }
  }
});

/** Label selectors of an object, wherever they are. */
function selectorsIn(value: unknown, name = ''): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return [];
  const isPlain = name === 'matchLabels' || (name === 'selector' && !('matchLabels' in value));
  if (isPlain && Object.values(value).every((one) => typeof one === 'string')) {
    const labels = value as Record<string, string>;
    return 'kubernetes.io/metadata.name' in labels ? [] : [labels];
  }
  return Object.entries(value).flatMap(([key, inner]) => selectorsIn(inner, key));
}
