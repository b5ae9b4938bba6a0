import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  heartbeatFile,
  heartbeatProblem,
  LONGEST_SILENCE_MS,
  startHeartbeat,
} from './heartbeat.js';

describe('the heartbeat of workers', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'videocraft-beat-'))));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is there from the start to the stop', () => {
    expect(heartbeatProblem(dataDir)).toMatch(/No worker has started.*ENOENT/);
    const stop = startHeartbeat(dataDir, () => true);
    expect(heartbeatProblem(dataDir)).toBeNull();
    expect(statSync(heartbeatFile(dataDir)).size).toBe(0);
    stop();
    expect(heartbeatProblem(dataDir)).not.toBeNull();
  });

  it('ends with the last worker, and grows old', () => {
    const stop = startHeartbeat(dataDir, () => false);
    expect(heartbeatProblem(dataDir)).not.toBeNull();
    stop();
    startHeartbeat(dataDir, () => true)();
    const again = startHeartbeat(dataDir, () => true);
    const old = new Date(Date.now() - LONGEST_SILENCE_MS - 10_000);
    utimesSync(heartbeatFile(dataDir), old, old);
    expect(heartbeatProblem(dataDir)).toMatch(/for 4\d seconds/);
    again();
  });

  it('does not prevent a start in a data folder that cannot be written', () => {
    writeFileSync(join(dataDir, 'heartbeats'), '');
    const stop = startHeartbeat(dataDir, () => true);
    expect(heartbeatProblem(dataDir)).toMatch(/ENOTDIR/);
    stop();
  });
});
