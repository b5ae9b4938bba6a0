/** What reading a project needs to know besides the project. */
export interface ProjectContext {
  /** Caption settings for what a project leaves out, kebab-case. */
  readonly subtitleDefaults: Readonly<Record<string, unknown>>;
  /** True on the command line only: `src` may be a path. */
  readonly localSources: boolean;
  /** The canonical name of an installed family (aliases resolved), or null. */
  readonly resolveFont: (family: string) => string | null;
  readonly fontFamilies: readonly string[];
  /** Of the video, pixels. */
  readonly frame: { readonly width: number; readonly height: number };
}
