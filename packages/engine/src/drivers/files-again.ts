import type { SourceFile } from '../documents/source-file.js';
import type { KubernetesVersion } from '@podlint/model';
import { allDetailsOf } from '../pipeline/compact.js';
import { examine } from '../pipeline/examine.js';
import type { ExaminedFile, PlaceInFile } from '../pipeline/examined.js';
import { viewIn } from '../pipeline/lint-file.js';
import type { ReadAgain } from '../pipeline/read-again.js';
import { Collector } from '../rule/collector.js';
import type { ResourceView } from '../rule/views.js';
import type { Circumstances } from '../settings/circumstances.js';
import { inspect } from '../verdict/inspect.js';
import type { InspectedFile } from '../verdict/inspected.js';

export interface SourceToRead {
  readonly source: SourceFile;
  readonly by: Circumstances;
}

/** So many files stay read: whoever asks for something of a file mostly asks for more of it. */
const mostKept = 4;

/** What was read last, by its name. */
class Recent<T> {
  private readonly kept = new Map<string, T>();

  get(name: string, make: () => T): T {
    const value = this.kept.get(name) ?? make();
    this.kept.delete(name);
    this.kept.set(name, value);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return value;
  }
}

const noCollector = new Collector([]);

/** Reads the files of a run again, for what nobody kept of them. */
export class FilesAgain {
  private readonly files: ReadonlyMap<string, SourceToRead>;
  private readonly inspected = new Recent<InspectedFile>();
  private readonly judged = new Recent<InspectedFile>();
  private readonly detailed = new Recent<ExaminedFile>();

  constructor(files: readonly SourceToRead[]) {
    this.files = new Map(files.map((file) => [file.source.path, file]));
  }

  readonly lookUp = (path: string): ReadAgain => ({
    inspected: () => this.inspected.get(path, () => inspect(this.file(path).source, { versions: [] })),
    detailsOf: (position, index) => allDetailsOf(this.detailedFile(path).objects, position, index),
  });

  /** An object as rules see it. */
  view(path: string, place: PlaceInFile, version: KubernetesVersion): ResourceView {
    const { source, by } = this.file(path);
    const file = this.judged.get(`${version.name} ${path}`, () =>
      inspect(source, { versions: [version], customResources: by.customResources }),
    );
    const view = viewIn(file, place, version, by.rules);
    if (!view) throw new Error('the file holds other objects than before');
    return view;
  }

  private detailedFile(path: string): ExaminedFile {
    const { source, by } = this.file(path);
    return this.detailed.get(path, () => examine(source, { ...by, collector: noCollector, details: 'with choices' }));
  }

  private file(path: string): SourceToRead {
    const file = this.files.get(path);
    if (!file) throw new Error('a file that is not of the run is looked up');
    return file;
  }
}
