import { FieldPath } from '@podlint/field-path';
import { nodeAt } from '../findings/locate.js';
import type { Judged } from './mend.js';
import { moveUnder } from './move-under.js';

const templates = [
  FieldPath.root.child('spec', 'template'),
  FieldPath.root.child('spec', 'jobTemplate', 'spec', 'template'),
];

/** Who left the template out has left out all that it must have: the first of it is said, the rest follows. */
export function foldMissingTemplate({ inspected: { object }, judgement: { findings } }: Judged): void {
  if (!object) return;
  const missing = templates.find((path) => findings.some((finding) => finding.path.startsWith(path)));
  if (!missing || nodeAt(object.document, object.node, missing) !== undefined) return;
  const errors = findings.filter(
    ({ severity, stage, path }) => severity === 'error' && stage === 'api' && path.startsWith(missing),
  );
  const cause = errors.find(({ path }) => path.segment === 'containers') ?? errors[0];
  if (!cause) return;
  const followed = errors.filter((finding) => finding !== cause);
  moveUnder(cause, followed, findings);
}
