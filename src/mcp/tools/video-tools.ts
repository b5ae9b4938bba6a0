import { list } from '../../core/fields/composites.js';
import { boolean, integer, number, text } from '../../core/fields/scalars.js';
import { isFinal } from '../../core/job/job-status.js';
import { MOST_STILLS } from '../../core/project/types/project.js';
import type { AgentWork, ToolCall } from '../work/agent-work.js';
import { job, project, projectFile, sourceOf, wait } from './arguments.js';
import { describeJob } from './describe-job.js';
import { bulleted } from './texts.js';
import { type AnswerPart, READS, type Tool, tool } from './tool.js';
import { counted } from '../../core/util/counted.js';

const LONGEST_SECONDS = 14_400;
const MOST_RECENT = 10;
const WORDS_AT_ONCE = 200;
const MOST_WORDS = 1_000_000;

/** Whether tools read and write files of this machine. */
export interface VideoToolOptions {
  readonly hasFiles: boolean;
}

/** The tools that make videos. */
export function videoTools(work: AgentWork, options: VideoToolOptions): Tool[] {
  return [
    validateTool(work, options),
    stillTool(work, options),
    renderTool(work, options),
    followTool(work),
    cancelTool(work),
    transcriptTool(work),
  ];
}

function validateTool(work: AgentWork, { hasFiles }: VideoToolOptions): Tool {
  return tool({
    name: 'validate_project',
    title: 'Validate a video config',
    description:
      'Checks a video config without rendering it. Returns all issues at once, each with the JSON pointer of ' +
      'the field. Call it before make_still and render_video.',
    hints: READS,
    scopes: ['videos:write'],
    fields: { project, ...(hasFiles ? { file: projectFile } : {}) },
    async answer(args) {
      const { estimate, warnings } = await work.check(sourceOf(args));
      return [
        'The config is valid.',
        estimate,
        ...(warnings.length > 0 ? ['Warnings:', bulleted(warnings, MOST_RECENT)] : []),
      ].join('\n');
    },
  });
}

function stillTool(work: AgentWork, { hasFiles }: VideoToolOptions): Tool {
  return tool({
    name: 'make_still',
    title: 'Look at moments of a video',
    description:
      `Renders up to ${MOST_STILLS} frames of a video as small pictures, much faster than the video. Look at them ` +
      'before render_video: is each text readable and inside the frame, does each picture show the right part, ' +
      'do captions cover something?',
    hints: { ...READS, openWorldHint: true },
    scopes: ['videos:write', 'videos:read', 'jobs:read'],
    fields: {
      project,
      ...(hasFiles ? { file: projectFile } : {}),
      at: list(number({ min: 0, max: LONGEST_SECONDS, unit: 'seconds' }), {
        min: 1,
        max: MOST_STILLS,
      })
        .required()
        .describe('The times of the frames in seconds, such as [0.5, 4].'),
      wait,
    },
    async answer(args, call) {
      const request = { source: sourceOf(args), stills: args.at, output: null, overwrite: false };
      const id = await work.submit(request);
      return answerOf(work, id, args.wait, call);
    },
  });
}

function renderTool(work: AgentWork, { hasFiles }: VideoToolOptions): Tool {
  return tool({
    name: 'render_video',
    title: 'Render a video',
    description:
      'Renders a video config to an MP4 with caption files. Waits a while, and returns the ID of the job at the ' +
      'latest then; follow_job waits on.',
    hints: {
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: true,
    },
    scopes: ['videos:write', 'jobs:read'],
    fields: {
      project,
      wait,
      ...(hasFiles
        ? {
            file: projectFile,
            output: text(1_000)
              .orNull()
              .describe('The MP4 to write, in the root folder. Default: a new file in `videos`.'),
            overwrite: boolean().default(false).describe('Replaces an existing file.'),
          }
        : {}),
    },
    async answer(args, call) {
      const { output = null, overwrite = false } = args as Partial<OutputArguments>;
      const id = await work.submit({ source: sourceOf(args), stills: null, output, overwrite });
      return answerOf(work, id, args.wait, call);
    },
  });
}

interface OutputArguments {
  readonly output: string | null;
  readonly overwrite: boolean;
}

function followTool(work: AgentWork): Tool {
  return tool({
    name: 'follow_job',
    title: 'Follow a job',
    description:
      'Waits for the end of a job, and returns its state, files, and warnings. Without a job, it lists the newest ' +
      'jobs.',
    hints: READS,
    scopes: ['jobs:read'],
    fields: { job: job.orNull(), wait },
    async answer(args, call) {
      if (args.job !== null) return answerOf(work, args.job, args.wait, call);
      const jobs = await work.recent(MOST_RECENT);
      if (jobs.length === 0) return 'There are no jobs yet.';
      return jobs
        .map(({ id, status, progress }) => `${id}: ${status}, ${Math.floor(progress)} %`)
        .join('\n');
    },
  });
}

function cancelTool(work: AgentWork): Tool {
  return tool({
    name: 'cancel_job',
    title: 'Cancel a job',
    description: 'Cancels a job that has not ended. Its video is not made.',
    hints: {
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: true,
      openWorldHint: false,
    },
    scopes: ['jobs:cancel'],
    fields: { job: job.required() },
    answer: async (args) => describeJob(await work.cancel(args.job)),
  });
}

function transcriptTool(work: AgentWork): Tool {
  return tool({
    name: 'get_transcript',
    title: 'Read the captions of a video',
    description:
      `Returns the words of a finished video with their times in seconds, ${WORDS_AT_ONCE} at once. Compare them ` +
      'with the script.',
    hints: READS,
    scopes: ['videos:read'],
    fields: {
      job: job.required(),
      offset: integer({ min: 0, max: MOST_WORDS })
        .default(0)
        .describe('The number of words to skip.'),
    },
    async answer(args) {
      const { language, method, words } = await work.transcript(args.job);
      const shown = words.slice(args.offset, args.offset + WORDS_AT_ONCE);
      const next = args.offset + shown.length;
      return [
        `${counted(words.length, 'word')}, language ${language}, times ${method}. Each line: start, end, word.`,
        ...shown.map(({ word, start, end }) => `${start.toFixed(2)} ${end.toFixed(2)} ${word}`),
        ...(next < words.length ? [`For more, set offset to ${next}.`] : []),
      ].join('\n');
    },
  });
}

/** Waits for a job, and describes it. Stills come as pictures, and are forgotten. */
async function answerOf(
  work: AgentWork,
  id: string,
  seconds: number,
  call: ToolCall,
): Promise<AnswerPart[]> {
  const state = await work.follow(id, seconds, call);
  const isDiscarded = state.hasStills && isFinal(state.status);
  // Addresses of files that are deleted below would lead nowhere.
  const described = describeJob(isDiscarded ? { ...state, files: [] } : state);
  const text = { type: 'text', text: described } as const;
  if (!isDiscarded) return [text];
  const pictures = state.status === 'completed' ? await work.pictures(id) : [];
  await work.discard(id);
  return [
    ...pictures.map(({ bytes, mimeType }) => ({
      type: 'image' as const,
      data: bytes.toString('base64'),
      mimeType,
    })),
    text,
  ];
}
