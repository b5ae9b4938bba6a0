/**
 * Loads the real `@nestjs/throttler` for Jest. The package is CommonJS and requires Nest, which is ESM
 * only. Node can load it, but the module loader of Jest can't before Node 24.9. Here, the files of the
 * package run with a `require` that returns the Nest modules that the tests import.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as common from '@nestjs/common';
import * as core from '@nestjs/core';

const nodeRequire = createRequire(import.meta.url);
const nest = { '@nestjs/common': common, '@nestjs/core': core };
const loaded = new Map();

function load(file) {
  const known = loaded.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const require = (name) => {
    if (nest[name]) return nest[name];
    if (!name.startsWith('.')) return nodeRequire(name);
    return load(nodeRequire.resolve(`${dirname(file)}/${name}`));
  };
  // `vm.compileFunction` would run it in Node's own realm, where Reflect knows none of the decorators.
  // oxlint-disable-next-line typescript/no-implied-eval
  const run = new Function('module', 'exports', 'require', readFileSync(file, 'utf8'));
  run(module, module.exports, require);
  return module.exports;
}

export const {
  InjectThrottlerStorage,
  normalizeIp,
  SkipThrottle,
  ThrottlerGuard,
  ThrottlerModule,
  ThrottlerStorage,
} = load(nodeRequire.resolve('../../node_modules/@nestjs/throttler/dist/index.js'));
