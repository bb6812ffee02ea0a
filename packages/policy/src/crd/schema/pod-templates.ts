import { valuesOf, type Schema } from './schema.js';

/** Where a schema has a place for a template of Pods. */
export interface TemplatePlace {
  /** Names from the object down; `*` stands for every item of a list and every value of a map. */
  readonly way: readonly string[];
  /** `spec`: the spec of a Pod without metadata beside it. */
  readonly part: 'template' | 'spec';
}

const known = new WeakMap<Schema, readonly TemplatePlace[]>();

/** The places where objects of a schema have the spec of a Pod; asked for once. */
export function podTemplatesIn(schema: Schema | undefined): readonly TemplatePlace[] {
  if (!schema) return [];
  const found = known.get(schema) ?? placesIn(schema, []);
  known.set(schema, found);
  return found;
}

/** Deeper than any definition that is met has one. */
const deepest = 12;

function placesIn(schema: Schema, way: readonly string[]): TemplatePlace[] {
  if (way.length > deepest) return [];
  if (isPodSpec(schema)) return [{ way, part: 'spec' }];
  const spec = schema.properties.get('spec');
  if (spec && schema.properties.has('metadata') && way.length > 0 && isPodSpec(spec))
    return [{ way, part: 'template' }];
  const below = schema.items ?? valuesOf(schema);
  return [
    ...(below ? placesIn(below, [...way, '*']) : []),
    ...[...schema.properties].flatMap(([name, property]) =>
      name === 'status' && way.length === 0 ? [] : placesIn(property, [...way, name]),
    ),
  ];
}

/** Fields that together only the spec of a Pod has. */
const ofPodSpecs = [
  'containers',
  'initContainers',
  'volumes',
  'restartPolicy',
  'dnsPolicy',
  'hostPID',
  'schedulerName',
  'terminationGracePeriodSeconds',
];

function isPodSpec({ properties }: Schema): boolean {
  return (
    ofPodSpecs.every((name) => properties.has(name)) &&
    properties.get('containers')?.items?.properties.has('image') === true
  );
}
