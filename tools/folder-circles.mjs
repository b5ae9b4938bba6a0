/**
 * Fails if folders of `src`, or of `studio/src`, import each other in a circle, directly or through others. Every folder
 * counts separately, so a folder and its own subfolder form a circle, too. Specs are excluded.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOTS = ['../src/', '../studio/src/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const IMPORTS = /(?:from|import|import\()\s*'(\.[^']+)\.js'/g;

for (const root of ROOTS) {
  const imports = importsBetweenFolders(root);
  for (const circle of findCircles(imports)) {
    process.exitCode = 1;
    process.stderr.write(`These folders import each other: ${circle.join(', ')}.\n`);
    for (const from of circle) {
      for (const [to, files] of imports.get(from)) {
        if (circle.includes(to)) process.stderr.write(`  ${from} -> ${to}: ${files.join(', ')}\n`);
      }
    }
  }
}

/** For each folder: the folders that it imports, with the files that do so. */
function importsBetweenFolders(root) {
  const graph = new Map();
  for (const path of readdirSync(root, { recursive: true })) {
    const file = path.replaceAll('\\', '/');
    if (!/\.tsx?$/.test(file) || file.endsWith('.spec.ts')) continue;
    const folder = dirname(file);
    if (!graph.has(folder)) graph.set(folder, new Map());
    for (const [, target] of readFileSync(join(root, file), 'utf8').matchAll(IMPORTS)) {
      const to = dirname(normalize(join(folder, target)).replaceAll('\\', '/'));
      if (to === folder || to.startsWith('..')) continue;
      const files = graph.get(folder).get(to) ?? [];
      graph.get(folder).set(to, [...new Set([...files, basename(file)])]);
    }
  }
  return graph;
}

/** The strongly connected components with more than one folder (Tarjan's algorithm). */
function findCircles(graph) {
  const circles = [];
  const stack = [];
  const order = new Map();
  const lowest = new Map();
  const visit = (folder) => {
    order.set(folder, order.size);
    lowest.set(folder, order.get(folder));
    stack.push(folder);
    for (const next of graph.get(folder)?.keys() ?? []) {
      if (!order.has(next)) {
        visit(next);
        lowest.set(folder, Math.min(lowest.get(folder), lowest.get(next)));
      } else if (stack.includes(next)) {
        lowest.set(folder, Math.min(lowest.get(folder), order.get(next)));
      }
    }
    if (lowest.get(folder) !== order.get(folder)) return;
    const circle = stack.splice(stack.indexOf(folder));
    if (circle.length > 1) circles.push(circle.toSorted((a, b) => a.localeCompare(b)));
  };
  for (const folder of graph.keys()) if (!order.has(folder)) visit(folder);
  return circles;
}
