import type { JobEntity } from '../engine/jobs/job.entity.js';
import { subtitlesFile } from '../core/job/output-file.js';
import type { LinkTo } from '../http/routes/links.js';
import type { VideoDto } from './videos.dto.js';

/** A video as the API tells it. */
export function toVideoDto(job: JobEntity, link: LinkTo): VideoDto {
  const { result } = job;
  const video = result?.files[0];
  const self = link(`/videos/${job.id}`);
  const urlOf = (format: string) => `${self}/${subtitlesFile(format)}`;
  const urls = {
    srt: urlOf('srt'),
    vtt: urlOf('vtt'),
    ass: urlOf('ass'),
    json: urlOf('json'),
  };
  const jobPath = link(`/jobs/${job.id}`);
  return {
    id: job.id,
    status: job.status,
    created_at: job.createdAt.toISOString(),
    completed_at: result && job.finishedAt ? job.finishedAt.toISOString() : null,
    size_bytes: video?.sizeBytes ?? null,
    sha256: video?.sha256 ?? null,
    duration_seconds: result?.durationSeconds ?? null,
    resolution: result ? `${result.width}x${result.height}` : null,
    width: result?.width ?? null,
    height: result?.height ?? null,
    frame_rate: result?.frameRate ?? null,
    frames: result?.frames ?? null,
    video_codec: result?.videoCodec ?? null,
    audio_codec: result?.audioCodec ?? null,
    subtitle_tracks: result && (result.subtitles ? [{ ...result.subtitles, urls }] : []),
    segments: result?.segments ?? null,
    max_drift_frames: result?.maxDriftFrames ?? null,
    files: (result?.files ?? []).map(({ name, kind, contentType, sizeBytes, sha256 }) => ({
      name,
      kind,
      sha256,
      content_type: contentType,
      size_bytes: sizeBytes,
      url: `${self}/files/${name}`,
    })),
    steps: job.steps,
    warnings: job.warnings,
    links: {
      self,
      job: jobPath,
      events: `${jobPath}/events`,
      download: result ? `${self}/download` : null,
      transcript: result?.subtitles ? `${self}/transcript` : null,
    },
  };
}
