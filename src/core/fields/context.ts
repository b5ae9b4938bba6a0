/** What the reader needs besides the config itself. */
export interface ProjectContext {
  /** Defaults of caption settings, in kebab-case. */
  readonly subtitleDefaults: Readonly<Record<string, unknown>>;
  /** Defaults of the caption settings of scenes: those of the subtitles element, as the config gives them. */
  readonly captionDefaults: Readonly<Record<string, unknown>>;
  /** True only on the command line: `src` can be a path. */
  readonly localSources: boolean;
  /** The canonical name of an installed font family, with aliases resolved, or null. */
  readonly resolveFont: (family: string) => string | null;
  readonly fontFamilies: readonly string[];
  /** Whether a browser draws pages of HTML. Missing: there is none. */
  readonly drawsHtml?: boolean;
  /** Size of the video in pixels. */
  readonly frame: { readonly width: number; readonly height: number };
  /** The number of groups and mattes around a value; missing outside of them. */
  readonly nesting?: number;
  /** Size of the group whose elements are read, in pixels. Its elements are placed in it like others in the frame. */
  readonly group?: { readonly width: number; readonly height: number };
}

/** For documents whose fields depend on neither fonts nor the size of a video, such as bodies of requests. */
export const NO_CONTEXT: ProjectContext = {
  subtitleDefaults: {},
  captionDefaults: {},
  localSources: false,
  resolveFont: () => null,
  fontFamilies: [],
  frame: { width: 0, height: 0 },
};
