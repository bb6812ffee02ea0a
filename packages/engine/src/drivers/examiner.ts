import type { SourceFile } from '../documents/source-file.js';
import type { Details } from '../pipeline/compact.js';
import { examine } from '../pipeline/examine.js';
import type { ExaminedFile } from '../pipeline/examined.js';
import type { Rule } from '../rule/rule.js';
import { FileCircumstances, type LinterOptions } from '../settings/circumstances.js';
import type { CustomResources } from '../verdict/custom-resources.js';
import type { FileSettings } from '../settings/settings.js';

export interface FileToExamine {
  readonly source: SourceFile;
  readonly settings: FileSettings;
}

/** Files to examine, all for one run. */
export interface Examinations {
  readonly files: readonly FileToExamine[];
  /** The names of what the rules over the whole run have to know of each object. */
  readonly collecting: readonly string[];
  readonly details: Details;
}

/**
 * Whoever examines files: what a file says of itself follows from its text, its path and role, its settings and what
 * is to be collected, so that it can be examined in another thread, or not at all where the answer was kept.
 */
export interface Examiner {
  /** So many files are worth a call, where a run can be interrupted between two; default: some tens. */
  readonly turn?: number | undefined;
  /** In the order of the files. */
  examine(asked: Examinations): readonly ExaminedFile[];
}

/**
 * Examines files here and now.
 * @throws UnknownVersionError, UnknownRuleError
 */
export function createExaminerWith(
  catalogue: readonly Rule[],
  options: Pick<LinterOptions, 'kubernetesVersions'> = {},
  resources?: CustomResources,
): Examiner {
  const circumstances = new FileCircumstances(catalogue, options, resources);
  return {
    examine({ files, collecting, details }) {
      const collector = circumstances.collector(collecting);
      return files.map(({ source, settings }) => {
        const { rules, ofObjects, versions, customResources } = circumstances.under(settings);
        return examine(source, {
          rules,
          ofObjects,
          versions,
          customResources,
          collector,
          details,
          level: settings.level,
        });
      });
    },
  };
}
