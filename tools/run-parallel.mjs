/**
 * Runs npm scripts side by side, one for each core, and prints the output of each when it ends.
 * Fails if one fails.
 *
 *     node tools/run-parallel.mjs format lint types
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const waiting = process.argv.slice(2);

function run(script) {
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(output));
      if (code !== 0) {
        process.stdout.write(`npm run ${script} failed.\n`);
        process.exitCode = 1;
      }
      resolve();
    });
  });
}

async function runWaiting() {
  for (let script = waiting.shift(); script; script = waiting.shift()) await run(script);
}

await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));
