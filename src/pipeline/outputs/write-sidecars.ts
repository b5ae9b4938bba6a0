import type { FrameSize } from '../../core/captions/caption-page.js';
import { writeAssFile } from '../../core/captions/write/write-ass-file.js';
import { writeSrt } from '../../core/captions/write/write-srt.js';
import { writeTranscript } from '../../core/captions/write/write-transcript.js';
import { writeVtt } from '../../core/captions/write/write-vtt.js';
import { type OutputFile, SUBTITLE_FORMATS, subtitlesFile } from '../../core/job/output-file.js';
import { writeTextOutput } from './output-files.js';
import type { PlannedCaptions } from '../types/planned-video.js';

/** Writes the captions of a video in every format, next to the video. */
export async function writeSidecars(
  folder: string,
  { element, pages, timing }: PlannedCaptions,
  frame: FrameSize,
): Promise<OutputFile[]> {
  const { settings, language } = element;
  const contents = {
    srt: writeSrt(pages),
    vtt: writeVtt(pages),
    ass: writeAssFile(pages, settings, frame, language),
    json: writeTranscript(timing, language),
  };
  const files: OutputFile[] = [];
  for (const format of SUBTITLE_FORMATS) {
    const name = subtitlesFile(format);
    files.push(await writeTextOutput(folder, name, 'subtitles', contents[format]));
  }
  return files;
}
