import { createLinterWith, type LinterMeans } from '@podlint/engine';
import { definedResources, runAdmission } from '@podlint/policy';
import { catalogue } from '@podlint/rules';
import { evaluateCel, judgeCustomObject, judgeDefinition, podSecurity } from 'podlint/policy';
import { times, type Family } from '../family.js';

const schema = (properties: object): object => ({
  type: 'object',
  properties: { spec: { type: 'object', properties } },
});
const definitionOf = (openAPIV3Schema: object, kind = 'Thing'): object => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${kind.toLowerCase()}s.example.com` },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: `${kind.toLowerCase()}s`, kind },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
  },
});
const filled = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));
const fieldsOf = (count: number, of: (index: number) => unknown): object =>
  Object.fromEntries(filled(count, (index) => [`f${index}`, of(index)]));
const thing = (spec: unknown, name = 'a'): object => ({
  apiVersion: 'example.com/v1',
  kind: 'Thing',
  metadata: { name },
  spec,
});
const lengthOf = (value: unknown): number => JSON.stringify(value).length;

function judges(name: string, of: (count: number) => { readonly schema: object; readonly spec: unknown }): Family {
  return {
    name: `custom resources: ${name}`,
    prepare: (count) => {
      const { schema: given, spec } = of(count);
      const definition = definitionOf(given);
      const object = thing(spec);
      return {
        length: lengthOf([definition, object]),
        run: () => judgeCustomObject({ definition, version: 'v1', object, op: 'create' }),
      };
    },
  };
}

function evaluates(
  name: string,
  of: (count: number) => string,
  variables: (count: number) => Record<string, unknown> = () => ({}),
): Family {
  return {
    name: `CEL: ${name}`,
    prepare: (count) => {
      const [expression, given] = [of(count), variables(count)];
      return { length: expression.length + lengthOf(given), run: () => evaluateCel(expression, given) };
    },
  };
}

const policyOf = (index: number, expression = 'object.metadata.name != "x"'): object => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicy',
  metadata: { name: `p${index}` },
  spec: {
    matchConstraints: {
      resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }],
    },
    validations: [{ expression }],
  },
});
const bindingOf = (index: number): object => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicyBinding',
  metadata: { name: `b${index}` },
  spec: { policyName: `p${index}`, validationActions: ['Deny'] },
});
const configMaps = (count: number): string =>
  times(count, (index) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: m${index}}\ndata: {a: b}\n`);

function admits(
  name: string,
  of: (count: number) => { readonly known: readonly object[]; readonly text: string },
): Family {
  return {
    name: `policies: ${name}`,
    prepare: (count) => {
      const { known, text } = of(count);
      return {
        length: lengthOf(known) + text.length,
        run: () => {
          const admission = runAdmission({ definitions: [], known, all: [] });
          const customResources = {
            ...definedResources([]),
            name: '',
            admission,
          } as unknown as LinterMeans['customResources'];
          return createLinterWith(catalogue, { preset: 'none' }, { customResources }).lint([{ path: 'a.yaml', text }]);
        },
      };
    },
  };
}

