import picomatch from 'picomatch/posix.js';

/** Whether a path is meant; it has forward slashes. */
export type GlobMatcher = (path: string) => boolean;

/**
 * What a list of globs stands for: `*` stays inside a segment, `**` goes on through any number of them. A glob without
 * a slash is compared with the last segment, wherever that is; one that ends in a slash means all that is in the
 * folder; `!` takes out again.
 */
export function globMatcher(globs: readonly string[]): GlobMatcher {
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(matcherOf);
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => matcherOf(glob.slice(1)));
  return (path) => wanted.some((matches) => matches(path)) && !unwanted.some((matches) => matches(path));
}

const known = new Map<string, GlobMatcher>();

function matcherOf(glob: string): GlobMatcher {
  let matcher = known.get(glob);
  if (!matcher)
    known.set(
      glob,
      (matcher =
        glob === '' ? (): boolean => false : picomatch(fromStart(glob) || '**', { dot: true, nonegate: true })),
    );
  return matcher;
}

/**
 * The glob for a whole path: `./a` and `/a` start where every path starts, `a/` is a folder, `a` may stand anywhere.
 */
function fromStart(glob: string): string {
  const anchored = /^\.?\//.test(glob);
  const path = anchored ? glob.replace(/^\.?\//, '') : glob;
  const anywhere = !anchored && !path.slice(0, -1).includes('/');
  return `${anywhere ? '**/' : ''}${path}${path.endsWith('/') ? '**' : ''}`;
}

/**
 * A file as seen from a folder, both absolute with forward slashes. What is not in the folder keeps its whole path, so
 * that only globs that hold anywhere can match it.
 */
export function pathFrom(folder: string, file: string): string {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return file.startsWith(prefix) ? file.slice(prefix.length) : file.replace(/^\//, '');
}
