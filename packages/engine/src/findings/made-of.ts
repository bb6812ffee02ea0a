import { FieldPath } from '@podlint/field-path';
import type { SourceObject } from '../documents/objects.js';
import { nodeAt } from './locate.js';

/** Fields that the server makes of another one beside them, where they are not written. */
const makers: ReadonlyMap<string | number, string> = new Map([
  // normalizeClusterIPs, pkg/registry/core/service/storage/storage.go.
  ['clusterIPs', 'clusterIP'],
  // NormalizeDataSources, pkg/registry/core/persistentvolumeclaim.
  ['dataSourceRef', 'dataSource'],
  // SetDefaults_Pod and SetHostNetworkPorts, pkg/apis/core/v1/defaults.go.
  ['requests', 'limits'],
  ['hostPort', 'containerPort'],
  // Convert_v1_PodSpec_To_core_PodSpec, pkg/apis/core/v1/conversion.go.
  ['serviceAccountName', 'serviceAccount'],
  // How the server calls it in what it says (ValidateCustomResourceColumnDefinition, apiextensions-apiserver).
  ['JSONPath', 'jsonPath'],
]);

// SetDefaults_Namespace, pkg/apis/core/v1/defaults.go.
const nameLabel = FieldPath.root.child('metadata', 'labels').key('kubernetes.io/metadata.name');
const name = FieldPath.root.child('metadata', 'name');

/** Where in the manifest stands what a field holds: the field itself, or the one that the server made it of. */
export function writtenAs({ document, node }: SourceObject, field: FieldPath): FieldPath {
  const isWritten = (path: FieldPath): boolean => nodeAt(document, node, path) !== undefined;
  const made = field.trail.find(({ segment }) => makers.has(segment));
  if ((!made && !field.equals(nameLabel)) || isWritten(made ?? field)) return field;
  const maker = made ? made.holder.child(makers.get(made.segment) ?? '') : name;
  const same = made ? field.rebase(made, maker) : maker;
  return [same, maker].find(isWritten) ?? field;
}
