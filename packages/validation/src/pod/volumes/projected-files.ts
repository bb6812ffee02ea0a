import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { FirstUses } from '../first-uses.js';

const says = defineMessages('projected-file', {
  twice:
    'Two sources of the volume write the file "{file}", and one would hide the other. Give one of them another path.',
  first: '"{file}" is written here first',
});

/** The files that the sources of one projected volume write so far; two of them must not write the same. */
export class ProjectedFiles {
  readonly #writers = new FirstUses<FieldPath>();

  /** `path` is the projected volume, where the server reports the collision. */
  constructor(
    readonly path: FieldPath,
    readonly context: Context,
  ) {}

  /** Notes that the field `at` writes `file`; an absent name is somebody else's to report. */
  add(file: string | undefined, at: FieldPath): void {
    if (file) this.addEvenUnnamed(file, at);
  }

  /**
   * As the server notes the file of a clusterTrustBundle, which collides even without a name
   * (validateProjectionSources).
   */
  addEvenUnnamed(file: string, at: FieldPath): void {
    const first = this.#writers.record(file, at);
    if (!first) return;
    this.context.report.invalid(this.path, says.twice({ file }), {
      at,
      related: [{ field: first, message: says.first({ file }) }],
    });
  }
}
