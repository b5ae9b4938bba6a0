import { SetMetadata } from '@nestjs/common';

export const STREAMED_BODY = 'videocraft:streamed-body';

/** A route that reads its body itself. */
export interface StreamedBodyOptions {
  /** The media type of the bodies that it reads. Others are JSON as everywhere. Null: every type. */
  readonly type: string | null;
  /** What to send, for a body of another type. */
  readonly advice: string;
}

/** The route reads its body itself, as it arrives, instead of getting it parsed. */
export const StreamedBody = (options: StreamedBodyOptions) => SetMetadata(STREAMED_BODY, options);
