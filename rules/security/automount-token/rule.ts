import { defineRule, type ObjectView, type PodView, type ResourceView, type RunView } from '@podlint/engine/rule';
import { serviceAccountOf } from '../../kit/service-account.js';

export default defineRule({
  id: 'security/automount-token',
  level: 'off',
  summary: 'A Pod that gets a token for the API server',
  messages: {
    unset:
      'Every container of this Pod gets a token of the service account "{account}", as nobody says otherwise: an intruder can use it to speak to the API server. Set automountServiceAccountToken to false, unless the program calls the API.',
    asked:
      'Every container of this Pod gets a token of the service account "{account}", as the manifest asks for: an intruder can use it to speak to the API server. Remove this if the program does not call the API; else mount the token, as a projected volume, in the one container that does.',
  },
  run(run, report) {
    const accounts = serviceAccountsOf(run);
    for (const { pod } of run.objects) {
      if (!pod) continue;
      const asked = pod.spec.automountServiceAccountToken;
      if (!(asked ?? isMountedByAccount(pod, accounts))) continue;
      const data = { account: serviceAccountOf(pod) };
      report(pod.object, { at: pod.at.automountServiceAccountToken, message: asked ? 'asked' : 'unset', data });
    }
  },
});

/** By namespace and name. */
function serviceAccountsOf({ resources }: RunView): ReadonlyMap<string, ResourceView> {
  return new Map(
    resources
      .filter(({ apiVersion, kindName }) => apiVersion === 'v1' && kindName === 'ServiceAccount')
      .map((account) => [keyOf(account, account.name), account]),
  );
}

/**
 * What the Pod leaves open is the account's to say, and a token is mounted if that is silent too (shouldAutomount,
 * plugin/pkg/admission/serviceaccount).
 */
function isMountedByAccount(pod: PodView, accounts: ReadonlyMap<string, ResourceView>): boolean {
  return accounts.get(keyOf(pod.object, serviceAccountOf(pod)))?.value.automountServiceAccountToken !== false;
}

function keyOf({ namespace }: ResourceView | ObjectView, name: string): string {
  return `${namespace}/${name}`;
}
