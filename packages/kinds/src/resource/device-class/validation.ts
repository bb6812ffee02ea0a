import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type resource, semanticEqual } from '@podlint/model';
import {
  type Context,
  checkName,
  dnsSubdomainProblem,
  isExtendedResource,
  pathSegmentProblem,
} from '@podlint/validation';
import type { ExpressionAge } from '../../late-checks.js';
import type { Strategy } from '../../strategy.js';
import { maxConfigurations, validateConfiguration } from '../configuration.js';
import { validateItems } from '../items.js';
import { validateSelectors } from '../selectors.js';

const says = defineMessages('device-class', {
  'not-extended':
    '"{name}" is not an extended resource. Such a name has a domain of your own in front, as in "example.com/gpu".',
});

type DeviceClass = Decoded<resource.DeviceClass>;
type DeviceClassSpec = Decoded<resource.DeviceClassSpec>;

const specPath = FieldPath.root.child('spec');
/** Since then the name that comes of a generateName is checked instead, and on update too. */
const checksMadeNameSince: Minor = 35;

/** pkg/registry/resource/deviceclass/strategy.go, and ValidateDeviceClass in pkg/apis/resource/validation. */
export const deviceClassStrategy: Strategy<DeviceClass> = {
  nameProblem: dnsSubdomainProblem,
  generateNameProblem: ({ minor }) => (minor < checksMadeNameSince ? undefined : () => undefined),
  updateChecksName: ({ minor }) => minor >= checksMadeNameSince,
  countsGenerations: true,
  validateCreate({ metadata = {}, spec = {} }, context) {
    validateSpec(spec, undefined, context);
    // What BeforeCreate asks of every object that its strategy takes (apiserver/pkg/registry/rest).
    if (context.report.errors.length === 0)
      checkName(metadata.generateName, FieldPath.root.child('metadata', 'generateName'), pathSegmentProblem, context);
  },
  validateUpdate({ spec = {} }, { spec: old = {} }, context) {
    validateSpec(spec, old, context);
  },
};

/** validateDeviceClassSpec: lists that are as before may hold all that the server knows. */
function validateSpec(spec: DeviceClassSpec, old: DeviceClassSpec | undefined, context: Context): void {
  const ageOf = (field: 'selectors' | 'config'): ExpressionAge =>
    old && semanticEqual(spec[field], old[field], field) ? 'stored' : 'new';
  validateSelectors(spec.selectors ?? [], ageOf('selectors'), specPath.child('selectors'), context);
  const configPath = specPath.child('config');
  validateItems(spec.config ?? [], maxConfigurations, configPath, context, (configuration, at) => {
    validateConfiguration(configuration, ageOf('config'), at, context);
  });
  const { extendedResourceName: name } = spec;
  if (name !== undefined && !isExtendedResource(name))
    context.report.invalid(specPath.child('extendedResourceName'), says['not-extended']({ name }));
}
