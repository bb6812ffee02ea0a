import type { CredentialKind } from './names.js';

const shortestPassword = 4;
const shortestToken = 8;

const switches =
  /^(?:true|false|yes|no|on|off|enabled?|disabled?|always|never|required|optional|auto|none|null|nil|undefined|unset|default|n\/a)$/i;
const placeholder =
  /change.?(?:me|this|it)|replace|placeholder|redacted|dummy|sample|example|your|insert|fixme|todo|xxx|\*\*\*|\.\.\.|^(?:test|fake|mock|demo)|^<.*>$|^\[.*\]$|^(.)\1+$/i;
/** Put in by the kubelet, a shell, or a program that renders manifests. */
const reference = /\$\(|\$\{|^\$\w|\{\{|%\w+%|@@/;
const path = /^(?:[./~]|[A-Za-z]:\\|file:)/;
const url = /^[a-z][a-z\d+.-]*:\/\//i;
/** Where a secret manager has it, or its encrypted form. */
const managed =
  /^(?:vault|secretref|secret|ssm|op|arn|sm|awssm|azkv|kv|env|k8s|kms|gcp):|^ref\+|^projects\/[^/]+\/secrets\/|^ENC\[|^\{cipher\}/i;
const number = /^[\d.,_]+$/;
const shortNumber = /^\d{1,5}$/;
/** `app-credentials`, `X-Api-Key`, `OTHER_VARIABLE`: words rather than what a program has drawn. */
const nameOfSomething = /^[a-z]+\d{0,3}(?:[-._/:][a-z]*\d{0,3})+$/i;
const blank = /\s/;
const word = /^[a-z]+$/i;

/** Whether a value can be the credential that its name speaks of. */
export function isCredential(kind: CredentialKind, text: string): boolean {
  const value = text.trim();
  if (value.length < (kind === 'password' ? shortestPassword : shortestToken)) return false;
  if (switches.test(value) || isStandIn(value) || path.test(value) || url.test(value) || managed.test(value))
    return false;
  if (kind === 'password') return !shortNumber.test(value);
  if (number.test(value) || nameOfSomething.test(value) || blank.test(value)) return false;
  return kind === 'secret' || !word.test(value);
}

function isStandIn(value: string): boolean {
  return placeholder.test(value) || reference.test(value);
}

const userAndPassword = /[a-z][a-z\d+.-]{0,30}:\/\/([^\s:@/?#]*):([^\s@/]+)@/i;
const genericUser = /^(?:user(?:name)?|login|me)?$/i;
const genericPassword = /^(?:pass(?:word|wd)?|pwd|secret)$/i;

/** `postgres://app:hunter2@db/app`, but not `postgres://user:password@host/db`. */
export function hasUrlPassword(text: string): boolean {
  if (!text.includes('://')) return false;
  const [, user = '', password] = userAndPassword.exec(text) ?? [];
  if (password === undefined || isStandIn(password)) return false;
  return !(genericUser.test(user) && genericPassword.test(password));
}
