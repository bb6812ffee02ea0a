import { roleOf, type ExaminedFile, type Examinations, type Examiner, type FileToExamine } from '@podlint/engine';
import { examineRest } from './examine-rest.js';

interface Remembered {
  readonly text: string;
  readonly by: string;
  readonly file: ExaminedFile;
}

/** For runs that look at files again and again while some of them change: the others are examined once. */
export class RememberingExaminer implements Examiner {
  private readonly last = new Map<string, Remembered>();

  constructor(private readonly others: Examiner) {}

  get turn(): number | undefined {
    return this.others.turn;
  }

  examine(asked: Examinations): readonly ExaminedFile[] {
    const known = asked.files.map((file) => this.find(file, asked));
    return examineRest(asked, known, this.others, (file, made) => {
      this.keep(file, asked, made);
    });
  }

  private find({ source, settings }: FileToExamine, asked: Examinations): ExaminedFile | undefined {
    const last = 'text' in source ? this.last.get(source.path) : undefined;
    const isSame =
      last && 'text' in source && last.text === source.text && last.by === keyOf({ source, settings }, asked);
    return isSame ? last.file : undefined;
  }

  private keep(asked: FileToExamine, by: Examinations, file: ExaminedFile): void {
    const { source } = asked;
    if ('text' in source) this.last.set(source.path, { text: source.text, by: keyOf(asked, by), file });
  }
}

/** All but the text that an answer depends on. */
function keyOf({ source, settings }: FileToExamine, { collecting, details }: Examinations): string {
  return JSON.stringify([roleOf(source), settings, collecting, details]);
}
