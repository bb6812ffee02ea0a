import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type ResourceList, type core } from '@podlint/model';
import {
  type Context,
  FirstUses,
  type ResourceNameRule,
  anyResourceNames,
  containerResourceNames,
  dnsSubdomainProblem,
  qualifiedNameProblem,
  related,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { compareAmounts } from './amounts.js';

const says = defineMessages('limit-range', {
  'invalid-type': '"{type}" is not a type of limit: {problem}.',
  'unknown-type':
    '"{type}" is not a type of limit. Use Container, Pod or PersistentVolumeClaim; others have a domain in front.',
  'type-twice': 'The type "{type}" has limits already. Put all limits of a type into one entry.',
  'not-for-pods':
    '"{field}" is filled into containers, and a limit of the type Pod is about whole Pods. Remove it, or use the type Container.',
  'no-storage-limit': 'A limit for claims says how much storage they may have. Set min.storage or max.storage.',
});

type LimitRange = Decoded<core.LimitRange>;
type Item = Decoded<core.LimitRangeItem>;

const limitsPath = FieldPath.root.child('spec', 'limits');
const standardTypes = ['Container', 'Pod', 'PersistentVolumeClaim'];

/** Stands for the uid that becomes the name of a nameless LimitRange. */
export const madeUpName = '00000000-0000-0000-0000-000000000000';

/** pkg/registry/core/limitrange/strategy.go and ValidateLimitRange in pkg/apis/core/validation. */
export const limitRangeStrategy: Strategy<LimitRange> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  prepareForCreate(limitRange) {
    (limitRange.metadata ??= {}).name ||= madeUpName;
  },
  validateCreate: validateLimitRange,
  validateUpdate(limitRange, _old, context) {
    validateLimitRange(limitRange, context);
  },
};

function validateLimitRange({ spec }: LimitRange, context: Context): void {
  const types = new FirstUses<FieldPath>();
  spec?.limits?.forEach((item, i) => {
    const path = limitsPath.index(i);
    validateType(item.type ?? '', path.child('type'), types, context);
    validateNames(item, path, context);
    if (item.type === 'Pod') forbidDefaults(item, path, context);
    if (item.type === 'PersistentVolumeClaim') requireStorage(item, path, context);
    compareAmounts(item, path, context);
  });
}

/** validateLimitRangeTypeName. */
function validateType(type: string, path: FieldPath, types: FirstUses<FieldPath>, context: Context): void {
  const problem = qualifiedNameProblem(type);
  if (problem) context.report.invalid(path, says['invalid-type']({ type, problem }));
  else if (!type.includes('/') && !standardTypes.includes(type))
    context.report.invalid(path, says['unknown-type']({ type }));
  const first = types.record(type, path);
  if (first)
    context.report.duplicate(path, says['type-twice']({ type }), {
      related: [{ field: first, message: related['first-one']() }],
    });
}

/** validateLimitRangeResourceName. */
function validateNames(item: Item, path: FieldPath, context: Context): void {
  const isOfPods = item.type === 'Pod' || item.type === 'Container';
  const rule: ResourceNameRule = isOfPods ? containerResourceNames : anyResourceNames;
  for (const field of ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const) {
    if (item.type === 'Pod' && field.startsWith('default')) continue;
    for (const name of namesIn(item[field])) rule(name, path.child(field), context.report);
  }
}

function namesIn(list: ResourceList | undefined): string[] {
  return Object.keys(list ?? {});
}

function forbidDefaults(item: Item, path: FieldPath, { report }: Context): void {
  for (const field of ['default', 'defaultRequest'] as const) {
    if (namesIn(item[field]).length > 0) report.forbidden(path.child(field), says['not-for-pods']({ field }));
  }
}

/** The server names a field that an entry does not have. */
function requireStorage({ min, max }: Item, path: FieldPath, { report }: Context): void {
  if (min?.storage === undefined && max?.storage === undefined)
    report.required(path.child('limits'), says['no-storage-limit'](), { at: path });
}
