import type { ReportedFile, SourceFile } from '@podlint/engine';

/** Judges one file after another, each as `podlint FILE` does. */
export interface Judge {
  /**
   * Undefined: there is nothing to say.
   * @param absolute where the file is
   */
  judge(absolute: string, source: SourceFile): ReportedFile | undefined;
}
