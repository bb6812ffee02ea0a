import { checkovChecks } from './checkov-checks.js';
import { kubeLinterChecks } from './kube-linter-checks.js';
import { kubeScoreChecks } from './kube-score-checks.js';
import { polarisChecks } from './polaris-checks.js';

/** Tools whose annotations podlint can read. */
export type Peer = 'kube-linter' | 'kube-score' | 'polaris' | 'checkov';

/** The checks of each tool by their names, and the rules that say the same. */
export const peerChecks: Readonly<Record<Peer, Readonly<Record<string, readonly string[]>>>> = {
  'kube-linter': kubeLinterChecks,
  'kube-score': kubeScoreChecks,
  polaris: polarisChecks,
  checkov: checkovChecks,
};

/** The rules that say the same as a check; none for a check that podlint does not have. */
export function rulesLike(peer: Peer, check: string): readonly string[] {
  const checks = peerChecks[peer];
  return Object.hasOwn(checks, check) ? (checks[check] ?? []) : [];
}

function allRulesLike(peer: Peer): readonly string[] {
  return [...new Set(Object.values(peerChecks[peer]).flat())];
}

/** Which rules an annotation of a tool hides; none for any other annotation. */
export function rulesHiddenBy(peer: Peer, key: string, value: string): readonly string[] {
  return readers[peer](key, value);
}

const readers: Readonly<Record<Peer, (key: string, value: string) => readonly string[]>> = {
  // pkg/ignore/ignore.go: the value is the reason.
  'kube-linter': (key) => {
    if (key === 'kube-linter.io/ignore-all') return allRulesLike('kube-linter');
    const prefix = 'ignore-check.kube-linter.io/';
    return key.startsWith(prefix) ? rulesLike('kube-linter', key.slice(prefix.length)) : [];
  },
  // README of kube-score, "Ignoring a test": names with commas between them.
  'kube-score': (key, value) =>
    key === 'kube-score/ignore' ? value.split(',').flatMap((check) => rulesLike('kube-score', check.trim())) : [],
  // pkg/validator/schema.go: the exemption counts if the value is "true".
  polaris: (key, value) => {
    const prefix = 'polaris.fairwinds.com/';
    if (value !== 'true' || !key.startsWith(prefix) || !key.endsWith('exempt')) return [];
    const name = key.slice(prefix.length, -'exempt'.length);
    if (name === '') return allRulesLike('polaris');
    return name.endsWith('-') ? rulesLike('polaris', name.slice(0, -1)) : [];
  },
  // checkov/kubernetes/runner.py: `CKV_K8S_20=reason`.
  checkov: (key, value) =>
    /^checkov\.io\/skip\d*$/.test(key) ? rulesLike('checkov', (value.split('=')[0] ?? '').trim()) : [],
};
