import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsLabelProblem } from '../../formats.js';
import { related } from '../../related.js';
import type { FirstUses } from '../first-uses.js';

const says = defineMessages('container-name', {
  missing: 'The container has no name. Give it one that is unique in the pod, such as "app".',
  invalid: '"{name}" cannot be the name of a container, which is a DNS label: {problem}.',
  taken: 'Another container of this Pod is already named "{name}". Give this one another name.',
});

/** Names of containers with the container that has them. */
export type ContainerNames = FirstUses<FieldPath>;

export function validateContainerName(name: string | undefined, path: FieldPath, context: Context): void {
  if (!name) {
    context.report.required(path.child('name'), says.missing());
    return;
  }
  const problem = dnsLabelProblem(name);
  if (problem) context.report.invalid(path.child('name'), says.invalid({ name, problem }));
}

/** The kubelet tells containers of a pod apart by name, whichever list they are in. */
export function validateUniqueName(name: string, path: FieldPath, names: ContainerNames, context: Context): void {
  const first = names.record(name, path);
  if (!first) return;
  context.report.duplicate(path.child('name'), says.taken({ name }), {
    related: [{ field: first.child('name'), message: related['used-first']({ name }) }],
  });
}
