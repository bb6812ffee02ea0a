import { entryAt, type Field, type ObjectView, type Report, type ResourceView } from '@podlint/engine/rule';
import { findKindByName, kinds } from '@podlint/model';

/** A key that has to be there, or a key whose value has to fit a regular expression as a whole. */
export type RequiredEntry = string | { readonly key: string; readonly pattern?: string };

export interface RequiredMetadataOptions {
  readonly kinds: readonly string[];
  readonly on: readonly ('object' | 'template')[];
}

export type RequiredMetadataMessage = 'missing' | 'value';

/** The kinds that are or make Pods. */
export const podKinds: readonly string[] = kinds.filter(({ podTemplate }) => podTemplate).map(({ kind }) => kind);

const requiredEntries = {
  type: 'array',
  items: {
    anyOf: [
      { type: 'string' },
      {
        type: 'object',
        properties: {
          key: { type: 'string' },
          pattern: { type: 'string', description: 'A regular expression that the whole value has to match' },
        },
        required: ['key'],
        additionalProperties: false,
      },
    ],
  },
} as const;

/** The schema of the options, with the entries under the name of the metadata's field. */
export function requiredMetadataSchema(field: 'labels' | 'annotations'): Readonly<Record<string, unknown>> {
  return {
    type: 'object',
    properties: {
      [field]: { ...requiredEntries, description: `Keys of ${field}, or keys with a pattern for their values` },
      kinds: {
        type: 'array',
        items: { type: 'string' },
        description: 'The kinds that need them; by default those that are or make Pods',
      },
      on: {
        type: 'array',
        items: { enum: ['object', 'template'] },
        description: 'Where they are needed: on the object itself, on the Pods that its template makes, or on both',
      },
    },
    additionalProperties: false,
  };
}

/** Reports each required entry that an object, or its template, lacks or has with another value. */
export function requireMetadata(
  resource: ResourceView,
  field: 'labels' | 'annotations',
  required: readonly RequiredEntry[],
  { kinds: wanted, on }: RequiredMetadataOptions,
  report: Report<RequiredMetadataMessage>,
): void {
  // An object of a kind that podlint judges, but under an apiVersion that has no such kind, has been reported already.
  if (!wanted.includes(resource.kindName) || (!resource.judged && findKindByName(resource.kindName))) return;
  const what = `The ${resource.kindName} "${resource.name}"`;
  if (on.includes('object'))
    requireIn({ what, entries: resource.metadata[field], at: resource.at.metadata[field] }, required, report);
  const pod = resource.judged && templatePod(resource.judged);
  if (pod && on.includes('template'))
    requireIn(
      {
        what: `The template of ${resource.kindName} "${resource.name}"`,
        entries: pod.metadata[field],
        at: pod.metadataAt[field],
      },
      required,
      report,
    );
}

function templatePod({ pod, kind }: ObjectView): ObjectView['pod'] {
  return kind.podTemplate?.length ? pod : undefined;
}

interface Place {
  readonly what: string;
  readonly entries: Readonly<Record<string, string | undefined>> | undefined;
  readonly at: Field<Record<string, string>>;
}

function requireIn(
  { what, entries = {}, at }: Place,
  required: readonly RequiredEntry[],
  report: Report<RequiredMetadataMessage>,
): void {
  for (const entry of required) {
    const { key, pattern } = typeof entry === 'string' ? { key: entry } : entry;
    const value = Object.hasOwn(entries, key) ? (entries[key] ?? '') : undefined;
    if (value === undefined) report({ at, message: 'missing', data: { what, key } });
    else if (pattern !== undefined && !wholeMatch(pattern).test(value))
      report({ at: entryAt(at, key), message: 'value', data: { what, key, value, pattern } });
  }
}

const compiled = new Map<string, RegExp>();

/** @throws SyntaxError for what is no regular expression */
function wholeMatch(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (!expression) compiled.set(pattern, (expression = new RegExp(`^(?:${pattern})$`, 'u')));
  return expression;
}
