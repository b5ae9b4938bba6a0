import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RenderReport } from '../../pipeline/types/render-context.js';
import { moveOutputFiles } from '../files/move-output-files.js';
import { printWarnings } from '../terminal/exit.js';
import { describeReport, reportAsJson } from './show-report.js';

/** Takes the files of a finished video, and says where they are. */
export type VideoTarget = (report: RenderReport, signal: AbortSignal) => Promise<void>;

interface FileOptions {
  /** Prints a line of JSON, which contains the warnings. */
  readonly json: boolean;
  readonly onFile: (path: string) => void;
}

/** Moves the files to their paths, and prints these. */
export function fileTarget(outputPath: string, { json, onFile }: FileOptions): VideoTarget {
  return async (report) => {
    const paths = await moveOutputFiles(report.outputDir, report.files, outputPath);
    paths.forEach(onFile);
    if (json) {
      process.stdout.write(reportAsJson(report, outputPath, paths));
      return;
    }
    process.stdout.write(describeReport(report, paths));
    printWarnings(report.warnings);
  };
}

/** Copies the finished video to a stream. A pipe can be played, because the video is complete by then. */
export function streamTarget(output: Writable): VideoTarget {
  return async (report, signal) => {
    const [video, ...others] = report.files;
    await pipeline(createReadStream(join(report.outputDir, video!.name)), output, { signal });
    process.stderr.write(describeReport({ ...report, files: [video!] }, ['standard output']));
    const names = others.map(({ name }) => name).join(', ');
    const unsaved = `Only the video is written to the standard output. Not saved: ${names}.`;
    printWarnings([...report.warnings, ...(others.length > 0 ? [unsaved] : [])]);
  };
}
