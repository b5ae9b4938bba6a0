import { Aligner, type AlignedScript, type AlignmentRequest } from './aligner.js';

const aligner = new Aligner();

/** The task of an alignment thread. */
export default function align(request: AlignmentRequest): Promise<AlignedScript> {
  return aligner.align(request);
}
