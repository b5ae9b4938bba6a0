import type { Config } from '../config/types.js';

/** What the service removes by itself, in one line for the operator. */
export function describeRetention(retention: Config['retention']): string {
  const { videoDays, videoBytes, jobDays, jobBytes, assetDays, assetBytes } = retention;
  const { auditMonths, auditBytes, templateRevisions } = retention;
  const bounds = [
    [videoDays, `videos for ${videoDays} days`],
    [videoBytes, `videos up to ${videoBytes} bytes`],
    [jobDays, `jobs for ${jobDays} days`],
    [jobBytes, `jobs up to ${jobBytes} bytes`],
    [assetDays, `assets for ${assetDays} days after their last use`],
    [assetBytes, `assets up to ${assetBytes} bytes`],
    [auditMonths, `audit events for ${auditMonths} months`],
    [auditBytes, `audit events up to ${auditBytes} bytes`],
    [templateRevisions, `${templateRevisions} revisions of a template`],
  ] as const;
  const kept = bounds.flatMap(([bound, text]) => (bound > 0 ? [text] : []));
  return kept.length > 0 ? kept.join(', ') : 'everything, until a client deletes it';
}
