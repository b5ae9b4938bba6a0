import { type OutputFile, subtitlesFile } from '../core/job/output-file.js';
import type { VideoResult } from '../engine/jobs/job-result.js';
import type { JobEntity } from '../engine/jobs/job.entity.js';
import type { LinkTo } from '../http/routes/links.js';
import type { VideoDto } from './videos.dto.js';

/** Maps a job to the video that the API shows. */
export function toVideoDto(job: JobEntity, link: LinkTo): VideoDto {
  const { result } = job;
  const self = link(`/videos/${job.id}`);
  const jobLink = link(`/jobs/${job.id}`);
  return {
    id: job.id,
    status: job.status,
    created_at: job.createdAt.toISOString(),
    completed_at: result && job.finishedAt ? job.finishedAt.toISOString() : null,
    ...toProperties(result),
    subtitle_tracks: result && toSubtitleTracks(result, self),
    files: (result?.files ?? []).map((file) => toFileDto(file, self)),
    steps: job.steps,
    warnings: job.warnings,
    links: {
      self,
      job: jobLink,
      events: `${jobLink}/events`,
      download: result ? `${self}/download` : null,
      transcript: result?.subtitles ? `${self}/transcript` : null,
    },
  };
}

/** The properties of the finished video; null before. */
function toProperties(result: VideoResult | null) {
  const video = result?.files[0];
  return {
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
    segments: result?.segments ?? null,
    max_drift_frames: result?.maxDriftFrames ?? null,
  };
}

function toSubtitleTracks({ subtitles }: VideoResult, self: string) {
  if (!subtitles) return [];
  const url = (format: string) => `${self}/${subtitlesFile(format)}`;
  const urls = { srt: url('srt'), vtt: url('vtt'), ass: url('ass'), json: url('json') };
  return [{ ...subtitles, urls }];
}

function toFileDto({ name, kind, contentType, sizeBytes, sha256 }: OutputFile, self: string) {
  return {
    name,
    kind,
    sha256,
    content_type: contentType,
    size_bytes: sizeBytes,
    url: `${self}/files/${name}`,
  };
}
