import type { ExaminedFile, Examinations, Examiner, FileToExamine } from '@podlint/engine';

/**
 * What is known of files, and of the rest what an examiner says, in their order.
 * @param keep hears of what was not known
 */
export function examineRest(
  asked: Examinations,
  known: readonly (ExaminedFile | undefined)[],
  others: Examiner,
  keep: (file: FileToExamine, made: ExaminedFile, index: number) => void,
): readonly ExaminedFile[] {
  const files = asked.files.filter((_, index) => known[index] === undefined);
  const made = files.length === 0 ? [] : others.examine({ ...asked, files });
  let next = 0;
  return asked.files.flatMap((file, index) => {
    const found = known[index];
    if (found) return found;
    const examined = made[next++];
    if (examined) keep(file, examined, index);
    return examined ?? [];
  });
}
