import { isKustomizationName } from '@podlint/engine';
import type { CursorPlace } from '../../cursor/cursor-place.js';
import { uriOf } from '../../service/uris.js';
import { Kind } from '../completion/proposal.js';
import type { Around, FolderEntry } from './around.js';
import { allObjectsIn } from './objects.js';
import { documentOf, textIn } from './place.js';
import { folderOf, kustomizationIn, ledTo, namedPaths, resolved, type PathUse } from './paths.js';
import { takenIn } from './taken-in.js';
import type { Value, ValuePlace } from './value-place.js';

/** So many folders with kustomizations are proposed before somebody has typed which way to go. */
const mostFolders = 50;

/** The paths that a field can name, as far as the way that is written goes; `key=` before a path is kept. */
export function pathsFor({ place, view, around }: ValuePlace, use: PathUse): Value[] {
  const { before, whole } = writtenAt(place);
  const key = use === 'data' ? (/^[^=]*=/.exec(before)?.[0] ?? '') : '';
  const typed = before.slice(key.length);
  const way = typed.slice(0, typed.lastIndexOf('/') + 1);
  const named = new Set(namedPaths(view).map(({ path }) => path));
  named.delete(whole.slice(key.length));
  return new PathValues(view.path, around, use, named).on(way).map((value) => ({ ...value, text: key + value.text }));
}

/** What a proposal would replace, without quotes: up to the cursor, and the whole of it. */
function writtenAt({ target, cursor }: CursorPlace): { readonly before: string; readonly whole: string } {
  const { line, lineStart, column } = cursor;
  const from = target.replace.start - lineStart;
  const unquoted = (text: string): string => text.replaceAll(/^["']|["']$/g, '');
  return {
    before: unquoted(line.slice(from, Math.max(column, from))),
    whole: unquoted(line.slice(from, target.replace.end - lineStart)),
  };
}

class PathValues {
  private readonly folder: string;

  constructor(
    private readonly self: string,
    private readonly around: Around,
    private readonly use: PathUse,
    /** What the kustomization names already. */
    private readonly named: ReadonlySet<string>,
  ) {
    this.folder = folderOf(self);
  }

  on(way: string): Value[] {
    const files = this.entries(resolved(this.folder, way)).flatMap((entry) => this.proposal(way, entry));
    const far = way === '' && this.takesFolders ? this.kustomizationsAround() : [];
    const found = new Map([...files, ...far].map((value) => [value.text, value]));
    return [...found.values()].filter(({ text }) => !this.named.has(text));
  }

  private get takesFolders(): boolean {
    return this.use === 'resource' || this.use === 'base' || this.use === 'component';
  }

  private proposal(way: string, { name, what }: FolderEntry): Value[] {
    const text = way + name;
    if (what === 'file') return this.fits(name, resolved(this.folder, text)) ? [this.fileValue(text)] : [];
    if (name.startsWith('.') || name === 'node_modules' || resolved(this.folder, text) === this.folder) return [];
    const built = this.takesFolders ? this.kustomizationValue(text) : [];
    return built.length > 0 ? built : [{ text: `${text}/`, kind: Kind.folder }];
  }

  private fileValue(text: string): Value {
    const names = this.objectsIn(resolved(this.folder, text));
    return { text, kind: Kind.file, ...(names && names.length > 0 && { detail: shortened(names) }) };
  }

  /** Whether a file can be what the field names. */
  private fits(name: string, path: string): boolean {
    if (this.use === 'data') return !isKustomizationName(path);
    if (this.use === 'lines')
      return /\.(?:env|properties|txt)$|^[^.]+$|^\.env/.test(name) && !isKustomizationName(path);
    if (!/\.(?:ya?ml|json)$/.test(name) || isKustomizationName(path) || name.startsWith('podlint.')) return false;
    if (this.use === 'base' || this.use === 'component') return false;
    // Of a file that is known one can say whether it holds objects.
    const objects = this.use === 'resource' ? this.objectsIn(path) : undefined;
    return objects === undefined || objects.length > 0;
  }

  /** Undefined for a file that is not known. */
  private objectsIn(path: string): string[] | undefined {
    const view = this.around.workspace.anyFile(uriOf(path));
    return view && allObjectsIn(view).map(({ kind, name = '' }) => `${kind} ${name}`.trim());
  }

  /** A folder that can be taken in where one of this sort is. */
  private kustomizationValue(text: string): Value[] {
    const path = resolved(this.folder, text);
    const found = kustomizationIn(path, this.around);
    if (!found) return [];
    const document = found.view && documentOf(found.view);
    const isComponent = document !== undefined && textIn(document, document.root, 'kind') === 'Component';
    if (isComponent !== (this.use === 'component')) return [];
    // What takes this kustomization in cannot be taken in by it.
    if (found.view && takenIn(found.view, this.around).kustomizations.some(({ path: taken }) => taken === this.self))
      return [];
    return [{ text, kind: Kind.folder, detail: isComponent ? 'component' : 'kustomization' }];
  }

  private kustomizationsAround(): Value[] {
    const folders = new Set(
      [...this.around.workspace.files()].flatMap(({ path }) => foldersFrom(folderOf(path), this.folder)),
    );
    return [...folders]
      .map((folder) => relative(this.folder, folder))
      .filter((path) => path !== '' && ledTo(this.folder, path, this.around)?.what === 'folder')
      .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
      .slice(0, mostFolders)
      .flatMap((path) => this.kustomizationValue(path));
  }

  /** What is in a folder, on disk and in what is known without one. */
  private entries(folder: string): FolderEntry[] {
    const found = new Map(this.around.entriesIn(folder).map((entry) => [entry.name, entry]));
    for (const { path } of this.around.workspace.files()) {
      if (!path.startsWith(`${folder}/`)) continue;
      const [name = '', ...deeper] = path.slice(folder.length + 1).split('/');
      if (!found.has(name)) found.set(name, { name, what: deeper.length > 0 ? 'folder' : 'file' });
    }
    return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** A folder, and those above it as far as the two have nothing in common. */
function foldersFrom(folder: string, from: string): string[] {
  const folders: string[] = [];
  for (let at = folder; at !== '' && !`${from}/`.startsWith(`${at}/`); at = folderOf(at)) folders.push(at);
  return folders;
}

/** Empty: the folder itself. */
function relative(from: string, to: string): string {
  const [a, b] = [from.split('/'), to.split('/')];
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  return [...a.slice(common).map(() => '..'), ...b.slice(common)].join('/');
}

const mostNamed = 3;

function shortened(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}
