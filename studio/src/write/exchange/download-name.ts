/** The name of the file for a video: that of the video itself, as far as file systems accept it. */
export function downloadName(value: unknown): string {
  const { filename } = (value ?? {}) as { filename?: unknown };
  const name = typeof filename === 'string' ? filename.replace(/\.mp4$/i, '') : '';
  const clean = name.replaceAll(/[\\/:*?"<>|{}\p{Cc}]/gu, '').trim();
  return `${clean === '' ? 'video' : clean}.json`;
}
