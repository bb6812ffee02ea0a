import { addition, defineRule, setting, type Collection, type PodView } from '@podlint/engine/rule';
import { serviceAccountOf } from '../../kit/service-account.js';

/** A Pod and what it says of the token of its account, or an account whose token is not mounted. */
interface Facts {
  readonly account?: string;
  readonly asked?: boolean;
  readonly mountsNone?: true;
}

const tokens: Collection<Facts> = {
  name: 'tokens',
  of({ apiVersion, kindName, value, judged }) {
    if (apiVersion === 'v1' && kindName === 'ServiceAccount')
      return value.automountServiceAccountToken === false ? { mountsNone: true } : undefined;
    return judged?.pod && tokenOf(judged.pod);
  },
  ofPod: tokenOf,
};

function tokenOf(pod: PodView): Facts {
  const asked = pod.spec.automountServiceAccountToken;
  return { account: serviceAccountOf(pod), ...(asked !== undefined && { asked }) };
}

export default defineRule<'unset' | 'asked', unknown, Facts>({
  id: 'security/automount-token',
  level: 'off',
  hasChoices: true,
  summary: 'A Pod that gets a token for the API server',
  brief: 'API token is mounted',
  messages: {
    unset:
      'Every container of this Pod gets a token of the service account "{account}" by default. An intruder can use it to call the API server. Set automountServiceAccountToken to false, unless the program calls the API.',
    asked:
      'Every container of this Pod gets a token of the service account "{account}". The manifest asks for it. An intruder can use it to call the API server. Remove this if the program does not call the API; else mount the token, as a projected volume, in the one container that does.',
  },
  collects: tokens,
  run({ collected }, report) {
    // What the Pod leaves open is the account's to say, and a token is mounted if that is silent too (shouldAutomount,
    // plugin/pkg/admission/serviceaccount).
    const silenced = new Set(
      collected.flatMap(({ object, facts }) => (facts.mountsNone ? `${object.namespace}/${object.name}` : [])),
    );
    for (const { object, facts } of collected) {
      const { account, asked } = facts;
      if (account === undefined || !object.podAt) continue;
      if (!(asked ?? !silenced.has(`${object.namespace}/${account}`))) continue;
      const at = object.podAt.spec.automountServiceAccountToken;
      const choices = [(asked ? setting : addition)(at, false)];
      report(object, { at, message: asked ? 'asked' : 'unset', data: { account }, choices });
    }
  },
});
