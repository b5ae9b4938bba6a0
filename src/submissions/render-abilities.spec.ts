import { loadConfig } from '../config/load-config.js';
import type { WorkerRegistry } from '../engine/fleet/worker-registry.js';
import { RenderAbilities } from './render-abilities.js';

const VOICES = [
  {
    pointer: '/scenes/0/elements/0',
    voice: {
      ...{ voice: null, model: null, connection: null, provider: null },
      ...{ language: null, speed: 1, pitch: 0, script: 'Hello.' },
    },
  },
];

/** The abilities of a machine that neither hears nor speaks, with a worker elsewhere. */
function abilitiesWith(can: readonly string[]): RenderAbilities {
  const config = loadConfig({ VIDEOCRAFT_RECOGNITION_MODEL: 'none' });
  const fulfilling = (needs: readonly string[]) =>
    Promise.resolve({ exists: needs.every((need) => can.includes(need)) });
  return new RenderAbilities(config, { fulfilling } as unknown as WorkerRegistry);
}

describe('RenderAbilities', () => {
  it('says what neither this machine nor a worker can do', async () => {
    const abilities = abilitiesWith([]);
    expect(await abilities.recognitionProblem()).toBe('speech recognition is not enabled');
    expect(await abilities.voiceIssues(VOICES)).toEqual([
      { pointer: '/scenes/0/elements/0', message: expect.stringContaining('No voice engine') },
    ]);
  });

  it('has no doubts if a worker of another machine can do it', async () => {
    const abilities = abilitiesWith(['recognition', 'voice']);
    expect(await abilities.recognitionProblem()).toBeNull();
    expect(await abilities.voiceIssues(VOICES)).toEqual([]);
  });
});
