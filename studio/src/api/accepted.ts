import type {
  FieldError,
  VideoCraft,
  VideoRequest,
} from '../../../clients/typescript/src/index.js';

/** The service would refuse a video. Nothing is rendered of it, so nothing is asked for. */
export class VideoRefused extends Error {
  override readonly name = 'VideoRefused';

  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

interface Question {
  readonly api: VideoCraft;
  readonly text: string;
  readonly issues: Promise<readonly FieldError[]>;
}

let last: Question | null = null;

/** What is wrong with a video. The service is asked once about each version, however many places want to know. */
export function issuesOf(api: VideoCraft, video: VideoRequest): Promise<readonly FieldError[]> {
  const text = JSON.stringify(video);
  if (last?.api === api && last.text === text) return last.issues;
  const question: Question = {
    ...{ api, text },
    issues: api.previews.validate(video).then(({ issues }) => issues),
  };
  last = question;
  // The next place asks again.
  question.issues.catch(() => {
    if (last === question) last = null;
  });
  return question.issues;
}

/**
 * Waits until the service has looked at a video, before it is asked for a preview.
 *
 * @throws VideoRefused
 */
export async function requireAccepted(api: VideoCraft, video: VideoRequest): Promise<void> {
  // If the service does not say, the preview says why.
  const issues = await issuesOf(api, video).catch(() => []);
  if (issues.length > 0) throw new VideoRefused(issues);
}
