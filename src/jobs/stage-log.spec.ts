import type { AuditEventType } from '../engine/audit/audit-event.entity.js';
import { stageLog } from './stage-log.js';

const at = (seconds: number) => new Date(1_764_000_000_000 + seconds * 1000);
const event = (type: AuditEventType, seconds: number, step?: string) => ({
  type,
  at: at(seconds),
  data: step ? { step } : {},
});

describe('stageLog', () => {
  it('uses the measurements of the worker for a completed job', () => {
    const steps = [{ step: 'fetch', seconds: 0.25 } as const];
    const log = stageLog({ steps, finishedAt: at(9) }, [event('job.step', 1, 'probe')]);
    expect(log).toEqual([{ step: 'fetch', seconds: 0.25 }]);
  });

  it('lists the steps of the last attempt, the running step without a duration', () => {
    const events = [
      event('job.accepted', 0),
      event('job.started', 1),
      event('job.step', 2, 'fetch'),
      event('job.started', 10),
      event('job.step', 11, 'fetch'),
      event('job.step', 12.5, 'segments'),
    ];
    expect(stageLog({ steps: [], finishedAt: null }, events)).toEqual([
      { step: 'fetch', seconds: 1.5 },
      { step: 'segments', seconds: null },
    ]);
    expect(stageLog({ steps: [], finishedAt: at(14) }, events).at(-1)).toEqual({
      step: 'segments',
      seconds: 1.5,
    });
  });

  it('is empty before the first step', () => {
    expect(stageLog({ steps: [], finishedAt: null }, [event('job.accepted', 0)])).toEqual([]);
    expect(stageLog({ steps: [], finishedAt: null }, [event('job.started', 0)])).toEqual([]);
  });
});
