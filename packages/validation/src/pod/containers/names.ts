import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsLabelProblem } from '../../formats.js';
import type { FirstUses } from '../first-uses.js';

/** Names of containers with the container that has them. */
export type ContainerNames = FirstUses<FieldPath>;

export function validateContainerName(name: string | undefined, path: FieldPath, context: Context): void {
  if (!name) {
    context.report.required(
      path.child('name'),
      'The container has no name. Give it one that is unique in the pod, such as "app".',
    );
    return;
  }
  const problem = dnsLabelProblem(name);
  if (problem)
    context.report.invalid(
      path.child('name'),
      `"${name}" cannot be the name of a container, which is a DNS label: ${problem}.`,
    );
}

/** The kubelet tells containers of a pod apart by name, whichever list they are in. */
export function validateUniqueName(name: string, path: FieldPath, names: ContainerNames, context: Context): void {
  const first = names.record(name, path);
  if (!first) return;
  context.report.duplicate(
    path.child('name'),
    `Another container of this pod is already named "${name}"; names tell containers apart, so give this one another.`,
    {
      related: [{ field: first.child('name'), message: `"${name}" is used here first` }],
    },
  );
}
