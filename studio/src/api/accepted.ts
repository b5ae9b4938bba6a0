import type {
  FieldError,
  Validation,
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
  readonly answer: Promise<Validation>;
}

let last: Question | null = null;

/** What the service says of a video. It is asked once about each version, however many places want to know. */
export function validationOf(api: VideoCraft, video: VideoRequest): Promise<Validation> {
  const text = JSON.stringify(video);
  if (last?.api === api && last.text === text) return last.answer;
  const question: Question = { api, text, answer: api.previews.validate(video) };
  last = question;
  // The next place asks again.
  question.answer.catch(() => {
    if (last === question) last = null;
  });
  return question.answer;
}

/**
 * Waits until the service has looked at a video, before it is asked for a preview.
 *
 * @throws VideoRefused
 */
export async function requireAccepted(api: VideoCraft, video: VideoRequest): Promise<void> {
  // If the service does not say, the preview says why.
  const answer = await validationOf(api, video).catch(() => null);
  if (answer?.valid === false) throw new VideoRefused(answer.issues);
}
