/**
 * Fails if a tracked file contains a secret, such as an access token or a private key. Prints the places,
 * not the secrets.
 *
 *     node tools/secrets.mjs [FOLDER]
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

/** Keys that only identify test servers (see the README there). */
const TEST_KEYS = /^test\/fixtures\/tls\/\w+\.pem$/;
const RULES = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }];

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
for (const file of listed.split('\0')) {
  if (file !== '' && !TEST_KEYS.test(file)) await check(file);
}

async function check(file) {
  const content = readFileSync(join(root, file), 'latin1');
  if (content.includes('\0')) return;
  const { messages } = await lintSource({
    source: { filePath: join(root, file), content, contentType: 'text', ext: '' },
    options: { config: { rules: RULES }, noPhysicFilePath: true },
  });
  for (const { loc, messageId } of messages) {
    process.stderr.write(`${file}:${loc.start.line} contains a secret (${messageId}).\n`);
    process.exitCode = 1;
  }
}
