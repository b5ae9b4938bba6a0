import { count } from './app.js';

const SIZES = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** Numbers with their units. */
export const units = {
  /** 1536 is "1.5 KB". */
  bytes: (bytes: number): string => {
    let size = bytes;
    let at = 0;
    while (size >= 1024 && at < SIZES.length - 1) {
      size /= 1024;
      at++;
    }
    const digits = at === 0 || size >= 100 ? 0 : 1;
    return `${size.toLocaleString('en', { maximumFractionDigits: digits })} ${SIZES[at]}`;
  },
  /** The time as players show it: 65.9 is "1:05". */
  clock: (seconds: number): string => {
    const whole = Math.floor(seconds);
    const parts = [Math.floor(whole / 60) % 60, whole % 60];
    if (whole >= 3_600) parts.unshift(Math.floor(whole / 3_600));
    return parts
      .map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0')))
      .join(':');
  },
  /** How long something took: "0.2 s", "12 s", "3 min 20 s", "2 h 5 min". */
  took: (seconds: number): string => {
    if (seconds < 0.01) return '0 s';
    if (seconds < 10) return `${Number(seconds.toFixed(seconds < 1 ? 2 : 1))} s`;
    const whole = Math.round(seconds);
    if (whole < 60) return `${whole} s`;
    if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
    if (whole < 86_400)
      return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
    return `${count(Math.floor(whole / 86_400), 'day')} ${Math.floor((whole % 86_400) / 3_600)} h`;
  },
  /** How long something is: "16.5 s", or as `took` from a minute on. */
  length: (seconds: number): string =>
    seconds < 60 ? `${Number(seconds.toFixed(1))} s` : units.took(seconds),
  /** What is expected to remain: rounded, because nobody knows it better. */
  about: (seconds: number): string => {
    if (seconds < 5) return 'a few seconds';
    if (seconds < 60) return `about ${Math.ceil(seconds / 5) * 5} seconds`;
    if (seconds < 3_600) return `about ${count(Math.round(seconds / 60), 'minute')}`;
    return `about ${count(Math.round(seconds / 3_600), 'hour')}`;
  },
  number: (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 }),
  percent: (value: number) => `${Math.round(value)}%`,
  at: (iso: string) =>
    new Date(iso).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' }),
} as const;
