import { readYaml, type JsonValue } from '@podlint/syntax';
import { kinds, type Kind } from '@podlint/model';

type JsonObject = { [key: string]: JsonValue };

/** A Pod as the template of every other kind, and as an item of a List: what a rule says of its pod must not change. */
export function wrappings(text: string): { name: string; prefix: string; text: string }[] {
  const documents = readYaml(text).flatMap((result) =>
    'json' in result && result.json ? [result.json as JsonObject] : [],
  );
  const [pod] = documents;
  if (documents.length !== 1 || pod?.kind !== 'Pod') return [];
  const templates = kinds.filter((kind) => kind.podTemplate && kind.podTemplate.length > 0);
  return [
    ...templates.map((kind) => ({
      name: kind.kind,
      prefix: `${kind.podTemplate!.join('.')}.`,
      text: JSON.stringify(workload(kind, pod), null, 2),
    })),
    { name: 'List', prefix: '', text: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [pod] }, null, 2) },
  ];
}

/** Jobs take no restartPolicy but these; the others take no other than Always. */
function restartPolicyFor(kind: Kind, spec: JsonObject): JsonObject {
  const isJob = kind.apiVersion === 'batch/v1';
  const { restartPolicy, ...rest } = spec;
  if (isJob) return { ...rest, restartPolicy: restartPolicy === 'OnFailure' ? 'OnFailure' : 'Never' };
  return rest;
}

function workload(kind: Kind, pod: JsonObject): JsonObject {
  const { metadata, spec } = pod as { metadata: JsonObject; spec: JsonObject };
  const { name, namespace, ...templateMetadata } = metadata;
  const labels = { app: 'wrapped', ...(templateMetadata.labels as JsonObject | undefined) };
  const template: JsonObject = { metadata: { ...templateMetadata, labels }, spec: restartPolicyFor(kind, spec) };
  const outer = kind
    .podTemplate!.slice(0, -1)
    .reduceRight<JsonObject>((inner, field) => ({ [field]: inner }), { template });
  return {
    apiVersion: kind.apiVersion,
    kind: kind.kind,
    metadata: { name: name!, ...(namespace ? { namespace } : {}) },
    ...withSpec(kind, outer, labels),
  };
}

function withSpec(kind: Kind, object: JsonObject, labels: JsonObject): JsonObject {
  const spec = object.spec as JsonObject | undefined;
  if (!spec) return object;
  if (kind.kind === 'CronJob') return { spec: { schedule: '0 3 * * *', ...spec } };
  if (kind.kind === 'Job') return object;
  if (kind.kind === 'ReplicationController') return { spec: { selector: labels, ...spec } };
  return { spec: { selector: { matchLabels: labels }, ...spec } };
}
