/** The files that a build may read, by absolute path from the top of the tree. */
export interface SourceFile {
  readonly path: string;
  /** As the caller named it. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

export type Found =
  | { readonly type: 'file'; readonly directory: string; readonly file: SourceFile }
  | { readonly type: 'directory'; readonly path: string }
  | { readonly type: 'nothing' };

/** Where a build reads. Paths are absolute and clean; `/` is the top. */
export interface FileSource {
  find(path: string): Found;
  /** A path as messages name it. */
  nameOf(path: string): string;
}

/** Folders and files in memory. */
export class FileTree implements FileSource {
  private readonly files = new Map<string, SourceFile>();
  private readonly directories = new Set<string>(['/']);

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    for (const [name, content] of Object.entries(files)) {
      const path = cleanPath(`/${name}`);
      if (name.endsWith('/')) this.addDirectory(path);
      else {
        this.files.set(path, { path, name, content });
        this.addDirectory(parentOf(path));
      }
    }
  }

  find(path: string): Found {
    const file = this.files.get(path);
    if (file) return { type: 'file', directory: parentOf(path), file };
    return this.directories.has(path) ? { type: 'directory', path } : { type: 'nothing' };
  }

  nameOf(path: string): string {
    return path;
  }

  private addDirectory(path: string): void {
    for (let at = path; !this.directories.has(at); at = parentOf(at)) this.directories.add(at);
  }
}

function parentOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at <= 0 ? '/' : path.slice(0, at);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** An absolute path without `.`, `..` and doubled slashes (filepath.Clean). */
export function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** As cleanPath, for a path that may be relative and lead upwards. */
export function cleanRelative(path: string): string {
  if (path.startsWith('/')) return cleanPath(path);
  return joinPath(path) || '.';
}

/** As cleanRelative, of parts; the folder itself is empty. */
export function joinPath(...parts: readonly string[]): string {
  const joined: string[] = [];
  for (const part of parts.join('/').split('/')) {
    if (part === '..' && joined.length > 0 && joined.at(-1) !== '..') joined.pop();
    else if (part !== '' && part !== '.') joined.push(part);
  }
  return joined.join('/');
}

export function isWithin(path: string, directory: string): boolean {
  return directory === '/' || path === directory || path.startsWith(`${directory}/`);
}
