import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type flowcontrol, semanticEqual } from '@podlint/model';
import {
  type Context,
  dnsSubdomainProblem,
  firstDifference,
  requireField,
  validateChoice,
  validateNotNegative,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { type SharesRule, typeRequiredSince, validateLimited } from './limited.js';
import { validatePercent } from './percent.js';

const says = defineMessages('priority-level-configuration', {
  'forbidden-annotation': 'The annotation "{annotation}" is for flowcontrol.apiserver.k8s.io/v1beta3 only. Remove it.',
  'exempt-type': 'The type Exempt is for the level "exempt", and for it alone. Use Limited, or the name "exempt".',
  'no-type': 'The level has no type. It says whether requests have to wait. Set type: Limited.',
  'other-type': 'The type is {type}, so `{field}` says nothing. Remove it.',
  fixed: 'The server has its own "{name}", and takes it in no other form. Choose another name.',
});

type PriorityLevelConfiguration = Decoded<flowcontrol.PriorityLevelConfiguration>;
type PriorityLevelConfigurationSpec = Decoded<flowcontrol.PriorityLevelConfigurationSpec>;

const root = FieldPath.root;
const specPath = root.child('spec');
const types = ['Limited', 'Exempt'];
/** PriorityLevelPreserveZeroConcurrencySharesKey, k8s.io/api/flowcontrol/v1beta3. */
const zeroSharesAnnotation = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';

/**
 * pkg/registry/flowcontrol/prioritylevelconfiguration/strategy.go, and ValidatePriorityLevelConfiguration in
 * pkg/apis/flowcontrol/validation.
 */
export const priorityLevelConfigurationStrategy: Strategy<PriorityLevelConfiguration> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
  updateChecksName: true,
  validateCreate(level, context) {
    validateLevel(level, sharesRule(context), context);
  },
  validateUpdate(level, old, context) {
    const hadNone = old.spec?.limited && !old.spec.limited.nominalConcurrencyShares;
    validateLevel(level, hadNone ? 'zero or more' : sharesRule(context), context);
  },
};

function sharesRule(context: Context): SharesRule {
  return context.enabled('ZeroLimitedNominalConcurrencyShares') ? 'zero or more' : 'more than zero';
}

function validateLevel(
  { metadata: { name = '', annotations = {} } = {}, spec = {} }: PriorityLevelConfiguration,
  shares: SharesRule,
  context: Context,
): void {
  if (annotations[zeroSharesAnnotation] !== undefined) {
    const path = root.child('metadata', 'annotations');
    context.report.forbidden(path, says['forbidden-annotation']({ annotation: zeroSharesAnnotation }), {
      at: path.key(zeroSharesAnnotation),
      inKey: true,
    });
  }
  validateSpec(name, spec, shares, context);
  validateMandatory(name, spec, context);
}

function validateSpec(name: string, spec: PriorityLevelConfigurationSpec, shares: SharesRule, context: Context): void {
  const { type = '', limited, exempt } = spec;
  const typePath = specPath.child('type');
  if ((name === 'exempt') !== (type === 'Exempt')) context.report.invalid(typePath, says['exempt-type']());
  if (type === 'Exempt') {
    forbidPart(type, 'limited', limited, context);
    if (exempt) validateExempt(exempt, specPath.child('exempt'), context);
  } else if (type === 'Limited') {
    forbidPart(type, 'exempt', exempt, context);
    requireField(limited, specPath.child('limited'), context);
    if (limited) validateLimited(limited, shares, specPath.child('limited'), context);
  } else if (context.minor >= typeRequiredSince)
    validateChoice(type, types, specPath, 'type', says['no-type'], context.report);
  else context.report.notSupported(typePath, type, types);
}

function forbidPart(type: string, field: string, part: object | undefined, { report }: Context): void {
  if (part) report.forbidden(specPath.child(field), says['other-type']({ type, field }));
}

/** ValidateExemptPriorityLevelConfiguration. */
function validateExempt(
  exempt: Decoded<flowcontrol.ExemptPriorityLevelConfiguration>,
  path: FieldPath,
  context: Context,
): void {
  validateNotNegative(exempt, ['nominalConcurrencyShares'], path, context);
  validatePercent(exempt.lendablePercent, path.child('lendablePercent'), context);
}

/** MandatoryPriorityLevelConfigurations, apiserver/pkg/apis/flowcontrol/bootstrap. */
const mandatoryLevels: ReadonlyMap<string, PriorityLevelConfigurationSpec> = new Map<
  string,
  PriorityLevelConfigurationSpec
>([
  ['exempt', { type: 'Exempt' }],
  [
    'catch-all',
    {
      type: 'Limited',
      limited: { nominalConcurrencyShares: 5, lendablePercent: 0, limitResponse: { type: 'Reject' } },
    },
  ],
]);

/** ValidateIfMandatoryPriorityLevelConfigurationObject. The shares of "exempt" are free. */
function validateMandatory(name: string, spec: PriorityLevelConfigurationSpec, { report }: Context): void {
  const mandatory = mandatoryLevels.get(name);
  if (!mandatory) return;
  const compared = name === 'exempt' ? { ...spec, exempt: undefined } : spec;
  if (semanticEqual(compared, mandatory, 'spec')) return;
  report.invalid(specPath, says.fixed({ name }), { at: firstDifference(compared, mandatory, specPath, 'spec') });
}
