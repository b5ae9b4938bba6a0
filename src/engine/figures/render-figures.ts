/** The measurements of a finished render. */
export interface RenderFigures {
  readonly steps: readonly { readonly step: string; readonly seconds: number }[];
  readonly segments: { readonly total: number; readonly cached: number };
}
