import { parseDocument, type Range } from '@podlint/syntax';
import { roleOf } from '../documents/file-roles.js';
import { LineIndex } from '../documents/positions.js';
import type { SourceFile } from '../documents/source-file.js';
import type { KubernetesVersion } from '@podlint/model';
import { allDetailsOf } from '../pipeline/compact.js';
import { examineInspected } from '../pipeline/examine.js';
import type { AllDetails, ExaminedObject, PlaceInFile } from '../pipeline/examined.js';
import { viewIn } from '../pipeline/lint-subjects.js';
import { objectIn, type ReadAgain } from '../pipeline/read-again.js';
import { Collector } from '../rule/collector.js';
import type { ResourceView } from '../rule/views.js';
import type { Circumstances } from '../settings/circumstances.js';
import { inspect, inspectDocument } from '../verdict/inspect.js';
import type { InspectedFile, InspectedObject, Inquiry } from '../verdict/inspected.js';

export interface SourceToRead {
  readonly source: SourceFile;
  readonly by: Circumstances;
  /** Of what a build makes: where its documents stand, each of them with one object. */
  readonly documents?: readonly Range[];
}

/** So many files stay read: whoever asks for something of a file mostly asks for more of it. */
const mostFiles = 4;
/** So many of their documents stay judged. */
const mostDocuments = 16;

/** What was made last, by its name. */
class Recent<T> {
  private readonly kept = new Map<string, T>();

  constructor(private readonly most: number) {}

  get(name: string, make: () => T): T {
    const value = this.kept.get(name) ?? make();
    this.kept.delete(name);
    this.kept.set(name, value);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    return value;
  }
}

/** The objects of one document, in the text of the file. */
interface ObjectsOfDocument extends Pick<InspectedFile, 'path' | 'text' | 'lines'> {
  /** The position of the first of them in the file. */
  readonly first: number;
  readonly objects: readonly InspectedObject[];
}

const noCollector = new Collector([]);

/**
 * Reads the files of a run again, for what nobody kept of them. Only the document that is asked for is judged again: the
 * objects of a build are one file, and may be many.
 */
export class FilesAgain {
  private readonly files: ReadonlyMap<string, SourceToRead>;
  private readonly inspected = new Recent<InspectedFile>(mostFiles);
  private readonly lines = new Recent<LineIndex>(mostFiles);
  private readonly read = new Recent<readonly InspectedObject[]>(mostDocuments);
  private readonly judged = new Recent<readonly InspectedObject[]>(mostDocuments);
  private readonly detailed = new Recent<readonly ExaminedObject[]>(mostDocuments);

  constructor(files: readonly SourceToRead[]) {
    this.files = new Map(files.map((file) => [file.source.path, file]));
  }

  readonly lookUp = (path: string): ReadAgain => ({
    inspected: () => this.inspectedFile(path),
    objectAt: (position) => {
      const { first, objects, text, lines } = this.documentAt(path, position);
      return objectIn({ path, text, lines, objects }, position - first);
    },
    detailsOf: (position, index) => this.detailsOf(path, position, index),
  });

  /** An object as rules see it. */
  view(path: string, { position, template }: PlaceInFile, version: KubernetesVersion): ResourceView {
    const { first, objects, ...file } = this.documentAt(path, position);
    const { by } = this.file(path);
    const { customResources } = by;
    const judged = this.judged.get(`${version.name} ${first} ${path}`, () =>
      this.judgedAgain(path, objects, { versions: [version], customResources }),
    );
    const place = { position: position - first, ...(template !== undefined && { template }) };
    const view = viewIn({ ...file, objects: judged }, place, version, by.rules);
    if (!view) throw new Error('the file holds other objects than before');
    return view;
  }

  private detailsOf(path: string, position: number, index: number): AllDetails {
    const { first, objects, ...file } = this.documentAt(path, position);
    const { by } = this.file(path);
    const detailed = this.detailed.get(`${first} ${path}`, () => {
      const judged = this.judgedAgain(path, objects, by);
      const examination = { ...by, collector: noCollector, details: 'with choices' as const };
      return examineInspected({ ...file, objects: judged }, examination).objects;
    });
    return allDetailsOf(detailed, position - first, index);
  }

  private judgedAgain(path: string, [one]: readonly InspectedObject[], inquiry: Inquiry): readonly InspectedObject[] {
    const { source } = this.file(path);
    const { versions, customResources } = inquiry;
    if (!one) return [];
    const { document, index } = one;
    return inspectDocument({ document, index, path, role: roleOf(source), versions, customResources });
  }

  private documentAt(path: string, position: number): ObjectsOfDocument {
    const { source, documents } = this.file(path);
    const range = documents?.[position];
    if (!range || 'skipped' in source) return documentIn(this.inspectedFile(path), position);
    const { text } = source;
    const objects = this.read.get(`${position} ${path}`, () => {
      const document = parseDocument(text, range);
      return inspectDocument({ document, index: position, path, versions: [] });
    });
    return { path, text, lines: this.lines.get(path, () => new LineIndex(text)), first: position, objects };
  }

  private inspectedFile(path: string): InspectedFile {
    return this.inspected.get(path, () => inspect(this.file(path).source, { versions: [] }));
  }

  private file(path: string): SourceToRead {
    const file = this.files.get(path);
    if (!file) throw new Error('a file that is not of the run is looked up');
    return file;
  }
}

function documentIn({ path, text, lines, objects }: InspectedFile, position: number): ObjectsOfDocument {
  const document = objects[position]?.document;
  // Those of a List stand beside each other.
  let [first, end] = [position, position];
  while (first > 0 && objects[first - 1]?.document === document) first--;
  while (end < objects.length && objects[end]?.document === document) end++;
  return { path, text, lines, first, objects: objects.slice(first, end) };
}
