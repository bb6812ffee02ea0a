import { createLinter } from 'podlint';
import { type Fields, testCreate, testUpdate } from './kind-cases.js';

// A linter brings the checks of expressions with it.
createLinter();

const rule = { operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] };
const matchConstraints = { resourceRules: [rule] };
const whole = { matchConstraints, validations: [{ expression: 'true' }] };
const spec = (fields: Fields): Fields => ({ spec: { ...whole, ...fields } });
const validation = (fields: Fields): Fields => spec({ validations: [{ expression: 'true', ...fields }] });
const annotation = (fields: Fields): Fields =>
  spec({ auditAnnotations: [{ key: 'a', valueExpression: '"a"', ...fields }] });
const variable = (name: string, expression: string): Fields => ({ variables: [{ name, expression }] });

testCreate('ValidatingAdmissionPolicy', spec({}), {
  parts: [
    [spec({ matchConstraints: undefined }), ['Required spec.matchConstraints']],
    [spec({ matchConstraints: {} }), ['Required spec.matchConstraints.resourceRules']],
    [spec({ validations: [] }), ['Required spec.validations', 'Required spec.auditAnnotations']],
    [spec({ failurePolicy: 'No' }), ['NotSupported spec.failurePolicy']],
    [
      spec({ paramKind: { apiVersion: 'a/b/c', kind: 'a_' } }),
      ['Invalid spec.paramKind.apiVersion', 'Invalid spec.paramKind.kind'],
    ],
    [
      spec({ matchConstraints: { resourceRules: [{ ...rule, resourceNames: ['a', 'a', 'b/c'] }] } }),
      [
        'Duplicate spec.matchConstraints.resourceRules[0].resourceNames[1]',
        'Invalid spec.matchConstraints.resourceRules[0].resourceNames[2]',
      ],
    ],
  ],
  expressions: [
    [validation({ expression: 'object.a' }), ['Invalid spec.validations[0].expression']],
    [validation({ expression: 'params.a == 1' }), ['Invalid spec.validations[0].expression']],
    [spec({ paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, validations: [{ expression: 'params.a == 1' }] }), []],
    [validation({ messageExpression: '"a"' }), []],
    [
      validation({ messageExpression: 'authorizer.path("/").check("get").reason()' }),
      ['Invalid spec.validations[0].messageExpression'],
    ],
    [
      validation({ message: 'a\nb', reason: 'Gone' }),
      ['Invalid spec.validations[0].message', 'NotSupported spec.validations[0].reason'],
    ],
    [annotation({}), []],
    [annotation({ valueExpression: '1' }), ['Invalid spec.auditAnnotations[0].valueExpression']],
    [annotation({ key: 'a b' }), ['Invalid spec.auditAnnotations[0].key']],
  ],
  variables: [
    [spec({ ...variable('a', '1'), validations: [{ expression: 'variables.a == 1' }] }), []],
    [
      spec({ ...variable('a', '1'), validations: [{ expression: 'variables.a == ""' }] }),
      ['Invalid spec.validations[0].expression'],
    ],
    [
      spec({ ...variable('a', '1'), validations: [{ expression: 'variables.b' }] }),
      ['Invalid spec.validations[0].expression'],
    ],
    [spec(variable('in', 'x')), ['Invalid spec.variables[0].name', 'Invalid spec.variables[0].expression']],
    [
      spec({ ...variable('a', 'true'), matchConditions: [{ name: 'a', expression: 'variables.a' }] }),
      ['Invalid spec.matchConditions[0].expression'],
    ],
  ],
});

testUpdate('ValidatingAdmissionPolicy', spec({}), {
  conditions: [
    [
      spec({ matchConditions: [{ name: 'a', expression: 'x' }] }),
      spec({ matchConditions: [{ name: 'a', expression: 'x' }] }),
      [],
    ],
    [
      spec({}),
      spec({ matchConditions: [{ name: 'a', expression: 'x' }] }),
      ['Invalid spec.matchConditions[0].expression'],
    ],
  ],
});

const binding = { policyName: 'a', validationActions: ['Deny'] };
const bound = (fields: Fields): Fields => ({ spec: { ...binding, ...fields } });

testCreate('ValidatingAdmissionPolicyBinding', bound({}), {
  actions: [
    [bound({ validationActions: [] }), ['Required spec.validationActions']],
    [bound({ validationActions: ['Deny', 'Warn'] }), ['Invalid spec.validationActions']],
    [bound({ validationActions: ['Audit', 'Audit'] }), ['Duplicate spec.validationActions[1]']],
  ],
  params: [
    [bound({ paramRef: {} }), ['Required spec.paramRef', 'Required spec.paramRef.parameterNotFoundAction']],
    [
      bound({ paramRef: { name: 'a', selector: {}, parameterNotFoundAction: 'Deny' } }),
      ['Forbidden spec.paramRef.name', 'Forbidden spec.paramRef.selector'],
    ],
  ],
  matching: [
    [bound({ matchResources: { matchPolicy: 'a' } }), ['NotSupported spec.matchResources.matchPolicy']],
    [bound({ matchResources: { matchPolicy: 'a' } }), ['NotSupported spec.matchResouces.matchPolicy'], 30],
  ],
});

const mutation = {
  patchType: 'ApplyConfiguration',
  applyConfiguration: { expression: 'Object{spec: Object.spec{a: 1}}' },
};
const mutating = (fields: Fields): Fields => ({
  spec: { matchConstraints, mutations: [mutation], reinvocationPolicy: 'Never', ...fields },
});
const patch = (expression: string): Fields =>
  mutating({ mutations: [{ patchType: 'JSONPatch', jsonPatch: { expression } }] });

testCreate('MutatingAdmissionPolicy', mutating({}), {
  parts: [
    [mutating({ mutations: [] }), ['Required spec.mutations']],
    [mutating({ reinvocationPolicy: undefined }), ['Required spec.reinvocationPolicy']],
    [
      mutating({ matchConstraints: { resourceRules: [{ ...rule, operations: ['DELETE'] }] } }),
      ['NotSupported spec.matchConstraints.resourceRules.operations'],
    ],
  ],
  patches: [
    [patch('[JSONPatch{op: "add", path: "/" + jsonpatch.escapeKey("a/b"), value: {"a": 1}}]'), []],
    [patch('[JSONPatch{op: 1}]'), ['Invalid spec.mutations[0].jsonPatch.expression']],
    [patch('Object{}'), ['Invalid spec.mutations[0].jsonPatch.expression']],
    [mutating({ mutations: [{ patchType: 'Merge' }] }), ['NotSupported spec.mutations[0].patchType']],
    [
      mutating({ mutations: [{ patchType: 'JSONPatch', applyConfiguration: { expression: 'Object{}' } }] }),
      ['Required spec.mutations[0].jsonPatch', 'Invalid spec.mutations[0].applyConfiguration'],
    ],
  ],
});

testCreate(
  'MutatingAdmissionPolicyBinding',
  { spec: { policyName: 'a' } },
  {
    parts: [
      [{ spec: {} }, ['Required spec.policyName']],
      [
        { spec: { policyName: 'a', matchResources: { resourceRules: [{ ...rule, operations: ['DELETE'] }] } } },
        ['NotSupported spec.matchResources.resourceRules.operations'],
      ],
    ],
  },
);
