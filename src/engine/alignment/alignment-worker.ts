import { Aligner, type AlignedScript, type AlignmentRequest } from './aligner.js';

const aligner = new Aligner();

/** Runs one alignment in a thread of the pool. */
export default function align(request: AlignmentRequest): Promise<AlignedScript> {
  return aligner.align(request);
}
