import { isKustomizationName, kustomizationNames, patchesNamedIn } from './kustomize.js';
import { type NamedRole, RolesByPath } from './roles-by-path.js';
import type { FileRole, SourceFile } from './source-file.js';
import { isAssertionName, isTestName, rolesNamedIn, testNames } from './test-assertions.js';

interface Naming {
  /** What such files are called in their folder; the first that is there counts. */
  readonly names: readonly string[];
  readonly isName: (path: string) => boolean;
  /** The paths that the text of such a file gives a role, relative to its own folder. */
  readonly namedIn: (text: string) => readonly NamedRole[];
}

/** The files that say what others are for. */
export const namings: readonly Naming[] = [
  {
    names: kustomizationNames,
    isName: isKustomizationName,
    namedIn: (text) => patchesNamedIn(text).map((path) => [path, 'kustomize patch']),
  },
  { names: testNames, isName: isTestName, namedIn: rolesNamedIn },
];

/** Which roles the files of a run give each other. */
export class FileRoles {
  /** By the file that says so: what it names, by path. */
  private readonly namedBy = new Map<string, readonly NamedRole[]>();
  private known: RolesByPath | undefined;

  /** Returns whether the file has a say in it. */
  set(file: SourceFile): boolean {
    const naming = namings.find(({ isName }) => isName(file.path));
    if (!naming) return false;
    const { namedIn } = naming;
    this.known = undefined;
    this.namedBy.set(
      file.path,
      'text' in file ? namedIn(file.text).map(([path, role]) => [resolved(file.path, path), role] as const) : [],
    );
    return true;
  }

  /** Returns whether the file had a say in it. */
  remove(path: string): boolean {
    this.known = undefined;
    return this.namedBy.delete(path);
  }

  /** The file, marked if it has a role. */
  marked(file: SourceFile): SourceFile {
    this.known ??= new RolesByPath([...this.namedBy.values()].flat());
    const role = this.known.get(file.path) ?? roleByName(file.path);
    return 'text' in file && role !== undefined ? withRole(file, role) : file;
  }
}

/** The role that a file has by its own name. */
export function roleByName(path: string): FileRole | undefined {
  return isAssertionName(path) ? 'test assertion' : undefined;
}

export function roleOf(file: SourceFile): FileRole | undefined {
  return 'text' in file ? file.role : undefined;
}

/** The files, with those marked that others among them give a role. */
export function withRolesMarked(files: readonly SourceFile[]): readonly SourceFile[] {
  const roles = new FileRoles();
  for (const file of files) roles.set(file);
  return files.map((file) => roles.marked(file));
}

/** Not a plain copy: the text may be one that is read when it is asked for. */
export function withRole(file: Extract<SourceFile, { readonly text: string }>, role: FileRole): SourceFile {
  return {
    path: file.path,
    get text() {
      return file.text;
    },
    role,
  };
}

/** A path that is given relative to the folder of a file. */
function resolved(from: string, relative: string): string {
  const segments = from.split('/').slice(0, -1);
  for (const segment of relative.split('/')) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
