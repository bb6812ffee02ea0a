import {
  examinedFromJson,
  examinedToJson,
  roleOf,
  type ExaminedFile,
  type Examinations,
  type Examiner,
  type FileToExamine,
  type SourceFile,
} from '@podlint/engine';
import { digest, nameOfText, type CacheStore } from '@podlint/workspace';
import { examineRest } from './examine-rest.js';

interface Keeping {
  readonly store: CacheStore;
  /** What the whole tool consists of, and what is the same for all files of its run. */
  readonly tool: string;
  /** The digest of a file's text, where it is known without looking at the text. */
  textName(source: SourceFile): string | undefined;
}

/** Asks what was kept first, and leaves the rest to another examiner. */
export class CachedExaminer implements Examiner {
  constructor(
    private readonly others: Examiner,
    private readonly keeping: Keeping,
  ) {}

  get turn(): number | undefined {
    return this.others.turn;
  }

  examine(asked: Examinations): readonly ExaminedFile[] {
    const { store } = this.keeping;
    const keys = asked.files.map((file) => this.keyOf(file, asked));
    const kept = keys.map((key) => {
      const text = store.get(key);
      return text === undefined ? undefined : examinedFromJson(text);
    });
    return examineRest(asked, kept, this.others, (_, made, index) => {
      const key = keys[index];
      if (key !== undefined) store.put(key, examinedToJson(made));
    });
  }

  /**
   * A name for all that is said of a file by itself: the tool, what the file is judged by, what is collected of it, its
   * name, its role and its text.
   */
  private keyOf({ source, settings }: FileToExamine, { collecting, details }: Examinations): string {
    const by = JSON.stringify([settings, collecting, details]);
    return digest('examined', this.keeping.tool, by, source.path, roleOf(source) ?? '', this.nameOf(source));
  }

  private nameOf(source: SourceFile): string {
    if ('skipped' in source) return `skipped: ${source.skipped}`;
    return this.keeping.textName(source) ?? nameOfText(source.text);
  }
}
