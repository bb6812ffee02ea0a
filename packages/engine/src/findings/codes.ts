import { project } from '@podlint/model';
import { schemaCodes } from '@podlint/schema';
import { syntaxCodes, syntaxWarningCodes } from '@podlint/syntax';
import type { ErrorType } from '@podlint/validation';
import { isCustomId } from '../settings/custom-rules/ids.js';
import type { Severity, Stage, Tag } from './diagnostic.js';
import { faultCode } from './fault.js';

/** What a code stands for. Codes are API: never renamed without an alias. */
export interface Code {
  readonly id: string;
  readonly stage: Stage;
  readonly severity: Severity;
  readonly tags?: readonly Tag[] | undefined;
  /** One line for the catalogue. */
  readonly summary: string;
}

/** The code of each error type of the server's validation. */
export const apiCodes: Readonly<Record<ErrorType, Code>> = {
  FieldValueRequired: apiCode('required', 'A field that the server needs is missing or empty'),
  FieldValueInvalid: apiCode('invalid', 'A value that the server refuses'),
  FieldValueNotSupported: apiCode('not-supported', 'A value that is not one of those the field takes'),
  FieldValueDuplicate: apiCode('duplicate', 'Two entries with the same name where names must differ'),
  FieldValueForbidden: apiCode('forbidden', 'A field that must not be set here'),
  FieldValueNotFound: apiCode('not-found', 'A name that refers to something that the object does not have'),
  FieldValueTooLong: apiCode('too-long', 'A text that is longer than the server allows'),
  FieldValueTooMany: apiCode('too-many', 'More entries than the server allows'),
  FieldValueTypeInvalid: apiCode('type-invalid', 'A value of a type that the field does not take'),
  InternalError: apiCode('internal', 'The server fails on this value'),
};

export const warningCode: Code = {
  id: 'api/warning',
  stage: 'api',
  severity: 'warning',
  summary: 'The server takes the object but answers with a warning',
};
export const droppedFieldCode: Code = {
  id: 'deprecations/dropped-field',
  stage: 'api',
  severity: 'warning',
  tags: ['unnecessary'],
  summary: 'A field that the server removes without a word, mostly because its feature gate is off',
};

/** What is wrong with a kustomization itself. */
export const kustomizeCodes = {
  build: kustomizeCode('build', 'error', 'A kustomization that cannot be built'),
  cycle: kustomizeCode('cycle', 'error', 'A kustomization that takes in itself, through others'),
  missing: kustomizeCode('missing-file', 'error', 'A kustomization names a file or folder that is not there'),
  unknown: kustomizeCode('unknown-field', 'error', 'A field that a kustomization does not have'),
  patch: kustomizeCode('no-patch-target', 'error', 'A patch without a target changes an object that is not there'),
  outside: kustomizeCode('outside-root', 'warning', 'A file outside of the folder of its kustomization'),
  idlePatch: kustomizeCode('idle-patch', 'warning', 'A patch whose target selects nothing'),
  idleImage: kustomizeCode('idle-image', 'warning', 'An entry of images that no image has the name of'),
  deprecated: kustomizeCode('deprecated-field', 'info', 'A field that kustomize has deprecated', ['deprecated']),
} as const;

export const policyTypesCode = admissionCode(
  'policy-types',
  'warning',
  'An expression of an admission policy that does not fit the kinds that the policy is for',
);

/** What admission would say of an object, by other objects that are at hand. */
export const admissionCodes: Readonly<Record<string, Code>> & { readonly other: Code } = {
  'policy-denied': admissionCode('policy-denied', 'error', 'An admission policy among the files refuses the object'),
  'policy-warned': admissionCode('policy-warned', 'warning', 'An admission policy among the files warns of the object'),
  'policy-audited': admissionCode('policy-audited', 'info', 'An admission policy among the files notes the object'),
  'policy-depends': admissionCode(
    'policy-depends',
    'info',
    'An admission policy might refuse the object, depending on what the files do not say',
  ),
  'policy-types': policyTypesCode,
  'mutation-failed': admissionCode(
    'mutation-failed',
    'error',
    'A mutating admission policy among the files cannot change the object, which the server then refuses',
  ),
  'mutation-refused': admissionCode(
    'mutation-refused',
    'error',
    'A mutating admission policy among the files makes of the object what the server refuses',
  ),
  'limit-ranger': admissionCode('limit-ranger', 'error', 'Amounts outside of the bounds of a LimitRange'),
  'resource-quota': admissionCode('resource-quota', 'error', 'More than a ResourceQuota allows, or not said how much'),
  'always-pull-images': admissionCode(
    'always-pull-images',
    'error',
    'A policy has changed an imagePullPolicy that the plugin AlwaysPullImages has set',
  ),
  priority: admissionCode('priority', 'error', 'A priority other than that of the PriorityClass'),
  'runtime-class': admissionCode('runtime-class', 'error', 'A Pod that does not fit its RuntimeClass'),
  'service-account': admissionCode('service-account', 'error', 'A Pod that its ServiceAccount does not allow'),
  other: admissionCode('refused', 'error', 'An object that another plugin of the server refuses'),
};

function admissionCode(name: string, severity: Severity, summary: string): Code {
  return { id: `admission/${name}`, stage: 'policy', severity, summary };
}

function kustomizeCode(name: string, severity: Severity, summary: string, tags?: readonly Tag[]): Code {
  return { id: `kustomize/${name}`, stage: 'schema', severity, tags, summary };
}

function apiCode(name: string, summary: string): Code {
  return { id: `api/${name}`, stage: 'api', severity: 'error', summary };
}

/** Every code but those of the rules, which are in the catalogue. */
export const codes: readonly Code[] = [
  ...Object.entries(syntaxCodes).map(([id, summary]): Code => ({ id, stage: stageOf(id), severity: 'error', summary })),
  ...Object.entries(syntaxWarningCodes).map(([id, summary]): Code => ({
    id,
    stage: 'syntax',
    severity: 'warning',
    // The server reads the document, but not this.
    tags: ['unnecessary'],
    summary,
  })),
  ...Object.entries(schemaCodes).map(([id, code]): Code => ({ id, stage: 'schema', ...code })),
  ...Object.values(apiCodes),
  warningCode,
  droppedFieldCode,
  ...Object.values(admissionCodes),
  ...Object.values(kustomizeCodes),
  faultCode,
];

/** An indentation that gives itself away is reported by the syntax stage under a code of the schema's. */
function stageOf(id: string): Stage {
  return id.startsWith('schema/') ? 'schema' : 'syntax';
}

const ids: ReadonlySet<string> = new Set(codes.map(({ id }) => id));

/** Where a code is explained: on the page of its rule, or else in the table of codes. */
export function docsOf(code: string): string {
  if (isCustomId(code)) return project.page('docs/custom-rules.md');
  const isRule = !ids.has(code) || code === droppedFieldCode.id;
  return project.page(isRule ? `rules/${code}/README.md` : `docs/codes.md#${anchorOf(code)}`);
}

/** As scripts/codes.mjs writes it into the table. */
function anchorOf(code: string): string {
  return code.replace('/', '-');
}
