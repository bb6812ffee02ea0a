import { type Decoded, FieldPath, type core } from '@podlint/model';
import { type Context, dnsLabelProblem, finalizerMessage, takeFields } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { labelName } from './name-label.js';
import { validatePodSecurityChange, validatePodSecurityLabels } from './pod-security.js';

type Namespace = Decoded<core.Namespace>;

/** pkg/registry/core/namespace/strategy.go and ValidateNamespace in pkg/apis/core/validation. */
export const namespaceStrategy: Strategy<Namespace> = {
  nameProblem: dnsLabelProblem,
  updateChecksName: true,
  prepareForCreate(namespace) {
    labelName(namespace);
    keepOwnFinalizer(namespace);
  },
  validateCreate(namespace, context) {
    validateFinalizers(namespace, context);
    if (context.report.errors.length === 0) validatePodSecurityLabels(namespace, context);
  },
  /** Finalizers are changed through another resource. */
  prepareForUpdate(namespace, old) {
    labelName(namespace);
    takeFields(namespace, old, 'spec');
  },
  validateUpdate(namespace, old, context) {
    validateFinalizers(namespace, context);
    if (context.report.errors.length === 0) validatePodSecurityChange(namespace, old, context);
  },
};

const ownFinalizer = 'kubernetes';

/** PrepareForCreate: the namespace controller removes what is in the namespace before it goes. */
function keepOwnFinalizer(namespace: Namespace): void {
  const spec = (namespace.spec ??= {});
  const finalizers = (spec.finalizers ??= []);
  if (!finalizers.includes(ownFinalizer)) finalizers.push(ownFinalizer);
}

function validateFinalizers({ spec }: Namespace, context: Context): void {
  const path = FieldPath.root.child('spec', 'finalizers');
  spec?.finalizers?.forEach((finalizer, i) => {
    const message = finalizerMessage(finalizer);
    if (message) context.report.invalid(path, message, { at: path.index(i) });
  });
}
