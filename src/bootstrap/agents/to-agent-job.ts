import type { JobEntity } from '../../engine/jobs/job.entity.js';
import type { AgentJob } from '../../mcp/work/agent-work.js';
import { counted } from '../../core/util/counted.js';

/** @param address of the video, or null for a key that cannot download it */
export function toAgentJob(job: JobEntity, address: string | null): AgentJob {
  const { id, status, progress, currentStep, result, warnings, errorCode, errorPointer } = job;
  const isKept = job.deletedAt === null;
  return {
    id,
    status,
    progress,
    step: currentStep,
    facts: factsOf(job),
    files:
      result && address !== null && isKept
        ? result.files.map(({ name }) => ({ name, place: `${address}/files/${name}` }))
        : [],
    warnings,
    error:
      errorCode === null
        ? null
        : { code: errorCode, message: job.errorMessage ?? '', pointer: errorPointer },
    hasStills: hasStills(job.config),
  };
}

function factsOf({ result, deletedAt }: JobEntity): string[] {
  if (deletedAt !== null) return ['The video was deleted'];
  if (!result) return [];
  const { durationSeconds, width, height, frameRate, subtitles } = result;
  const size = `${width}x${height}, ${Number(frameRate.toFixed(3))} frames per second`;
  const words = subtitles
    ? [`${counted(subtitles.words, 'word')} in the captions (${subtitles.method})`]
    : [];
  return [`${durationSeconds.toFixed(2)} s, ${size}`, ...words];
}

function hasStills(config: unknown): boolean {
  return Array.isArray((config as { stills?: unknown } | null | undefined)?.stills);
}
