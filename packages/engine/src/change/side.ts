import { textOf } from '@podlint/messages';
import { pushAll } from '@podlint/plain';
import type { BuiltRoot, KustomizeBuilds, SaidAt } from '../builds/hook.js';
import { withRolesMarked } from '../documents/file-roles.js';
import { LineIndex } from '../documents/positions.js';
import { isTemplateReason } from '../documents/skip.js';
import type { SourceFile } from '../documents/source-file.js';
import { compareText } from '../findings/compare-text.js';
import type { InspectedFile, InspectedObject } from '../verdict/inspected.js';
import type { NotCompared } from './report.js';
import { objectIn, objectsOfBuild } from './objects-of-file.js';
import type { SideObject } from './side-object.js';

/** The files before a change, or after it. */
export interface ChangeSide {
  readonly files: readonly SourceFile[];
  /** Undefined: kustomizations are not built. */
  readonly builds?: KustomizeBuilds | undefined;
}

type LeftOut = Omit<NotCompared, 'side'>;

/** The objects of a side, and what could not be read of it. */
export class Side {
  readonly objects: SideObject[] = [];
  readonly leftOut: LeftOut[] = [];
  /** Builds that fail. */
  readonly failed: BuiltRoot[] = [];
  private readonly sources: ReadonlyMap<string, SourceFile>;
  private readonly lines = new Map<string, LineIndex>();

  /** @param read reads a file, or knows it from the other side */
  constructor(
    { files, builds }: ChangeSide,
    private readonly read: (source: SourceFile) => InspectedFile,
  ) {
    const marked = withRolesMarked([...files].sort((a, b) => compareText(a.path, b.path)));
    const made = builds?.of(marked);
    const sources = made?.sources ?? marked;
    this.sources = new Map(sources.map((source) => [source.path, source]));
    for (const source of sources) if (!made?.isTakenIn(source.path)) this.addFile(source);
    for (const root of made?.roots ?? []) this.addRoot(root);
  }

  /** The line of an offset in a file of this side. */
  lineOf(path: string, offset: number): number | undefined {
    const source = this.sources.get(path);
    if (!source || !('text' in source)) return undefined;
    let lines = this.lines.get(path);
    if (!lines) this.lines.set(path, (lines = new LineIndex(source.text)));
    return lines.position(offset).line;
  }

  textOf(path: string): string | undefined {
    const source = this.sources.get(path);
    return source && 'text' in source ? source.text : undefined;
  }

  private addFile(source: SourceFile): void {
    if ('skipped' in source) {
      if (source.skipped !== 'empty file') this.leave(source.path, source.skipped);
      return;
    }
    if (source.role !== undefined) return;
    const file = this.read(source);
    for (const inspected of file.objects) {
      const reason = whyUnread(inspected);
      const object = reason === undefined ? objectIn(file, inspected) : undefined;
      if (reason !== undefined) this.leave(file.path, reason);
      else if (object) this.objects.push(object);
    }
  }

  private addRoot(root: BuiltRoot): void {
    const { built, failure, name } = root;
    if (!built) {
      this.failed.push(root);
      if (failure) this.leavePart(name, failure, 'build');
      return;
    }
    for (const part of built.leftOut) this.leavePart(name, part, 'part of a build');
    pushAll(this.objects, objectsOfBuild(root, built));
  }

  private leave(what: string, reason: string): void {
    const last = this.leftOut.at(-1);
    if (last?.what !== what || last.reason !== reason) this.leftOut.push({ what, kind: 'file', reason });
  }

  private leavePart(what: string, { message, at }: SaidAt, kind: NotCompared['kind']): void {
    const line = at && this.lineOf(at.file, at.start);
    const place = at && { file: at.file, ...(line !== undefined && { line }) };
    this.leftOut.push({ what, kind, reason: textOf(message), ...(place && { place }) });
  }
}

/** Why no object can be told from a document; undefined for one that can, and for what is none and never was. */
function whyUnread({ document, skipped }: InspectedObject): string | undefined {
  if (isTemplateReason(skipped)) return skipped;
  return document.problems.length > 0 ? 'it cannot be read as YAML' : undefined;
}
