import type { RenderReport } from '../../pipeline/types/render-context.js';
import { counted } from '../../core/util/counted.js';

/** Describes a finished video and the files next to it, one line each. */
export function describeReport(report: RenderReport, paths: readonly string[]): string {
  const { durationSeconds, frames, files } = report;
  const video = `${durationSeconds.toFixed(2)} s, ${counted(frames, 'frame')}, `;
  return files
    .map(({ sizeBytes }, index) => {
      return `${paths[index]!}: ${index === 0 ? video : ''}${sizeBytes} bytes\n`;
    })
    .join('');
}

/** The same for programs: a line of JSON. */
export function reportAsJson(
  report: RenderReport,
  outputPath: string,
  paths: readonly string[],
): string {
  const { outputDir: _, files, ...rest } = report;
  const finished = files.map((file, index) => ({ path: paths[index], ...file }));
  return `${JSON.stringify({ outputPath, files: finished, ...rest })}\n`;
}
