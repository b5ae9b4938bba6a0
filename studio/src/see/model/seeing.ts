import { useEffect } from 'preact/hooks';
import { useTimeline } from '../../timeline/timeline-store.js';
import { publishFailure } from './failure-problems.js';
import { followPlayhead } from './stills.js';

let users = 0;
let ends: (() => void)[] = [];

/** Keeps the picture and the timeline up to date while a component that shows one of them is there. */
export function useSeeing(): void {
  useTimeline();
  useEffect(() => {
    if (users++ === 0) ends = [followPlayhead(), publishFailure()];
    return () => {
      if (--users > 0) return;
      for (const end of ends) end();
      ends = [];
    };
  }, []);
}
