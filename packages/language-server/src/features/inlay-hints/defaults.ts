import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { insertField, type NodeId } from '@podlint/syntax';
import { containersIn, podOf } from '../../place/pod.js';
import { defaultsOf } from '../../place/effective.js';
import type { FileView, ObjectView } from '../../service/file-view.js';
import { behindKey, type Hint } from './hint.js';

/** Numbers that decide when a probe fails. */
const probeNumbers = ['periodSeconds', 'timeoutSeconds', 'failureThreshold'] as const;
/** Numbers of a workload's spec that decide how much of it runs. */
const specNumbers = ['replicas', 'backoffLimit'] as const;

/** What there is room for beside a line; the tooltip has the names of the fields. */
const briefly: Readonly<Record<string, (value: number) => string>> = {
  periodSeconds: (value) => `every ${value} s`,
  timeoutSeconds: (value) => `timeout ${value} s`,
  failureThreshold: (value) => `${value} ${value === 1 ? 'failure' : 'failures'}`,
};

/** Numbers that nobody wrote and the server fills in: all of one probe or spec in one hint. */
export function defaultHints(view: FileView, object: ObjectView): Hint[] {
  const { document, node, decoded } = object;
  if (!decoded) return [];
  const spec = document.child(node, 'spec');
  const ofSpec =
    spec === undefined
      ? []
      : hintFor(view, object, { node: spec, path: FieldPath.root.child('spec'), names: specNumbers });
  const pod = podOf(object);
  const containers = pod ? containersIn(pod) : [];
  const ofProbes = containers.flatMap((container) =>
    (['startupProbe', 'livenessProbe', 'readinessProbe'] as const).flatMap((kind) => {
      const probe = document.child(container.node, kind);
      return probe === undefined
        ? []
        : hintFor(view, object, { node: probe, path: container.path.child(kind), names: probeNumbers });
    }),
  );
  return [...ofSpec, ...ofProbes];
}

interface Numbers {
  readonly node: NodeId;
  readonly path: FieldPath;
  readonly names: readonly string[];
}

function hintFor(view: FileView, object: ObjectView, { node, path, names }: Numbers): Hint[] {
  const { document } = object;
  const offset = behindKey(document, node);
  if (offset === undefined || document.kind(node) !== 'mapping') return [];
  const defaults = defaultsOf(view, object);
  const found = names.flatMap((name) => {
    const filled = defaults.get(path.child(name).toString());
    return filled && typeof filled.value === 'number' ? [{ name, value: filled.value, why: filled.why }] : [];
  });
  if (found.length === 0) return [];
  const edits =
    document.problems.length > 0
      ? []
      : found.flatMap(({ name, value }) => insertField(document, node, name, value) ?? []);
  return [
    {
      kind: 'defaults',
      offset,
      label: found.map(({ name, value }) => own(briefly, name)?.(value) ?? `${name}: ${value}`).join(', '),
      tooltip: found.map(({ name, value, why }) => `\`${name}\` is ${value}: ${why}`).join('\n\n'),
      edits,
    },
  ];
}
