import type { RenderQueue } from '../engine/jobs/render-queue.js';
import type { MachineCheck } from './machine-check.js';
import { MachineGate } from './machine-gate.js';

describe('MachineGate', () => {
  let calls: string[];
  let problem: string | null;
  /** Ends the job that runs, for which the queue waits before it resumes. */
  let endJob: () => void;
  let gate: MachineGate;

  beforeEach(() => {
    calls = [];
    problem = null;
    const jobEnded = new Promise<void>((resolve) => {
      endJob = resolve;
    });
    const check = { problem: async () => problem, distrust: () => {} };
    const queue = {
      pause: () => void calls.push('pause'),
      resume: async () => {
        await jobEnded;
        calls.push('resume');
      },
    };
    const link = {
      attempt: () => {},
      rendered: () => {},
      problem: (found: string | null) => void calls.push(`problem ${found}`),
      stuck: () => {},
    };
    gate = new MachineGate(check as unknown as MachineCheck, queue as unknown as RenderQueue, link);
  });

  it('does not wait for the job that waits for it', async () => {
    problem = 'The disk is full.';
    await gate.distrust(new Error('a render failed'));
    problem = null;
    await gate.distrust(new Error('a render failed'));
    expect(await gate.isOpen()).toBe(true);
    expect(calls).toEqual(['problem The disk is full.', 'pause', 'problem null']);
    endJob();
    await new Promise(setImmediate);
    expect(calls.at(-1)).toBe('resume');
  });

  it('pauses again if the machine failed while the queue waited', async () => {
    problem = 'The disk is full.';
    await gate.distrust(new Error('a render failed'));
    problem = null;
    await gate.distrust(new Error('a render failed'));
    problem = 'The disk is read-only.';
    expect(await gate.isOpen()).toBe(false);
    endJob();
    await new Promise(setImmediate);
    expect(calls.slice(-3)).toEqual(['pause', 'resume', 'pause']);
  });
});
