import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import { type Context, dnsSubdomainProblem, lostFields } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('service-account', {
  'name-only':
    'A service account keeps the name of a Secret and nothing else about it, so the server removes this. Remove the field.',
});

type ServiceAccount = Decoded<core.ServiceAccount>;

/** pkg/registry/core/serviceaccount/strategy.go and ValidateServiceAccount in pkg/apis/core/validation. */
export const serviceAccountStrategy: Strategy<ServiceAccount> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  prepareForCreate: keepNamesOfSecrets,
  validateCreate() {},
  prepareForUpdate(account, _old, context) {
    keepNamesOfSecrets(account, context);
  },
  validateUpdate() {},
};

/** cleanSecretReferences. */
function keepNamesOfSecrets(account: ServiceAccount, { dropped }: Context): void {
  const { secrets } = account;
  if (!secrets) return;
  const kept = secrets.map(({ name }) => (name === undefined ? {} : { name }));
  for (const path of lostFields(secrets, kept, FieldPath.root.child('secrets')))
    dropped.push({ path, why: says['name-only']() });
  account.secrets = kept;
}
