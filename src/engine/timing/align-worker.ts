import type { TimedWord } from '../../core/timing/types.js';
import { Aligner, type AlignRequest } from './aligner.js';

const aligner = new Aligner();

/** The task of an alignment thread. */
export default function align(request: AlignRequest): Promise<TimedWord[] | null> {
  return aligner.align(request);
}
