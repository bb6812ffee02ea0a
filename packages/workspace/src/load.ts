import { needsOf, type FileRole, type SourceFile, type TextNeeds } from '@podlint/engine';
import { pushAll } from '@podlint/plain';
import { type ArgumentProblem, type DiscoveryOptions, discover } from './discover.js';
import { FileRoles } from './file-roles.js';
import { type LongText, opened } from './long-text.js';
import { type Content, type LongTexts, readFile, readStream } from './read.js';
import { reasons } from './reasons.js';
import type { FoundFile } from './walk.js';

export interface LoadOptions extends DiscoveryOptions {
  /** Whether a file is left out, by its absolute path. */
  readonly isIgnored?: ((absolute: string) => boolean) | undefined;
  /** Default: held. */
  readonly longTexts?: LongTexts | undefined;
  readonly stdin?: {
    readonly stream: AsyncIterable<Buffer>;
    /** What the text is called in the report. */
    readonly path: string;
  };
  /** Reads a file by its absolute path; undefined: it is read from the disk. */
  readonly read?: ((absolute: string) => Content | undefined) | undefined;
}

export interface LoadedFile {
  readonly source: SourceFile;
  /** Where it can be written back to; undefined for standard input. */
  readonly absolute?: string | undefined;
  /** A digest of its text, if one is known. */
  readonly textName?: string;
  /** What its text needs; undefined for a file without one. */
  readonly needs?: TextNeeds;
}

/** A file whose text is too long to be held. */
export interface LongFile extends LongText {
  readonly source: { readonly path: string };
  /** Undefined for standard input. */
  readonly absolute?: string | undefined;
}

export interface LoadedFiles {
  /** Sorted by path (code units). */
  readonly files: readonly LoadedFile[];
  /** Those that are left to be read in pieces, sorted by path. */
  readonly longFiles: readonly LongFile[];
  /** What the user named and podlint cannot read. Not empty: the run is not what was asked for. */
  readonly problems: readonly ArgumentProblem[];
}

/** Finds and reads the files that the arguments stand for; `-` is standard input, no argument the working directory. */
export async function loadFiles(args: readonly string[], options: LoadOptions): Promise<LoadedFiles> {
  const wanted = args.length === 0 ? ['.'] : args;
  const found = discover(
    wanted.filter((argument) => argument !== '-'),
    options,
  );
  const { longTexts = 'held' } = options;
  const roles = new FileRoles();
  const results: (LoadedFile | LongFile | ArgumentProblem)[] = [];
  for (const file of found.files)
    pushAll(results, options.isIgnored?.(file.absolute) ? ignored(file) : [await readFound(file, options, roles)]);
  if (wanted.includes('-') && options.stdin)
    results.push(
      loaded(
        { path: options.stdin.path, origin: 'named' },
        await opened(await readStream(options.stdin.stream, longTexts)),
      ),
    );
  return {
    files: results.filter(isLoaded).sort(byPath),
    longFiles: results.filter((result): result is LongFile => 'pieces' in result).sort(byPath),
    problems: [...found.problems, ...results.filter((result) => 'message' in result)],
  };
}

/** What the user names stays in the report, so that nobody takes it for checked. */
function ignored({ path, absolute, origin }: FoundFile): LoadedFile[] {
  return origin === 'named' ? [{ source: { path, skipped: reasons.ignoredByConfig }, absolute }] : [];
}

async function readFound(
  file: FoundFile,
  { read, longTexts = 'held' }: LoadOptions,
  roles: FileRoles,
): Promise<LoadedFile | LongFile | ArgumentProblem> {
  if (file.skipped !== undefined) return loaded(file, { skipped: file.skipped });
  const content = read?.(file.absolute) ?? (await opened(readFile(file.absolute, longTexts)));
  return loaded(file, content, 'text' in content ? roles.of(file.absolute) : undefined);
}

/** A file that cannot be read is a problem when the user named it, and skipped when it was met in a folder. */
function loaded(
  file: Pick<FoundFile, 'path' | 'origin'> & { readonly absolute?: string },
  content: Content | LongText,
  role?: FileRole,
): LoadedFile | LongFile | ArgumentProblem {
  const { path, origin, absolute } = file;
  if ('pieces' in content) return { ...content, source: { path }, absolute };
  if ('text' in content)
    return {
      source: textFile(path, content, role),
      absolute,
      ...(content.name === undefined ? {} : { textName: content.name }),
      needs: content.needs ?? needsOf(content.text),
    };
  if (!('unreadable' in content)) return { source: { path, skipped: content.skipped }, absolute };
  if (origin === 'walked') return { source: { path, skipped: content.unreadable }, absolute };
  return { argument: path, message: `"${path}" is not checked: ${content.unreadable}` };
}

/** A text with a name may be one that is read when somebody asks for it. */
function textFile(
  path: string,
  content: Extract<Content, { readonly text: string }>,
  role: FileRole | undefined,
): SourceFile {
  const marks = role === undefined ? {} : { role };
  if (content.name === undefined) return { path, text: content.text, ...marks };
  return {
    path,
    get text() {
      return content.text;
    },
    ...marks,
  };
}

function isLoaded(result: LoadedFile | LongFile | ArgumentProblem): result is LoadedFile {
  return 'source' in result && !('pieces' in result);
}

function byPath(a: LoadedFile | LongFile, b: LoadedFile | LongFile): number {
  return a.source.path < b.source.path ? -1 : a.source.path > b.source.path ? 1 : 0;
}