export const policyFamilies: readonly Family[] = [
  judges('fields', (count) => ({
    schema: schema(fieldsOf(count, () => ({ type: 'string' }))),
    spec: fieldsOf(count, () => 'a'),
  })),
  judges('unknown fields', (count) => ({
    schema: schema({ a: { type: 'string' } }),
    spec: fieldsOf(count, () => 'a'),
  })),
  judges('items', (count) => ({
    schema: schema({ a: { type: 'array', items: { type: 'string', maxLength: 3 } } }),
    spec: { a: filled(count, () => 'abcd') },
  })),
  judges('items of a set', (count) => ({
    schema: schema({ a: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } } }),
    spec: { a: filled(count, (index) => `a${index}`) },
  })),
  judges('items of a map, by keys', (count) => ({
    schema: schema({
      a: {
        type: 'array',
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['k'],
        items: { type: 'object', required: ['k'], properties: { k: { type: 'string' } } },
      },
    }),
    spec: { a: filled(count, (index) => ({ k: `a${index}` })) },
  })),
  judges('rules on items', (count) => ({
    schema: schema({
      a: {
        type: 'array',
        maxItems: 10000,
        items: { type: 'integer', 'x-kubernetes-validations': [{ rule: 'self < 5' }] },
      },
    }),
    spec: { a: filled(count, (index) => index) },
  })),
  judges('unique items', (count) => ({
    schema: schema({
      a: { type: 'array', uniqueItems: true, items: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
    }),
    spec: { a: filled(count, (index) => ({ b: index })) },
  })),
  judges('an enum', (count) => ({
    schema: schema({ a: { type: 'array', items: { type: 'string', enum: filled(50, (index) => `e${index}`) } } }),
    spec: { a: filled(count, (index) => `e${index % 60}`) },
  })),
  judges('a pattern on a long text', (count) => ({
    schema: schema({ a: { type: 'string', pattern: '^(a+)+$' } }),
    spec: { a: `${'a'.repeat(count)}!` },
  })),
  {
    name: 'definitions: a large schema',
    prepare: (count) => {
      const definition = definitionOf(schema(fieldsOf(count, () => ({ type: 'string', description: 'x' }))));
      return { length: lengthOf(definition), run: () => judgeDefinition(definition) };
    },
  },
  {
    name: 'definitions: rules in a large schema',
    prepare: (count) => {
      const definition = definitionOf(
        schema(
          fieldsOf(count >> 3, () => ({
            type: 'string',
            maxLength: 10,
            'x-kubernetes-validations': [{ rule: 'self != "a"' }],
          })),
        ),
      );
      return { length: lengthOf(definition), run: () => judgeDefinition(definition) };
    },
  },
  {
    name: 'custom resources: objects in a run',
    prepare: (count) => {
      const text = times(
        count,
        (index) => `---\napiVersion: example.com/v1\nkind: Thing\nmetadata: {name: t${index}}\nspec: {a: 1, b: 2}\n`,
      );
      const definitions = [definitionOf(schema({ a: { type: 'string' } }))];
      return {
        length: text.length,
        run: () => {
          const customResources = {
            ...definedResources(definitions),
            name: '',
          } as unknown as LinterMeans['customResources'];
          return createLinterWith(catalogue, {}, { customResources }).lint([{ path: 'a.yaml', text }]);
        },
      };
    },
  },
  evaluates('a list', (count) => `[${times(count, (index) => `${index},`)}0].all(x, x >= 0)`),
  evaluates(
    'a list that is given',
    () => 'object.a.all(x, x >= 0)',
    (count) => ({ object: { a: filled(count, (index) => index) } }),
  ),
  evaluates(
    'a list that is sorted',
    () => 'object.a.isSorted()',
    (count) => ({ object: { a: filled(count, (index) => index) } }),
  ),
  evaluates(
    'a map and filter',
    () => 'object.a.filter(x, x > 3).map(x, x + 1).size() > 0',
    (count) => ({ object: { a: filled(count, (index) => index) } }),
  ),
  evaluates(
    'a long text',
    () => 'object.a.contains("b") || object.a.matches("^(a|b)*c$")',
    (count) => ({ object: { a: 'a'.repeat(count) } }),
  ),
  evaluates('a long sum', (count) => filled(count, () => '1').join(' + ')),
  evaluates('a long condition', (count) => filled(count, () => 'true').join(' && ')),
  evaluates('brackets', (count) => '('.repeat(count) + '1' + ')'.repeat(count)),
  evaluates('no expression', (count) => '1 + '.repeat(count)),
  evaluates('a text in the expression', (count) => `"${'a'.repeat(count)}".size()`),
  admits('one for many objects', (count) => ({ known: [policyOf(0), bindingOf(0)], text: configMaps(count >> 1) })),
  admits('many for one object', (count) => ({
    known: filled(count >> 2, (index) => [policyOf(index), bindingOf(index)]).flat(),
    text: configMaps(1),
  })),
  admits('bindings of none', (count) => ({ known: filled(count, bindingOf), text: configMaps(1) })),
  admits('LimitRanges', (count) => ({
    known: filled(count >> 2, (index) => ({
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: `l${index}`, namespace: `n${index}` },
      spec: { limits: [{ type: 'Container', default: { cpu: '1' } }] },
    })),
    text: times(
      count >> 2,
      (index) =>
        `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: n${index}}\nspec: {containers: [{name: a, image: x}]}\n`,
    ),
  })),
  {
    name: 'Pod Security of many containers',
    prepare: (count) => {
      const object = {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'a' },
        spec: {
          containers: filled(count, (index) => ({
            name: `c${index}`,
            image: 'x',
            securityContext: { privileged: true, capabilities: { add: ['SYS_ADMIN'] } },
          })),
        },
      };
      return { length: lengthOf(object), run: () => podSecurity(object) };
    },
  },
];
