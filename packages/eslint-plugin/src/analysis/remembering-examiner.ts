import { roleOf, type ExaminedFile, type Examinations, type Examiner, type FileToExamine } from '@podlint/engine';

/** Examines a file again only when it is another one: of the files around one that is being fixed most stay. */
export class RememberingExaminer implements Examiner {
  private readonly known = new Map<string, { readonly key: string; readonly file: ExaminedFile }>();

  constructor(private readonly others: Examiner) {}

  examine(asked: Examinations): readonly ExaminedFile[] {
    return asked.files.flatMap((file) => this.examined(file, asked));
  }

  private examined(file: FileToExamine, asked: Examinations): readonly ExaminedFile[] {
    const { source, settings } = file;
    const content = 'text' in source ? source.text : source.skipped;
    const key = JSON.stringify([settings, asked.collecting, asked.details, roleOf(source), content]);
    const before = this.known.get(source.path);
    if (before?.key === key) return [before.file];
    const made = this.others.examine({ ...asked, files: [file] });
    for (const examined of made) this.known.set(source.path, { key, file: examined });
    return made;
  }
}
