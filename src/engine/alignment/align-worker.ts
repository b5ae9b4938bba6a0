import { Aligner, type AlignedScript, type AlignRequest } from './aligner.js';

const aligner = new Aligner();

/** The task of an alignment thread. */
export default function align(request: AlignRequest): Promise<AlignedScript> {
  return aligner.align(request);
}
