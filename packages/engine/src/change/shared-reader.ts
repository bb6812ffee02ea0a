import type { SourceFile } from '../documents/source-file.js';
import { inspect } from '../verdict/inspect.js';
import type { InspectedFile } from '../verdict/inspected.js';

/** Reads the files of two sides: most are the same on both, and are read once. */
export class SharedReader {
  private readonly known = new Map<string, InspectedFile>();

  file(source: SourceFile): InspectedFile {
    const known = this.known.get(source.path);
    if (known && 'text' in source && known.text === source.text) {
      // Nobody asks a third time.
      this.known.delete(source.path);
      return known;
    }
    const read = inspect(source, { versions: [] });
    this.known.set(source.path, read);
    return read;
  }
}
